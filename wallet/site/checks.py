"""The nine checks for a reader: what each asks, what it compares with what, and what it found."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_
from wallet.site.details import details_of
from wallet.site.hosted import HOSTED_COMPARED, HOSTED_NAMES
from wallet.site.reader import Reader
from wallet.site.views import CheckTopic, CheckView
from wallet.verification.report import Check, CheckResult, Outcome, VerificationReport

__all__ = ["check_topics", "check_views"]

_NAMES: Mapping[Check, str] = {
    Check.CONFORMANCE: N_("Form"),
    Check.COVERAGE: N_("What the signature covers"),
    Check.PROOF: N_("Signature"),
    Check.ISSUER: N_("Issuer’s key"),
    Check.STATUS: N_("Revocation"),
    Check.VALIDITY: N_("Period of validity"),
    Check.RECIPIENT: N_("Recipient"),
    Check.ENDORSEMENT: N_("Endorsements by third parties"),
    Check.TRUST: N_("Known issuer"),
}

_QUESTIONS: Mapping[Check, str] = {
    Check.CONFORMANCE: N_("Is the file built as the standard demands?"),
    Check.COVERAGE: N_("Is every statement in the file part of what was signed?"),
    Check.PROOF: N_("Is the content exactly what was signed?"),
    Check.ISSUER: N_("Does the key that signed belong to the issuer named in the file?"),
    Check.STATUS: N_("Has the issuer taken the badge back since?"),
    Check.VALIDITY: N_("Was it valid on the day of the check?"),
    Check.RECIPIENT: N_("Was it issued to this person?"),
    Check.ENDORSEMENT: N_("Do the recommendations of others in the file stand up themselves?"),
    Check.TRUST: N_("Is this issuer one that the learner, or a registry that the learner consults, knows?"),
}

_COMPARED: Mapping[Check, str] = {
    Check.CONFORMANCE: N_("The file with the rules of Open Badges and Verifiable Credentials."),
    Check.COVERAGE: N_("Every member of the file with the vocabularies that the signature covers."),
    Check.PROOF: N_("The signature with the content of the file and with the public key."),
    Check.ISSUER: N_("The owner of the key with the issuer named in the file."),
    Check.STATUS: N_("The badge’s entry with the list of revoked badges that the issuer publishes."),
    Check.VALIDITY: N_("The dates in the file with the moment of the check."),
    Check.RECIPIENT: N_("Whom the file names with the identifiers that the learner gave to the check."),
    Check.ENDORSEMENT: N_("Each endorsement’s own signature with its content and its author’s key."),
    Check.TRUST: N_(
        "The issuer named in the file with the learner’s own list of issuers and the registries they consult."
    ),
}

_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.PASSED: N_("Passed"),
    Outcome.FAILED: N_("Failed"),
    Outcome.UNDETERMINED: N_("Could not be checked"),
    Outcome.NOT_APPLICABLE: N_("Nothing to check"),
}

# These compare the badge with something the learner has to give first; without it there was a question left open.
_ASKED = frozenset({Check.RECIPIENT, Check.TRUST})


_UNNAMED = frozenset({"trust.not-known", "trust.not-listed"})


def _is_unnamed(result: CheckResult) -> bool:
    """Every list was read, and the issuer is on none: an answer, and no gap in the check."""
    return result.code in _UNNAMED


def _outcome_words(reader: Reader, result: CheckResult) -> str:
    if result.outcome is Outcome.NOT_APPLICABLE and result.check in _ASKED:
        return reader.say("Not checked")
    if _is_unnamed(result):
        return reader.say("Not named")
    return reader.say(_OUTCOMES[result.outcome])


def check_views(reader: Reader, report: VerificationReport, *, hosted: bool = False) -> tuple[CheckView, ...]:
    """Every check of a report, in the order of the report; `hosted` for a badge that carries no signature."""
    names = {**_NAMES, **HOSTED_NAMES} if hosted else _NAMES
    compared = {**_COMPARED, **HOSTED_COMPARED} if hosted else _COMPARED
    return tuple(
        CheckView(
            check=result.check.value,
            name=reader.say(names[result.check]),
            outcome=Outcome.NOT_APPLICABLE.value if _is_unnamed(result) else result.outcome.value,
            outcome_words=_outcome_words(reader, result),
            compared=reader.say(compared[result.check]),
            found=reader.found(result),
            details=details_of(reader, result),
        )
        for result in report.results
    )


def check_topics(reader: Reader) -> tuple[CheckTopic, ...]:
    """Every check explained, in the order in which checks are reported."""
    return tuple(
        CheckTopic(
            check=check.value,
            name=reader.say(_NAMES[check]),
            question=reader.say(_QUESTIONS[check]),
            compared=reader.say(_COMPARED[check]),
        )
        for check in Check
    )
