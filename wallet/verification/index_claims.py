"""What a site's index says of a badge against what the issuer said and what a check finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from wallet.credentials.model import OpenBadgeCredential
from wallet.documents.site_index import IndexedBadge
from wallet.verification.page_claims import issued_on, issuer_names, same_day, signed_names
from wallet.verification.page_findings import PageFinding, untrue
from wallet.verification.page_state import contradicts
from wallet.verification.report import Verdict

__all__ = ["claims_of_index"]


def claims_of_index(
    entry: IndexedBadge, url: str, credential: OpenBadgeCredential, verdict: Verdict, headings: Mapping[str, str]
) -> Iterator[PageFinding]:
    """Where the index at `url` says something else; a translated name is compared with the page's, by language."""
    names, issuers = signed_names(credential), issuer_names(credential)
    for language, name in entry.names.items():
        shown = " ".join(name.split())
        # A translation is compared with the page that shows it; where that cannot be read, this was said already.
        if names and shown not in names and shown != headings.get(language, shown):
            yield untrue("audit.name-differs", page=url, shown=name, signed=names[0])
    if entry.issuer is not None and issuers and " ".join(entry.issuer.split()) not in issuers:
        yield untrue("audit.issuer-differs", page=url, shown=entry.issuer, signed=issuers[0])
    if not _means(entry.issued, issued_on(credential)):
        yield untrue("audit.issued-differs", page=url, shown=entry.issued or "–", signed=_day(issued_on(credential)))
    if not _means(entry.valid_until, credential.valid_until):
        signed = _day(credential.valid_until)
        yield untrue("audit.valid-until-differs", page=url, shown=entry.valid_until or "–", signed=signed)
    shown_verdict = next((one for one in Verdict if one.value == entry.verdict), None)
    if shown_verdict is not None and contradicts(shown_verdict, verdict):
        yield untrue("audit.state-differs", page=url, shown_verdict=shown_verdict.value, found_verdict=verdict.value)


def _means(written: str | None, moment: datetime | None) -> bool:
    """An index may leave a date out; one that it gives must be right."""
    return written is None or (moment is not None and same_day(written, moment))


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment is not None else "–"
