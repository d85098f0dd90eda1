"""A language that a learner adds, or words of theirs for one that the package speaks: their own `.po` files.

Such a file is read as it comes from anywhere, so a translation can neither break a sentence nor bring markup with it.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

from wallet.language.catalogs import Catalog, catalog_files, compiled

__all__ = ["CatalogFaultError", "read_catalog"]

_PERCENT = re.compile(r"%(?:\([^)]*\))?.?")
_LINE = re.compile(r'(?:#.*|(?:msg(?:id|id_plural|str|ctxt)(?:\[\d+\])?\s+)?"(?:[^"\\]|\\.)*")?\Z')
_MARKUP = '<>"'


class CatalogFaultError(ValueError):
    """A file that is no catalog, or a translation that does not fit its message; `fault` says which."""

    def __init__(self, fault: str, path: Path, line: int) -> None:
        """`fault` is "unreadable", "places" or "markup"."""
        super().__init__(f"{path}:{line}: {fault}")
        self.fault = fault
        self.path = path
        self.line = line


def read_catalog(language: str, files: Sequence[Path]) -> Catalog:
    """The catalog of the files, with the package's own sentences behind them; raises CatalogFaultError or OSError."""
    for path in files:
        _require_fitting(path, language)
    return Catalog(language, compiled(language, (*files, *catalog_files(language))))


def _require_fitting(path: Path, language: str) -> None:
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as stream:
            messages = list(read_po(stream, locale=language.replace("-", "_"), abort_invalid=True))
    except PoFileError as error:
        raise CatalogFaultError("unreadable", path, (error.lineno or 0) + 1) from None
    except (ValueError, LookupError):
        # Neither the encoding nor a number in the head has a line of its own.
        raise CatalogFaultError("unreadable", path, 1) from None
    _require_whole_lines(path)
    for message in messages:
        originals, translations = _forms(message.id), _forms(message.string)
        for fault in _faults(originals, translations):
            raise CatalogFaultError(fault, path, message.lineno or 1)


def _require_whole_lines(path: Path) -> None:
    # Where a quote is missing, the library drops a letter in its place and says nothing.
    for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        if not _LINE.match(line.strip()):
            raise CatalogFaultError("unreadable", path, number)


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    forms = (text,) if isinstance(text, str) else tuple(text or ())
    return tuple(form for form in forms if form)


def _faults(originals: Sequence[str], translations: Sequence[str]) -> Iterator[str]:
    if not originals:
        return
    wanted = frozenset[object]().union(*map(_places, originals))
    for translation in translations:
        try:
            found = _places(translation)
        except ValueError:
            yield "places"
            return
        # A plural form may say its number in words; a sentence may leave out nothing.
        if found != wanted and not (len(originals) > 1 and found < wanted):
            yield "places"
        if any(mark in translation and mark not in original for mark in _MARKUP for original in originals):
            yield "markup"


def _places(text: str) -> frozenset[object]:
    named = {found[1:] for found in string.Formatter().parse(text) if found[1] is not None}
    return frozenset[object]([*named, *_PERCENT.findall(text)])
