"""Who signed a credential that stands within a record: its own issuer, or only whoever signed the record.

A credential within a record (CLR 2.0) or a presentation has been signed by its issuer as it stands there, with its own
contexts: its own proof is verified on that object, and what is around it does not matter.

One without a proof of its own is covered by the record's signature. That is its issuer's word when the record is
signed by the same issuer, who thereby states what it says, and when the signature is over the text of the record; it
then stands and falls with the record. A signature over RDF does not do: in the RDF of a record everything that is said
about one learner or one achievement flows together, so that what one credential states could be moved into another,
and the signature would still be right. Somebody else's signature says only that they hold it: nobody who could has
vouched for it. A presentation's signature is made to show who presents, and states nothing.
"""

from __future__ import annotations

from dataclasses import replace

from wallet.credentials.reading import ParsedCredential, parse_credential
from wallet.documents.document import SecuredDocument
from wallet.documents.jws import decode_jws
from wallet.errors import CredentialError
from wallet.fields import JsonObject
from wallet.resolution.fetching import Fetcher
from wallet.verification.authenticity import Authenticity, examine_authenticity, issuer_of
from wallet.verification.findings import failed, passed, undetermined
from wallet.verification.inquiry import Inquiry
from wallet.verification.report import Check
from wallet.verification.secured import Secured

__all__ = ["examine_secured"]

_OVER_TEXT = frozenset({"coverage.signed-as-text", "coverage.signed-as-json", "coverage.by-record"})
"""Codes of the check *coverage* which say that every member is signed where it stands."""


def examine_secured(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Secured:
    """Examine the credential's own proof, or the record's where it has none; never raises for what they contain."""
    record = _record_around(document)
    if document.jws is not None or parsed.members.get("proof") is not None or record is None:
        jws = decode_jws(document.jws) if document.jws is not None else None
        return Secured(
            authenticity=examine_authenticity(
                parsed.members, jws, at=inquiry.at, fetcher=inquiry.fetcher, trace=inquiry.trace
            ),
        )
    try:
        return _by_record(parsed.members, record, parse_credential(record), inquiry)
    except CredentialError as error:
        return Secured(authenticity=_refused(parsed.members, inquiry, error.code))


def _record_around(document: SecuredDocument) -> SecuredDocument | None:
    around = document.within
    while around is not None and around.is_presentation:
        around = around.within
    return around


def _by_record(members: JsonObject, record: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Secured:
    issuer, publisher = issuer_of(members), issuer_of(parsed.members)
    if issuer is None or issuer != publisher:
        return Secured(authenticity=_refused(members, inquiry, "proof.record-of-another", publisher=publisher or ""))

    def find(door: Fetcher) -> Secured:
        return examine_secured(record, parsed, replace(inquiry, fetcher=door))

    # Verified once for all the credentials in it: a record of a thousand would cost a thousand times its size.
    key = (record.digest, record.position, inquiry.at)
    outer = inquiry.memory.records.recall(key, inquiry.fetcher, find)
    return Secured(authenticity=_vouched(outer.authenticity, parsed), records=(parsed.members, *outer.records))


def _vouched(outer: Authenticity, record: ParsedCredential) -> Authenticity:
    if not outer.established:
        return outer
    if outer.coverage.code not in _OVER_TEXT:
        return replace(outer, proof=undetermined(Check.PROOF, "proof.record-merges", record=_name(record)))
    name = _name(record)
    return replace(
        outer,
        coverage=passed(Check.COVERAGE, "coverage.by-record", record=name),
        proof=passed(Check.PROOF, "proof.by-record", **{**outer.proof.facts, "record": name}),
    )


def _name(record: ParsedCredential) -> str:
    return str(record.members.get("id") or record.specification)


def _refused(members: JsonObject, inquiry: Inquiry, code: str, **facts: str) -> Authenticity:
    unsigned = examine_authenticity(members, None, at=inquiry.at, fetcher=inquiry.fetcher)
    return replace(unsigned, proof=failed(Check.PROOF, code, **facts))
