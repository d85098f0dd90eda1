"""LinkedIn's list of certificates: a link that fills in its form, and the same fields for where it does not."""

from __future__ import annotations

from collections.abc import Iterator

from wallet.credentials.model import OpenBadgeCredential
from wallet.site.facts import issued_on, profile_run
from wallet.site.reader import Reader
from wallet.site.share_targets import encoded
from wallet.site.shortening import without_breaks
from wallet.site.views import Fact, ProfileView, Run

__all__ = ["linkedin_profile"]


def linkedin_profile(reader: Reader, credential: OpenBadgeCredential, *, title: Run, url: str) -> ProfileView:
    """The badge at `url` as an entry of a LinkedIn profile."""
    return ProfileView(url=_form(reader, credential, title, url), fields=tuple(_fields(reader, credential, title, url)))


def _fields(reader: Reader, credential: OpenBadgeCredential, title: Run, url: str) -> Iterator[Fact]:
    issued, until = issued_on(credential), credential.valid_until
    yield Fact(label=reader.say("Name"), values=(title,))
    yield Fact(label=reader.say("Issuing organisation"), values=(profile_run(reader, credential.issuer),))
    if issued:
        yield Fact(label=reader.say("Issued"), date=reader.date(issued))
    if until:
        yield Fact(label=reader.say("Valid until"), date=reader.date(until))
    if credential.id:
        yield Fact(label=reader.say("Credential ID"), values=(Run(text=reader.run(credential.id).text),))
    yield Fact(label=reader.say("Credential URL"), values=(Run(text=url),))


def _form(reader: Reader, credential: OpenBadgeCredential, title: Run, url: str) -> str:
    """Months are 1 to 12 and those of the award's own offset; a date that is not stated is left out."""
    fields = {
        "startTask": "CERTIFICATION_NAME",
        "name": without_breaks(title.text),
        "organizationName": without_breaks(profile_run(reader, credential.issuer).text),
    }
    for prefix, moment in (("issue", issued_on(credential)), ("expiration", credential.valid_until)):
        if moment is not None:
            fields |= {f"{prefix}Year": str(moment.year), f"{prefix}Month": str(moment.month)}
    fields["certUrl"] = url
    if credential.id:
        fields["certId"] = reader.run(credential.id).text
    return f"https://www.linkedin.com/profile/add?{encoded(**fields)}"
