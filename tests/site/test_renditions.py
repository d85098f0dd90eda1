from __future__ import annotations

from dataclasses import replace

import pytest

from tests.site.sample import sample_badges, sample_site_input
from wallet.site import assemble
from wallet.site.cards import CARD_SIZE, PAGE_SIZE
from wallet.site.entries import BadgeEntry, BadgeImage, Rendition
from wallet.site.originals import badge_files
from wallet.site.renditions import fallback_address, sides, size_within, source_views
from wallet.site.views import BadgeView


def _entry() -> BadgeEntry:
    return next(entry for entry in sample_badges() if entry.slug == "ds-literacy")


def _image(width: int, height: int, *copies: tuple[int, int, str]) -> BadgeImage:
    made = tuple(Rendition(content=b"", width=one, height=other, extension=kind) for one, other, kind in copies)
    return BadgeImage(content=b"", extension="png", width=width, height=height, renditions=made)


def _offered(image: BadgeImage, size: int) -> list[tuple[str, str]]:
    return [(source.address, source.density) for source in source_views("a", image, size)]


@pytest.mark.parametrize(
    ("width", "height", "card", "page"),
    [
        (600, 400, (112, 224), (208, 416)),
        (400, 600, (112, 224), (208, 416)),
        (300, 300, (112, 224), (208, 300)),
        (150, 90, (112, 150), (150,)),
        (40, 40, (40,), (40,)),
    ],
)
def test_the_sharp_copy_is_no_larger_than_the_picture(
    width: int, height: int, card: tuple[int, ...], page: tuple[int, ...]
) -> None:
    image = _image(width, height)
    assert (sides(image, CARD_SIZE), sides(image, PAGE_SIZE)) == (card, page)


def test_a_copy_has_the_proportion_of_the_picture() -> None:
    assert size_within(_image(600, 400), 112) == (112, 75)
    assert size_within(_image(400, 600), 208) == (139, 208)
    assert size_within(_image(2000, 1), 112) == (112, 1)


def test_a_page_offers_the_copies_by_density() -> None:
    image = _image(300, 300, (112, 112, "webp"), (224, 224, "webp"), (208, 208, "webp"), (300, 300, "webp"))
    assert _offered(image, 112) == [("badges/a/image-112.webp", "1x"), ("badges/a/image-224.webp", "2x")]
    assert _offered(image, 208) == [("badges/a/image-208.webp", "1x"), ("badges/a/image-300.webp", "1.44x")]
    assert _offered(_image(40, 40, (40, 40, "webp")), 112) == [("badges/a/image-40.webp", "1x")]


def test_the_plain_copy_does_not_stand_alone() -> None:
    assert _offered(_image(300, 300, (112, 112, "webp")), 112) == []
    assert _offered(_image(300, 300), 112) == []


def test_other_browsers_get_the_copy_of_the_pictures_own_kind_or_the_picture() -> None:
    assert fallback_address("a", _image(600, 600, (224, 224, "png")), 112) == "badges/a/image-224.png"
    assert fallback_address("a", _image(600, 600, (224, 224, "png")), 208) is None
    assert fallback_address("a", _image(600, 600, (224, 224, "jpg")), 112) is None
    webp = replace(_image(600, 600, (224, 224, "webp")), extension="webp")
    assert fallback_address("a", webp, 112) is None


def test_the_copies_are_published_beside_the_badge() -> None:
    entry = _entry()
    files = {file.path: file.content for file in badge_files(entry)}
    assert entry.image is not None
    assert files["badges/ds-literacy/image.png"] == entry.image.content
    assert {path: files[path] for path in files if "image-" in path} == {
        "badges/ds-literacy/image-112.webp": b"112",
        "badges/ds-literacy/image-224.webp": b"224",
        "badges/ds-literacy/image-208.webp": b"208",
        "badges/ds-literacy/image-416.webp": b"416",
        "badges/ds-literacy/image-224.png": b"224",
    }


def test_the_picture_itself_is_what_the_page_names() -> None:
    site = assemble(sample_site_input())
    (page,) = (page for page in site.pages if page.address == "ja/badges/ds-literacy/")
    assert isinstance(page.view, BadgeView)
    assert page.view.picture.image is not None
    assert page.view.picture.image.address == "badges/ds-literacy/image.png"
