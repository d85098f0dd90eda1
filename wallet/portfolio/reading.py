"""Read a portfolio folder whole, or say which file and line stand in the way."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

from wallet.errors import PortfolioError
from wallet.language.tags import is_language_tag
from wallet.portfolio.collections import read_collections
from wallet.portfolio.holder import HOLDER_FILE, PRESENTATION_FILE, read_holder, read_kept_presentation
from wallet.portfolio.issuers import read_known_issuers, read_registries
from wallet.portfolio.languages import read_catalogs
from wallet.portfolio.locked import read_locked
from wallet.portfolio.model import DEFAULT_LANGUAGES, BadgeChoices, Link, OwnerName, Portfolio, PortfolioBadge
from wallet.portfolio.pages import read_own_pages
from wallet.portfolio.past_findings import HISTORY_FILE, read_past_findings
from wallet.portfolio.pathways import read_pathways
from wallet.portfolio.slugs import require_slug
from wallet.portfolio.splitting import read_split_name
from wallet.portfolio.tables import Table, read_table
from wallet.portfolio.texts import texts_by_language
from wallet.store.evidence import read_evidence

__all__ = ["CREDENTIAL_FILES", "is_site_url", "published_slugs", "read_badge", "read_portfolio", "require_site_url"]

CREDENTIAL_FILES = ("credential.json", "credential.jws", "credential.png", "credential.svg", "credential.txt")
"""The names under which an original stands in a badge's folder."""

_OWNER = ("family", "given", "family_reading", "given_reading", "latin", "language", "name", "headline")
_NAME = ("family", "given", "family_reading", "given_reading", "latin")


def read_portfolio(root: Path, badges: Collection[str] | None = None) -> Portfolio:
    """The portfolio in `root`, with all its badges or those named in `badges` alone.

    Raises PortfolioError, or StoreError where kept evidence was changed.
    """
    content = root / "content"
    file = content / "portfolio.toml"
    if not file.is_file():
        raise PortfolioError("portfolio.not-a-portfolio", path=str(root))
    table = read_table(file)
    table.allow(("site", "owner", "links"))
    site, owner = table.table("site"), table.table("owner")
    site.allow(("url", "languages", "theme"))
    owner.allow(_OWNER)
    slugs = published_slugs(root)
    return Portfolio(
        root=root,
        url=require_site_url(site),
        languages=_languages(site),
        catalogs=read_catalogs(content / "languages", _languages(site)),
        theme=site.text("theme") or "default",
        owner=_owner_name(owner),
        headline=owner.by_language("headline"),
        profile=texts_by_language(content, "profile"),
        links=tuple(_link(entry) for entry in table.tables("links")),
        pages=read_own_pages(content / "pages"),
        badges=tuple(read_badge(content / "badges" / slug) for slug in slugs if badges is None or slug in badges),
        known_issuers=read_known_issuers(content / "issuers.toml"),
        registries=read_registries(content / "issuers.toml"),
        collections=read_collections(content / "collections", slugs),
        locked=read_locked(content / "locked"),
        pathways=read_pathways(content / "pathways", slugs),
        holder=read_holder(content / HOLDER_FILE),
        presentation=read_kept_presentation(content / PRESENTATION_FILE),
    )


def is_site_url(url: str) -> bool:
    """Whether a site can stand at this address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.netloc) and not parts.query and not parts.fragment


def require_site_url(site: Table) -> str:
    """The site's address, ended by a slash."""
    url = site.required_text("url")
    if not is_site_url(url):
        raise site.refuse("url", "portfolio.bad-url", url)
    return url if url.endswith("/") else url + "/"


def _languages(site: Table) -> tuple[str, ...]:
    languages = site.texts("languages") or DEFAULT_LANGUAGES
    for language in languages:
        if not is_language_tag(language):
            raise site.refuse("languages", "portfolio.bad-language", language)
    return tuple(dict.fromkeys(languages))


def _owner_name(owner: Table) -> OwnerName:
    language = owner.text("language") or OwnerName().language
    if not is_language_tag(language):
        raise owner.refuse("language", "portfolio.bad-language", language)
    return OwnerName(**{name: owner.text(name) for name in _NAME}, language=language, forms=owner.by_language("name"))


def _link(table: Table) -> Link:
    table.allow(("url", "label", "me"))
    url = table.required_text("url")
    if urlsplit(url).scheme not in ("https", "http", "mailto"):
        raise table.refuse("url", "portfolio.bad-url", url)
    return Link(url=url, label=table.by_language("label"), me=table.flag("me", default=True))


def published_slugs(root: Path) -> tuple[str, ...]:
    """The slugs of all published badges, in order."""
    folder = root / "content" / "badges"
    if not folder.is_dir():
        return ()
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")))


def read_badge(folder: Path) -> PortfolioBadge:
    """One published badge; raises PortfolioError or StoreError."""
    require_slug(folder.name)
    files = [name for name in CREDENTIAL_FILES if (folder / name).is_file()]
    if len(files) != 1:
        code = "portfolio.badge-without-file" if not files else "portfolio.badge-with-two-files"
        raise PortfolioError(code, path=str(folder))
    return PortfolioBadge(
        slug=folder.name,
        folder=folder,
        file_name=files[0],
        source=(folder / files[0]).read_bytes(),
        choices=_choices(folder / "badge.toml"),
        notes=texts_by_language(folder, "note"),
        evidence=read_evidence(folder / "evidence"),
        past=read_past_findings(folder / HISTORY_FILE),
    )


def _choices(file: Path) -> BadgeChoices:
    if not file.is_file():
        return BadgeChoices()
    table = read_table(file)
    table.allow(("order", "featured", "tags", "reading", "name", "summary", "split_name", "cv"))
    return BadgeChoices(
        order=table.integer("order"),
        featured=table.flag("featured"),
        cv=table.flag("cv", default=True),
        tags=table.texts("tags"),
        reading=table.text("reading"),
        name=table.by_language("name"),
        summary=table.by_language("summary"),
        split_name=read_split_name(table),
    )
