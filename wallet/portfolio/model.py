"""What a portfolio folder holds, as values: the learner's own words and choices, and the published badges' bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wallet.resolution.fetching import Resource
from wallet.verification.registries import IssuerRegistry
from wallet.verification.trust import KnownIssuer

__all__ = ["BadgeChoices", "Link", "OwnPage", "OwnerName", "Portfolio", "PortfolioBadge"]


EXAMPLE_URL = "https://name.github.io/portfolio/"
"""The address of a new portfolio until its learner writes their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerName:
    """The learner's name as they state it; any part may be absent, `display` forms are never derived from a badge.

    `family`, `given`: in the native script; `family_reading`, `given_reading`: kana for ruby;
    `latin`: how the name stands on an English page ("YAMADA Hanako").
    """

    family: str | None = None
    given: str | None = None
    family_reading: str | None = None
    given_reading: str | None = None
    latin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the learner's; `label` by language tag."""

    url: str
    label: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeChoices:
    """badge.toml: the learner's choices for one badge; `name` and `summary` are their translations by language.

    `reading` is how the badge's Japanese name is read, in kana, for lists in the order of the fifty sounds.
    """

    order: int | None = None
    featured: bool = False
    tags: tuple[str, ...] = ()
    reading: str | None = None
    name: Mapping[str, str] = field(default_factory=dict)
    summary: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioBadge:
    """One folder of content/badges; `file_name` is credential.json, .jws, .png, .svg or .txt; `notes` Markdown by
    language."""

    slug: str
    folder: Path
    file_name: str
    source: bytes = field(repr=False)
    choices: BadgeChoices
    notes: Mapping[str, str]
    evidence: tuple[Resource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """content/pages/<slug>.<lang>.md: a page of the learner's own, Markdown by language, titles by language."""

    slug: str
    title: Mapping[str, str]
    body: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The folder `root`, read whole. `url` ends with a slash; the first of `languages` is the default."""

    root: Path
    url: str
    languages: tuple[str, ...]
    theme: str
    owner: OwnerName
    headline: Mapping[str, str]
    profile: Mapping[str, str]
    links: tuple[Link, ...]
    pages: tuple[OwnPage, ...]
    badges: tuple[PortfolioBadge, ...]
    known_issuers: tuple[KnownIssuer, ...]
    registries: tuple[IssuerRegistry, ...] = ()
