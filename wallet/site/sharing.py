"""What a page offers to those who hand it on."""

from __future__ import annotations

from urllib.parse import quote

from wallet.language.tags import autonym
from wallet.site.cards import card_view
from wallet.site.entries import BadgeEntry
from wallet.site.facts import profile_run
from wallet.site.linkedin import linkedin_profile
from wallet.site.qr_codes import qr_view
from wallet.site.reader import Reader
from wallet.site.share_targets import share_targets
from wallet.site.short_links import short_address
from wallet.site.shortening import without_breaks
from wallet.site.snippets import snippets
from wallet.site.urls import absolute, badge_address, embed_address, page_address
from wallet.site.views import LinkView, Run, ShareView

__all__ = ["CODE_PNG", "CODE_SVG", "badge_share", "page_share", "verifier_links"]

CODE_SVG, CODE_PNG = "qr.svg", "qr.png"


def badge_share(reader: Reader, entry: BadgeEntry, languages: tuple[str, ...], base_url: str) -> ShareView:
    """The badge's page. What is posted leads to it in the reader's language, as the words beside it are; the short link
    and its code to the language of whoever follows it."""
    card = card_view(reader, entry)
    url, short = absolute(base_url, card.address), absolute(base_url, short_address(entry))
    title, issuer = (
        without_breaks(card.title.main.text),
        without_breaks(profile_run(reader, entry.credential.issuer).text),
    )
    text = reader.say("“{title}” ({issuer})", title=title, issuer=issuer)
    return ShareView(
        url=short,
        title=title,
        text=text,
        targets=share_targets(reader, title=title, text=text, url=url),
        profile=linkedin_profile(reader, entry.credential, title=card.title.main, url=url),
        pages=_pages(entry, languages, base_url),
        snippets=snippets(reader, card, base_url),
        qr=qr_view(reader, badge_address(entry.slug, CODE_SVG), short),
        code_address=badge_address(entry.slug, CODE_PNG),
        embed_address=embed_address(reader.language, entry.slug),
    )


def page_share(reader: Reader, base_url: str, parts: tuple[str, ...], *, title: str, text: str) -> ShareView:
    """A page about several badges."""
    url, called = absolute(base_url, page_address(reader.language, *parts)), without_breaks(title)
    said = without_breaks(text)
    return ShareView(url=url, title=called, text=said, targets=share_targets(reader, title=called, text=said, url=url))


def _pages(entry: BadgeEntry, languages: tuple[str, ...], base_url: str) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(
            url=absolute(base_url, page_address(language, "badges", entry.slug)),
            label=Run(text=autonym(language), language=language),
        )
        for language in languages
    )


def verifier_links(reader: Reader, credential_url: str | None) -> tuple[LinkView, ...]:
    """Verifiers of others; a credential that is no JSON cannot be handed to one by its URL."""
    if credential_url is None:
        return ()
    target = f"https://verifierplus.org/#verify?vc={quote(credential_url, safe='')}"
    return (LinkView(url=target, label=Run(text=reader.say("Check at VerifierPlus"))),)
