from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.site.sample import sample_site_input
from wallet.site import Site, assemble
from wallet.stages import social_cards
from wallet.stages.made_files import MadeFiles
from wallet.stages.social_cards import with_cards


def _site() -> Site:
    site = assemble(sample_site_input())
    return replace(
        site, pages=tuple(page for page in site.pages if page.path in ("ja/index.html", "ja/badges/index.html"))
    )


def _refuse(_subject: object) -> bytes:
    raise AssertionError("drawn again")


def test_a_card_is_published_once_and_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = with_cards(_site(), MadeFiles(tmp_path))
    (file,) = (file for file in first.files if file.path.endswith("card.png"))
    assert (file.path, file.content[:4]) == ("ja/card.png", b"\x89PNG")
    monkeypatch.setattr(social_cards, "draw_card", _refuse)
    made = MadeFiles(tmp_path)
    assert with_cards(_site(), made) == first
    assert made.used == {path.name for path in tmp_path.iterdir()}


def test_a_file_is_made_when_it_is_missing(tmp_path: Path) -> None:
    made = MadeFiles(tmp_path / "cards")
    assert [made.get("a", lambda: b"1"), made.get("a", lambda: b"2"), made.get("b", lambda: b"3")] == [b"1", b"1", b"3"]


def test_what_cannot_be_kept_is_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    made = MadeFiles(tmp_path / "file")
    assert [made.get("a", lambda: b"1"), made.get("a", lambda: b"2")] == [b"1", b"2"]
    assert (tmp_path / "file").read_bytes() == b""
