"""From a verified portfolio to all pages of the site, in every language. Pure: the same input gives the same site."""

from __future__ import annotations

from collections.abc import Iterator

from wallet.errors import BuildError
from wallet.language.catalogs import available_languages
from wallet.portfolio.model import OwnPage
from wallet.site.badge import badge_view, note_view
from wallet.site.bilingual import chooser_page, not_found_page
from wallet.site.checking import checking_view
from wallet.site.editions import Edition, Head, edition
from wallet.site.entries import BadgeEntry, SiteInput
from wallet.site.history import has_history, history_view
from wallet.site.home import badges_view, headline_run, home_view
from wallet.site.indexes import index_files
from wallet.site.model import Page, Site
from wallet.site.originals import badge_files
from wallet.site.skills import has_skills, skills_view
from wallet.site.social import badge_card
from wallet.site.views import BadgeView, OwnPageView, Run

__all__ = ["assemble"]


def assemble(site_input: SiteInput) -> Site:
    """All pages and files; raises BuildError for a language that has no catalog, and for a site without any."""
    languages = site_input.portfolio.languages
    unknown = [language for language in languages if language not in available_languages()]
    if unknown or not languages:
        raise BuildError("build.language-unknown", language=", ".join(unknown))
    pages = tuple(_pages(site_input))
    badge_contents = (file for entry in site_input.badges for file in badge_files(entry))
    return Site(
        base_url=site_input.base_url,
        languages=languages,
        pages=pages,
        files=(*badge_contents, *index_files(site_input.base_url, pages)),
    )


def _pages(site_input: SiteInput) -> Iterator[Page]:
    editions = tuple(edition(site_input, language) for language in site_input.portfolio.languages)
    yield chooser_page(editions)
    for each in editions:
        yield _home_page(each)
        yield _badges_page(each)
        yield from (_badge_page(each, entry) for entry in site_input.badges)
        yield from _overviews(each)
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
    return each.page((), "home.html", home_view(each.reader, site_input.portfolio, site_input.badges), head)


def _badges_page(each: Edition) -> Page:
    say = each.reader.say
    head = Head(title=say("Badges"), description=say("All badges of this portfolio, each with what was found about it"))
    return each.page(("badges",), "badges.html", badges_view(each.reader, each.site_input.badges), head)


def _overviews(each: Edition) -> Iterator[Page]:
    say, badges = each.reader.say, each.site_input.badges
    if has_skills(badges):
        told = say("What the badges say this person can do, by framework, with the badges behind each skill")
        head = Head(title=say("Skills"), description=told)
        yield each.page(("skills",), "skills.html", skills_view(each.reader, badges), head)
    if has_history(badges):
        told = say("When the badges were studied for and issued, by whom, and with which credits")
        head = Head(title=say("History"), description=told)
        yield each.page(("history",), "history.html", history_view(each.reader, badges), head)


def _badge_page(each: Edition, entry: BadgeEntry) -> Page:
    site_input = each.site_input
    view = badge_view(each.reader, entry, site_input.portfolio, site_input.base_url)
    head = Head(
        title=view.title.main.text,
        description=_badge_description(view),
        card=badge_card(each.reader, site_input, entry),
    )
    return each.page(("badges", entry.slug), "badge.html", view, head)


def _badge_description(view: BadgeView) -> str:
    told = view.summary.text if view.summary else " ".join(run.text for run in view.description)
    return " · ".join(part for part in (view.issuer.name.text, view.state.label, told) if part)


def _own_page(each: Edition, page: OwnPage) -> Page:
    title = each.reader.own_words(page.title)
    title = title if title.text else Run(text=page.slug)
    body = note_view(each.reader, page.body)
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
