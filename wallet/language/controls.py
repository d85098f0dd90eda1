"""Characters that would make foreign text look like something it is not.

Direction overrides and other invisible controls come from files that strangers wrote. They are shown as what they
are, so that a name cannot pretend to be another one, on a page or in a terminal.
"""

from __future__ import annotations

import re

__all__ = ["unmarked", "visible"]

# C0 and C1 controls but tab and newline, zero-width space, line and paragraph separators, embeddings, overrides and
# isolates, invisible operators, lone surrogates, the byte order mark, interlinear annotation and tag characters.
# The marks that right-to-left text and emoji need (LRM, RLM, ALM, ZWJ, ZWNJ) reorder nothing else and stay.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """`text` with every hidden control written as its code point: ``⟨U+202E⟩``."""
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", text.replace("\r\n", "\n"))


def unmarked(text: str) -> str:
    """`text` from `visible` without the marks it made."""
    return re.sub("⟨U\\+[0-9A-F]{4,6}⟩", "", text)
