"""The whole verification of one document: every container, every suite, and what each fault does to which check."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.assets import badge_json, badge_jws, badge_png, badge_svg
from tests.assets.keys import ed25519_key, p256_key
from tests.assets.samples import ISSUER, OB_CONTEXT, SAMPLE_METHOD, VCDM_1_CONTEXT, VCDM_2_CONTEXT, did_key
from tests.members import member
from tests.responses import responses
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import Identity, KnownIssuer, Verification, verify

AT = datetime(2026, 6, 1, tzinfo=UTC)


def examined(source: bytes, contents: dict[str, bytes] | None = None, **options: object) -> Verification:
    identities = options.get("identities", ())
    known = options.get("known", ())
    assert isinstance(identities, tuple)
    assert isinstance(known, tuple)
    return verify(
        extract(source)[0], at=AT, fetcher=responses(contents or {}), identities=identities, known_issuers=known
    )


def found(verification: Verification, check: Check) -> tuple[Outcome, str]:
    result = verification.report.result(check)
    return result.outcome, result.code


def test_a_good_badge_is_verified() -> None:
    verification = examined(badge_json())
    assert (verification.verdict, verification.securing) == (Verdict.VERIFIED, "eddsa-rdfc-2022")


DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"


@pytest.mark.parametrize(
    ("data_model", "suite", "contexts"),
    [
        ("2.0", "eddsa-rdfc-2022", [VCDM_2_CONTEXT, OB_CONTEXT]),
        ("1.1", "eddsa-rdfc-2022", [VCDM_1_CONTEXT, OB_CONTEXT, DATA_INTEGRITY]),
        ("2.0", "Ed25519Signature2020", [VCDM_2_CONTEXT, OB_CONTEXT, ED25519_2020]),
        ("1.1", "Ed25519Signature2020", [VCDM_1_CONTEXT, OB_CONTEXT, ED25519_2020]),
    ],
)
def test_both_data_models_and_suites_are_read_into_one_model(
    data_model: str, suite: str, contexts: list[JsonValue]
) -> None:
    verification = examined(badge_json(data_model=data_model, suite=suite, **member("@context", contexts)))
    assert verification.verdict is Verdict.VERIFIED
    assert (verification.data_model, verification.securing) == (f"VCDM {data_model}", suite)
    assert verification.credential is not None
    assert verification.credential.valid_from == datetime(2025, 4, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "source", [badge_png(), badge_svg(), badge_jws(), badge_png(badge_jws()), badge_svg(badge_jws())]
)
def test_every_container_carries_a_verifiable_badge(source: bytes) -> None:
    assert examined(source).verdict is Verdict.VERIFIED


def members(value: JsonValue, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of every text in a document, but its contexts and its proof."""
    if isinstance(value, dict):
        return [
            found
            for name, member in value.items()
            if name not in ("@context", "proof")
            for found in members(member, (*path, name))
        ]
    if isinstance(value, list):
        return [found for index, part in enumerate(value) for found in members(part, (*path, index))]
    return [path] if isinstance(value, str) else []


def altered(document: JsonObject, path: tuple[str | int, ...]) -> bytes:
    copied: Any = json.loads(json.dumps(document))
    target: Any = copied
    for step in path[:-1]:
        target = target[step]
    value = target[path[-1]]
    assert isinstance(value, str)
    target[path[-1]] = value[:-1] + ("X" if value[-1] != "X" else "Y")
    return json.dumps(copied).encode()


def test_one_letter_changed_in_any_signed_member_makes_it_invalid() -> None:
    document = json.loads(badge_json())
    paths = members(document)
    assert len(paths) >= 12
    verdicts = {path: examined(altered(document, path)).verdict for path in paths}
    assert set(verdicts.values()) == {Verdict.INVALID}, verdicts


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("evidence", [{"id": "https://x.example/ 1", "type": ["Evidence"], "name": "Forged"}]),
        ("_:name", "Forged"),
        ("grade", "A"),
    ],
)
def test_what_rdf_would_leave_out_cannot_be_slipped_in_after_signing(name: str, hidden: JsonValue) -> None:
    forged = json.loads(badge_json()) | {name: hidden}
    verification = examined(json.dumps(forged).encode())
    assert verification.verdict is Verdict.INVALID
    assert found(verification, Check.COVERAGE) == (Outcome.FAILED, "coverage.members-not-signed")
    # The signature alone would not have told.
    assert verification.report.result(Check.PROOF).outcome is Outcome.PASSED


def change(**changes: JsonValue) -> Callable[[JsonObject], None]:
    def apply(document: JsonObject) -> None:
        document.update(changes)

    return apply


def in_achievement(name: str, value: JsonValue) -> Callable[[JsonObject], None]:
    def apply(document: JsonObject) -> None:
        document["credentialSubject"]["achievement"][name] = value  # type: ignore[index, call-overload]

    return apply


def in_proof(**changes: JsonValue) -> Callable[[JsonObject], None]:
    def apply(document: JsonObject) -> None:
        proofs = document["proof"]
        proof = proofs[0] if isinstance(proofs, list) else proofs
        assert isinstance(proof, dict)
        proof.update(changes)

    return apply


@pytest.mark.parametrize(
    ("after", "path"),
    [
        (change(grade="A"), "$.grade"),
        (in_achievement("grade", "A"), "$.credentialSubject.achievement.grade"),
        (in_achievement("tags", ["x"]), "$.credentialSubject.achievement.tags"),
        (in_achievement("level", {"deep": 1}), "$.credentialSubject.achievement.level"),
    ],
)
def test_an_added_member_that_no_context_defines_fails_coverage(after: Callable[[JsonObject], None], path: str) -> None:
    verification = examined(badge_json(after=after))
    assert verification.verdict is Verdict.INVALID
    assert found(verification, Check.COVERAGE) == (Outcome.FAILED, "coverage.members-not-signed")
    assert found(verification, Check.PROOF)[0] is Outcome.PASSED
    assert verification.report.result(Check.COVERAGE).facts["member"] == path


@pytest.mark.parametrize(
    ("after", "check", "code"),
    [
        (in_proof(proofPurpose="authentication"), Check.PROOF, "proof.wrong-purpose"),
        (in_proof(proofValue="zzz"), Check.PROOF, "proof.malformed-value"),
        (in_proof(proofValue="u" + "A" * 86), Check.PROOF, "proof.malformed-value"),
        (in_proof(proofValue=None), Check.PROOF, "proof.no-value"),
        (in_proof(verificationMethod=None), Check.PROOF, "proof.no-method"),
        (in_proof(verificationMethod="key-1"), Check.PROOF, "proof.method-not-a-url"),
        (in_proof(created="yesterday"), Check.PROOF, "proof.malformed-date"),
        (in_proof(expires="2026-01-01T00:00:00Z"), Check.PROOF, "proof.expired"),
        (in_proof(created="2025-04-01T09:00:01Z"), Check.PROOF, "proof.signature-wrong"),
        (in_proof(**member("@type", None)), Check.COVERAGE, "canonicalization.json-ld"),
        (change(proof=[]), Check.PROOF, "proof.none"),
        (change(proof="z"), Check.PROOF, "proof.none"),
        (change(issuer=None), Check.ISSUER, "issuer.missing"),
        (change(issuer={"id": "https://other.example/", "type": ["Profile"]}), Check.PROOF, "proof.signature-wrong"),
        (change(**member("@context", {"name": "https://x.example/"})), Check.COVERAGE, "context.inline"),
    ],
)
def test_a_fault_is_refused_for_its_own_reason(after: Callable[[JsonObject], None], check: Check, code: str) -> None:
    verification = examined(badge_json(after=after))
    assert verification.verdict is Verdict.INVALID
    assert found(verification, check) == (Outcome.FAILED, code)


def test_an_unknown_vocabulary_is_undetermined_and_never_fetched() -> None:
    url = "https://issuer.example/context.json"
    document = json.loads(badge_json())
    document["@context"].append(url)
    verification = examined(json.dumps(document).encode(), {url: b'{"@context": {}}'})
    assert verification.verdict is Verdict.UNDETERMINED
    assert found(verification, Check.COVERAGE) == (Outcome.UNDETERMINED, "context.unknown")


@pytest.mark.parametrize("suite", ["bbs-2023", "ecdsa-rdfc-2022", "DataIntegrityProof"])
def test_a_suite_that_is_not_implemented_is_unsupported(suite: str) -> None:
    verification = examined(badge_json(after=in_proof(cryptosuite=suite)))
    assert verification.verdict is Verdict.UNSUPPORTED
    assert found(verification, Check.PROOF) == (Outcome.UNDETERMINED, "proof.unsupported-suite")


def test_a_strangers_signature_in_the_issuers_name_is_refused() -> None:
    stranger = ed25519_key("stranger")
    method = f"{did_key(stranger)}#{stranger.multikey}"
    verification = examined(badge_json(key=stranger, method=method))
    assert verification.verdict is Verdict.INVALID
    assert found(verification, Check.PROOF)[0] is Outcome.PASSED
    assert found(verification, Check.ISSUER) == (Outcome.FAILED, "method.other-controller")


def test_a_proof_set_needs_one_satisfied_proof_and_reports_all() -> None:
    document = json.loads(badge_json())
    good = document["proof"][0] if isinstance(document["proof"], list) else document["proof"]
    broken = {**good, "created": "2025-04-01T09:00:01Z"}
    document["proof"] = [broken, good]
    verification = examined(json.dumps(document).encode())
    assert verification.verdict is Verdict.VERIFIED
    proofs = verification.report.result(Check.PROOF).facts["proofs"]
    assert isinstance(proofs, list)
    assert [proof["proof"] for proof in proofs if isinstance(proof, dict)] == ["failed", "passed"]
    document["proof"] = [broken, broken]
    assert examined(json.dumps(document).encode()).verdict is Verdict.INVALID


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        (change(iss="https://other.example/"), "jws.claim-contradicts"),
        (change(sub="did:key:z6Mkother"), "jws.claim-contradicts"),
        (change(jti="urn:other"), "jws.claim-contradicts"),
        (change(nbf=1), "jws.claim-contradicts"),
        (change(nbf=True), "jws.claim-contradicts"),
        (change(exp=1), "jws.claim-contradicts"),
    ],
)
def test_a_claim_must_not_contradict_the_credential(claims: Callable[[JsonObject], None], code: str) -> None:
    verification = examined(badge_jws(claims=claims))
    assert verification.verdict is Verdict.INVALID
    assert found(verification, Check.PROOF) == (Outcome.FAILED, code)


@pytest.mark.parametrize(
    ("header", "kid", "code"),
    [
        ({"crit": ["exp"]}, SAMPLE_METHOD, "jws.critical-header"),
        ({"typ": "vp+jwt"}, SAMPLE_METHOD, "jws.other-type"),
        ({}, None, "jws.no-key"),
        ({"jwk": {"kty": "OKP", "crv": "Ed25519", "x": "AA", "d": "AA"}}, SAMPLE_METHOD, "key.private"),
        ({"jwk": ed25519_key("sample").jwk}, None, "method.header-key-not-listed"),
    ],
)
def test_a_header_is_refused_for_its_own_reason(header: JsonObject, kid: str | None, code: str) -> None:
    verification = examined(badge_jws(header=header, kid=kid))
    assert verification.verdict is Verdict.INVALID
    assert found(verification, Check.PROOF) == (Outcome.FAILED, code)


@pytest.mark.parametrize("algorithm", ["none", "HS256", "hs512"])
def test_no_algorithm_and_symmetric_ones_are_refused(algorithm: str) -> None:
    header, claims, signature = badge_jws().decode().split(".")
    changed = base64.urlsafe_b64encode(json.dumps({"alg": algorithm, "kid": SAMPLE_METHOD}).encode()).rstrip(b"=")
    assert header != changed.decode()
    for tail in (signature, ""):
        verification = examined(f"{changed.decode()}.{claims}.{tail}".encode())
        assert verification.verdict is Verdict.INVALID
        assert found(verification, Check.PROOF) == (Outcome.FAILED, "jws.algorithm-refused")


def test_an_algorithm_that_is_not_implemented_is_unsupported() -> None:
    _, claims, signature = badge_jws().decode().split(".")
    header = (
        base64.urlsafe_b64encode(json.dumps({"alg": "ES256K", "kid": SAMPLE_METHOD}).encode()).rstrip(b"=").decode()
    )
    assert examined(f"{header}.{claims}.{signature}".encode()).verdict is Verdict.UNSUPPORTED


def test_a_key_of_another_kind_than_the_algorithm_is_refused() -> None:
    verification = examined(badge_jws(key=p256_key("sample"), kid=SAMPLE_METHOD))
    assert found(verification, Check.PROOF) == (Outcome.FAILED, "jws.key-of-another-kind")


def test_one_changed_character_of_a_jws_makes_it_invalid() -> None:
    header, claims, signature = badge_jws().decode().split(".")
    padded = claims + "=" * (-len(claims) % 4)
    text = base64.urlsafe_b64decode(padded).replace(b"Sample badge", b"Simple badge")
    changed = base64.urlsafe_b64encode(text).rstrip(b"=").decode()
    verification = examined(f"{header}.{changed}.{signature}".encode())
    assert found(verification, Check.PROOF) == (Outcome.FAILED, "proof.signature-wrong")


def test_dates_decide_only_about_a_genuine_badge() -> None:
    expired = examined(badge_json(validUntil="2026-05-31T23:59:59Z"))
    assert expired.verdict is Verdict.EXPIRED
    early = examined(badge_json(validFrom="2026-06-01T00:05:00Z"))
    assert early.verdict is Verdict.NOT_YET_VALID
    forged = examined(badge_json(validUntil="2026-05-31T23:59:59Z", after=change(name="x")))
    assert forged.verdict is Verdict.INVALID


def test_a_recipient_is_compared_only_when_one_is_given() -> None:
    assert found(examined(badge_json()), Check.RECIPIENT) == (Outcome.NOT_APPLICABLE, "recipient.not-asked")
    other = examined(badge_json(), identities=(Identity(type="id", value="did:key:z6Mkother"),))
    assert other.verdict is Verdict.INVALID
    assert found(other, Check.RECIPIENT) == (Outcome.FAILED, "recipient.other")


def test_trust_is_reported_and_decides_nothing() -> None:
    known = (KnownIssuer(id=ISSUER, name="Sample"),)
    other = (KnownIssuer(id="did:key:z6Mkother", name="Other"),)
    assert found(examined(badge_json(), known=known), Check.TRUST)[0] is Outcome.PASSED
    unknown = examined(badge_json(), known=other)
    assert found(unknown, Check.TRUST) == (Outcome.UNDETERMINED, "trust.not-known")
    assert unknown.verdict is Verdict.VERIFIED


def test_what_is_no_open_badge_3_is_unsupported_and_never_verified() -> None:
    assertion = {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://a.example/1"}
    assert examined(json.dumps(assertion).encode()).verdict is Verdict.UNSUPPORTED
    status_list = examined(badge_json(type=["VerifiableCredential", "BitstringStatusListCredential"]))
    assert status_list.verdict is Verdict.UNSUPPORTED
    assert found(status_list, Check.PROOF) == (Outcome.UNDETERMINED, "proof.status-list")


def test_an_envelope_of_another_kind_is_unsupported_by_its_name() -> None:
    envelope = {"type": "EnvelopedVerifiableCredential", "id": "data:application/vc+sd-jwt,eyJ.eyJ.eyJ~"}
    verification = examined(json.dumps(envelope).encode())
    assert (verification.verdict, verification.securing) == (Verdict.UNSUPPORTED, "application/vc+sd-jwt")
    assert verification.report.result(Check.PROOF).facts["suite"] == "application/vc+sd-jwt"


def test_every_problem_is_named_with_its_path() -> None:
    def damage(document: Any) -> None:
        achievement = document["credentialSubject"]["achievement"]
        del achievement["description"]
        achievement["criteria"] = "none"
        document["validFrom"] = "2025-04-01"

    verification = examined(badge_json(before=damage))
    problems = verification.report.result(Check.CONFORMANCE).facts["problems"]
    assert isinstance(problems, list)
    assert {(problem["path"], problem["code"]) for problem in problems if isinstance(problem, dict)} == {
        ("$.validFrom", "field.not-a-time"),
        ("$.credentialSubject.achievement.description", "field.missing"),
        ("$.credentialSubject.achievement.criteria", "field.not-an-object"),
    }


def test_the_original_is_not_changed_by_looking_at_it() -> None:
    document = extract(badge_json(after=change(grade="A")))[0]
    before = json.dumps(document.json)
    verify(document, at=AT, fetcher=responses({}))
    assert json.dumps(document.json) == before
