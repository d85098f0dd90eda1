"""The learner's reminders as the text of one issue in their own repository, in each language of their portfolio.

The text is the same for as long as the same is to be told, so that a program can see whether there is anything new. A
badge's name is somebody else's text: it stands as code, where it can be no link, no markup and no mention of anybody.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from wallet.language.catalogs import SOURCE_LANGUAGE, Catalog, available_languages, load_catalog
from wallet.language.controls import one_line
from wallet.language.sentences import sentence
from wallet.language.tags import autonym
from wallet.language.text import Text
from wallet.portfolio.model import Portfolio
from wallet.stages.reminding import QUIET, Reminder

__all__ = ["reasons_line", "reminder_text", "title_line"]

LONGEST_NAME = 120
"""Enough to tell one badge from another."""


def reminder_text(portfolio: Portfolio, found: Sequence[Reminder], base_url: str) -> str:
    """Markdown between a comment with the title and one with the reasons; empty where there is nothing to tell."""
    if not found:
        return ""
    catalogs = [_catalog(portfolio, language) for language in portfolio.languages]
    parts = [[title_line(catalogs[0])]]
    for language, catalog in zip(portfolio.languages, catalogs, strict=True):
        heading = [f"## {autonym(language)}"] if len(catalogs) > 1 else []
        parts.append([*heading, *_section(catalog, language, found, base_url)])
    parts.append([reasons_line(found)])
    return "\n\n".join("\n\n".join(part) for part in parts) + "\n"


def title_line(catalog: Catalog) -> str:
    """The first line of every text, by which the issue is found again."""
    title = sentence(catalog, "reminder.title", {})
    return f"<!-- title: {title} -->"


def reasons_line(found: Sequence[Reminder]) -> str:
    """The last line of every text, by which a program can see whether anything is told that was not told before."""
    return f"<!-- reasons: {' '.join(sorted({_reason(one) for one in found}))} -->"


def _reason(one: Reminder) -> str:
    told = json.dumps([one.slug, one.code, dict(one.facts)], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _section(catalog: Catalog, language: str, found: Sequence[Reminder], base_url: str) -> Iterator[str]:
    for opening, chosen in (
        ("reminder.opening", [one for one in found if one.code not in QUIET]),
        ("reminder.in-passing", [one for one in found if one.code in QUIET]),
    ):
        if chosen:
            yield sentence(catalog, opening, {})
            yield "\n".join(_lines(catalog, language, chosen, base_url))
    yield sentence(catalog, "reminder.closing", {})


def _lines(catalog: Catalog, language: str, found: Sequence[Reminder], base_url: str) -> Iterator[str]:
    """Each badge with what is told of it; badges of which the same is told stand below it."""
    badges: dict[str, list[str]] = {}
    for one in found:
        told = sentence(catalog, one.code, {"slug": one.slug, **one.facts})
        place = f" <{base_url}{language}/badges/{one.slug}/>" if one.shown else ""
        badges.setdefault(told, []).append(f"`{_named(one.name, language)}`{place}")
    for told, (first, *others) in badges.items():
        yield f"- {first}  \n  {told}" if not others else f"- {told}"
        yield from (f"  - {badge}" for badge in ([first, *others] if others else ()))


def _named(name: Text | str, language: str) -> str:
    best = name.best(language).value if isinstance(name, Text) else name
    text = one_line(best).replace("`", "'").strip()
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"


def _catalog(portfolio: Portfolio, language: str) -> Catalog:
    own = next((catalog for catalog in portfolio.catalogs if catalog.language == language), None)
    return own or load_catalog(language if language in available_languages() else SOURCE_LANGUAGE)
