"""Endorsements within a badge, embedded or as JWS."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.assets.samples import SAMPLE_KEY, SAMPLE_METHOD
from tests.assets.signing import sign_jws
from wallet.credentials.endorsements import read_endorsements
from wallet.credentials.model import EndorsementCredential, Profile
from wallet.fields import Fields, JsonObject, JsonValue, Problem
from wallet.language.text import Text

ENDORSER = "did:web:association.example"
ENDORSED = "https://issuer.example/achievements/1"
LATER: JsonObject = {
    "id": "urn:uuid:1",
    "type": ["VerifiableCredential", "EndorsementCredential"],
    "issuer": ENDORSER,
    "validFrom": "2025-04-01T00:00:00Z",
    "validUntil": "2026-04-01T00:00:00Z",
    "credentialSubject": {
        "id": ENDORSED,
        "type": ["EndorsementSubject"],
        "endorsementComment": {"@value": "推薦します。", "@language": "ja"},
    },
}
EARLIER: JsonObject = {
    **{name: value for name, value in LATER.items() if not name.startswith("valid")},
    "issuanceDate": "2025-04-01T00:00:00Z",
    "expirationDate": "2026-04-01T00:00:00Z",
}


def _read(credential: JsonObject) -> tuple[tuple[EndorsementCredential, ...], list[tuple[str, str]]]:
    problems: list[Problem] = []
    found = read_endorsements(Fields(credential, "$", problems))
    return found, [(problem.path, problem.code) for problem in problems if not problem.remark]


def _jws(claims: JsonObject) -> str:
    return sign_jws(claims, SAMPLE_KEY, SAMPLE_KEY.algorithm, SAMPLE_METHOD)


def _expected(document: JsonObject | None, jws: str | None) -> EndorsementCredential:
    return EndorsementCredential(
        id="urn:uuid:1",
        issuer=Profile(id=ENDORSER),
        subject_id=ENDORSED,
        endorsement_comment=Text.of("推薦します。", "ja"),
        valid_from=datetime(2025, 4, 1, tzinfo=UTC),
        valid_until=datetime(2026, 4, 1, tzinfo=UTC),
        document=document,
        jws=jws,
    )


@pytest.mark.parametrize("document", [LATER, EARLIER])
def test_an_embedded_endorsement_is_read_from_either_data_model(document: JsonObject) -> None:
    assert _read({"endorsement": document}) == ((_expected(document, None),), [])


@pytest.mark.parametrize("claims", [LATER, {"iss": ENDORSER, "vc": EARLIER}])
def test_so_is_one_that_is_a_jws(claims: JsonObject) -> None:
    text = _jws(claims)
    assert _read({"endorsementJwt": text}) == ((_expected(None, text),), [])


def test_endorsements_of_the_badge_its_achievement_and_its_issuer_are_found() -> None:
    def endorsed(name: str) -> JsonObject:
        return {"endorsement": [{**LATER, "id": name}], "endorsementJwt": [_jws({**LATER, "id": f"{name} in a JWS"})]}

    subject: JsonObject = {"achievement": endorsed("achievement")}
    found, problems = _read({**endorsed("badge"), "credentialSubject": subject, "issuer": endorsed("issuer")})
    expected = [f"{name}{form}" for name in ("badge", "achievement", "issuer") for form in ("", " in a JWS")]
    assert ([endorsement.id for endorsement in found], problems) == (expected, [])


@pytest.mark.parametrize("text", ["", "no JWS", "e30.e30", "a.b.c"])
def test_a_broken_jws_is_an_endorsement_of_nothing_and_no_fault_of_the_badge(text: str) -> None:
    (found,), problems = _read({"endorsementJwt": text})
    assert (found.id, found.issuer, found.subject_id, found.jws) == (None, Profile(id=None), None, text)
    assert problems == []


def test_faults_within_an_endorsement_are_its_own() -> None:
    bad: JsonObject = {**LATER, "issuer": 5, "validFrom": "yesterday", "credentialSubject": "x"}
    (found,), problems = _read({"endorsement": bad})
    assert (found.issuer, found.valid_from, found.subject_id, found.document) == (Profile(id=None), None, None, bad)
    assert problems == []


@pytest.mark.parametrize(
    ("credential", "problem"),
    [
        ({"endorsement": ENDORSER}, ("$.endorsement", "field.not-an-object")),
        ({"endorsement": [LATER, 5]}, ("$.endorsement[1]", "field.not-an-object")),
        ({"endorsement": {**LATER, "type": "Review"}}, ("$.endorsement.type", "field.other-type")),
        ({"endorsementJwt": [5]}, ("$.endorsementJwt[0]", "field.not-a-string")),
        ({"issuer": {"endorsement": 5}}, ("$.issuer.endorsement", "field.not-an-object")),
        (
            {"credentialSubject": {"achievement": {"endorsement": 5}}},
            ("$.credentialSubject.achievement.endorsement", "field.not-an-object"),
        ),
    ],
)
def test_what_is_no_endorsement_is_named_by_its_path(credential: JsonObject, problem: tuple[str, str]) -> None:
    assert _read(credential)[1] == [problem]


@pytest.mark.parametrize("value", [5, "x", ["x"], {"achievement": "x"}, None])
def test_a_badge_of_another_shape_has_no_endorsements_and_no_fault_is_noted_twice(value: JsonValue) -> None:
    assert _read({"credentialSubject": value, "issuer": "did:web:issuer.example"}) == ((), [])
