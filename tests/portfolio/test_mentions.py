from __future__ import annotations

import pytest

from wallet.portfolio.mentions import Mention, malformed_links, mentions_in, picture_name

PATH = "content/profile.en.md"


def _targets(text: str) -> list[tuple[str, int | None]]:
    return [(mention.target, mention.line) for mention in mentions_in(text, PATH)]


def test_links_and_pictures_are_found_with_their_lines() -> None:
    text = 'One [a](x/) and\n![b](p.png "t")\n\n[c](<my file.txt>)\n[d]: https://d.example\n'
    assert _targets(text) == [("x/", 1), ("p.png", 2), ("my file.txt", 4), ("https://d.example", 5)]
    assert [mention.picture for mention in mentions_in(text, PATH)] == [False, True, False, False]


def test_code_and_comments_mention_nothing() -> None:
    assert _targets("`[a](b)`\n```\n[c](d)\n```\n<!-- [e](f)\n -->\n[g](h)") == [("h", 7)]


@pytest.mark.parametrize(
    ("target", "malformed"),
    [
        ("https://ok.example/a", False),
        ("mailto:a@b.example", False),
        ("../badges/x/", False),
        ("#state", False),
        ("htps://typo.example", True),
        ("https://", True),
        ("https:/one-slash.example", True),
        ("http://[broken", True),
        ("mailto:nobody", True),
        ("javascript:alert(1)", True),
        ("", True),
    ],
)
def test_only_the_form_of_an_address_is_judged(target: str, malformed: bool) -> None:
    mention = Mention(path=PATH, line=1, words="x", target=target)
    assert [remark.code for remark in malformed_links([mention])] == ["review.link-malformed"] * malformed


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("photo.png", "photo.png"),
        ("./IMG_1.JPG", "IMG_1.JPG"),
        ("%E5%86%99%E7%9C%9F.webp", "写真.webp"),
        ("../photo.png", None),
        ("https://a.example/photo.png", None),
        ("notes.txt", None),
    ],
)
def test_a_picture_beside_the_text_is_told_by_its_name(target: str, name: str | None) -> None:
    assert picture_name(target) == name
