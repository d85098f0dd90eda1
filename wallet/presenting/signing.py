"""Signing a presentation (VC Data Integrity 1.0, section 4.2, "Add Proof"; vc-di-eddsa, sections 3.2.1 and 3.3.1).

eddsa-rdfc-2022 is what other wallets' verifiers know, and is taken wherever it covers every member. A credential may be
signed as JSON and have members that no context defines; such a presentation is signed as JSON too (eddsa-jcs-2022).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from wallet.documents.json_text import parse_json_text
from wallet.errors import CredentialError, PresentingError, ResolutionError
from wallet.fields import JsonObject
from wallet.presenting.composition import VCDM_2, compose
from wallet.presenting.holder_keys import HolderKey
from wallet.resolution.multibase import encode_base58
from wallet.verification.cryptosuites import CRYPTOSUITES
from wallet.verification.expectations import AUTHENTICATION
from wallet.verification.proof_input import PROOF_VALUE, ProofInput
from wallet.verification.transformations import Transformations

__all__ = ["Occasion", "sign_presentation"]

_LINKED_DATA, _JSON = "eddsa-rdfc-2022", "eddsa-jcs-2022"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """For whom a presentation is made, in answer to what, and when."""

    domain: str
    challenge: str
    created: datetime


def sign_presentation(credentials: Sequence[str], key: HolderKey, occasion: Occasion) -> str:
    """The text of a presentation of `credentials`, each as `presentable_text` gives it, with its holder's proof.

    Raises PresentingError("present.not-signable") where neither suite covers it.
    """
    unsigned = parse_json_text(compose(credentials, holder=key.did))
    assert isinstance(unsigned, dict)
    for suite in (_LINKED_DATA, _JSON):
        proof = _proof(suite, unsigned, key, occasion)
        if proof is not None:
            return compose(credentials, holder=key.did, proof=proof)
    raise PresentingError("present.not-signable")


def _proof(suite: str, unsigned: JsonObject, key: HolderKey, occasion: Occasion) -> JsonObject | None:
    options: JsonObject = {
        # A proof over JSON names the contexts that it was made under (vc-di-eddsa, section 3.3.1).
        **({"@context": [VCDM_2]} if suite == _JSON else {}),
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": occasion.created.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "verificationMethod": key.method,
        "proofPurpose": AUTHENTICATION,
        "domain": occasion.domain,
        "challenge": occasion.challenge,
    }
    source = ProofInput(
        suite=CRYPTOSUITES[suite],
        proof=options,
        place=0,
        secured={**unsigned, "proof": options},
        previous=(),
        made=Transformations(),
    )
    hashes = _hashes(source)
    return None if hashes is None else {**options, PROOF_VALUE: f"z{encode_base58(key.sign(hashes))}"}


def _hashes(source: ProofInput) -> bytes | None:
    """What is signed; None where the suite leaves something out."""
    try:
        if source.uncovered("$.proof"):
            return None
        parts = (source.configuration_transformed(), source.document_transformed())
    except (CredentialError, ResolutionError):
        return None
    return b"".join(hashlib.sha256(part.octets).digest() for part in parts)
