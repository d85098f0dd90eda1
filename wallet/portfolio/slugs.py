"""Slugs: the short ASCII names by which badges stand in addresses, stable for as long as the badge is published."""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from collections.abc import Collection, Container

from wallet.credentials.model import OpenBadgeCredential
from wallet.errors import PortfolioError

__all__ = ["MAX_SLUG_LENGTH", "free_slug", "require_published", "require_slug", "slug_of", "suggest_slug"]

MAX_SLUG_LENGTH = 60
"""Addresses are read aloud, printed and typed."""

MIN_LATIN_LETTERS = 4
"""A Latin part that is shorter, such as "AI" within a Japanese name, names nothing by itself."""

_SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_RESERVED = frozenset({"index", "badges", "assets", "static", "con", "prn", "aux", "nul"})


def suggest_slug(credential: OpenBadgeCredential, digest: str) -> str:
    """A slug from the achievement's human code, else the Latin part of its name, else a short digest of its id."""
    achievement = credential.achievement
    latin = [value.value for value in achievement.name.values if (value.language or "").lower().startswith("en")]
    for text in (achievement.human_code or "", *latin, *(value.value for value in achievement.name.values)):
        slug = slug_of(text)
        if slug is not None:
            return slug
    identity = f"{credential.issuer.id}\n{credential.id or digest}"
    return "badge-" + hashlib.sha256(identity.encode("utf-8")).hexdigest()[:8]


def slug_of(name: str) -> str | None:
    """A slug from the Latin part of a name; None where that names nothing by itself, or is an address."""
    slug = "" if "://" in name or name.startswith("urn:") else _ascii(name)
    return slug if sum(character.isalpha() for character in slug) >= MIN_LATIN_LETTERS else None


def free_slug(wanted: str, taken: Container[str]) -> str:
    """`wanted`, with a number behind it when it is taken, and shortened where there is no room for the number."""
    slug, number = wanted, 2
    while slug in taken:
        behind = f"-{number}"
        slug, number = _cut(wanted, MAX_SLUG_LENGTH - len(behind)) + behind, number + 1
    return slug


def require_slug(slug: str) -> None:
    """Raise PortfolioError("portfolio.bad-slug") unless `slug` can stand in an address and as a folder name."""
    if not _SLUG.fullmatch(slug) or len(slug) > MAX_SLUG_LENGTH or slug in _RESERVED:
        raise PortfolioError("portfolio.bad-slug", slug=slug[:80])


def require_published(slug: str, published: Collection[str]) -> None:
    """Raise PortfolioError, with the nearest names where there are any, unless `slug` is one of the `published`."""
    if slug in published:
        return
    near = difflib.get_close_matches(slug, published, 3, cutoff=0.4)
    if near:
        raise PortfolioError("portfolio.not-published-meant", slug=slug[:80], meant=", ".join(near))
    raise PortfolioError("portfolio.not-published", slug=slug[:80])


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if slug in _RESERVED:
        return ""
    return slug if len(slug) <= MAX_SLUG_LENGTH else slug[: MAX_SLUG_LENGTH + 1].rpartition("-")[0]


def _cut(slug: str, length: int) -> str:
    """The beginning of a slug, between words where it has several."""
    return slug if len(slug) <= length else slug[: length + 1].rpartition("-")[0] or slug[:length]
