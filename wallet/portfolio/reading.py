"""Read a portfolio folder whole, or say which file and line stand in the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from wallet.errors import PortfolioError
from wallet.portfolio.issuers import read_known_issuers, read_registries
from wallet.portfolio.model import BadgeChoices, Link, OwnerName, OwnPage, Portfolio, PortfolioBadge
from wallet.portfolio.slugs import require_slug
from wallet.portfolio.tables import Table, read_table
from wallet.store.evidence import read_evidence

__all__ = ["CREDENTIAL_FILES", "is_site_url", "read_badge", "read_portfolio", "require_site_url"]

CREDENTIAL_FILES = ("credential.json", "credential.jws", "credential.png", "credential.svg", "credential.txt")
"""The names under which an original stands in a badge's folder."""

_OWNER = ("family", "given", "family_reading", "given_reading", "latin", "headline")
_NAME = ("family", "given", "family_reading", "given_reading", "latin")
_LANGUAGE_FILE = re.compile(r"^(?P<name>[^.]+)\.(?P<language>[A-Za-z][A-Za-z0-9-]*)\.md\Z")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")


def read_portfolio(root: Path) -> Portfolio:
    """The portfolio in `root`; raises PortfolioError, or StoreError where kept evidence was changed."""
    content = root / "content"
    file = content / "portfolio.toml"
    if not file.is_file():
        raise PortfolioError("portfolio.not-a-portfolio", path=str(root))
    table = read_table(file)
    table.allow(("site", "owner", "links"))
    site, owner = table.table("site"), table.table("owner")
    site.allow(("url", "languages", "theme"))
    owner.allow(_OWNER)
    return Portfolio(
        root=root,
        url=require_site_url(site),
        languages=_languages(site),
        theme=site.text("theme") or "default",
        owner=OwnerName(**{name: owner.text(name) for name in _NAME}),
        headline=owner.by_language("headline"),
        profile=_texts_by_language(content, "profile"),
        links=tuple(_link(entry) for entry in table.tables("links")),
        pages=_own_pages(content / "pages"),
        badges=_badges(content / "badges"),
        known_issuers=read_known_issuers(content / "issuers.toml"),
        registries=read_registries(content / "issuers.toml"),
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
    languages = site.texts("languages") or ("ja", "en")
    for language in languages:
        if not _LANGUAGE.match(language):
            raise site.refuse("languages", "portfolio.bad-language", language)
    return tuple(dict.fromkeys(languages))


def _link(table: Table) -> Link:
    table.allow(("url", "label"))
    url = table.required_text("url")
    if urlsplit(url).scheme not in ("https", "http", "mailto"):
        raise table.refuse("url", "portfolio.bad-url", url)
    return Link(url=url, label=table.by_language("label"))


def _badges(folder: Path) -> tuple[PortfolioBadge, ...]:
    if not folder.is_dir():
        return ()
    found = [read_badge(path) for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    return tuple(found)


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
        notes=_texts_by_language(folder, "note"),
        evidence=read_evidence(folder / "evidence"),
    )


def _choices(file: Path) -> BadgeChoices:
    if not file.is_file():
        return BadgeChoices()
    table = read_table(file)
    table.allow(("order", "featured", "tags", "reading", "name", "summary"))
    return BadgeChoices(
        order=table.integer("order"),
        featured=table.flag("featured"),
        tags=table.texts("tags"),
        reading=table.text("reading"),
        name=table.by_language("name"),
        summary=table.by_language("summary"),
    )


def _texts_by_language(folder: Path, name: str) -> Mapping[str, str]:
    found = {}
    for path in sorted(folder.glob(f"{name}.*.md")):
        match = _LANGUAGE_FILE.match(path.name)
        if match is not None:
            found[match["language"]] = _read_text(path)
    return {language: text for language, text in found.items() if _COMMENT.sub("", text).strip()}


def _own_pages(folder: Path) -> tuple[OwnPage, ...]:
    titles: dict[str, dict[str, str]] = {}
    bodies: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.md")):
        match = _LANGUAGE_FILE.match(path.name)
        if match is None:
            raise PortfolioError("portfolio.page-without-language", path=str(path))
        require_slug(match["name"])
        title, body, draft = _front_matter(path)
        if draft:
            continue
        titles.setdefault(match["name"], {})[match["language"]] = title
        bodies.setdefault(match["name"], {})[match["language"]] = body
    return tuple(OwnPage(slug=slug, title=titles[slug], body=bodies[slug]) for slug in titles)


def _front_matter(path: Path) -> tuple[str, str, bool]:
    text = _read_text(path)
    match = re.match(r"---\r?\n(?P<head>.*?)^---[ \t]*\r?\n?(?P<body>.*)\Z", text, re.DOTALL | re.MULTILINE)
    title = re.search(r"^title:[ \t]*(?P<title>\S.*?)[ \t]*$", match["head"], re.MULTILINE) if match else None
    if match is None or title is None:
        raise PortfolioError("portfolio.page-without-title", path=str(path))
    return title["title"].strip("\"'"), match["body"], _is_draft(path, match["head"])


def _is_draft(path: Path, head: str) -> bool:
    # The head begins on the second line of the file, after the dashes.
    for number, line in enumerate(head.splitlines(), start=2):
        key, _, value = line.partition(":")
        if key.strip() == "draft":
            if value.strip() not in ("true", "false"):
                raise PortfolioError("portfolio.wants-flag", path=str(path), line=number, key="draft")
            return value.strip() == "true"
    return False


def _read_text(path: Path) -> str:
    try:
        # Some editors begin a file with a byte order mark, which nobody sees.
        return path.read_text("utf-8-sig")
    except OSError:
        raise PortfolioError("portfolio.file-closed", path=str(path)) from None
    except UnicodeDecodeError:
        raise PortfolioError("portfolio.file-unreadable", path=str(path)) from None
