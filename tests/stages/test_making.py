from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.sample import sample_site_input
from wallet.render import load_theme, render
from wallet.site import Part, assemble, with_overviews
from wallet.stages import making
from wallet.stages.made_files import MadeFiles
from wallet.stages.making import make_site


@pytest.mark.parametrize("badges", [None, frozenset({"statistics-basics"})])
def test_editions_side_by_side_make_the_same_site(
    monkeypatch: pytest.MonkeyPatch, badges: frozenset[str] | None
) -> None:
    site_input, theme = with_overviews(sample_site_input()), load_theme("default")
    part = None if badges is None else Part(badges=badges, overviews=True)
    monkeypatch.setattr(making, "MANY", 0)
    monkeypatch.setattr(making, "can_fork", lambda: True)
    aside = make_site(site_input, theme, part, None)
    monkeypatch.setattr(making, "can_fork", lambda: False)
    assert make_site(site_input, theme, part, None) == aside
    expected = render(assemble(site_input, part), theme)
    assert {file.path: file.content for file in aside.files} == {file.path: file.content for file in expected}
    assert aside.pages == len(assemble(site_input).pages)


def test_cards_drawn_in_another_process_are_found_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site_input, theme = with_overviews(sample_site_input()), load_theme("default")
    part = Part(badges=frozenset(), overviews=True)
    monkeypatch.setattr(making, "MANY", 0)
    monkeypatch.setattr(making, "can_fork", lambda: True)
    cards = MadeFiles(tmp_path)
    made = make_site(site_input, theme, part, cards)
    drawn = [file.path for file in made.files if file.path.endswith("card.png")]
    assert {"ja/card.png", "en/card.png"} <= set(drawn)
    kept = len(list(tmp_path.glob("*.png")))
    cards.forget_others()
    assert len(list(tmp_path.glob("*.png"))) == kept > 0
