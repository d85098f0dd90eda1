"""Was it issued to the person who shows it? Comparison by id, plain value or hash (Open Badges 3.0, section 8.5).

Nothing that the learner gave is put into a result: only the type of identifier and the way in which it matched.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult

if TYPE_CHECKING:
    from wallet.credentials.model import AchievementSubject, IdentityObject
    from wallet.credentials.records import ClrSubject

__all__ = ["Identity", "examine_recipient", "matches"]

_EMAIL = "emailAddress"
_ALGORITHMS = ("sha256", "md5", "sha384", "sha512")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One way the learner is known: an identity type of Open Badges 3.0 ("emailAddress", …), or "id" for a DID."""

    type: str
    value: str


def examine_recipient(subject: AchievementSubject | ClrSubject, identities: Sequence[Identity]) -> CheckResult:
    """The result of the check *recipient* against every known identity.

    What matches only in another spelling, or only when the flag `hashed` is not believed, is reported and no match.
    """
    if not identities:
        named_at_all = subject.id is not None or subject.identifier
        return not_applicable(Check.RECIPIENT, "recipient.not-asked" if named_at_all else "recipient.nobody-named")
    for identity in identities:
        if identity.type == "id" and subject.id == identity.value:
            return passed(Check.RECIPIENT, "recipient.id-matches")
        for named in _of_type(subject, identity.type):
            if matches(named, identity.value):
                return passed(Check.RECIPIENT, _code(named), type=identity.type)
    return _near(subject, identities) or _other(subject, identities)


def _near(subject: AchievementSubject | ClrSubject, identities: Sequence[Identity]) -> CheckResult | None:
    for identity in identities:
        for named in _of_type(subject, identity.type):
            if any(matches(named, spelling) for spelling in _spellings(identity)) or _same_but_for_spelling(
                named, identity
            ):
                return undetermined(Check.RECIPIENT, "recipient.other-spelling", type=identity.type)
            if matches(replace(named, hashed=not named.hashed), identity.value):
                return undetermined(Check.RECIPIENT, "recipient.hashed-is-wrong", type=identity.type)
    return None


def _other(subject: AchievementSubject | ClrSubject, identities: Sequence[Identity]) -> CheckResult:
    """Nothing matched: somebody else's, if anything that is known could have."""
    if any(_could_match(subject, identity) for identity in identities):
        return failed(Check.RECIPIENT, "recipient.other")
    return undetermined(Check.RECIPIENT, "recipient.not-comparable")


def _could_match(subject: AchievementSubject | ClrSubject, identity: Identity) -> bool:
    if identity.type == "id":
        return subject.id is not None
    return any(_comparable(named) for named in _of_type(subject, identity.type))


def _of_type(subject: AchievementSubject | ClrSubject, kind: str) -> list[IdentityObject]:
    return [named for named in subject.identifier if named.identity_type == kind]


def matches(named: IdentityObject, value: str) -> bool:
    """Whether the identity object names `value`: hashed as it says, or plainly; hexadecimal case does not matter."""
    if not named.hashed:
        return named.identity_hash == value
    algorithm, _, digest = named.identity_hash.partition("$")
    if algorithm not in _ALGORITHMS:
        return False
    # What was typed at a terminal may hold bytes that are no text.
    text = (value + (named.salt or "")).encode("utf-8", "surrogatepass")
    return hashlib.new(algorithm, text, usedforsecurity=False).hexdigest() == digest.lower()


def _spellings(identity: Identity) -> set[str]:
    """Other spellings by which an issuer may have known the person: width of letters, spaces, case of an e-mail."""
    plain = unicodedata.normalize("NFKC", identity.value).strip()
    if identity.type != _EMAIL:
        return {plain}
    local, _, domain = plain.rpartition("@")
    return {plain, plain.lower(), f"{local}@{domain.lower()}"}


def _same_but_for_spelling(named: IdentityObject, identity: Identity) -> bool:
    if named.hashed:
        return False
    there = unicodedata.normalize("NFKC", named.identity_hash).strip()
    here = unicodedata.normalize("NFKC", identity.value).strip()
    return there == here or (identity.type == _EMAIL and there.lower() == here.lower())


def _comparable(named: IdentityObject) -> bool:
    return not named.hashed or named.identity_hash.partition("$")[0] in _ALGORITHMS


def _code(named: IdentityObject) -> str:
    if not named.hashed:
        return "recipient.plain-matches"
    return "recipient.salted-hash-matches" if named.salt else "recipient.hash-matches"
