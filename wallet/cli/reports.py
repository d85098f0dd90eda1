"""A verification as JSON for programs and as words for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wallet.cli.console import Console
from wallet.cli.explaining import explanation_json, explanation_lines, unexplained_line
from wallet.documents.document import Container, SecuredDocument
from wallet.errors import WalletError
from wallet.fields import JsonObject
from wallet.language.controls import one_line
from wallet.language.dates import format_date
from wallet.stages.naming import issuer_named
from wallet.verification.authenticity import issuer_of
from wallet.verification.report import Check, CheckResult, Verdict
from wallet.verification.serialization import results_to_json
from wallet.verification.verifier import Verification

__all__ = [
    "exit_status",
    "is_unreadable",
    "summary_lines",
    "unreadable_json",
    "verification_json",
    "verification_lines",
]

NOT_RECOGNISED = "credential.not-recognised"
UNREADABLE = "unreadable"

_NOT_KNOWN = frozenset({"trust.not-known", "trust.not-listed"})
_STANDING = frozenset({"invalid", "revoked", "suspended", "expired", "not_yet_valid"})
_OPEN = frozenset({"undetermined", "unsupported"})


def is_unreadable(verification: Verification) -> bool:
    """Whether the document turned out to be no credential at all."""
    return any(result.code == NOT_RECOGNISED for result in verification.report.results)


def verification_json(path: str, verification: Verification) -> JsonObject:
    """One object of ``wallet verify --json``.

    A learner record stands before the credentials in it. A signed presentation has an object of its own, behind its
    credentials: its verdict is about who presents them.
    """
    document, credential = verification.document, verification.credential
    identifier, name = verification.members.get("id"), verification.members.get("name")
    explanation = {} if verification.explanation is None else explanation_json(verification.explanation)
    return {
        "path": path,
        "position": document.position,
        "container": _container(document),
        "specification": verification.specification or None,
        "data_model": verification.data_model,
        "id": identifier if isinstance(identifier, str) else None,
        "issuer": issuer_of(verification.members) or (credential.issuer.id if credential else None),
        "name": str(credential.achievement.name) if credential else name if isinstance(name, str) else None,
        "securing": verification.securing,
        "verdict": verification.verdict.value,
        "results": results_to_json(verification.report),
        **explanation,
    }


def _container(document: SecuredDocument) -> str:
    return "jwt" if document.container is Container.JWT else document.container.value


def unreadable_json(path: str, error: WalletError, message: str) -> JsonObject:
    """The object for a file that holds no readable credential."""
    return {
        "path": path,
        "position": 0,
        "verdict": UNREADABLE,
        "error": {"code": error.code, "message": message},
    }


def exit_status(verdicts: list[str]) -> int:
    """The exit status that the verdicts of one run amount to."""
    if not verdicts or UNREADABLE in verdicts:
        return 1
    if _STANDING & set(verdicts):
        return 3
    return 4 if _OPEN & set(verdicts) else 0


def verification_lines(console: Console, path: str, verification: Verification, count: int = 1) -> Iterator[str]:
    """The report for a person: what it is, the verdict, and each check with its outcome.

    `count` is how many credentials the file holds.
    """
    path = one_line(path)
    place = f"{path} ({verification.document.position + 1}/{count})" if count > 1 else path
    yield console.heading(f"{place}: {_title(console, verification)}")
    yield from _issuer_line(console, verification)
    yield "  " + verdict_line(console, verification.verdict, verification)
    for result in verification.report.results:
        # Of a file that is no badge at all, one check says so; that no other was made need not be said eight times.
        if result.code != "check.unsupported-specification":
            yield from _result_lines(console, result, verification.securing)
    if verification.explanation == ():
        yield unexplained_line(console, verification.securing)
    yield from explanation_lines(console, verification.explanation or ())


def summary_lines(console: Console, verdicts: Mapping[str, int]) -> Iterator[str]:
    """Of a run over several credentials: how many came to which verdict."""
    yield console.heading(console.gettext("Checked: {count}").format(count=sum(verdicts.values())))
    for verdict, count in verdicts.items():
        line = console.gettext("{verdict}: {count}")
        yield "  " + line.format(verdict=console.sentence(f"verdict.{verdict}", {}), count=count)


def _issuer_line(console: Console, verification: Verification) -> Iterator[str]:
    name, identifier = issuer_named(verification)
    if verification.document.is_presentation or not (name or identifier):
        return
    yield "  " + console.gettext("Issuer: {name} ({id})").format(
        name=one_line(name) or "–", id=one_line(identifier or "–")
    )


def _result_lines(console: Console, result: CheckResult, securing: str) -> Iterator[str]:
    check = console.sentence(_check_code(result.check.value, securing), {})
    outcome = console.sentence(_outcome_code(result), {})
    finding = console.sentence(result.code, result.facts)
    line = console.gettext("{check}: {outcome}. {finding}")
    yield "    " + line.format(check=check, outcome=outcome, finding=finding)
    yield from _problem_lines(console, result.facts.get("problems"))
    yield from _further_problems(console, result)
    for remark in _problem_sentences(console, result.facts.get("remarks")):
        yield "      · " + console.gettext("Remark: {finding}").format(finding=remark)
    for name in ("schemas", "entries", "notes", "registries"):
        yield from _problem_lines(console, result.facts.get(name))
    yield from _proof_lines(console, result.facts.get("proofs"))
    yield from _endorsement_lines(console, result.facts.get("endorsements"))


def _outcome_code(result: CheckResult) -> str:
    """That an issuer is on no list is an answer, and not a gap in the check."""
    return "outcome.not-known" if result.code in _NOT_KNOWN else f"outcome.{result.outcome.value}"


def _further_problems(console: Console, result: CheckResult) -> Iterator[str]:
    problems, count = result.facts.get("problems"), result.facts.get("count")
    if isinstance(problems, list) and isinstance(count, int) and count > len(problems):
        yield "      · " + console.gettext("and {count} more").format(count=count - len(problems))


def _check_code(check: str, securing: str) -> str:
    """The name of a check; a hosted badge has no signature that a name could speak of."""
    hosted = securing == "hosted" and check in ("coverage", "proof", "issuer")
    return f"check.hosted-{check}" if hosted else f"check.{check}"


def _title(console: Console, verification: Verification) -> str:
    if verification.document.is_presentation:
        return console.gettext("Signature of whoever presents these credentials")
    if verification.credential is not None:
        return one_line(str(verification.credential.achievement.name))
    named = [verification.members.get("name"), verification.members.get("id"), verification.specification]
    return next((one_line(name) for name in named if isinstance(name, str) and name), "–")


def verdict_line(console: Console, verdict: Verdict, verification: Verification) -> str:
    """The verdict in words, with the date for which it holds."""
    date = format_date(verification.report.checked_at, console.catalog.language)
    state = console.sentence(f"verdict.{verdict.value}", {})
    if verification.report.result(Check.PROOF).code == "proof.published-key":
        state = console.gettext("{state}, with a key published for tests").format(state=state)
    return console.gettext("Result on {date}: {verdict}").format(date=date, verdict=state)


def _proof_lines(console: Console, proofs: object) -> Iterator[str]:
    """What was found of each of several proofs: of its signature, and where that is right of its key."""
    for proof in proofs if isinstance(proofs, list) else ():
        yield "      · " + console.sentence(str(proof["code"]), proof["facts"])
        if proof["proof"] == "passed":
            yield "        " + console.sentence(str(proof["issuer_code"]), proof["issuer_facts"])


def _endorsement_lines(console: Console, endorsements: object) -> Iterator[str]:
    """Whose each endorsement is and its outcome; the report has no more of it than the code."""
    for one in endorsements if isinstance(endorsements, list) else ():
        if isinstance(one, dict):
            outcome = console.sentence(f"outcome.{one['outcome']}", {})
            line = console.gettext("{issuer}: {outcome} ({code})")
            yield "      · " + line.format(
                issuer=one_line(str(one.get("issuer") or "–")), outcome=outcome, code=one["code"]
            )


def _problem_lines(console: Console, problems: object) -> Iterator[str]:
    for found in _problem_sentences(console, problems):
        yield "      · " + found


def _problem_sentences(console: Console, problems: object) -> Iterator[str]:
    for problem in problems if isinstance(problems, list) else ():
        if isinstance(problem, dict):
            yield console.sentence(str(problem["code"]), problem)
