"""What a page says of a badge against what the issuer said: name, issuer, dates, recipient.

Values only. The page may be another's, or edited by hand: what it shows in words counts as much as the value that it
gives to machines, for it is the words that a reader believes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import chain
from urllib.parse import urlsplit

from wallet.credentials.model import OpenBadgeCredential, Profile
from wallet.credentials.times import parse_datetime
from wallet.documents.web_pages import PageClaim, WebPage
from wallet.language.controls import visible
from wallet.language.dates import exact, format_date
from wallet.language.tags import has_locale
from wallet.language.text import Text
from wallet.verification.page_findings import PageFinding, missing, untrue

__all__ = ["COMPARED", "claims_of_page", "issued_on", "issuer_names", "marks_claims", "same_day", "signed_names"]

COMPARED = ("name", "issuer-name", "issuer-id", "issued", "valid-from", "valid-until", "recipient", "state")
"""The statements of a page that are held against its badge."""

_OTHER_DATE = {
    "issued": "audit.issued-differs",
    "valid-from": "audit.valid-from-differs",
    "valid-until": "audit.valid-until-differs",
}


def marks_claims(page: WebPage) -> bool:
    """Whether the page marks what it says, as the pages of this program do."""
    return any(page.claimed(name) for name in COMPARED)


def signed_names(credential: OpenBadgeCredential) -> tuple[str, ...]:
    """The badge's name in every language of its issuer, as a page shows it; empty where it has none."""
    return _shown(credential.achievement.name)


def issuer_names(credential: OpenBadgeCredential) -> tuple[str, ...]:
    """What the issuer may be called: its names, or by its addresses."""
    issuer: Profile = credential.issuer
    named = _shown(issuer.name) if issuer.name else ()
    return (*named, *(visible(one) for one in (issuer.url, issuer.id) if one))


def issued_on(credential: OpenBadgeCredential) -> datetime | None:
    """The day it was awarded, as a page of this program gives it."""
    return credential.awarded_date or credential.valid_from


def claims_of_page(
    page: WebPage, url: str, credential: OpenBadgeCredential, recipients: Sequence[str] | None = None
) -> tuple[PageFinding, ...]:
    """Every statement of the page that is not the credential's; `recipients` are the true words about whom it names.

    Where they are not known in the page's language they are not compared.
    """
    dates = (("issued", issued_on(credential)), ("valid-until", credential.valid_until))
    beginning = (("valid-from", credential.valid_from),) if page.claimed("valid-from") else ()
    return tuple(
        chain(
            _name(page, url, credential),
            _title(page, url),
            _issuer(page, url, credential),
            *(_date(page, url, name, moment) for name, moment in (*dates, *beginning)),
            _recipient(page, url, recipients) if recipients is not None else (),
        )
    )


def _name(page: WebPage, url: str, credential: OpenBadgeCredential) -> Iterator[PageFinding]:
    names = signed_names(credential)
    # A mark that was taken away leaves the largest words of the page.
    shown = [claim.text for claim in page.claimed("name")] or [page.heading]
    for text in shown:
        if names and text not in names:
            yield untrue("audit.name-differs", page=url, shown=text, signed=names[0])


def _title(page: WebPage, url: str) -> Iterator[PageFinding]:
    """A translated name is nobody's signed word, but one page has only one."""
    for title in (page.title, page.shared_title):
        if title is not None and not " ".join(title.split()).startswith(page.heading):
            yield untrue("audit.title-differs", page=url, shown=page.heading, title=title)


def _issuer(page: WebPage, url: str, credential: OpenBadgeCredential) -> Iterator[PageFinding]:
    names, claims = issuer_names(credential), page.claimed("issuer-name")
    for claim in claims:
        if names and claim.text not in names:
            yield untrue("audit.issuer-differs", page=url, shown=claim.text, signed=names[0])
    if names and not claims:
        yield missing("audit.not-marked", page=url, claim="issuer-name")
    known = _identified(credential.issuer.id)
    for claim in page.claimed("issuer-id"):
        if claim.text not in known:
            yield untrue("audit.issuer-differs", page=url, shown=claim.text, signed=known[-1] if known else "–")


def _identified(identifier: str | None) -> tuple[str, ...]:
    """An issuer's identifier, whole and as its host alone, as pages give it."""
    host = urlsplit(identifier).hostname if identifier and identifier.startswith(("https://", "http://")) else None
    return tuple(visible(one) for one in (host, identifier) if one)


def _date(page: WebPage, url: str, name: str, moment: datetime | None) -> Iterator[PageFinding]:
    claims = page.claimed(name)
    for claim in claims:
        yield from _one_date(page, url, claim, moment)
    if moment is not None and not claims:
        yield missing("audit.not-marked", page=url, claim=name)


def _one_date(page: WebPage, url: str, claim: PageClaim, moment: datetime | None) -> Iterator[PageFinding]:
    code = _OTHER_DATE[claim.name]
    signed = exact(moment) if moment else "–"
    if moment is None:
        if claim.value is not None:
            yield untrue(code, page=url, shown=claim.text, signed=signed)
        return
    written = _written(moment, page.language)
    if not same_day(claim.value or "", moment) or _says_another_day(claim.text, moment, page.language):
        yield untrue(code, page=url, shown=claim.text, signed=signed)
    elif claim.text != written:
        # Another edition of the tables of the languages may write the same day otherwise.
        yield missing("audit.date-not-understood", page=url, shown=claim.text, signed=signed)


def same_day(written: str, moment: datetime) -> bool:
    """Whether a text means this moment, or as a bare date the day of it."""
    if len(written) == len("2022-12-16"):
        return written == moment.date().isoformat()
    return parse_datetime(written) == moment


def _written(moment: datetime, language: str | None) -> str:
    return format_date(moment, language if language and has_locale(language) else "en")


def _says_another_day(text: str, moment: datetime, language: str | None) -> bool:
    """Whether the words are those of another day, and not only other words for the same."""
    if _digits(text) != _digits(_written(moment, language)):
        return True
    return any(text == _written(other, language) for other in _same_day_of_other_months(moment))


def _same_day_of_other_months(moment: datetime) -> Iterator[datetime]:
    for month in range(1, 13):
        with suppress(ValueError):
            if month != moment.month:
                yield moment.replace(month=month)


def _digits(text: str) -> list[str]:
    return sorted(number.lstrip("0") for number in re.findall(r"\d+", unicodedata.normalize("NFKC", text)))


def _recipient(page: WebPage, url: str, recipients: Sequence[str]) -> Iterator[PageFinding]:
    shown = [claim.text for claim in page.claimed("recipient")]
    wanted = [" ".join(text.split()) for text in recipients]
    if not shown:
        yield missing("audit.not-marked", page=url, claim="recipient")
    elif shown != wanted:
        yield untrue("audit.recipient-differs", page=url, shown=" / ".join(shown), signed=" / ".join(wanted))


def _shown(text: Text) -> tuple[str, ...]:
    shown = (" ".join(visible(one.value).split()) for one in text.values)
    return tuple(one for one in shown if one)
