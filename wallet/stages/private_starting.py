"""A private collection that a learner begins, in the wallet: what stands is never written over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wallet.errors import PortfolioError, StoreError
from wallet.language.catalogs import Catalog, available_languages, load_catalog
from wallet.portfolio.private_collections import LOCKED
from wallet.portfolio.slugs import require_slug, slug_of
from wallet.stages.starters import letter
from wallet.stages.starting import quoted
from wallet.store.files import replace_folder

__all__ = ["NewPrivate", "begin_private"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPrivate:
    """What the learner has chosen at first; the file can be changed at any time before it is shared."""

    name: str
    kind: str
    asks: bool = False
    badges: tuple[str, ...] = ()
    until: date | None = None
    title: str | None = None


def begin_private(home: Path, wanted: NewPrivate, catalog: Catalog, languages: tuple[str, ...]) -> tuple[Path, ...]:
    """collections/<name>/ with collection.toml and a letter in every language; raises PortfolioError or StoreError."""
    name = wanted.name
    try:
        require_slug(name)
    except PortfolioError:
        raise PortfolioError("authoring.bad-slug", slug=name[:80], meant=slug_of(name) or "for-an-employer") from None
    folder = home / "collections" / name
    if folder.exists():
        raise PortfolioError("private.exists", path=str(folder), name=name)
    # A language that the program does not speak has its remarks in the learner's.
    spoken = {tag: load_catalog(tag) if tag in available_languages() else catalog for tag in languages}
    texts = {f"letter.{tag}.md": letter(own) for tag, own in spoken.items()}
    texts = {"collection.toml": "\n".join(_toml(catalog, spoken, wanted)), **texts}
    _make_folders(home)
    replace_folder(folder, {file: text.encode("utf-8") for file, text in texts.items()}, private=True)
    return tuple(folder / file for file in texts)


def _make_folders(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        (home / "collections").mkdir(exist_ok=True, mode=0o700)
    except OSError:
        raise StoreError("store.not-writable", path=str(home)) from None


def _toml(catalog: Catalog, spoken: Mapping[str, Catalog], wanted: NewPrivate) -> Iterator[str]:
    say, line = catalog.gettext, " ".join((wanted.title or "").split())
    badges, until = tuple(dict.fromkeys(wanted.badges)), wanted.until
    yield "# " + say("unlisted: whoever has the address can read it. locked: it is encrypted.")
    yield f"kind = {quoted(wanted.kind)}"
    if wanted.kind == LOCKED:
        yield "# " + say("How it is opened: by the key in its link (key), or by a passphrase (passphrase).")
        yield f"opens_with = {quoted('passphrase' if wanted.asks else 'key')}"
    yield "# " + say("The last day on which it can be read. Take out the # to use the line.")
    yield f"until = {quoted(until.isoformat())}" if until else '# until = "2027-03-31"'
    yield "# " + say("The badges in their order, by their short names: published ones, and others of your wallet.")
    yield f"badges = [{', '.join(map(quoted, badges))}]"
    yield ""
    yield "# " + say("The title in each language.")
    yield "[title]"
    yield from (f"{tag} = {quoted(line or own.gettext('Badges chosen for you'))}" for tag, own in spoken.items())
    yield ""
