"""Characters that would make foreign text look like something it is not.

Direction overrides and other invisible controls come from files that strangers wrote. They are shown as what they
are, so that a name cannot pretend to be another one, on a page or in a terminal.
"""

from __future__ import annotations

import json
import re

__all__ = ["in_json", "one_line", "unbroken", "unmarked", "visible"]

# C0 and C1 controls but tab and newline, zero-width space, line and paragraph separators, embeddings, overrides and
# isolates, invisible operators, lone surrogates, the byte order mark, interlinear annotation and tag characters.
# The marks that right-to-left text and emoji need (LRM, RLM, ALM, ZWJ, ZWNJ) reorder nothing else and stay.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)

# White space of every kind, and the letters that look like nothing: the blank of Braille and the fillers of Hangul.
_GAP = re.compile("[\\s\u2800\u115f\u1160\u3164\uffa0]+")
_ALONE = frozenset(" \u3000\u00a0\u2009\u202f\u115f\u1160")


def visible(text: str) -> str:
    """`text` with every hidden control written as its code point: ``⟨U+202E⟩``."""
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """A foreign value as it stands in a line of ours: `visible`, its breaks and gaps a single space each.

    Lines of its own, or blanks as far as the edge of a terminal, would let it say something in our name.
    """
    return visible(_GAP.sub(_space, text))


def _space(gap: re.Match[str]) -> str:
    # The space of Japanese names and those within numbers are words' own.
    return gap.group() if gap.group() in _ALONE else " "


def unbroken(text: str) -> str:
    """A line of ours with whatever stands in it: its indentation stays, every break is its code point."""
    return visible(text).replace("\n", "⟨U+000A⟩")


def in_json(written: str) -> str:
    """JSON with every hidden control as an escape, which says the same and can be shown on a terminal."""
    return _HIDDEN.sub(lambda match: json.dumps(match.group())[1:-1], written)


def unmarked(text: str) -> str:
    """`text` from `visible` without the marks it made."""
    return re.sub("⟨U\\+[0-9A-F]{4,6}⟩", "", text)
