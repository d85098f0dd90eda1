"""An Open Badges 3.0 achievement credential through the nine checks.

The order follows Open Badges 3.0, section 8.2, "AchievementCredential Verification", with what VCDM, Data Integrity
and the status specifications add. Each number is one check, and the code below refers to the numbers.

1. conformance: the document is an Open Badges credential, member by member, and follows the schemas that it names.
2. coverage: the proof covers every member; what it does not cover nobody signed.
3. proof: a signature over the document as it came is right.
4. issuer: the key that made it belongs to the issuer and may make assertions.
5. status: the issuer has not withdrawn it, according to the issuer's own list.
6. validity: the moment in question lies between its dates.
7. recipient: it was issued to a known identity, when one was given.
8. endorsement: each third party's word in it, on its own.
9. trust: whether the issuer is one that the learner, or a registry they consult, names as known.

What is found under 5 to 9 is reported even when 3 fails, but a verdict is then already decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wallet.credentials.reading import ParsedCredential
from wallet.documents.document import SecuredDocument
from wallet.documents.jws import decode_jws
from wallet.fields import JsonObject, JsonValue, Problem
from wallet.verification.authenticity import Authenticity, examine_authenticity, issuer_of
from wallet.verification.credential_schemas import SchemaFinding, examine_schemas, unexamined_schemas
from wallet.verification.endorsements import examine_endorsements
from wallet.verification.findings import failed, passed, undetermined
from wallet.verification.identity import examine_recipient
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.status import StatusContext, examine_status
from wallet.verification.trust import examine_trust
from wallet.verification.validity import examine_validity

__all__ = ["conformance", "examine_badge"]

MAX_LISTED = 200
"""A person mends the first dozen and reads again; a file with a million faults must not fill a report."""


def examine_badge(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one achievement credential; never raises for what it contains."""
    jws = decode_jws(document.jws) if document.jws is not None else None
    authenticity = examine_authenticity(parsed.members, jws, at=inquiry.at, fetcher=inquiry.fetcher)
    results = (
        conformance(parsed, _schemas(parsed, authenticity, inquiry)),  # 1
        authenticity.coverage,  # 2
        authenticity.proof,  # 3
        authenticity.issuer,  # 4
        *_remaining(parsed, authenticity, inquiry),  # 5 to 9
    )
    return concluded(document, parsed, results, securing=authenticity.securing, at=inquiry.at)


def _schemas(parsed: ParsedCredential, authenticity: Authenticity, inquiry: Inquiry) -> tuple[SchemaFinding, ...]:
    references = parsed.credential.credential_schema if parsed.credential is not None else ()
    if not references:
        return ()
    # Like the status, a schema is not fetched on the word of a credential that is forged.
    if _is_forged(authenticity):
        return unexamined_schemas(references, "schema.not-asked")
    return examine_schemas(parsed.members, references, inquiry.fetcher)


def conformance(parsed: ParsedCredential, schemas: Sequence[SchemaFinding] = ()) -> CheckResult:
    """The result of the check *conformance*: every fault and every remark that reading found, with its path.

    A schema of the issuer's that is not met is a fault; one that could not be checked is said to be so.
    """
    faults = [problem for problem in parsed.problems if not problem.remark]
    remarks = [problem for problem in parsed.problems if problem.remark]
    facts: dict[str, JsonValue] = {}
    if remarks:
        facts["remarks"] = _listed(remarks)
    if schemas:
        facts["schemas"] = [_schema_facts(finding) for finding in schemas]
    if faults or parsed.credential is None:
        first = faults[0].path if faults else "$"
        problems = _listed(faults)
        return failed(
            Check.CONFORMANCE, "conformance.problems", count=len(faults), member=first, problems=problems, **facts
        )
    unmet = next((finding for finding in schemas if finding.outcome is Outcome.FAILED), None)
    if unmet is not None:
        return _own_schema_not_met(unmet, facts)
    return passed(Check.CONFORMANCE, _conforming_code(schemas), specification=parsed.specification, **facts)


def _own_schema_not_met(finding: SchemaFinding, facts: Mapping[str, JsonValue]) -> CheckResult:
    found = [Problem(path=fault.path, code="schema.rule-not-met", found=fault.rule) for fault in finding.faults]
    return failed(
        Check.CONFORMANCE,
        "conformance.own-schema-not-met",
        schema=finding.id,
        count=len(found),
        member=found[0].path,
        problems=_listed(found),
        **facts,
    )


def _conforming_code(schemas: Sequence[SchemaFinding]) -> str:
    if not schemas:
        return "conformance.conforms"
    if any(finding.outcome is Outcome.UNDETERMINED for finding in schemas):
        return "conformance.conforms-own-schema-not-checked"
    return "conformance.conforms-with-own-schema"


def _schema_facts(finding: SchemaFinding) -> JsonObject:
    reason: Mapping[str, JsonValue] = dict(finding.reason.facts) if finding.reason is not None else {}
    return {
        **reason,
        "id": finding.id,
        "type": finding.type,
        "outcome": finding.outcome.value,
        "code": finding.code,
    }


def _listed(problems: Sequence[Problem]) -> list[JsonValue]:
    listed = problems[:MAX_LISTED]
    return [{"path": problem.path, "code": problem.code, "found": problem.found} for problem in listed]


def _remaining(
    parsed: ParsedCredential, authenticity: Authenticity, inquiry: Inquiry
) -> tuple[CheckResult, CheckResult, CheckResult, CheckResult, CheckResult]:
    credential, issuer = parsed.credential, issuer_of(parsed.members)
    if credential is None or issuer is None:
        status, validity, recipient, endorsement, trust = _REST
        return (
            undetermined(status, "check.not-read"),
            undetermined(validity, "check.not-read"),
            undetermined(recipient, "check.not-read"),
            undetermined(endorsement, "check.not-read"),
            undetermined(trust, "check.not-read"),
        )
    return (
        _status(parsed, authenticity, issuer, inquiry),  # 5
        examine_validity(credential.valid_from, credential.valid_until, inquiry.at),  # 6
        examine_recipient(credential.credential_subject, inquiry.identities),  # 7
        examine_endorsements(credential, at=inquiry.at, fetcher=inquiry.fetcher),  # 8
        _trust(authenticity, issuer, inquiry),  # 9
    )


_REST = (Check.STATUS, Check.VALIDITY, Check.RECIPIENT, Check.ENDORSEMENT, Check.TRUST)


def _trust(authenticity: Authenticity, issuer: str, inquiry: Inquiry) -> CheckResult:
    if (inquiry.known_issuers or inquiry.registries) and authenticity.issuer.outcome is not Outcome.PASSED:
        return undetermined(Check.TRUST, "trust.issuer-not-proven")
    return examine_trust(issuer, inquiry.known_issuers, inquiry.registries, inquiry.fetcher)


def _status(parsed: ParsedCredential, authenticity: Authenticity, issuer: str, inquiry: Inquiry) -> CheckResult:
    # A forged credential names any server it likes: its status is not asked for.
    if _is_forged(authenticity):
        return undetermined(Check.STATUS, "status.not-asked")
    context = StatusContext(
        credential_id=parsed.credential.id if parsed.credential else None,
        issuer=issuer,
        key=authenticity.key,
        at=inquiry.at,
        fetcher=inquiry.fetcher,
    )
    return examine_status(parsed.members, context)


def _is_forged(authenticity: Authenticity) -> bool:
    return Outcome.FAILED in (authenticity.proof.outcome, authenticity.coverage.outcome, authenticity.issuer.outcome)
