"""From a verified portfolio to all pages of the site, in every language. Pure: the same input gives the same site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wallet.errors import BuildError
from wallet.portfolio.model import OwnPage
from wallet.site.badge import badge_view, note_view
from wallet.site.badge_codes import code_files
from wallet.site.badge_links import linked_pages
from wallet.site.bilingual import chooser_page, not_found_page
from wallet.site.checking import checking_view
from wallet.site.dossier import dossier_files, dossier_pages
from wallet.site.editions import Edition, Head, edition, has_catalog
from wallet.site.entries import BadgeEntry, Part, SiteInput
from wallet.site.history import has_history, history_view
from wallet.site.home import badges_view, headline_run, home_view
from wallet.site.illustrations import illustrated, picture_files
from wallet.site.indexes import index_files
from wallet.site.model import Page, Site, StandingPage
from wallet.site.originals import badge_files
from wallet.site.pathways import pathway_view, pathways_view
from wallet.site.related import twins_by_slug
from wallet.site.skills import has_skills, skills_view
from wallet.site.social import badge_card
from wallet.site.views import BadgeView, OwnPageView, Run

__all__ = ["assemble", "overviews_of"]


def assemble(site_input: SiteInput, part: Part | None = None) -> Site:
    """All pages and files, or those of `part`.

    Raises BuildError for a language that has no catalog, and for a site without any.
    """
    languages = site_input.portfolio.languages
    unknown = [language for language in languages if not has_catalog(site_input.portfolio, language)]
    if unknown or not languages:
        raise BuildError("build.language-unknown", language=", ".join(unknown))
    if site_input.overviews is None:
        site_input = replace(site_input, overviews=overviews_of(site_input.badges))
    editions = tuple(edition(site_input, language) for language in languages)
    catalogs = tuple(each.reader.catalog for each in editions)
    wanted = tuple(entry for entry in site_input.badges if part is None or entry.slug in part.badges)
    base_url = site_input.base_url
    contents = (*(file for entry in wanted for file in badge_files(entry)), *code_files(wanted, base_url))
    if part is not None and not part.overviews:
        pages = tuple(_badge_page(each, entry, ()) for each in editions for entry in wanted)
        linked = (page for page in linked_pages(editions, part.badges) if isinstance(page, Page))
        return Site(base_url=base_url, languages=languages, catalogs=catalogs, pages=(*pages, *linked), files=contents)
    slugs = frozenset(entry.slug for entry in wanted)
    found = (*_pages(editions, slugs), *linked_pages(editions, slugs))
    made = tuple(page for page in found if isinstance(page, Page))
    handed = (file for each in editions for file in dossier_files(each))
    return Site(
        base_url=base_url,
        languages=languages,
        catalogs=catalogs,
        pages=made,
        files=(
            *contents,
            *picture_files(site_input.pictures, made),
            *handed,
            *index_files(base_url, found),
        ),
        standing=len(found) - len(made),
    )


def overviews_of(entries: Sequence[BadgeEntry]) -> tuple[str, ...]:
    """The pages about all badges that have something to show."""
    return (*(("skills",) if has_skills(entries) else ()), *(("history",) if has_history(entries) else ()))


def _pages(editions: Sequence[Edition], wanted: frozenset[str]) -> Iterator[Page | StandingPage]:
    site_input = editions[0].site_input
    twins = twins_by_slug(site_input.badges)
    yield chooser_page(editions)
    for each in editions:
        yield _home_page(each)
        yield _badges_page(each)
        for entry in site_input.badges:
            if entry.slug in wanted:
                yield _badge_page(each, entry, twins.get(entry.slug, ()))
            else:
                yield each.standing(("badges", entry.slug))
        yield from _overviews(each)
        yield from _pathways(each)
        yield from dossier_pages(each)
        yield from (_own_page(each, page) for page in site_input.portfolio.pages)
        yield _checking_page(each)
    yield not_found_page(editions)


def _home_page(each: Edition) -> Page:
    site_input, say = each.site_input, each.reader.say
    headline = headline_run(each.reader, site_input.portfolio)
    head = Head(
        title=each.owner.text,
        description=headline.text if headline else say("A portfolio of badges that anyone can check"),
        kind="profile",
    )
    view = home_view(each.reader, site_input.portfolio, site_input.badges, site_input.base_url)
    return each.page((), "home.html", view, head)


def _badges_page(each: Edition) -> Page:
    say = each.reader.say
    head = Head(title=say("Badges"), description=say("All badges of this portfolio, each with what was found about it"))
    return each.page(("badges",), "badges.html", badges_view(each.reader, each.site_input.badges), head)


def _overviews(each: Edition) -> Iterator[Page]:
    say, badges = each.reader.say, each.site_input.badges
    shown = each.site_input.overviews or ()
    if "skills" in shown:
        told = say("What the badges say this person can do, by framework, with the badges behind each skill")
        head = Head(title=say("Skills"), description=told)
        yield each.page(("skills",), "skills.html", skills_view(each.reader, badges), head)
    if "history" in shown:
        told = say("When the badges were studied for and issued, by whom, and with which credits")
        head = Head(title=say("History"), description=told)
        yield each.page(("history",), "history.html", history_view(each.reader, badges), head)


def _pathways(each: Edition) -> Iterator[Page]:
    say, portfolio, badges = each.reader.say, each.site_input.portfolio, each.site_input.badges
    if len(portfolio.pathways) > 1:
        told = say("The larger qualifications towards which these badges may count")
        head = Head(title=say("Pathways"), description=told)
        yield each.page(("pathways",), "pathways.html", pathways_view(each.reader, portfolio, badges), head)
    for pathway in portfolio.pathways:
        view = pathway_view(each.reader, pathway, badges)
        told = " · ".join(part.text for part in (view.institution, view.summary) if part)
        head = Head(title=view.title.text, description=told)
        yield each.page(("pathways", pathway.slug), "pathway.html", view, head)


def _badge_page(each: Edition, entry: BadgeEntry, twins: Sequence[BadgeEntry]) -> Page:
    site_input = each.site_input
    view = badge_view(each.reader, entry, site_input.portfolio, site_input.base_url, entries=twins)
    head = Head(
        title=view.title.main.text,
        description=_badge_description(view),
        card=badge_card(each.reader, site_input, entry),
    )
    return each.page(("badges", entry.slug), "badge.html", view, head, badge=entry.slug)


def _badge_description(view: BadgeView) -> str:
    told = view.summary.text if view.summary else " ".join(run.text for run in view.description)
    return " · ".join(part for part in (view.issuer.name.text, view.state.label, told) if part)


def _own_page(each: Edition, page: OwnPage) -> Page:
    title = each.reader.own_words(page.title)
    title = title if title.text else Run(text=page.slug)
    body = illustrated(note_view(each.reader, page.body, "pages", page.slug), each.site_input.pictures)
    head = Head(title=title.text, description=title.text)
    return each.page(("pages", page.slug), "page.html", OwnPageView(title=title, body=body), head)


def _checking_page(each: Edition) -> Page:
    say = each.reader.say
    head = Head(
        title=say("About checking"),
        description=say("What was checked, by what and when; what each state means; what this page cannot prove"),
    )
    view = checking_view(each.reader, each.site_input.badges)
    return each.page(("checking",), "checking.html", view, head)
