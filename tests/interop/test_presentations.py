"""A presentation signed for one occasion is verified by the JavaScript stack, and for no other occasion."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

import pytest

from tests.assets.keys import Ed25519Key, ed25519_key
from tests.assets.records import HOLDER_KEY, presentation
from tests.assets.samples import HOLDER, badge_json, did_key, method_of
from tests.assets.signing import sign_data_integrity
from tests.attacks.attack import as_json
from tests.interop.asking import Answer, Question, ask
from tests.interop.samples import Sample, sample
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Verdict

BADGE: JsonObject = json.loads(badge_json())
OTHER: JsonObject = json.loads(badge_json(name="Other", id="urn:uuid:other"))
CHANGED: JsonObject = {**BADGE, "name": "Doctor"}
EXPIRED: JsonObject = json.loads(badge_json(validUntil="2026-01-01T00:00:00Z"))
STRANGER = ed25519_key("stranger")
CHALLENGE, DOMAIN = "4f3c9a6e-0d5b-4b61-9a53-6a4f8f0c2d11", "https://employer.example"
CORE = "verifier-core presentation"


def presented(
    *credentials: JsonValue, key: Ed25519Key = HOLDER_KEY, purpose: str = "authentication", **members: JsonValue
) -> JsonObject:
    """Badges put forward in the holder's name, for the occasion of these tests."""
    whole = presentation(*(credentials or (BADGE,)), holder=HOLDER)
    about: dict[str, JsonValue] = {"proofPurpose": purpose, "challenge": CHALLENGE, "domain": DOMAIN, **members}
    return sign_data_integrity(whole, key, method_of(key), "2026-05-01T09:00:00Z", suite="eddsa-rdfc-2022", **about)


REFUSED: Mapping[str, tuple[JsonObject, str]] = {
    "a stranger in the holder's name": (presented(key=STRANGER), "not authorized by controller"),
    "the holder exchanged": ({**presented(), "holder": did_key(STRANGER)}, "Invalid signature"),
    "a statement instead of a showing": (presented(purpose="assertionMethod"), "insufficient proofs matched"),
    "another challenge": (presented(challenge="another"), "The challenge is not as expected"),
    "another domain": (presented(domain="https://another.example"), "The domain is not as expected"),
    "no challenge": (presented(challenge=None), "The challenge is not as expected"),
    "a badge changed within": (presented(CHANGED), "Invalid signature"),
    "a badge expired within": (presented(EXPIRED), 'is after "validUntil"'),
    "a badge added behind": ({**presented(), "verifiableCredential": [BADGE, OTHER]}, "Invalid signature"),
}
GOOD_FOR_THE_WALLET = {
    # A statement of its holder's binds no less, and wallets of the DCC sign it.
    "a statement instead of a showing",
    # A file is read by whoever has it: the wallet says what occasion it names and cannot know which is the reader's.
    *("another challenge", "another domain", "no challenge"),
}


def samples() -> Mapping[str, Sample]:
    """Each presentation with a name of its own."""
    good = {"one badge": presented(), "two badges": presented(BADGE, OTHER)}
    stated = {
        "stated": presented(purpose="assertionMethod"),
        "stated broken": presented(CHANGED, purpose="assertionMethod"),
    }
    every = {**good, **stated, **{name: source for name, (source, _) in REFUSED.items()}}
    return {name: sample(name, as_json(source)) for name, source in every.items()}


def question(one: Sample, kind: str) -> Question:
    return one.question(kind, challenge=CHALLENGE, domain=DOMAIN)


@cache
def answers() -> Mapping[str, Answer]:
    return ask(question(one, kind) for one in samples().values() for kind in ("presentation", "holder", CORE))


@pytest.mark.parametrize(("name", "parts"), [("one badge", 2), ("two badges", 3)])
def test_the_holders_presentation_is_verified_by_both(name: str, parts: int) -> None:
    assert samples()[name].verdicts == (Verdict.VERIFIED,) * parts
    assert answers()[f"presentation: {name}"] == Answer(answer="verified", why="")


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_was_done_to_a_presentation_is_found(name: str) -> None:
    _, why = REFUSED[name]
    found = answers()[f"presentation: {name}"]
    assert (found.answer, why in found.why) == ("failed", True), found
    assert samples()[name].is_verified == (name in GOOD_FOR_THE_WALLET)


def test_the_holders_own_signature_can_be_asked_about_alone() -> None:
    assert answers()["holder: two badges"] == answers()["holder: a badge expired within"]
    assert answers()["holder: two badges"].answer == "verified"
    refused = {name: answers()[f"holder: {name}"] for name in REFUSED if not name.startswith("a badge")}
    assert {answer.answer for answer in refused.values()} == {"failed"}
    assert "Invalid signature" in answers()["holder: a badge added behind"].why


def test_the_verifier_of_the_dcc_wants_a_statement_where_others_want_a_showing() -> None:
    assert answers()[f"{CORE}: one badge"].answer == "failed"
    assert samples()["stated"].is_verified
    assert answers()[f"{CORE}: stated"].answer == "verified"
    assert answers()[f"{CORE}: stated broken"].answer == "failed"
