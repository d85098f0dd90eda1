"""Where a command speaks: results on standard output, everything else on standard error, in the reader's language."""

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
from wallet.language.sentences import sentence

__all__ = ["Console"]


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

    def result(self, text: str, end: str = "\n") -> None:
        """Print a line of the result, or with another `end` a part of one."""
        click.echo(text + end, nl=False)

    def result_json(self, value: JsonValue) -> None:
        """Print the result as JSON, and nothing else."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))

    def tell(self, text: str) -> None:
        """Say what was done or what to do next, unless the reader asked for quiet."""
        if not self.quiet:
            click.echo(text, err=True)

    def warn(self, text: str) -> None:
        """Say what went wrong."""
        click.echo(click.style(text, fg="red") if self._coloured() else text, err=True)

    def heading(self, text: str) -> str:
        """A line that stands out where colours are welcome."""
        return click.style(text, bold=True) if self._coloured() else text

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
