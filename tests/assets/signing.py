"""Signing as an issuer does, apart from the wallet's verification: pyld canonicalizes, cryptography signs.

Only the contexts come from the wallet. That both sides agree on a credential is therefore something that tests show
and not something that sharing code makes true.
"""

from __future__ import annotations

import hashlib
import json

from pyld import jsonld

from tests.assets.encoding import base64url, multibase58
from tests.assets.keys import Ed25519Key, P384Key, SigningKey
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.contexts import load_context

__all__ = [
    "canonical",
    "canonical_text",
    "compact_json",
    "sign_data_integrity",
    "sign_ed25519_2020",
    "sign_eddsa_rdfc",
    "sign_jws",
    "sign_presentation",
]

ED25519_2020_CONTEXT = "https://w3id.org/security/suites/ed25519-2020/v1"


def canonical(document: JsonObject) -> str:
    """The canonical N-Quads of a document (RDFC-1.0, which for this material equals URDNA2015)."""
    options = {
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "rdfDirection": "i18n-datatype",
        "documentLoader": _load,
    }
    return str(jsonld.normalize(document, options))


def sign_eddsa_rdfc(credential: JsonObject, key: Ed25519Key, method: str, created: str) -> JsonObject:
    """The credential with one more proof of the cryptosuite eddsa-rdfc-2022 (vc-di-eddsa, section 3.2)."""
    proof: JsonObject = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"}
    return _with_proof(credential, proof, key, method, created)


def sign_presentation(
    presentation: JsonObject, key: Ed25519Key, method: str, purpose: str = "authentication"
) -> JsonObject:
    """The presentation with a proof of its holder (vc-di-eddsa, section 3.2)."""
    proof: JsonObject = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"}
    return _with_proof(presentation, proof, key, method, "2026-05-01T09:00:00Z", proofPurpose=purpose)


def sign_data_integrity(
    credential: JsonObject, key: SigningKey, method: str, created: str, *, suite: str, **members: JsonValue
) -> JsonObject:
    """The credential with one more DataIntegrityProof of a suite that signs one hash; `members` go into the proof.

    Where ``previousProof`` names earlier proofs, they are signed with it.
    """
    proof: JsonObject = {"type": "DataIntegrityProof", "cryptosuite": suite}
    if "-jcs-" in suite:
        members = {"@context": credential["@context"], **members}
    return _with_proof(credential, proof, key, method, created, **members)


def canonical_text(document: JsonObject) -> bytes:
    """The canonical JSON (RFC 8785) of a document that holds no fractions and no names beyond the basic plane."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8")


def sign_ed25519_2020(credential: JsonObject, key: Ed25519Key, method: str, created: str) -> JsonObject:
    """The credential with one more Ed25519Signature2020; the suite's context is added where it is missing."""
    contexts = credential["@context"]
    assert isinstance(contexts, list)
    if ED25519_2020_CONTEXT not in contexts:
        credential = {**credential, "@context": [*contexts, ED25519_2020_CONTEXT]}
    return _with_proof(credential, {"type": "Ed25519Signature2020"}, key, method, created)


def sign_jws(claims: JsonObject, key: SigningKey, alg: str, kid: str | None, **header: JsonValue) -> str:
    """The claims as a compact JWS; `header` adds to or replaces members of the header, None leaves one out."""
    members: JsonObject = {"alg": alg, "kid": kid, "typ": "JWT", **header}
    members = {name: value for name, value in members.items() if value is not None}
    text = f"{base64url(compact_json(members))}.{base64url(compact_json(claims))}"
    return f"{text}.{base64url(key.sign(text.encode('ascii')))}"


def compact_json(value: JsonValue) -> bytes:
    """JSON without spaces, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _with_proof(
    credential: JsonObject, proof: JsonObject, key: SigningKey, method: str, created: str, **members: JsonValue
) -> JsonObject:
    proof = {
        **proof,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
        **members,
    }
    proof = {name: value for name, value in proof.items() if value is not None}
    unsecured = {name: value for name, value in credential.items() if name != "proof"}
    earlier = credential.get("proof", [])
    assert isinstance(earlier, list)
    named = as_sequence(proof.get("previousProof"))
    before: list[JsonValue] = [other for other in earlier if isinstance(other, dict) and other.get("id") in named]
    if before:
        unsecured = {**unsecured, "proof": before}
    signature = key.sign(_hashes(proof, unsecured, jcs="-jcs-" in str(proof.get("cryptosuite")), key=key))
    return {**credential, "proof": [*earlier, {**proof, "proofValue": multibase58(signature)}]}


def _hashes(proof: JsonObject, unsecured: JsonObject, *, jcs: bool, key: SigningKey) -> bytes:
    chosen = hashlib.sha384 if isinstance(key, P384Key) else hashlib.sha256
    if jcs:
        return chosen(canonical_text(proof)).digest() + chosen(canonical_text(unsecured)).digest()
    configuration = {"@context": unsecured["@context"], **proof}
    texts = (canonical(document).encode("utf-8") for document in (configuration, unsecured))
    return b"".join(chosen(text).digest() for text in texts)


def _load(url: str, options: object) -> dict[str, object]:
    return {"contextUrl": None, "documentUrl": url, "document": load_context(url), "contentType": "application/ld+json"}
