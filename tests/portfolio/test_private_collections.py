"""Private collections in the wallet: read with the file and line of what is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wallet.errors import PortfolioError
from wallet.portfolio.private_collections import private_names, read_private

WHOLE = """kind = "locked"
opens_with = "passphrase"
until = "2027-03-31"
badges = ["one", "two", "one"]
[title]
en = "For you"
"""


def kept(home: Path, text: str, name: str = "for-you") -> Path:
    file = home / "collections" / name / "collection.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


def test_a_collection_is_read_with_its_letter(tmp_path: Path) -> None:
    file = kept(tmp_path, WHOLE)
    (file.parent / "letter.ja.md").write_text("拝啓", "utf-8")
    found = read_private(tmp_path, "for-you")
    assert (found.kind, found.asks, found.until) == ("locked", True, date(2027, 3, 31))
    assert (found.words.badges, found.words.letter) == (("one", "two"), {"ja": "拝啓"})


def test_without_a_choice_it_is_unlisted_and_has_no_end(tmp_path: Path) -> None:
    kept(tmp_path, '[title]\nen = "For you"\n')
    found = read_private(tmp_path, "for-you")
    assert (found.kind, found.asks, found.until, found.words.badges) == ("unlisted", False, None, ())


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('"locked"', '"secret"', "private.bad-kind", 1),
        ('"passphrase"', '"fingerprint"', "private.bad-opening", 2),
        ('"2027-03-31"', '"31 March"', "private.bad-date", 3),
        ('"2027-03-31"', '"2027-02-30"', "private.bad-date", 3),
        ("until", "untill", "portfolio.unknown-key-meant", 3),
        ('"For you"', '" "', "portfolio.missing-words", 5),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    kept(tmp_path, WHOLE.replace(old, new))
    with pytest.raises(PortfolioError) as caught:
        read_private(tmp_path, "for-you")
    assert (caught.value.code, caught.value.facts["line"]) == (code, line)


@pytest.mark.parametrize("name", ["nobody", "../outside", "", "Upper", "a/b"])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    kept(tmp_path, WHOLE)
    with pytest.raises(PortfolioError, match=r"private\.no-such-collection"):
        read_private(tmp_path, name)


def test_names_are_in_order(tmp_path: Path) -> None:
    assert private_names(tmp_path) == ()
    for name in ("zebra", "aria"):
        kept(tmp_path, WHOLE, name)
    assert private_names(tmp_path) == ("aria", "zebra")
