from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.stages.test_pictures import saved
from wallet.site.entries import BadgeImage
from wallet.stages import pictures
from wallet.stages.made_files import MadeFiles
from wallet.stages.renditions import kept_pictures, with_renditions


def _noise(width: int, height: int, kind: str = "PNG", extension: str = "png") -> BadgeImage:
    content = saved(Image.effect_noise((width, height), 60).convert("RGB"), kind)
    return BadgeImage(content=content, extension=extension, width=width, height=height)


def _copies(image: BadgeImage, kept: Path) -> dict[tuple[str, int, int], bytes]:
    found = with_renditions(image, MadeFiles(kept))
    assert found is not None
    assert found.content == image.content
    return {(one.extension, one.width, one.height): one.content for one in found.renditions}


def test_there_is_a_copy_for_each_size_and_sharpness(tmp_path: Path) -> None:
    image = _noise(600, 300)
    copies = _copies(image, tmp_path)
    webp = {(width, height) for extension, width, height in copies if extension == "webp"}
    assert webp == {(112, 56), (224, 112), (208, 104), (416, 208)}
    assert all(len(content) < len(image.content) for content in copies.values())
    for (extension, width, height), content in copies.items():
        with Image.open(io.BytesIO(content), formats=[extension.upper()]) as picture:
            assert picture.size == (width, height)


def test_no_copy_is_larger_than_the_picture(tmp_path: Path) -> None:
    webp = {width for extension, width, _ in _copies(_noise(300, 150), tmp_path) if extension == "webp"}
    assert webp == {112, 224, 208, 300}
    assert {width for extension, width, _ in _copies(_noise(90, 45), tmp_path) if extension == "webp"} == {90}


def test_browsers_without_webp_get_a_copy_where_it_saves_much(tmp_path: Path) -> None:
    assert {key for key in _copies(_noise(900, 900), tmp_path) if key[0] == "png"} == {
        ("png", 224, 224),
        ("png", 416, 416),
    }
    assert {key for key in _copies(_noise(226, 226), tmp_path) if key[0] == "png"} == set()
    jpeg = _copies(_noise(900, 900, "JPEG", "jpg"), tmp_path)
    assert ("jpg", 224, 224) in jpeg


def test_a_copy_that_saves_nothing_is_not_kept(tmp_path: Path) -> None:
    flat = saved(Image.new("1", (600, 600)), "PNG")
    image = BadgeImage(content=flat, extension="png", width=600, height=600)
    assert _copies(image, tmp_path) == {}


@pytest.mark.parametrize(
    "image",
    [
        None,
        BadgeImage(content=b"<svg/>", extension="svg", width=400, height=400),
        BadgeImage(content=b"\x89PNG", extension="png", width=20_000, height=20_000),
        BadgeImage(content=b"\x89PNG", extension="png", width=400, height=400),
    ],
)
def test_what_cannot_be_drawn_is_shown_as_it_is(image: BadgeImage | None, tmp_path: Path) -> None:
    assert with_renditions(image, MadeFiles(tmp_path)) == image


def test_what_was_drawn_or_could_not_be_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = BadgeImage(content=b"\x89PNG", extension="png", width=400, height=400)
    images = (_noise(600, 300), broken)
    first = [_copies(image, tmp_path) for image in images]

    def never(image: BadgeImage) -> Image.Image:
        raise KeyboardInterrupt

    monkeypatch.setattr(pictures, "_decode", never)
    assert [_copies(image, tmp_path) for image in images] == first
    with pytest.raises(KeyboardInterrupt):
        _copies(_noise(600, 300), tmp_path / "other")


def test_another_way_of_drawing_asks_for_another_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = _noise(600, 300)
    _copies(image, tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    for name, value in (("_REVISION", "changed"), ("_OPTIONS", {**pictures._OPTIONS, "webp": {"quality": 50}})):
        monkeypatch.setattr(pictures, name, value)
        _copies(image, tmp_path)
        assert {path.name for path in tmp_path.iterdir()} > before
        before = {path.name for path in tmp_path.iterdir()}
    monkeypatch.setattr("PIL.__version__", "0")
    _copies(image, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} > before


def test_copies_are_kept_beside_the_content(tmp_path: Path) -> None:
    with_renditions(_noise(90, 90), kept_pictures(tmp_path))
    assert list((tmp_path / ".wallet-cache" / "pictures").glob("*.webp"))
