"""Where a command speaks: results on standard output, everything else on standard error, in the reader's language.

Whatever is said is one line for each call: the words of a badge, or the name of a file, can neither begin a line of
their own nor send anything to the terminal.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import click

from wallet.errors import WalletError
from wallet.fields import JsonValue
from wallet.language.catalogs import Catalog
from wallet.language.controls import in_json, unbroken
from wallet.language.sentences import sentence

__all__ = ["Console"]


class _Styled(str):
    """A line that may be printed as it is: made harmless before it was given its colours."""

    __slots__ = ()


@dataclass(slots=True, kw_only=True)
class Console:
    """The reader's catalog, the clock and the environment of one run; `quiet` leaves out what is no result or error."""

    catalog: Catalog
    clock: Callable[[], datetime]
    environment: Mapping[str, str] = field(repr=False)
    quiet: bool = False

    def gettext(self, message: str) -> str:
        """A message in the reader's language."""
        return self.catalog.gettext(message)

    def sentence(self, code: str, facts: Mapping[str, object]) -> str:
        """The sentence of a code in the reader's language."""
        return sentence(self.catalog, code, {"file": "–", **facts})

    def join(self, first: str, second: str) -> str:
        """Two sentences one after the other."""
        return self.gettext("{first} {second}").format(first=first, second=second)

    def error_sentence(self, error: WalletError, file: str | None = None) -> str:
        """The sentence of an error; `file` names the input where the error itself does not."""
        facts: dict[str, object] = {"file": file} if file is not None else {}
        return self.sentence(error.code, {**facts, **error.facts})

    def result(self, text: str) -> None:
        """Print a line of the result."""
        click.echo(_harmless(text))

    def result_json(self, value: JsonValue) -> None:
        """Print the result as JSON, and nothing else."""
        click.echo(self.json(value))

    def json(self, value: JsonValue) -> str:
        """A value as programs read it."""
        return in_json(json.dumps(value, ensure_ascii=False, indent=2))

    def ask(self, text: str) -> None:
        """Say what the reader must know before they answer, however quiet they want it."""
        click.echo(_harmless(text), err=True)

    def tell(self, text: str) -> None:
        """Say what was done or what to do next, unless the reader asked for quiet."""
        if not self.quiet:
            click.echo(_harmless(text), err=True)

    def warn(self, text: str) -> None:
        """Say what went wrong."""
        line = unbroken(text)
        click.echo(click.style(line, fg="red") if self._coloured() else line, err=True)

    def heading(self, text: str, rest: str = "") -> str:
        """A line of its own that stands out where colours are welcome, with `rest` behind it that does not."""
        text, rest = unbroken(text), unbroken(rest)
        return _Styled((click.style(text, bold=True) if self._coloured() else text) + rest)

    def now(self) -> datetime:
        """The moment of this run, to the second."""
        return self.clock().replace(microsecond=0)

    def shown(self, path: Path) -> str:
        """A path as the reader would type it."""
        try:
            return str(path.relative_to(Path.cwd()))
        except ValueError:
            return str(path)

    def _coloured(self) -> bool:
        return "NO_COLOR" not in self.environment and self.environment.get("TERM") != "dumb"


def _harmless(text: str) -> str:
    return text if isinstance(text, _Styled) else unbroken(text)
