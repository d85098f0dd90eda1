from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.sample import sample_site_input
from wallet.site import Card, assemble
from wallet.stages import social_cards
from wallet.stages.made_files import MadeFiles
from wallet.stages.social_cards import drawn_cards


def _cards() -> list[Card]:
    pages = (
        page for page in assemble(sample_site_input()).pages if page.path in ("ja/index.html", "ja/badges/index.html")
    )
    return [page.card for page in pages if page.card]


def _refuse(_subject: object) -> bytes:
    raise AssertionError("drawn again")


def test_a_card_is_published_once_and_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = drawn_cards(_cards(), MadeFiles(tmp_path))
    (file,) = first
    assert (file.path, file.content[:4]) == ("ja/card.png", b"\x89PNG")
    monkeypatch.setattr(social_cards, "draw_card", _refuse)
    made = MadeFiles(tmp_path)
    assert drawn_cards(_cards(), made) == first
    made.forget_others()
    assert [path.suffix for path in tmp_path.iterdir() if path.name != ".gitignore"] == [".png"]
