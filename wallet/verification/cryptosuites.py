"""The cryptosuites of embedded proofs: each is a row in a table.

A row says how a document becomes octets, by which procedure those are signed, and which algorithm and hash go with
which kind of key (vc-di-eddsa and vc-di-ecdsa, sections 3 of each).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wallet.fields import JsonObject
from wallet.verification.transformations import Transform, jcs, rdfc

__all__ = ["CRYPTOSUITES", "Cryptosuite", "Signing", "cryptosuite_name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What one kind of key signs with: the algorithm by its JWS name, the hash, and the signature's exact length."""

    algorithm: str
    hash_name: str
    signature_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cryptosuite:
    """One suite; `signing` by kind of key. `selective` is the procedure of vc-di-ecdsa section 3.4 to 3.6.

    `covered` is the code of a full coverage, `deprecated` marks a suite that new proofs should not use.
    """

    transform: Transform
    signing: Mapping[str, Signing]
    covered: str
    selective: bool = False
    deprecated: bool = False


_ED25519 = {"Ed25519": Signing(algorithm="EdDSA", hash_name="sha256", signature_bytes=64)}
_P256 = {"P-256": Signing(algorithm="ES256", hash_name="sha256", signature_bytes=64)}
_ECDSA = {**_P256, "P-384": Signing(algorithm="ES384", hash_name="sha384", signature_bytes=96)}
_BY_MEMBER = "coverage.every-member-signed"
_AS_JSON = "coverage.signed-as-json"

CRYPTOSUITES: Mapping[str, Cryptosuite] = {
    "eddsa-rdfc-2022": Cryptosuite(transform=rdfc, signing=_ED25519, covered=_BY_MEMBER),
    "eddsa-jcs-2022": Cryptosuite(transform=jcs, signing=_ED25519, covered=_AS_JSON),
    "ecdsa-rdfc-2019": Cryptosuite(transform=rdfc, signing=_ECDSA, covered=_BY_MEMBER),
    "ecdsa-jcs-2019": Cryptosuite(transform=jcs, signing=_ECDSA, covered=_AS_JSON),
    "ecdsa-sd-2023": Cryptosuite(
        transform=rdfc, signing=_P256, covered="coverage.every-disclosed-member-signed", selective=True
    ),
    "Ed25519Signature2020": Cryptosuite(transform=rdfc, signing=_ED25519, covered=_BY_MEMBER, deprecated=True),
    "eddsa-2022": Cryptosuite(transform=rdfc, signing=_ED25519, covered=_BY_MEMBER, deprecated=True),
}
"""The implemented suites by name; "eddsa-2022" was the name of eddsa-rdfc-2022 while it was a draft."""


def cryptosuite_name(proof: JsonObject) -> str:
    """The cryptosuite of a DataIntegrityProof, else the proof's type."""
    kind = proof.get("type")
    if kind == "DataIntegrityProof":
        return str(proof.get("cryptosuite", "DataIntegrityProof"))
    return str(kind)
