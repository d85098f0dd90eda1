"""The check *conformance*: what reading found, and whether the schemas that the issuer names are met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from wallet.credentials.services import read_schemas
from wallet.fields import Fields, JsonObject, JsonValue, Problem
from wallet.verification.authenticity import Authenticity
from wallet.verification.findings import failed, passed
from wallet.verification.inquiry import Inquiry
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.standing import is_forged

if TYPE_CHECKING:
    from wallet.verification.credential_schemas import SchemaFinding

__all__ = ["examine_conformance", "own_schemas"]

MAX_LISTED = 200
"""A person mends the first dozen and reads again; a file with a million faults must not fill a report."""


def own_schemas(members: JsonObject, authenticity: Authenticity, inquiry: Inquiry) -> tuple[SchemaFinding, ...]:
    """What was found of each schema in ``credentialSchema``."""
    references = read_schemas(Fields(members, "$", []))
    if not references:
        return ()
    # Imported here: few badges name a schema, and its reader is a large part of what the program would load.
    from wallet.verification.credential_schemas import examine_schemas, unexamined_schemas

    # Like the status, a schema is not fetched on the word of a credential that is forged.
    if is_forged(authenticity):
        return unexamined_schemas(references, "schema.not-asked")
    return examine_schemas(members, references, inquiry.fetcher)


def examine_conformance(
    problems: Sequence[Problem],
    specification: str,
    *,
    complete: bool = True,
    schemas: Sequence[SchemaFinding] = (),
    code: str = "conformance.departs",
) -> CheckResult:
    """The result of the check *conformance*: every fault and every remark that reading found, with its path.

    `complete` says whether there was enough to be read at all; `code` is that of a credential with faults. A schema of
    the issuer's that is not met is a fault; one that could not be checked is said to be so.
    """
    # Two readers may look at the same member, each for its own part.
    unique = list(dict.fromkeys(problems))
    faults = [problem for problem in unique if not problem.remark]
    facts = {"specification": specification, **_facts([problem for problem in unique if problem.remark], schemas)}
    if faults or not complete:
        first = faults[0].path if faults else "$"
        return failed(Check.CONFORMANCE, code, count=len(faults), member=first, problems=_listed(faults), **facts)
    unmet = next((finding for finding in schemas if finding.outcome is Outcome.FAILED), None)
    if unmet is not None:
        return _own_schema_not_met(unmet, facts)
    return passed(Check.CONFORMANCE, _conforming_code(schemas), **facts)


def _facts(remarks: Sequence[Problem], schemas: Sequence[SchemaFinding]) -> dict[str, JsonValue]:
    facts: dict[str, JsonValue] = {}
    if remarks:
        facts["remarks"] = _listed(remarks)
    if schemas:
        facts["schemas"] = [_schema_facts(finding) for finding in schemas]
    return facts


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
    return [{"path": problem.path, "code": problem.code, "found": problem.found} for problem in problems[:MAX_LISTED]]
