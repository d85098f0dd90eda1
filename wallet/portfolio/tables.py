"""Reading the learner's TOML files, with the file and the line of every fault.

An unknown key is an error, and names the key that was probably meant: a typing error must not silently change a page.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from wallet.errors import PortfolioError
from wallet.language.tags import is_language_tag

__all__ = ["Table", "TomlValue", "read_table"]

TomlValue: TypeAlias = object

# Far beyond any number that a learner would write, and near enough for sums to stay exact.
_LARGEST = 1e9


def read_table(path: Path) -> Table:
    """The top table of a TOML file; raises PortfolioError with file and line."""
    try:
        # Some editors begin a file with a byte order mark, which nobody sees.
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise PortfolioError("portfolio.file-missing", path=str(path)) from None
    except OSError:
        raise PortfolioError("portfolio.file-closed", path=str(path)) from None
    except UnicodeDecodeError:
        raise PortfolioError("portfolio.file-unreadable", path=str(path)) from None
    try:
        return Table(tomllib.loads(text), path, text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place.group(1)) if place else text.count("\n") + 1
        raise PortfolioError("portfolio.not-toml", path=str(path), line=line) from None


class Table:
    """One table of a TOML file; each reader raises PortfolioError("portfolio.wrong-value") with file and line."""

    def __init__(
        self, members: Mapping[str, TomlValue], path: Path, text: str, span: tuple[int, int] | None = None
    ) -> None:
        self._members = members
        self._path = path
        self._text = text
        # Where in the text this table stands: keys of tables of one kind have the same names.
        self._start, self._end = span or (0, len(text))

    def allow(self, names: Iterable[str]) -> None:
        """Refuse every key that is not one of `names`."""
        known = list(names)
        for name in self._members:
            if name not in known:
                meant = difflib.get_close_matches(name, known, 1)
                facts: dict[str, str | int] = {"path": str(self._path), "line": self._line(name), "key": name}
                if meant:
                    raise PortfolioError("portfolio.unknown-key-meant", meant=meant[0], **facts)
                raise PortfolioError("portfolio.unknown-key", known=", ".join(known), **facts)

    def text(self, name: str) -> str | None:
        """A string, or None when absent."""
        value = self._members.get(name)
        if value is None or isinstance(value, str):
            return value
        raise self._wrong(name, "text")

    def required_text(self, name: str) -> str:
        """A string that must be there and not empty."""
        value = self.text(name)
        if not value:
            raise PortfolioError("portfolio.missing-key", path=str(self._path), key=name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """An array of strings."""
        value = self._members.get(name, [])
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return tuple(value)
        raise self._wrong(name, "list of texts")

    def integer(self, name: str) -> int | None:
        """A whole number, or None when absent."""
        value = self._members.get(name)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self._wrong(name, "whole number")

    def number(self, name: str) -> float | None:
        """A number above 0, whole or not, or None when absent."""
        value = self._members.get(name)
        if value is None:
            return None
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= _LARGEST:
            return float(value)
        raise self._wrong(name, "number above 0")

    def flag(self, name: str, *, default: bool = False) -> bool:
        """true or false; `default` when absent."""
        value = self._members.get(name, default)
        if isinstance(value, bool):
            return value
        raise self._wrong(name, "true or false")

    def by_language(self, name: str) -> Mapping[str, str]:
        """A table from language to text, empty when absent."""
        value = self._members.get(name, {})
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            raise self._wrong(name, "table of texts by language")
        for language in value:
            if not is_language_tag(language):
                facts: dict[str, str | int] = {"line": self._line_within(name, language), "key": name}
                raise PortfolioError("portfolio.no-language", path=str(self._path), found=language, **facts)
        return {str(language): str(text) for language, text in value.items()}

    def words(self, name: str) -> Mapping[str, str]:
        """A table from language to text that must have words in at least one language."""
        value = self.by_language(name)
        if not any(text.strip() for text in value.values()):
            raise PortfolioError("portfolio.missing-words", path=str(self._path), line=self._line(name), key=name)
        return value

    def table(self, name: str) -> Table:
        """A table within, empty when absent."""
        value = self._members.get(name, {})
        if isinstance(value, dict):
            return Table(value, self._path, self._text)
        raise self._wrong(name, "table")

    def tables(self, name: str) -> tuple[Table, ...]:
        """An array of tables, empty when absent."""
        value = self._members.get(name, [])
        if isinstance(value, list) and all(isinstance(part, dict) for part in value):
            spans = self._spans(name, len(value))
            return tuple(Table(part, self._path, self._text, span) for part, span in zip(value, spans, strict=True))
        raise self._wrong(name, "list of tables")

    def refuse(self, name: str, code: str, found: str, **facts: str) -> PortfolioError:
        """The error for a value that has the right shape and is wrong all the same."""
        line = self._line_of_value(name, found)
        return PortfolioError(code, path=str(self._path), line=line, key=name, found=found, **facts)

    def place(self, name: str) -> tuple[str, int]:
        """The file, and the line where `name` stands in it."""
        return str(self._path), self._line(name)

    def _wrong(self, name: str, wanted: str) -> PortfolioError:
        codes = {
            "text": "portfolio.wants-text",
            "list of texts": "portfolio.wants-texts",
            "whole number": "portfolio.wants-number",
            "number above 0": "portfolio.wants-amount",
            "true or false": "portfolio.wants-flag",
            "list of tables": "portfolio.wants-tables",
            "table of texts by language": "portfolio.wants-languages",
        }
        code = codes.get(wanted, "portfolio.wants-table")
        return PortfolioError(code, path=str(self._path), line=self._line(name), key=name)

    def _line(self, name: str) -> int:
        pattern = re.compile(rf'^\s*(?:\[+[\w."-]*)?"?{re.escape(name)}"?\s*[=\].]', re.MULTILINE)
        found = pattern.search(self._text, self._start, self._end) if name in self._members else None
        start = found.start() + len(found.group()) - len(found.group().lstrip()) if found else self._start
        return self._text.count("\n", 0, start) + 1

    def _line_within(self, name: str, key: str) -> int:
        # A key that was meant for the table above stands at the beginning of a line, another also after a dot or brace.
        line = self._line(name)
        start = sum(map(len, self._text.splitlines(keepends=True)[: line - 1]))
        inside = re.compile(rf"(?:^|[.{{,])[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", re.MULTILINE)
        found = inside.search(self._text, start, self._end)
        return line + self._text.count("\n", start, found.start()) if found else line

    def _line_of_value(self, name: str, found: str) -> int:
        # A list may stand on several lines, and the wrong value on any of them.
        line = self._line(name)
        start = sum(map(len, self._text.splitlines(keepends=True)[: line - 1]))
        value = re.compile(rf"[\"']{re.escape(found)}[\"']").search(self._text, start, self._end)
        return line + self._text.count("\n", start, value.start()) if value else line

    def _spans(self, name: str, number: int) -> tuple[tuple[int, int], ...]:
        headers = re.finditer(rf'^[ \t]*\[\[[ \t]*"?{re.escape(name)}"?[ \t]*\]\]', self._text, re.MULTILINE)
        starts = [found.start() for found in headers]
        if len(starts) != number:
            # Written in another way, in one line for instance: then the place of the whole is the best there is.
            return ((self._start, self._end),) * number
        return tuple(pairwise((*starts, len(self._text))))
