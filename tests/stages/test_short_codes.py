"""QR codes are drawn once: the library takes its time, and the address of a badge stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from wallet.site.qr_codes import draw_code
from wallet.stages import short_codes
from wallet.stages.short_codes import drawing_once, kept_codes

URL = "https://mio.example/portfolio/b/2345678bcd/"


def test_a_code_is_drawn_once_for_each_address_and_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[str, str]] = []

    def drawing(text: str, kind: str) -> bytes:
        drawn.append((text, kind))
        return draw_code(text, kind)

    monkeypatch.setattr(short_codes, "draw_code", drawing)
    wanted = [(URL, "svg"), (URL, "png"), (f"{URL}x/", "png")]
    for _ in range(2):
        draw = drawing_once(kept_codes(tmp_path))
        assert [draw(*one) for one in wanted] == [draw_code(*one) for one in wanted]
    assert drawn == wanted


def test_a_code_of_another_drawing_is_not_taken_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing_once(kept_codes(tmp_path))(URL, "svg")
    monkeypatch.setattr(short_codes, "drawn_by", lambda kind: f"a newer library {kind}")
    monkeypatch.setattr(short_codes, "draw_code", lambda *_: b"drawn otherwise")
    assert drawing_once(kept_codes(tmp_path))(URL, "svg") == b"drawn otherwise"
