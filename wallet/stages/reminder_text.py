"""The learner's reminders as the text of one issue in their own repository, in each language of their portfolio.

The text is the same for as long as the same is to be told, so that a program can see whether there is anything new. A
badge's name is somebody else's text: it stands as code, where it can be no link, no markup and no mention of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wallet.language.catalogs import SOURCE_LANGUAGE, Catalog, available_languages, load_catalog
from wallet.language.controls import visible
from wallet.language.sentences import sentence
from wallet.language.tags import autonym
from wallet.portfolio.model import Portfolio
from wallet.stages.reminding import QUIET, Reminder

__all__ = ["reminder_text", "title_line"]

LONGEST_NAME = 120
"""Enough to tell one badge from another."""


def reminder_text(portfolio: Portfolio, found: Sequence[Reminder], base_url: str) -> str:
    """Markdown whose first line is a comment with the title; empty where there is nothing to tell."""
    if not found:
        return ""
    catalogs = [_catalog(portfolio, language) for language in portfolio.languages]
    parts = [[title_line(catalogs[0])]]
    for language, catalog in zip(portfolio.languages, catalogs, strict=True):
        heading = [f"## {autonym(language)}"] if len(catalogs) > 1 else []
        parts.append([*heading, *_section(catalog, language, found, base_url)])
    return "\n\n".join("\n\n".join(part) for part in parts) + "\n"


def title_line(catalog: Catalog) -> str:
    """The first line of every text, by which the issue is found again."""
    title = sentence(catalog, "reminder.title", {})
    return f"<!-- title: {title} -->"


def _section(catalog: Catalog, language: str, found: Sequence[Reminder], base_url: str) -> Iterator[str]:
    loud = [one for one in found if one.code not in QUIET]
    quiet = [one for one in found if one.code in QUIET]
    if loud:
        yield sentence(catalog, "reminder.opening", {})
        yield "\n".join(_line(catalog, language, one, base_url) for one in loud)
    if quiet:
        yield sentence(catalog, "reminder.in-passing", {})
        yield "\n".join(_line(catalog, language, one, base_url) for one in quiet)
    yield sentence(catalog, "reminder.closing", {})


def _line(catalog: Catalog, language: str, one: Reminder, base_url: str) -> str:
    told = sentence(catalog, one.code, {"slug": one.slug, **one.facts})
    place = f" <{base_url}{language}/badges/{one.slug}/>" if one.shown else ""
    return f"- `{_named(one.name)}`{place}  \n  {told}"


def _named(name: str) -> str:
    text = " ".join(visible(name).replace("`", "'").split())
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"


def _catalog(portfolio: Portfolio, language: str) -> Catalog:
    own = next((catalog for catalog in portfolio.catalogs if catalog.language == language), None)
    return own or load_catalog(language if language in available_languages() else SOURCE_LANGUAGE)
