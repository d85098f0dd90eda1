"""A presentation that we sign: what a verifier finds, and that the credentials in it are as they came."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.assets import badge_json, badge_jws, badge_png, badge_svg
from tests.assets.presenting import DEMO_CHALLENGE, holder_key, presented_texts, signed_demo
from tests.assets.samples import sample_credential, signed
from tests.assets.signing import canonical
from tests.responses import responses
from wallet.documents import extract
from wallet.errors import PresentingError
from wallet.fields import JsonObject, JsonValue
from wallet.presenting.composition import compose
from wallet.presenting.signing import Occasion, sign_presentation
from wallet.verification.inquiry import Verification
from wallet.verification.report import Check, Verdict
from wallet.verification.verifier import verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
DOMAIN = "https://mine.example/portfolio/"
OCCASION = Occasion(domain=DOMAIN, challenge="word", created=AT)
KEY = holder_key("sample holder")
SOURCES = {
    "json": badge_json(),
    "indented": json.dumps(json.loads(badge_json()), indent=4, ensure_ascii=False).encode(),
    "png": badge_png(),
    "svg": badge_svg(),
    "jws": badge_jws(),
    "1.1": badge_json(data_model="1.1", suite="Ed25519Signature2020"),
    "1.1 jws": badge_jws(data_model="1.1"),
    "2020": badge_json(suite="Ed25519Signature2020"),
}


def _signed(*sources: bytes) -> bytes:
    return sign_presentation(presented_texts(sources), KEY, OCCASION).encode()


def _whole(source: bytes, domain: str = DOMAIN, challenge: str = "word") -> Verification:
    document = extract(source)[-1]
    return verify(document, at=AT, fetcher=responses({}), domain=domain, challenge=challenge)


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_each_kind_of_badge_is_presented_and_still_verified_by_itself(kind: str) -> None:
    source = _signed(SOURCES[kind])
    badge, whole = (verify(document, at=AT, fetcher=responses({})) for document in extract(source))
    assert (badge.verdict, whole.verdict, whole.securing) == (Verdict.VERIFIED, Verdict.VERIFIED, "eddsa-rdfc-2022")
    (alone,) = extract(SOURCES[kind])
    assert (badge.document.json, badge.document.jws) == (alone.json, alone.jws)


def test_the_text_of_a_credential_is_in_it_letter_for_letter() -> None:
    for kind in ("json", "indented", "png", "svg"):
        document = extract(SOURCES[kind])[0]
        text = document.text or document.source.decode()
        assert text.strip() in _signed(SOURCES[kind]).decode()


def test_all_kinds_together_are_one_presentation() -> None:
    source = _signed(*SOURCES.values())
    assert len(extract(source)) == len(SOURCES) + 1
    assert _whole(source).verdict is Verdict.VERIFIED


def test_the_proof_says_for_whom_when_and_by_whose_key() -> None:
    made = json.loads(_signed(SOURCES["json"]))
    proof = made["proof"]
    assert made["holder"] == KEY.did
    assert {name: proof[name] for name in proof if name != "proofValue"} == {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-06-01T00:00:00Z",
        "verificationMethod": f"{KEY.did}#{KEY.multikey}",
        "proofPurpose": "authentication",
        "domain": DOMAIN,
        "challenge": "word",
    }


def test_other_software_comes_to_the_same_canonical_form() -> None:
    from hashlib import sha256

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from wallet.resolution.multibase import decode_multibase

    made = json.loads(_signed(*SOURCES.values()))
    proof = made.pop("proof")
    value = proof.pop("proofValue")
    texts = (canonical({"@context": made["@context"], **proof}), canonical(made))
    message = b"".join(sha256(text.encode()).digest() for text in texts)
    Ed25519PublicKey.from_public_bytes(decode_multibase(KEY.multikey)[2:]).verify(decode_multibase(value), message)


@pytest.mark.parametrize(
    ("domain", "challenge"), [("https://other.example/", "word"), (DOMAIN, "another word"), (DOMAIN[:-1], "word")]
)
def test_it_is_no_answer_to_anybody_else(domain: str, challenge: str) -> None:
    assert _whole(_signed(SOURCES["json"]), domain, challenge).verdict is Verdict.INVALID


def test_a_changed_part_breaks_the_signature() -> None:
    made = json.loads(_signed(SOURCES["json"], SOURCES["jws"]))
    changed: list[JsonObject] = [
        {**made, "verifiableCredential": made["verifiableCredential"][:1]},
        {**made, "verifiableCredential": made["verifiableCredential"][::-1] + made["verifiableCredential"]},
        {**made, "holder": holder_key("stranger").did},
        {**made, "proof": {**made["proof"], "created": "2026-05-31T00:00:00Z"}},
        {**made, "proof": {**made["proof"], "challenge": "word "}},
        {**made, "id": "urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f"},
        {**made, "note": "added"},
    ]
    altered = json.loads(json.dumps(made))
    altered["verifiableCredential"][0]["validFrom"] = "2020-01-01T00:00:00Z"
    for one in (*changed, altered):
        assert _whole(json.dumps(one).encode()).verdict is Verdict.INVALID, one.keys()


def test_what_linked_data_would_leave_out_is_signed_as_json() -> None:
    # No context knows the member: a signature over linked data would not cover it.
    badge = json.dumps(signed(sample_credential(shoeSize="24.5"), suite="eddsa-jcs-2022"))
    whole = _whole(_signed(badge.encode(), SOURCES["json"]))
    assert (whole.verdict, whole.securing) == (Verdict.VERIFIED, "eddsa-jcs-2022")
    assert whole.report.result(Check.COVERAGE).code == "coverage.signed-as-json"


def test_a_list_around_a_credential_is_no_part_of_it() -> None:
    listed = json.dumps([json.loads(badge_json())]).encode()
    assert len(extract(_signed(listed))) == 2


def test_a_badge_of_the_second_version_has_no_place_in_it() -> None:
    hosted: JsonValue = {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": "https://issuer.example/1",
        "badge": "https://issuer.example/badge",
        "verification": {"type": "HostedBadge"},
    }
    assert presented_texts([json.dumps(hosted).encode(), badge_json()]) == (badge_json().decode(),)


def test_what_cannot_be_signed_is_refused() -> None:
    nested = '{"@context": "https://unknown.example/context", "x": ' + "1" * 30 + "}"
    with pytest.raises(PresentingError, match=r"present\.not-signable"):
        sign_presentation([nested], KEY, OCCASION)


def test_an_unsigned_presentation_names_nobody() -> None:
    made = json.loads(compose(presented_texts([badge_json()])))
    assert list(made) == ["@context", "type", "verifiableCredential"]


def test_the_demo_can_be_signed_for_anybody() -> None:
    whole = extract(signed_demo(domain="https://a.example/"))[-1]
    at = datetime(2026, 12, 1, tzinfo=UTC)
    found = verify(whole, at=at, fetcher=responses({}), domain="https://a.example/", challenge=DEMO_CHALLENGE)
    assert found.verdict is Verdict.VERIFIED
    assert replace(OCCASION, challenge="x").domain == DOMAIN
