"""How much Markdown is read as such: what would take long to read is shown as the plain text that it is.

The reader of Markdown looks for the end of each sign as far as its block goes, and again from the next. Nobody writes
prose that way, but a stranger may, and a build must not wait for it. Nothing is left out.
"""

from __future__ import annotations

import re

__all__ = ["BLANK_LINES", "is_too_much"]

LONGEST = 40_000
"""Characters of somebody else's text: a dozen pages, where issuers write one."""

MOST_STEPS = 10_000_000
"""Characters looked at for the signs of somebody else's text: some tenth of a second."""

OWN = 10
"""How many times as much a learner may write."""

# How far each sign makes the reader go on, as measured: a line break looks once at each character of its block.
_STEPS = {"[": 8, "`": 2, "*": 1, "_": 1}
_OPEN_TAG_STEPS = 3
_OPEN_TAG = re.compile(r"<(?=!|[^<>]*(?:<|\Z))")

_ITEM = re.compile(r"^ {0,3}(?:[-*+]|[0-9]+\.) ", re.MULTILINE)
_TABLE = re.compile(r"[^\n]*\|[^\n]*\n[ |:-]*-[ |:-]*\|[ |:-]*(?:\n|\Z)")

BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
"""What stands between the blocks of a text."""


def is_too_much(source: str, *, own: bool) -> bool:
    """Whether a text would take the reader of Markdown longer than a build may wait."""
    times = OWN if own else 1
    return len(source) > LONGEST * times or _steps(source) > MOST_STEPS * times


def _steps(source: str) -> int:
    # What ends a comment, or a tag that is not closed, is looked for in the whole text; every other sign in its block.
    tags = len(source) * _OPEN_TAG_STEPS * len(_OPEN_TAG.findall(source))
    blocks = BLANK_LINES.split(source)
    lines = sum(len(block) * block.count("\n") for block in blocks)
    return tags + lines + sum(_steps_of_signs(piece) for block in blocks for piece in _pieces(block))


def _steps_of_signs(piece: str) -> int:
    return len(piece) * sum(steps * piece.count(sign) for sign, steps in _STEPS.items())


def _pieces(block: str) -> list[str]:
    """What the reader takes one by one: the items of a list, the rows of a table, or the block as it is."""
    if _ITEM.match(block):
        starts = [found.start() for found in _ITEM.finditer(block)]
        return [block[start:end] for start, end in zip(starts, [*starts[1:], len(block)], strict=True)]
    return block.split("\n") if _TABLE.match(block) else [block]
