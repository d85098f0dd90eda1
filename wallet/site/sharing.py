"""Plain links to share a badge page: no script of others, no counter, nothing requested until a reader follows one."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from wallet.credentials.model import OpenBadgeCredential
from wallet.language.controls import visible
from wallet.site.facts import issued_on, profile_run
from wallet.site.reader import Reader
from wallet.site.views import Fact, LinkView, Run

__all__ = ["profile_fields", "share_links", "verifier_links"]


def share_links(reader: Reader, credential: OpenBadgeCredential, *, title: str, url: str) -> tuple[LinkView, ...]:
    """LinkedIn's list of certificates, LINE, X and mail."""
    mail = urlencode({"subject": title, "body": f"{title}\r\n{url}"}, quote_via=quote)
    return (
        LinkView(url=_linkedin(reader, credential, title, url), label=_label(reader.say("Add to a LinkedIn profile"))),
        LinkView(
            url=f"https://social-plugins.line.me/lineit/share?{_query(url=url, text=title)}",
            label=_label(reader.say("Send by LINE")),
        ),
        LinkView(
            url=f"https://x.com/intent/tweet?{_query(text=title, url=url)}", label=_label(reader.say("Post on X"))
        ),
        LinkView(url=f"mailto:?{mail}", label=_label(reader.say("Send by mail"))),
    )


def profile_fields(reader: Reader, credential: OpenBadgeCredential, *, title: str, url: str) -> tuple[Fact, ...]:
    """What to type where LinkedIn does not fill its form from the link."""
    issued, until = issued_on(credential), credential.valid_until
    return (
        Fact(label=reader.say("Name"), values=(reader.run(title),)),
        Fact(label=reader.say("Issuing organisation"), values=(profile_run(reader, credential.issuer),)),
        *((Fact(label=reader.say("Issued"), date=reader.date(issued)),) if issued else ()),
        *((Fact(label=reader.say("Valid until"), date=reader.date(until)),) if until else ()),
        Fact(label=reader.say("Credential URL"), values=(Run(text=url),)),
    )


def verifier_links(reader: Reader, credential_url: str | None) -> tuple[LinkView, ...]:
    """Verifiers of others; a credential that is no JSON cannot be handed to one by its URL."""
    if credential_url is None:
        return ()
    target = f"https://verifierplus.org/#verify?vc={quote(credential_url, safe='')}"
    return (LinkView(url=target, label=_label(reader.say("Check at VerifierPlus"))),)


def _linkedin(reader: Reader, credential: OpenBadgeCredential, title: str, url: str) -> str:
    fields = {
        "startTask": "CERTIFICATION_NAME",
        "name": title,
        "organizationName": profile_run(reader, credential.issuer).text,
        "certUrl": url,
    }
    for prefix, moment in (("issue", issued_on(credential)), ("expiration", credential.valid_until)):
        if moment is not None:
            fields |= {f"{prefix}Year": str(moment.year), f"{prefix}Month": str(moment.month)}
    if credential.id:
        fields["certId"] = visible(credential.id)
    return f"https://www.linkedin.com/profile/add?{_query(**fields)}"


def _query(**fields: str) -> str:
    return urlencode(fields, quote_via=quote)


def _label(text: str) -> Run:
    return Run(text=text)
