"""Who presents the badges: the file with all of them, whose signature it carries, and whom it was issued to.

Nothing is checked here. That a signature is the key's, and was made for this site's address, was found by the build.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from wallet.presenting.did_documents import did_document, did_web_of
from wallet.site.entries import BadgeEntry, Holder, PresentationFile, SiteInput
from wallet.site.model import SiteFile
from wallet.site.reader import Reader
from wallet.site.urls import absolute
from wallet.site.views import ControlView, PresentationView

__all__ = ["control_view", "holder_files", "presentation_view", "shown_on_home"]

PRESENTATION = "presentation.json"
DOCUMENT = "did.json"
_WELL_KNOWN = ".well-known/did.json"


def holder_files(site_input: SiteInput) -> tuple[SiteFile, ...]:
    """presentation.json, and for a learner with a key the document of the site's own identifier."""
    files = []
    if site_input.presentation is not None:
        files.append(SiteFile(path=PRESENTATION, content=site_input.presentation.content))
    did = did_web_of(site_input.base_url)
    if site_input.holder is not None and did is not None:
        document = json.dumps(did_document(did, site_input.holder.did), indent=2).encode() + b"\n"
        files.append(SiteFile(path=DOCUMENT, content=document))
        if urlsplit(site_input.base_url).path == "/":
            # Where a host has no path, its document is looked for here; some ways to publish leave the folder out.
            files.append(SiteFile(path=_WELL_KNOWN, content=document))
    return tuple(files)


def control_view(reader: Reader, site_input: SiteInput, entry: BadgeEntry) -> ControlView | None:
    """Whether the badge's recipient is who signed for this site; None for one that is not named by a DID."""
    subject, holder = entry.credential.credential_subject.id, site_input.holder
    if subject is None or not subject.startswith("did:"):
        return None
    if holder is None or holder.shown_on is None or subject not in _identifiers(site_input, holder):
        told = reader.say("Whether the owner of this site is who it was issued to has not been shown here.")
        return ControlView(shown=False, sentence=told)
    told = reader.say(
        "On {date} the owner of this site showed that they have the key of the identifier that it was issued to, "
        "with a signature made for this site.",
        date=reader.date(holder.shown_on).text,
    )
    return ControlView(shown=True, sentence=told)


def shown_on_home(reader: Reader, site_input: SiteInput) -> str | None:
    """What the home page says of it: nothing where nothing was shown."""
    holder = site_input.holder
    number = _issued_to_holder(site_input)
    if holder is None or holder.shown_on is None or not number:
        return None
    return reader.say(
        "On {date} the owner of this site showed that they have the key of the identifier that badges here were "
        "issued to (badges: {number}).",
        date=reader.date(holder.shown_on).text,
        number=reader.number(number),
    )


def presentation_view(reader: Reader, site_input: SiteInput) -> PresentationView:
    """The section about the file with all badges, which says so where there is none."""
    found, holder = site_input.presentation, site_input.holder
    shown = holder.shown_on if holder and found and found.signed else None
    url = absolute(site_input.base_url, PRESENTATION)
    site_did = did_web_of(site_input.base_url) if holder else None
    return PresentationView(
        address=PRESENTATION if found else None,
        told=tuple(_told(reader, site_input, found, shown)),
        missing=tuple(_missing(reader, site_input.badges, found)) if found else (),
        did=holder.did if holder else None,
        site_did=site_did,
        document_address=DOCUMENT if site_did else None,
        command=f"wallet verify --domain {site_input.base_url} {url}" if shown else f"wallet verify {url}",
        question="wallet present --domain NAME --challenge WORD --output FILE" if shown else None,
    )


def _told(
    reader: Reader, site_input: SiteInput, found: PresentationFile | None, shown: datetime | None
) -> Iterator[str]:
    if found is None:
        yield reader.say("The owner of this site has not shown who they are.")
        return
    if shown is None:
        yield reader.say(
            "All badges that are Verifiable Credentials stand together in one file. The owner of this site has not "
            "signed it: it does not show who put it together."
        )
        return
    yield reader.say(
        "On {date} the owner of this site signed one file with their badges, for the address of this site "
        "(badges in it: {number}). The signature was checked when the site was built.",
        date=reader.date(shown).text,
        number=reader.number(len(found.slugs)),
    )
    yield reader.say(
        "It shows that whoever signed has the key of the identifier below. Of the badges here, so many were issued to "
        "that identifier: {number}.",
        number=reader.number(_issued_to_holder(site_input)),
    )
    yield reader.say(
        "Such a file can be copied. To know that the person before you has the key, ask them for one that is signed "
        "for you, with a word of your choice:"
    )


def _missing(reader: Reader, entries: Sequence[BadgeEntry], found: PresentationFile) -> Iterator[str]:
    others = [entry for entry in entries if entry.slug not in found.slugs]
    never = sum(entry.original.presentable is None for entry in others)
    if len(others) - never:
        later = reader.number(len(others) - never)
        yield reader.say("Published after it was signed, and not in it: {number}.", number=later)
    if never:
        yield reader.say(
            "Badges of Open Badges 2.0 have no place in such a file: {number}.", number=reader.number(never)
        )


def _issued_to_holder(site_input: SiteInput) -> int:
    if site_input.holder is None:
        return 0
    own = _identifiers(site_input, site_input.holder)
    return sum(entry.credential.credential_subject.id in own for entry in site_input.badges)


def _identifiers(site_input: SiteInput, holder: Holder) -> frozenset[str | None]:
    """What the key that signed for this site stands for: itself, and the site, whose document names it."""
    site = did_web_of(site_input.base_url)
    return frozenset({holder.did} | ({site} if site else set()))
