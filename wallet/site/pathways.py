"""Towards which larger qualification: what the learner states, beside what was found about each badge.

Nothing here promises anything: the receiving institution decides, and every page says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wallet.portfolio.model import Pathway, Portfolio, Requirement
from wallet.site.badge import note_view
from wallet.site.cards import title_view
from wallet.site.credits import counted_credits, credits_by_issuer, is_earned, stated_total
from wallet.site.entries import BadgeEntry
from wallet.site.facts import credit_text, profile_run
from wallet.site.progress import requirement_progress, whole_progress
from wallet.site.reader import Reader
from wallet.site.states import state_of
from wallet.site.urls import page_address, web_url
from wallet.site.views import (
    PathwayBadge,
    PathwayLink,
    PathwaysView,
    PathwayView,
    RequirementView,
    Run,
)
from wallet.verification.report import Verdict

__all__ = ["pathway_links", "pathway_view", "pathways_target", "pathways_view"]


def pathways_target(portfolio: Portfolio) -> tuple[str, ...] | None:
    """The page to which the navigation leads: the one pathway itself, or the list of several."""
    if not portfolio.pathways:
        return None
    return ("pathways", portfolio.pathways[0].slug) if len(portfolio.pathways) == 1 else ("pathways",)


def pathways_view(reader: Reader, portfolio: Portfolio, entries: Sequence[BadgeEntry]) -> PathwaysView:
    """Every pathway, by slug."""
    return PathwaysView(pathways=pathway_links(reader, portfolio, entries))


def pathway_links(reader: Reader, portfolio: Portfolio, entries: Sequence[BadgeEntry]) -> tuple[PathwayLink, ...]:
    """Each pathway with how far it has come."""
    return tuple(_link(reader, pathway, entries) for pathway in portfolio.pathways)


def _link(reader: Reader, pathway: Pathway, entries: Sequence[BadgeEntry]) -> PathwayLink:
    view = pathway_view(reader, pathway, entries)
    return PathwayLink(
        address=page_address(reader.language, "pathways", pathway.slug),
        title=view.title,
        institution=view.institution,
        kind=view.whole.kind,
        met=view.met,
        number=len(view.requirements),
    )


def pathway_view(reader: Reader, pathway: Pathway, entries: Sequence[BadgeEntry]) -> PathwayView:
    """One pathway, requirement by requirement; a badge that stands for two of them is added once."""
    by_slug = {entry.slug: entry for entry in entries}
    requirements = tuple(_requirement(reader, pathway, found, by_slug) for found in pathway.requirements)
    named = _named(pathway, by_slug)
    counting = [entry for entry in named if is_earned(entry)]
    issuers = credits_by_issuer(reader, counting)
    institution = reader.own_words(pathway.institution)
    return PathwayView(
        title=reader.own_words(pathway.title),
        summary=_optional(reader, pathway.summary),
        institution=institution,
        url=web_url(pathway.url),
        decides=reader.say(
            "The receiving institution decides whether it recognises credits and awards the qualification."
        ),
        words=note_view(reader, pathway.words, "pathways", pathway.slug),
        met=sum(found.progress.kind == "met" for found in requirements),
        whole=whole_progress(reader, pathway, [found.progress for found in requirements], counting),
        requirements=requirements,
        issuers=issuers,
        total=credit_text(reader, float(stated_total(counting))),
        number=sum(found.number for found in issuers),
        several_issuers=len(issuers) > 1,
        twice=any(badge.counts and badge.elsewhere for found in requirements for badge in found.badges),
        expired=any(entry.verdict is Verdict.EXPIRED for entry in counting),
    )


def _named(pathway: Pathway, by_slug: Mapping[str, BadgeEntry]) -> tuple[BadgeEntry, ...]:
    slugs = dict.fromkeys(slug for requirement in pathway.requirements for slug in requirement.badges)
    return tuple(by_slug[slug] for slug in slugs if slug in by_slug)


def _requirement(
    reader: Reader, pathway: Pathway, requirement: Requirement, by_slug: Mapping[str, BadgeEntry]
) -> RequirementView:
    # A badge that the build left out stands nowhere on the site.
    entries = tuple(by_slug[slug] for slug in requirement.badges if slug in by_slug)
    return RequirementView(
        title=reader.own_words(requirement.title),
        summary=_optional(reader, requirement.summary),
        progress=requirement_progress(reader, requirement, entries),
        badges=tuple(
            _badge(reader, entry, tuple(_elsewhere(reader, pathway, requirement, entry.slug))) for entry in entries
        ),
    )


def _elsewhere(reader: Reader, pathway: Pathway, requirement: Requirement, slug: str) -> Iterator[Run]:
    for other in pathway.requirements:
        if other is not requirement and slug in other.badges:
            yield reader.own_words(other.title)


def _badge(reader: Reader, entry: BadgeEntry, elsewhere: tuple[Run, ...]) -> PathwayBadge:
    stated = entry.credential.credential_subject.credits_earned
    return PathwayBadge(
        address=page_address(reader.language, "badges", entry.slug),
        title=title_view(reader, entry).main,
        issuer=profile_run(reader, entry.credential.issuer),
        state=state_of(reader, entry),
        credits=None if stated is None else credit_text(reader, stated),
        counts=is_earned(entry),
        note=_note(reader, entry),
        elsewhere=elsewhere,
    )


def _note(reader: Reader, entry: BadgeEntry) -> str | None:
    if not is_earned(entry) or entry.verdict is Verdict.EXPIRED:
        return state_of(reader, entry).sentence
    stated = entry.credential.credential_subject.credits_earned
    if stated is not None and counted_credits(entry) is None:
        return reader.say("The number of credits cannot be counted with.")
    return None


def _optional(reader: Reader, words: Mapping[str, str]) -> Run | None:
    run = reader.own_words(words)
    return run if run.text else None
