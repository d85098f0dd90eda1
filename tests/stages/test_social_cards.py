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
    made.forget_others()
    assert [path.suffix for path in tmp_path.iterdir() if path.name != ".gitignore"] == [".png"]
