"""Right signatures by the wrong key, and keys that are not whose they are said to be."""

from __future__ import annotations

from tests.assets import badge_json
from tests.assets.samples import SAMPLE_KEY
from tests.attacks.attack import (
    STRANGER,
    STRANGER_METHOD,
    Attack,
    as_json,
    changed,
    in_proof,
    loaded,
)
from wallet.fields import JsonObject, JsonValue

__all__ = ["ATTACKS", "controller_document"]

ISSUER_URL = "https://issuer.example/profile"
ISSUER_WEB = "did:web:issuer.example"
ATTACKER_URL = "https://attacker.example/keys"


def controller_document(
    owner: str, *, key_id: str = "#key-1", multikey: str = STRANGER.multikey, **members: JsonValue
) -> JsonObject:
    """A controller document with one Multikey for making assertions; `members` replace those of the document."""
    method: JsonObject = {
        "id": owner + key_id,
        "type": "Multikey",
        "controller": owner,
        "publicKeyMultibase": multikey,
    }
    return {"id": owner, "verificationMethod": [method], "assertionMethod": [owner + key_id], **members}


def _method(owner: str, **members: JsonValue) -> JsonObject:
    document = controller_document(owner)
    method = document["verificationMethod"][0]  # type: ignore[index]
    assert isinstance(method, dict)
    return {**document, "verificationMethod": [{**method, **members}]}


def _in_the_name_of(issuer: str, method: str) -> bytes:
    profile: JsonValue = {"id": issuer, "type": ["Profile"], "name": "Sample Issuer"}
    return badge_json(key=STRANGER, method=method, issuer=profile)


def spoofed_did_key() -> bytes:
    """The attacker's signature with the attacker's key, in another issuer's name."""
    return badge_json(key=STRANGER, method=STRANGER_METHOD)


def spoofed_did_web() -> bytes:
    """The same, for an issuer with a web identity that does not know this key."""
    return _in_the_name_of(ISSUER_WEB, STRANGER_METHOD)


def fragment_of_the_issuer() -> bytes:
    """A key name under the issuer's own address that its document does not contain."""
    return _in_the_name_of(ISSUER_URL, f"{ISSUER_URL}#{STRANGER.multikey}")


def stranger_claims_the_issuer() -> bytes:
    """A key on the attacker's host whose document says that the issuer controls it."""
    return _in_the_name_of(ISSUER_URL, f"{ATTACKER_URL}#key-1")


def claimed_controller() -> bytes:
    """The attacker's document is its own, but its key names the issuer as controller."""
    return _in_the_name_of(ISSUER_URL, f"{ATTACKER_URL}#key-1")


def not_for_assertions() -> bytes:
    """A key that the issuer uses for logging in, not for making statements."""
    return _in_the_name_of(ISSUER_WEB, f"{ISSUER_WEB}#key-1")


def wrong_purpose() -> bytes:
    """A proof that was made for something else."""
    return badge_json(after=in_proof(proofPurpose="authentication"))


def proof_of_another() -> bytes:
    """A genuine proof of the same issuer, taken from another badge."""
    document = loaded(badge_json())
    document["proof"] = loaded(badge_json(name="Other"))["proof"]
    return as_json(document)


def changed_text() -> bytes:
    """One word exchanged after signing."""
    return badge_json(after=changed(name="Doctor"))


def cut_signature() -> bytes:
    """A signature value that lacks its end."""
    proof = loaded(badge_json())["proof"]
    value = (proof[0] if isinstance(proof, list) else proof)["proofValue"]
    return badge_json(after=in_proof(proofValue=value[:-4]))


def stripped_proof() -> bytes:
    """No proof at all."""
    return badge_json(after=lambda document: document.__delitem__("proof"))


def empty_proofs() -> bytes:
    """A list of proofs with nothing in it: every one of them is right."""
    return badge_json(after=changed(proof=[]))


def expired_proof() -> bytes:
    """A proof whose own time is over."""
    return badge_json(after=in_proof(expires="2026-01-01T00:00:00Z"))


_WEB_URL = "https://issuer.example/.well-known/did.json"


ATTACKS = (
    Attack(
        name="stranger's did:key in the issuer's name",
        sample=spoofed_did_key,
        check="issuer",
        code="method.other-controller",
    ),
    Attack(
        name="stranger's did:key for a did:web issuer",
        sample=spoofed_did_web,
        check="issuer",
        code="method.other-controller",
    ),
    Attack(
        name="key name under the issuer's address",
        sample=fragment_of_the_issuer,
        check="proof",
        code="method.not-found",
        web={ISSUER_URL: as_json(controller_document(ISSUER_URL, multikey=SAMPLE_KEY.multikey))},
    ),
    Attack(
        name="stranger's document in the issuer's name",
        sample=stranger_claims_the_issuer,
        check="proof",
        code="method.not-found",
        web={ATTACKER_URL: as_json(controller_document(ISSUER_URL))},
    ),
    Attack(
        name="controller not the issuer",
        sample=claimed_controller,
        check="issuer",
        code="method.not-authorized",
        web={
            ATTACKER_URL: as_json(_method(ATTACKER_URL, controller=ISSUER_URL)),
            ISSUER_URL: as_json(controller_document(ISSUER_URL, multikey=SAMPLE_KEY.multikey)),
        },
    ),
    Attack(
        name="key not authorised for assertions",
        sample=not_for_assertions,
        check="issuer",
        code="method.not-authorized",
        web={_WEB_URL: as_json(controller_document(ISSUER_WEB, assertionMethod=[], authentication=["#key-1"]))},
    ),
    Attack(
        name="did:web document with another id",
        sample=not_for_assertions,
        check="proof",
        code="did.other-id",
        web={_WEB_URL: as_json(controller_document("did:web:attacker.example"))},
    ),
    Attack(
        name="revoked key",
        sample=not_for_assertions,
        check="issuer",
        code="issuer.key-revoked",
        web={_WEB_URL: as_json(_method(ISSUER_WEB, revoked="2026-02-01T00:00:00Z"))},
    ),
    Attack(
        name="key expired before signing",
        sample=not_for_assertions,
        check="issuer",
        code="issuer.key-expired",
        web={_WEB_URL: as_json(_method(ISSUER_WEB, expires="2025-02-01T00:00:00Z"))},
    ),
    Attack(name="wrong purpose", sample=wrong_purpose, check="proof", code="proof.wrong-purpose"),
    Attack(name="proof of another credential", sample=proof_of_another, check="proof", code="proof.signature-wrong"),
    Attack(name="changed text", sample=changed_text, check="proof", code="proof.signature-wrong"),
    Attack(name="signature cut short", sample=cut_signature, check="proof", code="proof.malformed-value"),
    Attack(name="proof stripped", sample=stripped_proof, check="proof", code="proof.none"),
    Attack(name="empty list of proofs", sample=empty_proofs, check="proof", code="proof.none"),
    Attack(name="expired proof", sample=expired_proof, check="proof", code="proof.expired"),
)
