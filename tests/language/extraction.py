"""Every message that the package and its themes ask to have translated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir

__all__ = ["extracted_messages"]

ROOT = Path(__file__).resolve().parents[2]
_KEYWORDS = {
    "N_": None,
    "_": None,
    "gettext": None,
    "say": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}

_OPTIONS = {"**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}


def extracted_messages() -> dict[tuple[str | None, str], str]:
    """Each message, by context and (singular) English sentence, with the first file that asks for it."""
    messages: dict[tuple[str | None, str], str] = {}
    for file, message, context in _found():
        singular = message if isinstance(message, str) else message[0]
        if singular:
            messages.setdefault((context, singular), file)
    return messages


def _found() -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    for folder, method, keywords in (
        ("wallet", ("**.py", "python"), _KEYWORDS),
        # The command line's own word for a message; elsewhere `text` reads a member of a file.
        ("wallet/cli", ("**.py", "python"), {"text": None}),
        ("themes", ("**.html", "jinja2.ext:babel_extract"), _KEYWORDS),
    ):
        for file, _line, message, _comments, context in extract_from_dir(
            ROOT / folder, method_map=[method], options_map=_OPTIONS, keywords=keywords
        ):
            yield f"{folder}/{file}", message, context
