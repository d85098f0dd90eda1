"""Message catalogs as gettext's PO files hold them, read quickly: a command starts with reading one.

The part of the format that a finished catalog has use for: contexts, plurals, continued strings, comments. A message
that is marked fuzzy or obsolete is left out, as gettext's own compiler does; anything else is refused.
"""

from __future__ import annotations

import gettext
import json
import re
from collections.abc import Callable, Iterator, Mapping

__all__ = ["Messages", "parse_po"]

_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[([0-9])\])?\s+)?(".*")\s*')

Entry = dict[str, str]
"""One message: "msgctxt", "msgid", "msgid_plural", and "msgstr" with its number behind it."""


class Messages(gettext.NullTranslations):
    """Translations that were read from PO files; `plural` chooses among the forms of a message."""

    def __init__(self, forms: Mapping[tuple[str | None, str], tuple[str, ...]], plural: Callable[[int], int]) -> None:
        super().__init__()
        self._forms = forms
        self._plural = plural

    def gettext(self, message: str) -> str:
        """Translate one message."""
        return self._forms.get((None, message), (message,))[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Translate the form of a message that goes with a number."""
        return self._form(None, msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message that means something else in another context."""
        return self._forms.get((context, message), (message,))[0]

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Translate the form of a message that goes with a number in one context."""
        return self._form(context, msgid1, msgid2, n)

    def _form(self, context: str | None, singular: str, plural: str, number: int) -> str:
        forms = self._forms.get((context, singular))
        if forms is None:
            return singular if number == 1 else plural
        return forms[min(self._plural(number), len(forms) - 1)]


def parse_po(text: str) -> Iterator[tuple[tuple[str | None, str], tuple[str, ...]]]:
    """Each translated message by context and id, with its forms; raises ValueError for a line that is none of PO."""
    for lines in _blocks(text):
        entry = _entry(lines)
        forms = tuple(entry[name] for name in sorted(entry) if name.startswith("msgstr"))
        if "msgid" in entry and any(forms):
            yield (entry.get("msgctxt"), entry["msgid"]), forms


def _blocks(text: str) -> Iterator[list[str]]:
    for block in text.replace("\r\n", "\n").split("\n\n"):
        lines = block.strip("\n").split("\n")
        if not any(line.startswith("#,") and "fuzzy" in line for line in lines):
            yield [line for line in lines if line and line[0] != "#"]


def _entry(lines: list[str]) -> Entry:
    entry: Entry = {}
    name = ""
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None or not (found[1] or name):
            raise ValueError(f"not a line of a PO file: {line[:80]}")
        name = f"{found[1]}{found[2] or ''}" if found[1] else name
        if found[1] and name in entry:
            raise ValueError(f"two messages without an empty line between them: {line[:80]}")
        entry[name] = entry.get(name, "") + str(json.loads(found[3]))
    return entry
