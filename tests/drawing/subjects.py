"""Cards to draw in tests."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from PIL import Image

from tests.site.sample import picture
from wallet.site.views import CardPicture, CardSubject, Run

__all__ = ["VERMILION", "colours", "drawn", "monogram", "pictured", "subject"]

VERMILION = (191, 51, 28)


def monogram(letter: str = "浜") -> CardPicture:
    return CardPicture(content=None, letter=letter, petals=7, turn=40)


def pictured(content: bytes | None = None) -> CardPicture:
    return replace(monogram(), content=picture(60, 40) if content is None else content)


def subject(**changes: Any) -> CardSubject:
    """A verified badge, in Japanese."""
    plain = CardSubject(
        language="ja",
        titles=(Run(text="データ活用の基礎（入門）"),),
        subtitles=(Run(text="土佐海浜大学"),),
        owners=(Run(text="浜口 澪"),),
        place="mio.example",
        lines=("検証済み", "2026年11月23日に確認"),
        shape="verified",
        stamp=("検証済", "2026.11.23", "署名"),
        pictures=(monogram(),),
    )
    return replace(plain, **changes)


def drawn(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as opened:
        return opened.convert("RGB")


def colours(content: bytes) -> set[tuple[int, int, int]]:
    """Every colour that a pixel of the card has."""
    raw = drawn(content).tobytes()
    return set(zip(raw[::3], raw[1::3], raw[2::3], strict=True))
