"""Collections that are not for everybody. They stand in the wallet, not in the portfolio, whose files become public.

collections/<name>/collection.toml   the badges, the titles, the kind and the end
collections/<name>/letter.<lang>.md
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.portfolio.model import Collection
from wallet.portfolio.slugs import require_slug
from wallet.portfolio.tables import Table, read_table
from wallet.portfolio.texts import texts_by_language

__all__ = ["LOCKED", "UNLISTED", "PrivateCollection", "private_folder", "private_names", "read_private"]

UNLISTED, LOCKED = "unlisted", "locked"
_KEY, _PASSPHRASE = "key", "passphrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateCollection:
    """A collection of the wallet; `asks` for a passphrase where it is locked; `until` is the last day.

    The badges of `words` are published ones by slug and others of the wallet by name.
    """

    name: str
    file: Path
    kind: str
    asks: bool
    until: date | None
    words: Collection


def private_folder(home: Path, name: str) -> Path:
    """Where a private collection stands; raises PortfolioError for a name that cannot be one."""
    try:
        require_slug(name)
    except PortfolioError:
        raise PortfolioError("private.no-such-collection", name=name[:80]) from None
    return home / "collections" / name


def private_names(home: Path) -> tuple[str, ...]:
    """The names of all private collections, in order."""
    return tuple(sorted(path.parent.name for path in (home / "collections").glob("*/collection.toml")))


def read_private(home: Path, name: str) -> PrivateCollection:
    """One private collection; raises PortfolioError with file and line."""
    file = private_folder(home, name) / "collection.toml"
    if not file.is_file():
        raise PortfolioError("private.no-such-collection", name=name[:80])
    table = read_table(file)
    table.allow(("kind", "opens_with", "until", "badges", "title", "summary"))
    return PrivateCollection(
        name=name,
        file=file,
        kind=_one_of(table, "kind", (UNLISTED, LOCKED), "private.bad-kind"),
        asks=_one_of(table, "opens_with", (_KEY, _PASSPHRASE), "private.bad-opening") == _PASSPHRASE,
        until=_until(table),
        words=Collection(
            slug=name,
            title=table.words("title"),
            badges=tuple(dict.fromkeys(table.texts("badges"))),
            summary=table.by_language("summary"),
            letter=texts_by_language(file.parent, "letter"),
        ),
    )


def _one_of(table: Table, key: str, known: tuple[str, ...], code: str) -> str:
    found = table.text(key)
    if found is not None and found not in known:
        raise table.refuse(key, code, found)
    return found or known[0]


def _until(table: Table) -> date | None:
    found = table.text("until")
    try:
        return date.fromisoformat(found) if found else None
    except ValueError:
        raise table.refuse("until", "private.bad-date", str(found)) from None
