"""Signed presentations: who presents, apart from whether what they present is good."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.assets.encoding import base64url
from tests.assets.keys import Ed25519Key, ed25519_key
from tests.assets.records import HOLDER_KEY, enveloped, presentation
from tests.assets.samples import HOLDER, badge_json, badge_jws, did_key, method_of
from tests.assets.signing import sign_data_integrity, sign_presentation
from tests.responses import responses
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.verification.inquiry import Verification
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
BADGE: JsonValue = json.loads(badge_json())
STRANGER = ed25519_key("stranger")


def examined(source: bytes) -> list[Verification]:
    return [verify(document, at=AT, fetcher=responses({})) for document in extract(source)]


def presented(key: Ed25519Key = HOLDER_KEY, purpose: str = "authentication", **members: JsonValue) -> JsonObject:
    return sign_presentation(presentation(BADGE, **members), key, method_of(key), purpose)


def last(value: JsonValue) -> Verification:
    return examined(json.dumps(value).encode())[-1]


def issuer(verification: Verification) -> tuple[Outcome, str]:
    result = verification.report.result(Check.ISSUER)
    return result.outcome, result.code


def test_the_holders_own_signature_stands_beside_the_credential() -> None:
    badge, whole = examined(json.dumps(presented()).encode())
    assert (badge.verdict, whole.verdict) == (Verdict.VERIFIED, Verdict.VERIFIED)
    assert (whole.specification, whole.securing) == ("VCDM 2.0", "eddsa-rdfc-2022")
    assert issuer(whole) == (Outcome.PASSED, "presentation.key-is-the-holders")


def test_a_presentation_without_a_signature_is_no_object_of_its_own() -> None:
    assert len(examined(json.dumps(presentation(BADGE)).encode())) == 1


def test_neither_makes_the_other_better_or_worse() -> None:
    badge, whole = examined(json.dumps(presented() | {"holder": did_key(STRANGER)}).encode())
    assert (badge.verdict, whole.verdict) == (Verdict.VERIFIED, Verdict.INVALID)
    forged = presentation({**json.loads(badge_json()), "validFrom": "2025-04-02T00:00:00Z"})
    badge, whole = examined(json.dumps(sign_presentation(forged, HOLDER_KEY, method_of(HOLDER_KEY))).encode())
    assert (badge.verdict, whole.verdict) == (Verdict.INVALID, Verdict.VERIFIED)


def test_somebody_elses_signature_in_the_holders_name_is_refused() -> None:
    whole = last(presented(STRANGER, holder=HOLDER))
    assert whole.verdict is Verdict.INVALID
    assert issuer(whole) == (Outcome.FAILED, "presentation.other-holder")


@pytest.mark.parametrize("holder", ["did:example:123", "https://holder.example/"])
def test_a_holder_who_cannot_be_looked_up_is_not_confirmed(holder: str) -> None:
    whole = last(presented(holder=holder))
    assert whole.verdict is Verdict.UNDETERMINED
    assert issuer(whole) == (Outcome.UNDETERMINED, "presentation.holder-not-resolved")


def test_without_a_holder_only_the_key_tells_who_presents() -> None:
    whole = last(presented(holder=None))
    assert (whole.verdict, issuer(whole)) == (Verdict.VERIFIED, (Outcome.PASSED, "presentation.nobody-named"))


@pytest.mark.parametrize(
    ("purpose", "verdict"),
    [
        ("authentication", Verdict.VERIFIED),
        ("assertionMethod", Verdict.VERIFIED),
        ("keyAgreement", Verdict.INVALID),
        ("capabilityInvocation", Verdict.INVALID),
    ],
)
def test_the_purpose_is_one_that_binds_its_signer(purpose: str, verdict: Verdict) -> None:
    assert last(presented(purpose=purpose)).verdict is verdict


def test_a_member_that_no_context_defines_is_not_covered() -> None:
    whole = last(presented() | {"note": "added later"})
    assert (whole.verdict, whole.report.result(Check.COVERAGE).outcome) == (Verdict.INVALID, Outcome.FAILED)


def test_it_is_said_that_a_copy_cannot_be_told_from_an_original() -> None:
    result = last(presented()).report.result(Check.RECIPIENT)
    assert (result.outcome, result.code) == (Outcome.NOT_APPLICABLE, "presentation.no-challenge")


def claims(**more: JsonValue) -> JsonObject:
    return {**presentation(BADGE), **more}


@pytest.mark.parametrize(
    ("body", "header", "verdict"),
    [
        (claims(), {"typ": "vp+jwt"}, Verdict.VERIFIED),
        (claims(iss=HOLDER), {"typ": "vp+jwt"}, Verdict.VERIFIED),
        (claims(exp=1_800_000_000, nbf=1_700_000_000), {}, Verdict.VERIFIED),
        (claims(exp=1_700_000_000), {}, Verdict.EXPIRED),
        (claims(nbf=1_800_000_000), {}, Verdict.NOT_YET_VALID),
        (claims(exp="soon"), {}, Verdict.INVALID),
        (claims(exp=1e300), {}, Verdict.INVALID),
        (claims(iss="did:key:z6Mkother"), {}, Verdict.INVALID),
        (claims(), {"typ": "vc+jwt"}, Verdict.INVALID),
    ],
)
def test_an_enveloped_presentation_is_verified_as_one(body: JsonObject, header: JsonObject, verdict: Verdict) -> None:
    badge, whole = examined(enveloped(HOLDER_KEY, body, **header).encode())
    assert (badge.verdict, whole.verdict) == (Verdict.VERIFIED, verdict)


def test_a_presentation_of_the_first_data_model_is_a_claim() -> None:
    inner: JsonObject = {"@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiablePresentation"]}
    body: JsonObject = {"iss": HOLDER, "nonce": "n-1", "aud": "https://reader.example/"}
    body["vp"] = {**inner, "verifiableCredential": [badge_jws().decode()]}
    badge, whole = examined(enveloped(HOLDER_KEY, body).encode())
    assert (badge.verdict, whole.verdict, whole.data_model) == (Verdict.VERIFIED, Verdict.VERIFIED, "VCDM 1.1")
    facts = whole.report.result(Check.RECIPIENT).facts
    assert (facts["challenge"], facts["domain"]) == ("n-1", "https://reader.example/")


def test_an_altered_envelope_is_refused() -> None:
    header, _, signature = enveloped(HOLDER_KEY, claims(), typ="vp+jwt").split(".")
    body = base64url(json.dumps(claims(id="urn:x:other")).encode())
    assert examined(f"{header}.{body}.{signature}".encode())[-1].verdict is Verdict.INVALID


def test_an_envelope_around_a_presentation_is_opened() -> None:
    address = f"data:application/vp+jwt,{enveloped(HOLDER_KEY, claims(), typ='vp+jwt')}"
    badge, whole = examined(json.dumps({"type": "EnvelopedVerifiablePresentation", "id": address}).encode())
    assert (badge.verdict, whole.verdict, whole.securing) == (Verdict.VERIFIED, Verdict.VERIFIED, "VC-JWT EdDSA")


def holder_document(holder: str, **method: JsonValue) -> JsonObject:
    return {
        "id": holder,
        "verificationMethod": [
            {
                "id": f"{holder}#k",
                "type": "Multikey",
                "controller": holder,
                "publicKeyMultibase": HOLDER_KEY.multikey,
                **method,
            }
        ],
        "authentication": [f"{holder}#k"],
    }


def test_a_key_in_the_holders_document_is_the_holders_for_what_it_is_listed_for() -> None:
    holder = "did:web:holder.example"
    document = holder_document(holder)
    url = "https://holder.example/.well-known/did.json"
    for purpose, verdict in (("authentication", Verdict.VERIFIED), ("assertionMethod", Verdict.INVALID)):
        given = sign_presentation(presentation(BADGE, holder=holder), HOLDER_KEY, f"{holder}#k", purpose)
        fetcher = responses({url: json.dumps(document).encode()})
        whole = extract(json.dumps(given).encode())[-1]
        assert verify(whole, at=AT, fetcher=fetcher).verdict is verdict


def test_a_key_that_the_holder_withdrew_is_said_to_be_so() -> None:
    holder = "did:web:holder.example"
    document = holder_document(holder, revoked="2026-05-15T00:00:00Z")
    given = sign_presentation(presentation(BADGE, holder=holder), HOLDER_KEY, f"{holder}#k")
    fetcher = responses({"https://holder.example/.well-known/did.json": json.dumps(document).encode()})
    whole = verify(extract(json.dumps(given).encode())[-1], at=AT, fetcher=fetcher)
    assert issuer(whole) == (Outcome.FAILED, "issuer.key-revoked")


DOMAIN, CHALLENGE = "https://reader.example/", "a word of mine"


def audience(asked: dict[str, str], proof: dict[str, JsonValue]) -> Verification:
    document = extract(json.dumps(signed_for(proof)).encode())[-1]
    return verify(document, at=AT, fetcher=responses({}), domain=asked.get("domain"), challenge=asked.get("challenge"))


def signed_for(proof: dict[str, JsonValue], purpose: str = "authentication") -> JsonObject:
    return sign_data_integrity(
        presentation(BADGE),
        HOLDER_KEY,
        method_of(HOLDER_KEY),
        "2026-05-01T09:00:00Z",
        suite="eddsa-rdfc-2022",
        proofPurpose=purpose,
        **proof,
    )


@pytest.mark.parametrize(
    ("asked", "proof", "verdict", "codes"),
    [
        ({}, {}, Verdict.VERIFIED, ("proof.signature-valid", "presentation.no-challenge")),
        ({}, {"domain": DOMAIN}, Verdict.VERIFIED, ("proof.signature-valid", "presentation.audience-not-asked")),
        (
            {"domain": DOMAIN},
            {"domain": DOMAIN, "challenge": "x"},
            Verdict.VERIFIED,
            ("proof.signature-valid", "presentation.made-for-domain"),
        ),
        (
            {"domain": DOMAIN, "challenge": CHALLENGE},
            {"domain": DOMAIN, "challenge": CHALLENGE},
            Verdict.VERIFIED,
            ("proof.signature-valid", "presentation.answers-challenge"),
        ),
        (
            {"domain": DOMAIN},
            {"domain": "https://somebody-else.example/"},
            Verdict.INVALID,
            ("proof.other-domain", "presentation.audience-not-settled"),
        ),
        ({"domain": DOMAIN}, {}, Verdict.INVALID, ("proof.no-domain", "presentation.audience-not-settled")),
        (
            {"challenge": CHALLENGE},
            {"challenge": "an older word"},
            Verdict.INVALID,
            ("proof.other-challenge", "presentation.audience-not-settled"),
        ),
        ({"challenge": CHALLENGE}, {}, Verdict.INVALID, ("proof.no-challenge", "presentation.audience-not-settled")),
    ],
)
def test_it_must_have_been_made_for_whoever_asks(
    asked: dict[str, str], proof: dict[str, JsonValue], verdict: Verdict, codes: tuple[str, str]
) -> None:
    found = audience(asked, proof)
    assert (found.verdict, *(found.report.result(check).code for check in (Check.PROOF, Check.RECIPIENT))) == (
        verdict,
        *codes,
    )


def test_a_domain_that_was_changed_after_signing_is_no_domain_of_the_signature() -> None:
    given = signed_for({"domain": "https://somebody-else.example/"})
    proofs = given["proof"]
    assert isinstance(proofs, list)
    assert isinstance(proofs[0], dict)
    proofs[0]["domain"] = DOMAIN
    found = verify(extract(json.dumps(given).encode())[-1], at=AT, fetcher=responses({}), domain=DOMAIN)
    assert (found.verdict, found.report.result(Check.PROOF).code) == (Verdict.INVALID, "proof.signature-wrong")


def test_whoever_asks_who_is_there_takes_no_statement_for_an_answer() -> None:
    given = signed_for({"domain": DOMAIN}, purpose="assertionMethod")
    document = extract(json.dumps(given).encode())[-1]
    assert verify(document, at=AT, fetcher=responses({})).verdict is Verdict.VERIFIED
    assert verify(document, at=AT, fetcher=responses({}), domain=DOMAIN).verdict is Verdict.INVALID


def test_a_token_must_have_been_made_for_whoever_asks_too() -> None:
    source = enveloped(HOLDER_KEY, claims(aud=DOMAIN, nonce=CHALLENGE), typ="vp+jwt").encode()
    document = extract(source)[-1]
    for challenge, verdict in ((CHALLENGE, Verdict.VERIFIED), ("another", Verdict.INVALID)):
        found = verify(document, at=AT, fetcher=responses({}), domain=DOMAIN, challenge=challenge)
        assert found.verdict is verdict


def test_the_badges_in_it_are_asked_nothing_of_the_kind() -> None:
    badge, whole = (
        verify(document, at=AT, fetcher=responses({}), domain=DOMAIN)
        for document in extract(json.dumps(presented()).encode())
    )
    assert (badge.verdict, whole.verdict) == (Verdict.VERIFIED, Verdict.INVALID)
