"""What the learner's signed presentation shows about the site that is built: verified with what is kept, every time.

It is published only while it is the learner's own, made for this address, and holds nothing that is not published
itself: a badge that was taken out must not stay public in it. Otherwise the same credentials are offered unsigned.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract
from wallet.errors import DocumentError
from wallet.fields import as_sequence
from wallet.language.dates import parse_moment
from wallet.portfolio.model import Portfolio
from wallet.presenting.composition import compose
from wallet.resolution.fetching import EvidenceFetcher
from wallet.site import Holder, PresentationFile
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import Verification, verify

__all__ = ["Presented", "presented", "remembered_holder"]

_MARK = "presented "
_OTHER_ADDRESS = frozenset({"proof.other-domain", "proof.no-domain"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """The holder and the file for the site; `remark` is the code of what the learner should do about it.

    `marks` stand for what badge pages say of it, so that a later build of some badges can say the same.
    """

    holder: Holder | None
    file: PresentationFile | None
    remark: str | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """Nothing, or the moment of the signature that is shown."""
        shown = self.holder.shown_on if self.holder else None
        return (f"{_MARK}{shown.isoformat()}",) if shown else ()


def remembered_holder(portfolio: Portfolio, marks: Sequence[str]) -> Holder | None:
    """The holder as the build found them that left `marks`."""
    if portfolio.holder is None:
        return None
    shown = next((parse_moment(mark.removeprefix(_MARK)) for mark in marks if mark.startswith(_MARK)), None)
    return Holder(did=portfolio.holder, shown_on=shown)


def presented(portfolio: Portfolio, published: Mapping[str, str | None], base_url: str, at: datetime) -> Presented:
    """What to publish, for a site at `base_url`; `published` has of each badge on it what can stand in the file."""
    texts = {slug: text for slug, text in published.items() if text is not None}
    holder = Holder(did=portfolio.holder) if portfolio.holder else None
    unsigned = Presented(holder=holder, file=_unsigned(texts))
    if portfolio.presentation is None:
        return unsigned
    remark, signed_on, held = _examined(portfolio, portfolio.presentation, base_url, at)
    known = _by_content(texts)
    if remark is None and held - known.keys():
        remark = "present.holds-more"
    if remark is not None or holder is None or signed_on is None:
        return Presented(holder=holder, file=unsigned.file, remark=remark)
    slugs = frozenset(slug for content, slug in known.items() if content in held)
    return Presented(
        holder=Holder(did=holder.did, shown_on=signed_on),
        file=PresentationFile(content=portfolio.presentation, slugs=slugs, signed=True),
        remark="present.holds-less" if len(slugs) < len(known) else None,
    )


def _unsigned(texts: Mapping[str, str]) -> PresentationFile | None:
    if not texts:
        return None
    return PresentationFile(content=compose(tuple(texts.values())).encode(), slugs=frozenset(texts), signed=False)


def _examined(
    portfolio: Portfolio, source: bytes, base_url: str, at: datetime
) -> tuple[str | None, datetime | None, frozenset[str]]:
    """What stands against publishing it, when it was signed, and the credentials in it."""
    try:
        document = extract(source)[-1]
    except DocumentError:
        return "present.damaged", None, frozenset()
    if not document.is_presentation:
        return "present.damaged", None, frozenset()
    verification = verify(document, at=at, fetcher=EvidenceFetcher(()), domain=base_url)
    proof = verification.report.result(Check.PROOF)
    created = parse_moment(str(proof.facts.get("created")))
    return _objection(verification, portfolio.holder, created), created, frozenset(_held(document))


def _objection(verification: Verification, holder: str | None, created: datetime | None) -> str | None:
    proof = verification.report.result(Check.PROOF)
    if holder is None:
        return "present.no-holder"
    if proof.code in _OTHER_ADDRESS:
        return "present.other-address"
    if proof.outcome is Outcome.PASSED and not str(proof.facts.get("method")).startswith(f"{holder}#"):
        return "present.other-key"
    # A date of its own is the signer's word; one that lies ahead is not even that.
    doubtful = proof.code == "proof.published-key" or "created_in_future" in proof.facts or created is None
    return "present.not-verified" if doubtful or verification.verdict is not Verdict.VERIFIED else None


def _held(document: SecuredDocument) -> Iterator[str]:
    for credential in as_sequence(document.json.get("verifiableCredential")):
        yield json.dumps(credential, sort_keys=True)


def _by_content(texts: Mapping[str, str]) -> Mapping[str, str]:
    """The slug of each credential, by its content in one spelling."""
    return {json.dumps(json.loads(text), sort_keys=True): slug for slug, text in texts.items()}
