from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.assets import badge_svg
from tests.site.sample import picture
from wallet.drawing.pictures import open_picture


def _file(image: Image.Image, kind: str) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_pictures_of_the_web_are_fitted_whole(kind: str) -> None:
    opened = open_picture(_file(Image.new("RGB", (600, 300), (32, 58, 110)), kind), 200)
    assert opened is not None
    assert (opened.size, opened.mode) == ((200, 100), "RGB")


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "PPM", "ICO"])
def test_other_formats_are_not_read(kind: str) -> None:
    assert open_picture(_file(Image.new("RGB", (60, 60)), kind), 200) is None


def test_a_small_picture_is_not_blown_up() -> None:
    opened = open_picture(picture(20, 10), 300)
    assert opened is not None
    assert opened.size == (60, 30)


def test_transparency_shows_white_and_no_other_colour() -> None:
    clear = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    clear.paste((0, 0, 255, 255), (0, 0, 20, 40))
    opened = open_picture(_file(clear, "PNG"), 80)
    assert opened is not None
    assert opened.getpixel((79, 40)) == (255, 255, 255)
    # A red that nobody sees must not tint the edge.
    pixels = opened.tobytes()
    assert all(red <= blue for red, blue in zip(pixels[::3], pixels[2::3], strict=True))


def test_a_picture_too_large_to_unfold_is_not_unfolded() -> None:
    assert open_picture(picture(5000, 4000), 200) is None


def _svg(shapes: str, size: str = "viewBox='0 0 20 10'") -> bytes:
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}>{shapes}</svg>".encode()


def test_an_svg_of_shapes_is_drawn_whole() -> None:
    opened = open_picture(_svg("<path d='M0 0h10v10h-10z' fill='#203a6e'/>"), 200)
    assert opened is not None
    assert opened.size == (200, 100)
    assert [opened.getpixel((x, 50)) for x in (5, 195)] == [(32, 58, 110), (255, 255, 255)]


class PanicException(BaseException):
    pass


@pytest.mark.parametrize("error", [PanicException, ValueError])
def test_a_renderer_that_fails_gives_no_picture(monkeypatch: pytest.MonkeyPatch, error: type[BaseException]) -> None:
    def fail(**_options: object) -> bytes:
        raise error

    monkeypatch.setattr("resvg_py.svg_to_bytes", fail)
    assert open_picture(_svg("<path d='M0 0h10v10h-10z'/>"), 200) is None


def test_a_demo_badge_in_svg_is_drawn() -> None:
    opened = open_picture(badge_svg(), 200)
    assert opened is not None


def _claims(width: int, height: int) -> bytes:
    content = bytearray(picture(4, 4))
    content[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        _svg("<text x='1' y='9'>A</text>"),
        _svg("<image href='/etc/passwd' width='9' height='9'/>"),
        _svg("<path d='M0 0h9v9z'/>", "width='1' height='100000'"),
        picture(40, 40)[:60],
        _claims(2**31 - 1, 2**31 - 1),
        _claims(60_000, 60_000),
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 100,
        b"GIF89a" + b"\xff" * 100,
        b"RIFF\xff\xff\xff\x7fWEBPVP8X" + b"\xff" * 100,
        b"\xff\xd8\xff\xc0" + b"\xff" * 100,
    ],
)
def test_a_file_that_cannot_be_read_gives_no_picture(content: bytes) -> None:
    assert open_picture(content, 200) is None
