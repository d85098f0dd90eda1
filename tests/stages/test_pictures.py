from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms

from wallet.site.entries import BadgeImage
from wallet.stages import pictures
from wallet.stages.pictures import MAX_SCANS, Drawing, can_be_drawn

RED, BLUE = (200, 30, 20), (20, 40, 200)


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def halves(size: tuple[int, int] = (80, 40), mode: str = "RGB") -> Image.Image:
    """The left half red, the right half blue."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    return picture.convert(mode)


def drawn(content: bytes, extension: str, size: tuple[int, int] = (40, 20)) -> Image.Image | None:
    """What was drawn in `size` from a picture of twice that size."""
    image = BadgeImage(content=content, extension=extension, width=2 * size[0], height=2 * size[1])
    encoded = Drawing(image).encoded(size, "webp")
    if encoded is None:
        return None
    with Image.open(io.BytesIO(encoded), formats=["WEBP"]) as picture:
        assert picture.size == size
        assert "icc_profile" not in picture.info
        return picture.convert("RGBA")


def near(picture: Image.Image | None, at: tuple[int, int], colour: tuple[int, ...], by: int = 12) -> bool:
    assert picture is not None
    found = picture.getpixel(at)
    assert isinstance(found, tuple)
    wanted = (*colour, 255)[:4]
    return all(abs(one - two) <= by for one, two in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("content", "extension"),
    [
        (saved(halves(), "PNG"), "png"),
        (saved(halves(), "JPEG", quality=95), "jpg"),
        (saved(halves(), "JPEG", quality=95, progressive=True), "jpg"),
        (saved(halves(mode="CMYK"), "JPEG", quality=95), "jpg"),
        (saved(halves(), "WEBP", lossless=True), "webp"),
        (saved(halves(mode="P"), "GIF"), "gif"),
        (saved(halves(mode="P"), "PNG"), "png"),
    ],
)
def test_a_picture_keeps_its_colours(content: bytes, extension: str) -> None:
    picture = drawn(content, extension)
    assert near(picture, (8, 10), RED, 25)
    assert near(picture, (32, 10), BLUE, 25)


def test_transparency_stays_and_its_hidden_colour_does_not_bleed() -> None:
    picture = Image.new("RGBA", (80, 40), (0, 255, 0, 0))
    picture.paste((*RED, 255), (40, 0, 80, 40))
    found = drawn(saved(picture, "PNG"), "png")
    assert found is not None
    assert found.getchannel("A").getextrema() == (0, 255)
    assert near(found, (30, 10), RED)
    assert near(found, (20, 10), RED, 25)


@pytest.mark.parametrize(("kind", "extension"), [("PNG", "png"), ("GIF", "gif")])
def test_a_transparent_colour_of_a_palette_stays_transparent(kind: str, extension: str) -> None:
    picture = Image.new("P", (80, 40), 0)
    picture.putpalette([*BLUE, *RED])
    picture.paste(1, (40, 0, 80, 40))
    found = drawn(saved(picture, kind, transparency=0), extension)
    assert found is not None
    assert found.getchannel("A").getpixel((8, 10)) == 0
    assert near(found, (32, 10), RED)


def test_a_transparent_grey_stays_transparent() -> None:
    picture = Image.new("L", (80, 40), 7)
    picture.paste(200, (40, 0, 80, 40))
    found = drawn(saved(picture, "PNG", transparency=7), "png")
    assert found is not None
    assert found.getchannel("A").getpixel((8, 10)) == 0
    assert near(found, (32, 10), (200, 200, 200))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(size: tuple[int, int], depth: int, colour: int, row: bytes, *before: tuple[bytes, bytes]) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0))
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(b"\0" + row) for _ in range(size[1])) + packer.flush()
    chunks = b"".join(_chunk(*one) for one in before)
    return b"\x89PNG\r\n\x1a\n" + header + chunks + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("colour", "one", "other", "left", "right"),
    [
        (0, (0x3000,), (0xC800,), (48,) * 3, (200,) * 3),
        (2, (0xC8C8, 0x1E1E, 0x1414), (0x1414, 0x2828, 0xC8C8), RED, BLUE),
        (6, (0xC8C8, 0x1E1E, 0x1414, 0xFFFF), (0x1414, 0x2828, 0xC8C8, 0xFFFF), RED, BLUE),
    ],
)
def test_sixteen_bits_are_brought_down_to_eight(
    colour: int, one: tuple[int, ...], other: tuple[int, ...], left: tuple[int, ...], right: tuple[int, ...]
) -> None:
    row = struct.pack(f">{len(one)}H", *one) * 40 + struct.pack(f">{len(one)}H", *other) * 40
    found = drawn(_png((80, 40), 16, colour, row), "png")
    assert near(found, (8, 10), left)
    assert near(found, (32, 10), right)


def test_a_transparent_colour_of_sixteen_bits_is_not_risked() -> None:
    row = struct.pack(">3H", 0xC8C8, 0x1E1E, 0x1414) * 80
    assert drawn(_png((80, 40), 16, 2, row), "png") is not None
    assert drawn(_png((80, 40), 16, 2, row, (b"tRNS", row[:6])), "png") is None


def test_a_profile_is_followed() -> None:
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = _renamed(plain, b"rXYZ", b"bXYZ")
    assert near(drawn(saved(halves(), "PNG", icc_profile=swapped), "png"), (8, 10), RED[::-1], 30)


def _renamed(profile: bytes, one: bytes, other: bytes) -> bytes:
    places = profile.index(one), profile.index(other)
    content = bytearray(profile)
    content[places[0] : places[0] + 4], content[places[1] : places[1] + 4] = other, one
    return bytes(content)


def test_the_usual_profile_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for extension, kind in (("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")):
        assert near(drawn(saved(halves(), kind, icc_profile=profile), extension), (8, 10), RED, 15)


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 128])
def test_a_profile_that_is_none_is_not_guessed_at(profile: bytes) -> None:
    assert drawn(saved(halves(), "PNG", icc_profile=profile), "png") is None


def test_a_profile_of_other_colours_is_not_guessed_at() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert drawn(saved(halves(mode="CMYK"), "JPEG", icc_profile=profile), "jpg") is None


@pytest.mark.parametrize(("gamma", "shown"), [(45455, True), (100000, False)])
def test_a_png_that_states_another_gamma_is_left_to_the_browser(gamma: int, shown: bool) -> None:
    content = _png((80, 40), 8, 2, bytes(RED) * 80, (b"gAMA", struct.pack(">I", gamma)))
    assert (drawn(content, "png") is not None) is shown


@pytest.mark.parametrize(
    ("turn", "corner"),
    [(1, (2, 2)), (2, (37, 2)), (3, (37, 17)), (4, (2, 17)), (5, (2, 2)), (6, (17, 2)), (7, (17, 37)), (8, (2, 37))],
)
@pytest.mark.parametrize(("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png")])
def test_a_picture_is_drawn_the_way_it_is_shown(kind: str, extension: str, turn: int, corner: tuple[int, int]) -> None:
    picture = Image.new("RGB", (80, 40), BLUE)
    picture.paste(RED, (0, 0, 16, 16))
    exif = Image.Exif()
    exif[0x0112] = turn
    content = saved(picture, kind, exif=exif, **({"quality": 95} if kind == "JPEG" else {}))
    found = drawn(content, extension, (20, 40) if turn >= 5 else (40, 20))
    assert near(found, corner, RED, 40)
    assert found is not None
    assert found.getbbox() == (0, 0, *found.size)


def test_a_moving_picture_is_not_drawn() -> None:
    others = {"save_all": True, "append_images": [Image.new("RGB", (80, 40), BLUE)]}
    for kind, extension in (("GIF", "gif"), ("PNG", "png"), ("WEBP", "webp")):
        assert drawn(saved(halves(), kind, **others), extension) is None, kind
        assert drawn(saved(halves(), kind), extension) is not None, kind


@pytest.mark.parametrize(("kind", "extension"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp")])
def test_half_a_picture_is_not_drawn(kind: str, extension: str) -> None:
    content = saved(Image.effect_noise((80, 40), 90).convert("P" if kind == "GIF" else "RGB"), kind)
    assert drawn(content, extension) is not None
    assert drawn(content[: len(content) // 2], extension) is None


def test_a_small_file_of_many_pixels_is_not_even_opened() -> None:
    content = _png((20_000, 20_000), 1, 0, bytes(2500))
    assert len(content) < 100_000
    assert not can_be_drawn(BadgeImage(content=content, extension="png", width=20_000, height=20_000))
    assert can_be_drawn(BadgeImage(content=content, extension="png", width=4096, height=4096))
    # The size that was measured is the one that is decoded, or nothing is.
    assert drawn(content, "png") is None


def test_only_the_decoder_that_was_named_is_tried() -> None:
    assert drawn(saved(halves(), "PNG"), "jpg") is None
    assert drawn(saved(halves(), "TIFF"), "png") is None


def test_a_jpeg_of_endless_passes_is_not_drawn() -> None:
    content = saved(halves(), "JPEG", progressive=True)
    start = content.rindex(b"\xff\xda")
    last = content[start:-2]
    assert drawn(content[:-2] + last * 3 + content[-2:], "jpg") is not None
    assert drawn(content[:-2] + last * MAX_SCANS + content[-2:], "jpg") is None


def test_nothing_is_said_to_the_reader(recwarn: pytest.WarningsRecorder, capfd: pytest.CaptureFixture[str]) -> None:
    drawn(saved(halves(), "PNG", icc_profile=b"no profile"), "png")
    drawn(saved(halves(), "JPEG")[:300], "jpg")
    picture = halves(mode="P")
    drawn(saved(picture, "PNG", transparency=bytes([0, 128, 255])), "png")
    assert [str(one.message) for one in recwarn] == []
    assert capfd.readouterr() == ("", "")


def test_the_same_picture_is_drawn_in_the_same_bytes() -> None:
    noise = Image.effect_noise((160, 160), 90).convert("RGBA")
    image = BadgeImage(content=saved(noise, "PNG"), extension="png", width=160, height=160)
    for extension in ("webp", "png"):
        assert Drawing(image).encoded((112, 112), extension) == Drawing(image).encoded((112, 112), extension)


def test_a_picture_is_decoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[BadgeImage] = []

    def counting(image: BadgeImage) -> Image.Image:
        opened.append(image)
        raise MemoryError

    monkeypatch.setattr(pictures, "_decode", counting)
    drawing = Drawing(BadgeImage(content=b"", extension="png", width=8, height=8))
    assert (drawing.encoded((4, 4), "webp"), drawing.encoded((2, 2), "webp")) == (None, None)
    assert len(opened) == 1
