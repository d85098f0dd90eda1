"""What was found about a published badge over time, as lines on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from wallet.cli.console import Console
from wallet.fields import JsonValue
from wallet.language.dates import format_date
from wallet.portfolio.past_findings import HISTORY_FILE, changes, read_past_findings
from wallet.stages.publishing import published_keys

__all__ = ["past_json", "past_lines", "slug_of"]


def past_lines(console: Console, root: Path, slug: str) -> Iterator[str]:
    """One line for each change, the latest first."""
    past = read_past_findings(_file(root, slug))
    for before, now in reversed([*pairwise(past)]):
        told = " ".join(console.sentence(code, {}) for code in changes(before, now))
        date = format_date(now.at, console.catalog.language)
        yield "    " + console.gettext("{date}: {found}").format(date=date, found=told)


def past_json(root: Path, slug: str) -> dict[str, JsonValue]:
    """The history under its name; nothing for a badge about which nothing ever changed."""
    entries: list[JsonValue] = [
        {"at": one.at.isoformat(), "verdict": one.verdict.value, "marks": [*one.marks]}
        for one in read_past_findings(_file(root, slug))
    ]
    return {"history": entries} if entries else {}


def slug_of(root: Path, key: str) -> str | None:
    """The slug under which a badge of the wallet is published in the portfolio, if it is."""
    if not (root / "content" / "portfolio.toml").is_file():
        return None
    return next((slug for slug, published in published_keys(root).items() if published == key), None)


def _file(root: Path, slug: str) -> Path:
    return root / "content" / "badges" / slug / HISTORY_FILE
