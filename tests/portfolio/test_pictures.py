from __future__ import annotations

from pathlib import Path

import pytest

from wallet.portfolio.content_files import ContentFile
from wallet.portfolio.mentions import mentions_in
from wallet.portfolio.pictures import picture_remarks, pictures_read

PAGE = "content/pages/works.en.md"
FILES = (ContentFile(place=Path("sea.png"), parts=("pages", "sea.png")),)


@pytest.mark.parametrize(
    ("text", "path", "codes"),
    [
        ("![the sea](sea.png)", PAGE, []),
        ("![the sea](./sea.png)", PAGE, []),
        ("![](sea.png)", PAGE, ["picture-without-words"]),
        ("![ ](https://a.example/sea.png)", PAGE, ["picture-without-words", "picture-elsewhere"]),
        ("![the sea](//a.example/sea.png)", PAGE, ["picture-elsewhere"]),
        ("![the sea](data:image/png;base64,AA)", PAGE, ["picture-elsewhere"]),
        ("![the sea](http://[)", PAGE, ["picture-elsewhere"]),
        ("![the sea](gone.png)", PAGE, ["picture-missing"]),
        ("![the sea](../sea.png)", PAGE, ["picture-missing"]),
        ("![the sea](sea.tiff)", PAGE, ["picture-missing"]),
        ("![the sea](sea.png)", "content/profile.en.md", ["picture-not-here"]),
        ("[the sea](https://a.example/sea.png)", PAGE, []),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named(text: str, path: str, codes: list[str]) -> None:
    found = picture_remarks(mentions_in(text, path), FILES)
    assert [remark.code.removeprefix("review.") for remark in found] == codes


def test_only_pages_of_the_learners_own_read_pictures() -> None:
    mentions = (*mentions_in("![a](a.png)", PAGE), *mentions_in("![b](b.png)", "content/profile.en.md"))
    assert pictures_read(mentions) == {"content/pages/a.png"}
