"""What a portfolio folder holds, as values: the learner's own words and choices, and the published badges' bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from wallet.language.catalogs import Catalog
from wallet.portfolio.past_findings import PastFinding
from wallet.resolution.fetching import Resource
from wallet.verification.registries import IssuerRegistry
from wallet.verification.trust import KnownIssuer

__all__ = [
    "DEFAULT_LANGUAGES",
    "BadgeChoices",
    "Collection",
    "Link",
    "LockedCollection",
    "OwnPage",
    "OwnerName",
    "Pathway",
    "Portfolio",
    "PortfolioBadge",
    "Requirement",
    "SplitName",
]


EXAMPLE_URL = "https://name.github.io/portfolio/"
"""The address of a new portfolio until its learner writes their own."""

DEFAULT_LANGUAGES = ("ja", "en")
"""The languages of a portfolio that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerName:
    """The learner's name as they state it; any part may be absent, `display` forms are never derived from a badge.

    `family`, `given`: in the native script; `family_reading`, `given_reading`: kana for ruby;
    `language`: that of the native script; `latin`: how the name stands on an English page ("YAMADA Hanako");
    `forms`: how it stands on the pages of further languages.
    """

    family: str | None = None
    given: str | None = None
    family_reading: str | None = None
    given_reading: str | None = None
    latin: str | None = None
    language: str = "ja"
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the learner's; `label` by language tag. `me` is false where it is about somebody else."""

    url: str
    label: Mapping[str, str]
    me: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitName:
    """How the learner divides a name that the issuer wrote in several languages in one field.

    `languages` are those of the parts in their order; `path` and `line` say where the learner wrote this.
    """

    separator: str
    languages: tuple[str, ...]
    path: str = ""
    line: int = 0

    def pieces(self, name: str) -> tuple[str, ...] | None:
        """The parts of `name`, as the issuer wrote each; None unless there is one with words for each language."""
        parts = tuple(name.split(self.separator))
        whole = len(parts) == len(self.languages) and all(part.strip() for part in parts)
        return parts if whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeChoices:
    """badge.toml: the learner's choices for one badge; `name` and `summary` are their translations by language.

    `cv` is false for a badge that the learner leaves out of the CV; `reading` is how the badge's Japanese name is read,
    in kana, for lists in the order of the fifty sounds.
    """

    order: int | None = None
    featured: bool = False
    cv: bool = True
    tags: tuple[str, ...] = ()
    reading: str | None = None
    name: Mapping[str, str] = field(default_factory=dict)
    summary: Mapping[str, str] = field(default_factory=dict)
    split_name: SplitName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioBadge:
    """One folder of content/badges; `file_name` is credential.json, .jws, .png, .svg or .txt; `notes` Markdown by
    language; `past` is what was found about it over time, the latest last."""

    slug: str
    folder: Path
    file_name: str
    source: bytes = field(repr=False)
    choices: BadgeChoices
    notes: Mapping[str, str]
    evidence: tuple[Resource, ...]
    past: tuple[PastFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """content/pages/<slug>.<lang>.md: a page of the learner's own, Markdown by language, titles by language."""

    slug: str
    title: Mapping[str, str]
    body: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One part of a larger qualification; `badges` are slugs, as the learner states that they count towards it.

    It asks for `credits`, for a number of badges (`needed`), or for both.
    """

    title: Mapping[str, str]
    summary: Mapping[str, str] = field(default_factory=dict)
    credits: float | None = None
    badges: tuple[str, ...] = ()
    needed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """content/pathways/<slug>.toml: a larger qualification; `institution` decides, `words` are Markdown by language."""

    slug: str
    title: Mapping[str, str]
    summary: Mapping[str, str]
    institution: Mapping[str, str]
    url: str | None
    credits: float | None
    requirements: tuple[Requirement, ...]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """content/collections/<slug>.toml: badges by slug in the learner's order, chosen for somebody.

    `letter` is Markdown by language, from <slug>.<lang>.md.
    """

    slug: str
    title: Mapping[str, str]
    badges: tuple[str, ...]
    summary: Mapping[str, str] = field(default_factory=dict)
    letter: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedCollection:
    """content/locked/<address>.json: a collection that is `sealed`, or one that has ended where it is None.

    It opens with the key in its link, or with the key that a passphrase, `salt` and `iterations` make; not from the
    moment `until` on.
    """

    address: str
    until: datetime | None = None
    salt: bytes | None = field(default=None, repr=False)
    iterations: int | None = None
    sealed: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The folder `root`, read whole. `url` ends with a slash; the first of `languages` is the default.

    `catalogs` are the learner's own, for languages that the package does not speak or for better words. `holder` is the
    did:key of their key, `presentation` what they signed with it.
    """

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
    catalogs: tuple[Catalog, ...] = ()
    collections: tuple[Collection, ...] = ()
    locked: tuple[LockedCollection, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    holder: str | None = None
    presentation: bytes | None = field(default=None, repr=False)
