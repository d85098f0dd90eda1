"""One social card: what was achieved, by whom it was awarded, to whom, and what was found when it was checked.

A text that the faces cannot set is left out, or gives way to the same in other words; what remains is a whole card.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version

from wallet.drawing.fonts import SANS, SERIF, Face, face, fonts_digest, is_european, settable
from wallet.drawing.lines import break_lines, phrases_of, shorten
from wallet.drawing.pictures import open_picture
from wallet.drawing.shapes import SEALED, monogram, seal, state_shape
from wallet.drawing.sheet import FINE, HEIGHT, WIDTH, Ink, Sheet
from wallet.site.views import CardPicture, CardSubject, Run

__all__ = ["card_key", "draw_card"]

DRAWING = 1
"""Counts up with every change of how a card looks, so that no older drawing is taken for it."""

MARGIN = 72
FOOT = 486
"""Where the line stands that divides what is certified from who shows it and what was found."""

PICTURE = 324
COLUMN_GAP = 60
TITLE_SIZES = (72, 64, 58, 52, 46, 41, 37, 34)
SUBTITLE_SIZES = (30, 27, 25)
HEADLINE_SIZES = (40, 36, 32, 28)
"""What stands under a person's name, or has no title above it."""

OWNER_SIZES = (40, 36, 32, 28, 25)
LEADING = 1.34
FEWER_LINES = 0.8
"""A text is rather set by this much smaller than broken into more lines."""

LONGEST = 600
"""More characters than any card has room for."""
SEAL = 214
SEAL_TOP = 414
EDGE = 30
"""What the words keep away from the upper edge, from the line at the foot, and from the seal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Lines of one size, already broken."""

    lines: tuple[str, ...]
    name: str
    size: int
    european: bool

    @property
    def face(self) -> Face:
        """The face of its lines, in the fine pixels of the sheet."""
        return face(self.name, self.size * FINE, self.european)

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


def card_key(subject: CardSubject) -> str:
    """A digest of everything that decides how the card looks."""
    shown = asdict(subject)
    for picture in shown["pictures"]:
        picture["content"] = hashlib.sha256(picture["content"]).hexdigest() if picture["content"] else None
    text = json.dumps([DRAWING, fonts_digest(), _decoder(), shown], ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _decoder() -> str:
    return f"{version('pillow')} {version('resvg-py')}"


def draw_card(subject: CardSubject) -> bytes:
    """The card as a PNG of 1200 × 630 pixels."""
    sheet = Sheet()
    _draw_pictures(sheet, subject.pictures[:4])
    _draw_words(sheet, subject, MARGIN + PICTURE + COLUMN_GAP if subject.pictures else MARGIN)
    sheet.rule(MARGIN, WIDTH - MARGIN, FOOT, Ink.RULE, 2)
    room = _draw_state(sheet, subject)
    _draw_owner(sheet, subject, room)
    return sheet.png()


def _draw_pictures(sheet: Sheet, pictures: Sequence[CardPicture]) -> None:
    """One picture large, or up to four in a square."""
    top = (FOOT - PICTURE) // 2 + 8
    if len(pictures) == 1:
        _draw_picture(sheet, pictures[0], MARGIN, top, PICTURE)
        return
    side = (PICTURE - 24) // 2
    down = (PICTURE - side) // 2 if len(pictures) == 2 else 0
    for index, picture in enumerate(pictures):
        _draw_picture(sheet, picture, MARGIN + index % 2 * (side + 24), top + down + index // 2 * (side + 24), side)


def _draw_picture(sheet: Sheet, picture: CardPicture, x: int, y: int, side: int) -> None:
    opened = open_picture(picture.content, side) if picture.content else None
    if opened is None:
        sheet.press(monogram(picture, side), x, y, Ink.INDIGO)
        return
    sheet.place(opened, x + (side - opened.width) // 2, y + (side - opened.height) // 2)


def _draw_words(sheet: Sheet, subject: CardSubject, left: int) -> None:
    """Title and subtitle, together in the middle of the height that is theirs."""
    end = (SEAL_TOP if subject.stamp else FOOT) - EDGE
    width, room = WIDTH - MARGIN - left, end - EDGE
    named = any(settable(run.text) for run in subject.titles)
    sizes = SUBTITLE_SIZES if named and subject.owners else HEADLINE_SIZES
    under = _block(subject.subtitles, subject.language, SANS, sizes, width, 2)
    gap = 22 if under else 0
    most = int((room - (under.height + gap if under else 0)) // (TITLE_SIZES[-1] * LEADING))
    title = _block(subject.titles, subject.language, SERIF, TITLE_SIZES, width, most)
    blocks = [(block, ink) for block, ink in ((title, Ink.INK), (under, Ink.SOFT)) if block]
    height = sum(block.height for block, _ in blocks) + (gap if title else 0)
    top = min((FOOT - height) / 2 + 8, end - height)
    for block, ink in blocks:
        _write(sheet, block, left, top, ink)
        top += block.height + gap


def _draw_owner(sheet: Sheet, subject: CardSubject, right: int) -> None:
    width = right - MARGIN
    owner = _block(subject.owners, subject.language, SERIF, OWNER_SIZES, width, 2)
    place = _block((Run(text=subject.place),), subject.language, SANS, (24, 21), width, 1)
    blocks = [(block, ink) for block, ink in ((owner, Ink.INDIGO), (place, Ink.SOFT)) if block]
    top = FOOT + (HEIGHT - FOOT - sum(block.height for block, _ in blocks)) / 2 - 4
    for block, ink in blocks:
        _write(sheet, block, MARGIN, top, ink)
        top += block.height


def _draw_state(sheet: Sheet, subject: CardSubject) -> int:
    """The seal or the state's shape with its words at the right; answers where they begin."""
    edge = WIDTH - MARGIN
    middle = (FOOT + HEIGHT) // 2 - 4
    if subject.stamp is not None and subject.shape in SEALED:
        sheet.press(seal(subject.stamp, subject.shape, SEAL), WIDTH - 40 - SEAL, HEIGHT - 20 - SEAL, Ink.VERMILION)
        edge -= SEAL - 8
    elif subject.shape is not None:
        sheet.press(state_shape(subject.shape, 76), edge - 76, middle - 38, Ink.INK)
        edge -= 76 + 24
    blocks = [block for block in _state_blocks(subject, 420 if subject.owners else 640) if block]
    top = middle - sum(block.height for block in blocks) / 2
    start = edge
    for block in blocks:
        for line in block.lines:
            x = edge - block.face.width(line) / FINE
            _write(sheet, replace(block, lines=(line,)), x, top, Ink.INK)
            top += block.size * LEADING
            start = min(start, int(x))
    return start - 40


def _state_blocks(subject: CardSubject, width: int) -> Iterator[_Block | None]:
    for index, line in enumerate(subject.lines):
        sizes = (30, 27, 24) if index == 0 else (23, 21)
        yield _block((Run(text=line),), subject.language, SANS, sizes, width, 2)


def _write(sheet: Sheet, block: _Block, x: float, top: float, ink: Ink) -> None:
    for line in block.lines:
        # The letters of these faces reach 0.88 of their size above the baseline and 0.12 below it.
        sheet.write(line, block.face, x, top + block.size * (LEADING / 2 + 0.38), ink)
        top += block.size * LEADING


def _block(runs: Sequence[Run], language: str, name: str, sizes: Sequence[int], width: int, most: int) -> _Block | None:
    """The first text that can be set, as large as it fits into its room; at the smallest size it is shortened.

    `most` is how many lines of the smallest size there is room for; None when no text can be set.
    """
    for run in runs:
        text = settable(run.text[:LONGEST])
        if text is not None:
            return _fitted(text, run.language or language, name, sizes, width, most)
    return None


def _fitted(text: str, language: str, name: str, sizes: Sequence[int], width: int, most: int) -> _Block:
    phrases, european = phrases_of(text, language), is_european(text)
    found = [
        (size, lines)
        for size in sizes
        if (lines := _whole(phrases, face(name, size * FINE, european), width))
        and len(lines) <= max(1, most * sizes[-1] // size)
    ]
    if found:
        least = min(len(lines) for size, lines in found if size >= FEWER_LINES * found[0][0])
        size, lines = next((size, lines) for size, lines in found if len(lines) == least)
        lines = _balanced(phrases, lines, width, face(name, size * FINE, european))
    else:
        size = sizes[-1]
        letters = face(name, size * FINE, european)
        lines = shorten(break_lines(phrases, width * FINE, letters.width), most, width * FINE, letters.width)
    return _Block(lines=tuple(lines), name=name, size=size, european=european)


def _whole(phrases: Sequence[tuple[str, ...]], letters: Face, width: int) -> list[str]:
    """The lines at this size; none where a phrase would be torn apart."""
    if any(letters.width("".join(phrase).rstrip()) > width * FINE for phrase in phrases):
        return []
    return break_lines(phrases, width * FINE, letters.width)


def _balanced(phrases: Sequence[tuple[str, ...]], lines: list[str], width: int, letters: Face) -> list[str]:
    """As many lines as `lines`, as even in length as they get, so that no last word stands alone."""
    if len(lines) == 1:
        return lines
    # Narrower than its widest phrase, a line would tear that phrase apart.
    widest = max(letters.width("".join(phrase).rstrip()) for phrase in phrases)
    narrow, wide = max(width // len(lines), int(widest / FINE)), width
    while wide - narrow > 4:
        tried = (narrow + wide) // 2
        narrow, wide = (
            (narrow, tried) if len(break_lines(phrases, tried * FINE, letters.width)) <= len(lines) else (tried, wide)
        )
    return break_lines(phrases, wide * FINE, letters.width)
