"""From a verified portfolio to all pages of the site, in every language. Pure: the same input gives the same site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wallet.errors import BuildError
from wallet.portfolio.model import OwnPage
from wallet.site.badge import badge_view, note_view
from wallet.site.badge_codes import code_files
from wallet.site.badge_index import index_file
from wallet.site.badge_links import embed_pages, short_pages
from wallet.site.bilingual import chooser_page, not_found_page
from wallet.site.checking import checking_view
from wallet.site.dossier import dossier_files, dossier_pages
from wallet.site.editions import Edition, Head, edition, has_catalog
from wallet.site.entries import BadgeEntry, Part, SiteInput
from wallet.site.feeds import feed_files
from wallet.site.history import has_history, history_view
from wallet.site.holder import control_view, holder_files, presentation_view, shown_on_home
from wallet.site.home import badges_view, headline_run, home_view
from wallet.site.illustrations import illustrated, picture_files
from wallet.site.indexes import index_files
from wallet.site.model import Page, Site, SiteFile, StandingPage
from wallet.site.oembed import oembed_file, oembed_link
from wallet.site.originals import badge_files
from wallet.site.pathways import pathway_view, pathways_view
from wallet.site.qr_codes import DrawCode, draw_code
from wallet.site.related import twins_by_slug
from wallet.site.resume import resume_link
from wallet.site.shared import shared_files, shared_pages
from wallet.site.skills import has_skills, skills_view
from wallet.site.social import badge_card
from wallet.site.structured import credential_node
from wallet.site.structured_home import home_nodes, profile_properties
from wallet.site.views import BadgeView, OwnPageView, Run
from wallet.site.web_manifest import web_manifest

__all__ = ["assemble", "assemble_edition", "assemble_shared", "overviews_of", "with_overviews"]


def assemble(site_input: SiteInput, part: Part | None = None) -> Site:
    """All pages and files, or those of `part`.

    Raises BuildError for a language that has no catalog, and for a site without any.
    """
    site_input = with_overviews(site_input)
    editions = [assemble_edition(site_input, language, part) for language in site_input.portfolio.languages]
    shared = assemble_shared(site_input, part, [each.listed() for each in editions])
    return replace(
        shared,
        pages=tuple(page for site in (shared, *editions) for page in site.pages),
        files=tuple({file.path: file for site in (shared, *editions) for file in site.files}.values()),
        standing=sum(site.standing for site in (shared, *editions)),
    )


def with_overviews(site_input: SiteInput) -> SiteInput:
    """`site_input`, which can be made; raises BuildError for a language without a catalog, and for a site without any.

    The pages about all badges that it has are named.
    """
    languages = site_input.portfolio.languages
    unknown = [language for language in languages if not has_catalog(site_input.portfolio, language)]
    if unknown or not languages:
        raise BuildError("build.language-unknown", language=", ".join(unknown))
    if site_input.overviews is not None:
        return site_input
    return replace(site_input, overviews=overviews_of(site_input.badges))


def assemble_edition(site_input: SiteInput, language: str, part: Part | None = None) -> Site:
    """The pages in one language and the files that go with them."""
    each, wanted = edition(site_input, language), _wanted(site_input, part)
    if part is not None and not part.overviews:
        found: tuple[Page | StandingPage, ...] = (*_badge_pages(each, wanted), *embed_pages(each, wanted))
        handed: tuple[SiteFile, ...] = ()
    else:
        found, handed = tuple(_pages(each, wanted)), (*dossier_files(each), *feed_files(each))
    made = tuple(page for page in found if isinstance(page, Page))
    return Site(
        base_url=site_input.base_url,
        languages=site_input.portfolio.languages,
        catalogs=(each.reader.catalog,),
        pages=made,
        files=(*handed, *picture_files(site_input.pictures, made), *(oembed_file(each, entry) for entry in wanted)),
        standing=len(found) - len(made),
        found=found,
    )


def assemble_shared(
    site_input: SiteInput,
    part: Part | None,
    listed: Sequence[Sequence[StandingPage]],
    draw: DrawCode = draw_code,
) -> Site:
    """What belongs to no language; `listed` are the pages of each edition, for the indexes. QR codes by `draw`."""
    editions = tuple(edition(site_input, language) for language in site_input.portfolio.languages)
    wanted, base_url = _wanted(site_input, part), site_input.base_url
    contents = (*(file for entry in wanted for file in badge_files(entry)), *code_files(wanted, base_url, draw))
    short = tuple(short_pages(editions, wanted))
    pages = tuple(page for page in short if isinstance(page, Page))
    manifest = None
    if part is None or part.overviews:
        chooser, not_found = chooser_page(editions), not_found_page(editions)
        pages = (chooser, not_found, *pages)
        inside = (page for pages_of_one in listed for page in pages_of_one)
        indexes = index_files(base_url, (chooser.listed(), *inside, not_found.listed()))
        shared = (file for found in site_input.shared for file in shared_files(found))
        contents = (*contents, *indexes, index_file(editions), *holder_files(site_input), *shared)
        manifest = web_manifest(editions)
    return Site(
        base_url=base_url,
        languages=site_input.portfolio.languages,
        catalogs=tuple(each.reader.catalog for each in editions),
        pages=pages,
        files=contents,
        standing=len(short) - sum(isinstance(page, Page) for page in short),
        manifest=manifest,
    )


def _wanted(site_input: SiteInput, part: Part | None) -> tuple[BadgeEntry, ...]:
    return tuple(entry for entry in site_input.badges if part is None or entry.slug in part.badges)


def overviews_of(entries: Sequence[BadgeEntry]) -> tuple[str, ...]:
    """The pages about all badges that have something to show."""
    return (*(("skills",) if has_skills(entries) else ()), *(("history",) if has_history(entries) else ()))


def _pages(each: Edition, wanted: Sequence[BadgeEntry]) -> Iterator[Page | StandingPage]:
    site_input, made = each.site_input, {entry.slug for entry in wanted}
    yield _home_page(each)
    yield _badges_page(each)
    fresh = _badge_pages(each, wanted)
    for entry in site_input.badges:
        yield next(fresh) if entry.slug in made else each.standing(("badges", entry.slug))
    yield from embed_pages(each, wanted)
    yield from _overviews(each)
    yield from _pathways(each)
    yield from dossier_pages(each)
    yield from (_own_page(each, page) for page in site_input.portfolio.pages)
    yield _checking_page(each)
    yield from shared_pages(each)


def _badge_pages(each: Edition, wanted: Sequence[BadgeEntry]) -> Iterator[Page]:
    twins = twins_by_slug(each.site_input.badges)
    return (_badge_page(each, entry, twins.get(entry.slug, ())) for entry in wanted)


def _home_page(each: Edition) -> Page:
    site_input, say = each.site_input, each.reader.say
    headline = headline_run(each.reader, site_input.portfolio)
    head = Head(
        title=each.owner.text,
        description=headline.text if headline else say("A portfolio of badges that anyone can check"),
        kind="profile",
        links=(resume_link(each.language),),
        properties=profile_properties(each.reader, site_input.portfolio),
        nodes=home_nodes(each.reader, site_input),
    )
    holder = shown_on_home(each.reader, site_input)
    portfolio, history = site_input.portfolio, "history" in (site_input.overviews or ())
    view = home_view(each.reader, portfolio, site_input.badges, site_input.base_url, history=history, holder=holder)
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
    control = control_view(each.reader, site_input, entry)
    view = badge_view(each.reader, entry, site_input.portfolio, site_input.base_url, entries=twins, control=control)
    card = badge_card(each.reader, site_input, entry)
    head = Head(
        title=view.title.main.text,
        description=_badge_description(view),
        card=card,
        links=(oembed_link(each, entry),),
        nodes=(credential_node(each.reader, entry, view, site_input.base_url, card.url),),
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
    presentation = presentation_view(each.reader, each.site_input)
    view = checking_view(each.reader, each.site_input.badges, presentation)
    return each.page(("checking",), "checking.html", view, head)
