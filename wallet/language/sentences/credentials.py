"""How a credential departs from the specification, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "credential.not-recognised": N_(
        "{file} is JSON but no digital badge. Choose the badge file that the issuer gave you."
    ),
    "field.missing": N_("{path} is missing, although the specification demands it."),
    "field.not-a-string": N_("{path} must be text, not: {found}."),
    "field.not-a-number": N_("{path} must be a number, not: {found}."),
    "field.not-a-boolean": N_("{path} must be true or false, not: {found}."),
    "field.not-an-object": N_("{path} must be an object, not: {found}."),
    "field.not-text": N_("{path} must be text, or text with @value and @language."),
    "field.not-a-time": N_(
        "{path} must be a date and time with an offset, such as 2026-04-01T09:00:00+09:00; found: {found}"
    ),
    "field.other-type": N_("{path} does not name the type that the specification demands; found: {found}"),
    "credential.not-verifiable": N_("{path} must contain VerifiableCredential."),
    "credential.ends-before-it-begins": N_("{path} lies before the beginning of the period."),
    "credential.first-context": N_("{path} must begin with the context of Verifiable Credentials; found: {found}"),
    "credential.no-open-badges-context": N_("{path} must name the context of Open Badges 3.0."),
    "credential.two-in-one-envelope": N_(
        "{path} stands beside a second credential in the same JWT, so it is not clear which was meant."
    ),
    "credential.envelope-of-other-version": N_("{path} names {found}, but the JWT has the form of the other version."),
}
