"""Was it issued to this person?"""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.credentials.model import Achievement, AchievementSubject, IdentityObject
from wallet.language.text import Text
from wallet.verification.identity import Identity, examine_recipient, matches
from wallet.verification.report import Outcome

EMAIL = "hanako@learner.example"


def hashed(value: str, salt: str | None = None, algorithm: str = "sha256") -> IdentityObject:
    digest = hashlib.new(algorithm, (value + (salt or "")).encode()).hexdigest()
    return IdentityObject(hashed=True, identity_hash=f"{algorithm}${digest}", identity_type="emailAddress", salt=salt)


def plain(value: str, kind: str = "emailAddress") -> IdentityObject:
    return IdentityObject(hashed=False, identity_hash=value, identity_type=kind)


def subject(*identifiers: IdentityObject, id: str | None = None) -> AchievementSubject:
    achievement = Achievement(id="urn:x:a", name=Text.of("A"))
    return AchievementSubject(id=id, identifier=identifiers, achievement=achievement)


def known(value: str = EMAIL, kind: str = "emailAddress") -> tuple[Identity, ...]:
    return (Identity(type=kind, value=value),)


@pytest.mark.parametrize(
    ("recipient", "identities", "outcome", "code"),
    [
        (subject(plain(EMAIL)), (), Outcome.NOT_APPLICABLE, "recipient.not-asked"),
        (subject(), (), Outcome.NOT_APPLICABLE, "recipient.nobody-named"),
        (subject(plain(EMAIL)), known(), Outcome.PASSED, "recipient.plain-matches"),
        (subject(hashed(EMAIL)), known(), Outcome.PASSED, "recipient.hash-matches"),
        (subject(hashed(EMAIL, "塩")), known(), Outcome.PASSED, "recipient.salted-hash-matches"),
        (subject(hashed(EMAIL, "s", "md5")), known(), Outcome.PASSED, "recipient.salted-hash-matches"),
        (subject(id="did:key:z6Mk"), known("did:key:z6Mk", "id"), Outcome.PASSED, "recipient.id-matches"),
        (subject(hashed(EMAIL)), known("other@learner.example"), Outcome.FAILED, "recipient.other"),
        (subject(hashed(EMAIL)), known(EMAIL, "name"), Outcome.UNDETERMINED, "recipient.not-comparable"),
        (subject(hashed(EMAIL)), known(EMAIL.upper()), Outcome.UNDETERMINED, "recipient.other-spelling"),
        (subject(hashed(EMAIL)), known("hanako@Learner.Example"), Outcome.UNDETERMINED, "recipient.other-spelling"),
        (subject(hashed(EMAIL, "s")), known(f" {EMAIL}"), Outcome.UNDETERMINED, "recipient.other-spelling"),
        (subject(plain("Hanako@learner.example")), known(), Outcome.UNDETERMINED, "recipient.other-spelling"),
        (subject(plain("ｈａｎａｋｏ@learner.example")), known(), Outcome.UNDETERMINED, "recipient.other-spelling"),
        (
            subject(hashed(EMAIL)),
            known("ｈａｎａｋｏ＠learner.example"),
            Outcome.UNDETERMINED,
            "recipient.other-spelling",
        ),
        (subject(plain("Hanako", "userName")), known("hanako", "userName"), Outcome.FAILED, "recipient.other"),
        (subject(plain("Ｈ1", "userName")), known("H1", "userName"), Outcome.UNDETERMINED, "recipient.other-spelling"),
        (subject(plain("Hanako@learner.example"), plain(EMAIL)), known(), Outcome.PASSED, "recipient.plain-matches"),
        (subject(hashed("other@learner.example")), known("\udc80"), Outcome.FAILED, "recipient.other"),
        (subject(hashed(EMAIL, "salt")), known(EMAIL + "salt"), Outcome.FAILED, "recipient.other"),
        (subject(id="did:key:z6Mk"), known("did:key:z6Mx", "id"), Outcome.FAILED, "recipient.other"),
        (subject(), known(), Outcome.UNDETERMINED, "recipient.not-comparable"),
        (subject(id="did:key:z6Mk"), known(), Outcome.UNDETERMINED, "recipient.not-comparable"),
    ],
)
def test_every_form_of_identity(
    recipient: AchievementSubject, identities: tuple[Identity, ...], outcome: Outcome, code: str
) -> None:
    result = examine_recipient(recipient, identities)
    assert (result.outcome, result.code) == (outcome, code)


def test_hexadecimal_case_does_not_matter_and_an_unknown_algorithm_never_matches() -> None:
    upper = IdentityObject(
        hashed=True,
        identity_hash="sha256$" + hashlib.sha256(EMAIL.encode()).hexdigest().upper(),
        identity_type="emailAddress",
    )
    assert examine_recipient(subject(upper), known()).outcome is Outcome.PASSED
    strange = IdentityObject(hashed=True, identity_hash="crc32$0", identity_type="emailAddress")
    assert examine_recipient(subject(strange), known()).outcome is Outcome.UNDETERMINED


def test_a_flag_that_lies_does_not_make_a_match() -> None:
    digest = hashed(EMAIL).identity_hash
    hidden = IdentityObject(hashed=False, identity_hash=digest, identity_type="emailAddress")
    open_to_all = IdentityObject(hashed=True, identity_hash=EMAIL, identity_type="emailAddress")
    for lying in (hidden, open_to_all):
        result = examine_recipient(subject(lying), known())
        assert (result.outcome, result.code) == (Outcome.UNDETERMINED, "recipient.hashed-is-wrong")
    assert examine_recipient(subject(hidden), known("other@learner.example")).outcome is Outcome.FAILED


def test_what_the_learner_gave_is_not_in_the_result() -> None:
    for result in (examine_recipient(subject(hashed(EMAIL, "s")), known()), examine_recipient(subject(), known())):
        assert EMAIL not in repr(result)


TEXTS = st.text(st.characters(), max_size=20) | st.sampled_from(
    [EMAIL, EMAIL.upper(), "ａ@b.example", "@", "sha256$", "md5$00"]
)
NAMED = st.builds(
    IdentityObject,
    hashed=st.booleans(),
    identity_hash=TEXTS,
    identity_type=st.sampled_from(["emailAddress", "name"]),
    salt=st.none() | TEXTS,
)


@given(st.lists(NAMED, max_size=3), TEXTS)
def test_any_identity_is_compared_and_only_the_exact_one_passes(named: list[IdentityObject], value: str) -> None:
    result = examine_recipient(subject(*named), known(value))
    exact = [one for one in named if one.identity_type == "emailAddress" and matches(one, value)]
    assert (result.outcome is Outcome.PASSED) == bool(exact)
