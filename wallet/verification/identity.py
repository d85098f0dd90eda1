"""Was it issued to the person who shows it? Comparison by id, plain value or hash (Open Badges 3.0, section 8.5).

Nothing that the learner gave is put into a result: only the type of identifier and the way in which it matched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.model import AchievementSubject, IdentityObject
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult

__all__ = ["Identity", "examine_recipient", "matches"]

_ALGORITHMS = ("sha256", "md5", "sha384", "sha512")
_EMAIL = ("emailAddress", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One way the learner is known: an identity type of Open Badges 3.0 ("emailAddress", …), or "id" for a DID."""

    type: str
    value: str


def examine_recipient(subject: AchievementSubject, identities: Sequence[Identity]) -> CheckResult:
    """The result of the check *recipient* against every known identity."""
    if not identities:
        named_at_all = subject.id is not None or subject.identifier
        return not_applicable(Check.RECIPIENT, "recipient.not-asked" if named_at_all else "recipient.nobody-named")
    for identity in identities:
        if identity.type == "id" and subject.id == identity.value:
            return passed(Check.RECIPIENT, "recipient.id-matches")
        for named in subject.identifier:
            if named.identity_type == identity.type and matches(named, identity.value):
                return passed(Check.RECIPIENT, _code(named), type=identity.type)
    if any(_in_lower_case(named, identity) for named in subject.identifier for identity in identities):
        return undetermined(Check.RECIPIENT, "recipient.lower-case-matches")
    if subject.id is None and not any(_comparable(named) for named in subject.identifier):
        return undetermined(Check.RECIPIENT, "recipient.not-comparable")
    return failed(Check.RECIPIENT, "recipient.other")


def matches(named: IdentityObject, value: str) -> bool:
    """Whether the identity object names `value`: hashed as it says, or plainly; hexadecimal case does not matter."""
    if not named.hashed:
        return named.identity_hash == value
    algorithm, _, digest = named.identity_hash.partition("$")
    if algorithm not in _ALGORITHMS:
        return False
    computed = hashlib.new(algorithm, (value + (named.salt or "")).encode("utf-8"), usedforsecurity=False)
    return computed.hexdigest() == digest.lower()


def _in_lower_case(named: IdentityObject, identity: Identity) -> bool:
    """Whether an e-mail address matches but for its case, in which two mailboxes may differ (RFC 5321 section 2.4)."""
    if named.identity_type != identity.type or identity.type not in _EMAIL:
        return False
    if not named.hashed:
        return named.identity_hash.lower() == identity.value.lower()
    return matches(named, identity.value.lower())


def _comparable(named: IdentityObject) -> bool:
    return not named.hashed or named.identity_hash.partition("$")[0] in _ALGORITHMS


def _code(named: IdentityObject) -> str:
    if not named.hashed:
        return "recipient.plain-matches"
    return "recipient.salted-hash-matches" if named.salt else "recipient.hash-matches"
