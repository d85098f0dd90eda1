"""Is the issuer one that somebody knows: the learner, or a registry that the learner consults?

Being unknown is no fault, and this check decides nothing. It is asked only of an issuer whose own key made the
signature: anybody can write the id of a well-known university into a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.verification.findings import not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult

if TYPE_CHECKING:
    from wallet.verification.registries import IssuerRegistry, RegistryFinding

__all__ = ["KnownIssuer", "examine_trust"]

MAX_REGISTRIES = 20
"""Each may cost a fetch for every badge; the consortium's own verifier consults five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIssuer:
    """An issuer that the learner says they know: its `id` (DID or URL), a name and a home page."""

    id: str
    name: str
    url: str | None = None


def examine_trust(
    issuer: str,
    known: Sequence[KnownIssuer],
    registries: Sequence[IssuerRegistry] = (),
    fetcher: Fetcher | None = None,
    *,
    proven: bool,
) -> CheckResult:
    """The result of the check *trust*; its facts list what each registry said.

    `proven` says whether the check *issuer* passed: nobody is known under a name that was not proven.
    """
    if (known or registries) and not proven:
        return undetermined(Check.TRUST, "trust.issuer-not-proven")
    findings = _asked(issuer, registries, fetcher)
    facts: dict[str, JsonValue] = {"registries": [_listed(finding) for finding in findings]} if findings else {}
    for entry in known:
        if entry.id == issuer:
            return passed(Check.TRUST, "trust.known-to-learner", name=entry.name, **facts)
    for finding in findings:
        if finding.listed:
            name = finding.facts["name"]
            return passed(Check.TRUST, "trust.listed", registry=finding.registry, name=name, **facts)
    return _unknown(bool(known), findings, facts)


def _asked(issuer: str, registries: Sequence[IssuerRegistry], fetcher: Fetcher | None) -> list[RegistryFinding]:
    if not registries or fetcher is None:
        return []
    from wallet.verification.registries import ask_registry

    return [ask_registry(registry, issuer, fetcher) for registry in registries[:MAX_REGISTRIES]]


def _unknown(asked: bool, findings: Sequence[RegistryFinding], facts: JsonObject) -> CheckResult:
    if any(finding.listed is None for finding in findings):
        silent = [finding.registry for finding in findings if finding.listed is None]
        return undetermined(Check.TRUST, "trust.registry-not-read", registry=silent[0], count=len(silent), **facts)
    if findings:
        return undetermined(Check.TRUST, "trust.not-listed", count=len(findings), **facts)
    if asked:
        return undetermined(Check.TRUST, "trust.not-known")
    return not_applicable(Check.TRUST, "trust.no-list")


def _listed(finding: RegistryFinding) -> JsonObject:
    outcome = "not-read" if finding.listed is None else "listed" if finding.listed else "not-listed"
    return {**finding.facts, "registry": finding.registry, "outcome": outcome, "code": finding.code}
