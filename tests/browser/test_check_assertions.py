"""Checking signed badges of Open Badges 2 again in the browser: whose key signed is the issuer's word alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Browser

from tests.assets.assertions import (
    ASSERTION_URL,
    BADGE_URL,
    HOST,
    ISSUER_URL,
    KEY_URL,
    REVOCATIONS_URL,
    badge_class,
    dump,
    issuer,
    key_document,
    pages,
    signed_assertion,
)
from tests.assets.keys import p256_key, rsa_key
from tests.browser.rechecking import AT, Badge, Server, Step, built, forged, pressed
from tests.browser.serving import served
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource

FILE, COVERED, SIGNATURE, KEY = "The original file", "What the signature covers", "Signature", "Issuer’s key"
REVOCATION, PERIOD, PAGE = "Revocation", "Period of validity", "What this page says"
LATIN: JsonObject = {"name": "Leading a map exercise", "@language": "en"}
TRANSLATED = f"{BADGE_URL}/en"
STRANGER = "https://stranger.example/profile"
KEYS = [KEY_URL, f"{KEY_URL}#2"]
PKCS1 = rsa_key("academy").private.public_key().public_bytes(Encoding.PEM, PublicFormat.PKCS1).decode("ascii")


def _revocations(*entries: JsonValue) -> JsonObject:
    return {"id": REVOCATIONS_URL, "type": "RevocationList", "issuer": ISSUER_URL, "revokedAssertions": [*entries]}


def _answers(*objects: JsonObject) -> dict[str, bytes]:
    """What the issuer's host answers: two keys, a badge class in two languages, and a list of revoked badges."""
    other = key_document(p256_key("older"), id=KEYS[1])
    return pages(
        issuer(publicKey=[other, KEY_URL], revocationList=REVOCATIONS_URL),
        badge_class(related=[{"id": TRANSLATED, "@language": "en"}]),
        {**badge_class(**LATIN), "id": TRANSLATED},
        key_document(publicKeyPem=PKCS1),
        _revocations(),
        *objects,
    )


def _kept(answers: dict[str, bytes]) -> tuple[Resource, ...]:
    return tuple(
        Resource(url=url, content=content, media_type="application/json", retrieved_at=AT)
        for url, content in answers.items()
    )


def _token() -> bytes:
    return signed_assertion({"expires": "2027-03-31T23:59:59+09:00", "uid": "7"})


BADGES = {
    "named-key": Badge(content=_token(), file_name="credential.jws", evidence=_kept(_answers())),
    "any-key": Badge(
        content=signed_assertion(verification={"type": "SignedBadge"}, key=p256_key("older")),
        file_name="credential.jws",
        evidence=_kept(_answers()),
    ),
    "version-1": Badge(
        content=signed_assertion({"@context": "https://w3id.org/openbadges/v1", "verify": {"type": "signed"}}),
        file_name="credential.jws",
        evidence=_kept(_answers()),
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("assertions"), BADGES)


@pytest.fixture(scope="module")
def place(folder: Path) -> Iterator[str]:
    with served(folder, "/portfolio/") as url:
        yield url


def _outcomes(steps: dict[str, Step]) -> dict[str, str]:
    return {name: step.outcome for name, step in steps.items()}


@pytest.mark.parametrize("slug", ["named-key", "any-key"])
def test_a_good_assertion_passes_every_step(browser: Browser, place: str, slug: str) -> None:
    server = Server(_answers())
    with pressed(browser, place, slug, server) as (visit, steps):
        assert set(_outcomes(steps).values()) == {"passed"}, steps
        assert f"read just now from {HOST.removeprefix('https://')}" in steps[COVERED].words
        assert visit.faults == []
    assert {one["url"] for one in server.asked} >= {BADGE_URL, ISSUER_URL, TRANSLATED, REVOCATIONS_URL}


def test_without_the_issuers_server_the_kept_answers_are_used_and_named(browser: Browser, place: str) -> None:
    with pressed(browser, place, "named-key") as (_, steps):
        undetermined = dict.fromkeys((COVERED, KEY, REVOCATION), "undetermined")
        assert _outcomes(steps) == {**dict.fromkeys((FILE, SIGNATURE, PERIOD, PAGE), "passed"), **undetermined}, steps
        assert "stand in the copy of 17 November 2026" in steps[COVERED].words


def test_a_changed_assertion_breaks_its_signature(browser: Browser, folder: Path, place: str) -> None:
    def other(content: bytes) -> bytes:
        header, _, signature = content.strip().split(b".")
        return b".".join((header, signed_assertion().split(b".")[1], signature))

    changed = forged(folder, "named-key", "credential.txt", other)
    with pressed(browser, place, "named-key", Server(_answers()), forged=changed) as (_, steps):
        assert (steps[FILE].outcome, steps[SIGNATURE].outcome) == ("passed", "failed")
        assert steps[KEY].outcome == "undetermined"


@pytest.mark.parametrize(
    ("url", "changed", "step", "outcome", "words"),
    [
        (KEY_URL, key_document(owner=STRANGER), KEY, "failed", f"belongs to somebody else: {STRANGER}"),
        (ISSUER_URL, issuer(publicKey=[KEYS[1]]), KEY, "failed", "does not list this key"),
        (ISSUER_URL, issuer(publicKey=[key_document(p256_key("other"))]), SIGNATURE, "failed", "It does not fit"),
        (ISSUER_URL, issuer(id=STRANGER), SIGNATURE, "undetermined", "stranger.example gave this page no answer"),
    ],
)
def test_a_key_that_is_not_the_issuers_is_not_taken_for_it(
    browser: Browser, place: str, url: str, changed: JsonObject, step: str, outcome: str, words: str
) -> None:
    with pressed(browser, place, "named-key", Server({**_answers(), url: dump(changed)})) as (_, steps):
        assert steps[step].outcome == outcome, steps
        assert words in steps[step].words


@pytest.mark.parametrize("entry", [ASSERTION_URL, {"uid": "7"}])
def test_a_revoked_assertion_fails_at_revocation(browser: Browser, place: str, entry: JsonValue) -> None:
    with pressed(browser, place, "named-key", Server(_answers(_revocations(entry)))) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[REVOCATION].outcome) == ("passed", "failed"), steps


def test_an_older_version_is_not_called_checked(browser: Browser, place: str) -> None:
    with pressed(browser, place, "version-1", Server(_answers())) as (_, steps):
        assert steps[SIGNATURE].outcome == "undetermined"
        assert "Not checked by this script" in steps[SIGNATURE].words
