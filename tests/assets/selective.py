"""Selective disclosure as issuers and holders do it (ecdsa-sd-2023), apart from the wallet's verification.

Meant for credentials in which one node at most has no identifier: its canonical name is then the same in every part.
"""

from __future__ import annotations

import copy
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cbor2 import dumps

from tests.assets.encoding import base64url
from tests.assets.keys import P256Key, p256_key
from tests.assets.signing import canonical
from wallet.fields import JsonObject

__all__ = ["Disclosure", "base_proof", "derived_proof", "sign"]

_HMAC_KEY = hashlib.sha256(b"learner-wallet test material: hidden names").digest()
_ONE_TIME = p256_key("used once")


@dataclass(frozen=True, kw_only=True)
class Disclosure:
    """What an issuer signed: the unsigned proof, the mandatory statements, and every other with its signature."""

    credential: JsonObject
    proof: JsonObject
    base_signature: bytes
    mandatory: frozenset[str]
    signatures: dict[str, bytes]

    @property
    def one_time_key(self) -> bytes:
        return _point(_ONE_TIME)


def _point(key: P256Key) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    point = key.private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    return b"\x80\x24" + point


def _hidden() -> bytes:
    return hmac.digest(_HMAC_KEY, b"c14n0", "sha256")


def _statements(document: JsonObject) -> list[str]:
    text = canonical(document)
    assert "_:c14n1" not in text
    return sorted(text.replace("_:c14n0", f"_:u{base64url(_hidden())}").splitlines(keepends=True))


def sign(
    credential: JsonObject, key: P256Key, method: str, created: str, is_mandatory: Callable[[str], bool]
) -> Disclosure:
    """The credential signed statement by statement; `is_mandatory` tells which must always be shown."""
    proof: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": "ecdsa-sd-2023",
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    lines = _statements(credential)
    mandatory = [line for line in lines if is_mandatory(line)]
    configuration = canonical({**proof, "@context": credential["@context"]})
    hashes = [hashlib.sha256(text.encode()).digest() for text in (configuration, "".join(mandatory))]
    return Disclosure(
        credential=credential,
        proof=proof,
        base_signature=key.sign(hashes[0] + _point(_ONE_TIME) + hashes[1]),
        mandatory=frozenset(mandatory),
        signatures={line: _ONE_TIME.sign(line.encode()) for line in lines if line not in mandatory},
    )


def base_proof(disclosure: Disclosure, pointers: list[str]) -> JsonObject:
    """The credential with what the holder alone should have; `pointers` must select the mandatory statements."""
    components = [
        disclosure.base_signature,
        disclosure.one_time_key,
        _HMAC_KEY,
        list(disclosure.signatures.values()),
        pointers,
    ]
    return _with(disclosure.credential, disclosure.proof, b"\xd9\x5d\x00" + dumps(components))


def derived_proof(
    disclosure: Disclosure, hide: Callable[[JsonObject], None] = lambda _: None, **components: Any
) -> JsonObject:
    """What remains when `hide` has taken members away, with a derived proof; `components` replace parts of it."""
    shown = copy.deepcopy(disclosure.credential)
    hide(shown)
    lines = _statements(shown)
    parts: dict[str, object] = {
        "base_signature": disclosure.base_signature,
        "one_time_key": disclosure.one_time_key,
        "signatures": [disclosure.signatures[line] for line in lines if line not in disclosure.mandatory],
        "labels": {0: _hidden()} if "_:c14n0" in canonical(shown) else {},
        "indexes": [place for place, line in enumerate(lines) if line in disclosure.mandatory],
    }
    return _with(shown, disclosure.proof, b"\xd9\x5d\x01" + dumps(list({**parts, **components}.values())))


def _with(document: JsonObject, proof: JsonObject, value: bytes) -> JsonObject:
    return {**document, "proof": {**proof, "proofValue": "u" + base64url(value)}}
