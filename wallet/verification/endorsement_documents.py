"""An endorsement that came as a file of its own, through the nine checks (Open Badges 3.0, sections 8.2 and 8.3).

Whom it endorses is for its reader to see: there is no badge here that it would have to be about.
"""

from __future__ import annotations

from wallet.credentials.endorsement_documents import read_endorsement_document
from wallet.credentials.model import EndorsementCredential
from wallet.credentials.reading import ParsedCredential
from wallet.documents.document import SecuredDocument
from wallet.verification.authenticity import issuer_of
from wallet.verification.badges import not_read
from wallet.verification.conformance import examine_conformance, own_schemas
from wallet.verification.enclosure import examine_secured
from wallet.verification.findings import not_applicable
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.refreshing import with_refresh
from wallet.verification.report import Check, CheckResult
from wallet.verification.secured import Secured
from wallet.verification.standing import examine_standing, trust_in

__all__ = ["examine_endorsement_document"]


def examine_endorsement_document(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one endorsement; never raises for what it contains."""
    endorsement, problems = read_endorsement_document(parsed.members, document.jws)
    secured = examine_secured(document, parsed, inquiry)
    results = (
        examine_conformance(
            (*parsed.problems, *problems),
            parsed.specification,
            schemas=own_schemas(parsed.members, secured.authenticity, inquiry),
        ),
        secured.authenticity.coverage,
        secured.authenticity.proof,
        secured.authenticity.issuer,
        *_remaining(parsed, endorsement, secured, inquiry),
    )
    return concluded(document, parsed, results, securing=secured.authenticity.securing, at=inquiry.at)


def _remaining(
    parsed: ParsedCredential, endorsement: EndorsementCredential, secured: Secured, inquiry: Inquiry
) -> tuple[CheckResult, CheckResult, CheckResult, CheckResult, CheckResult]:
    issuer = issuer_of(parsed.members)
    if issuer is None:
        return not_read()
    period = (endorsement.valid_from, endorsement.valid_until)
    status, validity = examine_standing(parsed.members, secured, period, inquiry)
    own = endorsement.subject_id == issuer
    return (
        with_refresh(status, parsed.members, secured.authenticity, inquiry, examine_endorsement_document),
        validity,
        not_applicable(Check.RECIPIENT, "recipient.endorsed", subject=endorsement.subject_id or ""),
        not_applicable(Check.ENDORSEMENT, "endorsement.of-oneself" if own else "endorsement.is-one"),
        trust_in(issuer, secured.authenticity, inquiry),
    )
