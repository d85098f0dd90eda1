"""What surrounds a page: navigation and the other languages."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.values import Run

__all__ = ["Frame", "LanguageLink", "NavigationLink"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationLink:
    """A link of the site's own navigation; `address` as in `wallet.site.urls`, `language` as in `Run`."""

    address: str
    label: str
    current: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """The same page in one of the site's languages, named in that language."""

    language: str
    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds every page: the site's name, its navigation and the other languages."""

    site_name: Run
    home: str
    navigation: tuple[NavigationLink, ...]
    languages: tuple[LanguageLink, ...]
