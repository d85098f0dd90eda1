"""Signing as an issuer does, apart from the wallet's verification: pyld canonicalizes, cryptography signs.

Only the contexts come from the wallet. That both sides agree on a credential is therefore something that tests show
and not something that sharing code makes true.
"""

from __future__ import annotations

import hashlib
import json

from pyld import jsonld

from tests.assets.encoding import base64url, multibase58
from tests.assets.keys import Ed25519Key, SigningKey
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.contexts import load_context

__all__ = ["canonical", "compact_json", "sign_ed25519_2020", "sign_eddsa_rdfc", "sign_jws", "sign_presentation"]

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
    return _with_proof(presentation, proof, key, method, "2026-05-01T09:00:00Z", purpose)


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
    credential: JsonObject,
    proof: JsonObject,
    key: Ed25519Key,
    method: str,
    created: str,
    purpose: str = "assertionMethod",
) -> JsonObject:
    proof = {**proof, "created": created, "verificationMethod": method, "proofPurpose": purpose}
    unsecured = {name: value for name, value in credential.items() if name != "proof"}
    configuration = {"@context": credential["@context"], **proof}
    signature = key.sign(_hash(configuration) + _hash(unsecured))
    earlier = credential.get("proof", [])
    assert isinstance(earlier, list)
    return {**credential, "proof": [*earlier, {**proof, "proofValue": multibase58(signature)}]}


def _hash(document: JsonObject) -> bytes:
    return hashlib.sha256(canonical(document).encode("utf-8")).digest()


def _load(url: str, options: object) -> dict[str, object]:
    return {"contextUrl": None, "documentUrl": url, "document": load_context(url), "contentType": "application/ld+json"}
