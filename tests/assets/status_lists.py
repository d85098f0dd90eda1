"""Status lists: a signed bitstring (Bitstring Status List 1.0) and the older list of revoked credentials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.assets.credentials import VCDM_2_CONTEXT
from tests.assets.deflate import gzip_file
from tests.assets.encoding import base64url
from tests.assets.issuers import Issuer
from tests.assets.keys import Ed25519Key
from tests.assets.signing import sign_eddsa_rdfc
from wallet.fields import JsonObject

__all__ = ["LIST_ENTRIES", "bitstring_entry", "bitstring_list", "encoded_list", "revocation_list"]

LIST_ENTRIES = 131_072
"""The least that the specification allows, so that an index says nothing about who holds it."""


def bitstring_entry(url: str, index: int, purpose: str = "revocation") -> JsonObject:
    """What a credential says about its place in a list."""
    return {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": url,
    }


def bitstring_list(
    url: str, issuer: Issuer, *, valid_from: str, marked: Iterable[int] = (), purpose: str = "revocation"
) -> JsonObject:
    """A signed list in which the entries `marked` are set."""
    credential: JsonObject = {
        "@context": [VCDM_2_CONTEXT],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer.id,
        "validFrom": valid_from,
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": encoded_list(marked),
        },
    }
    assert isinstance(issuer.key, Ed25519Key)
    return sign_eddsa_rdfc(credential, issuer.key, issuer.method, valid_from)


def encoded_list(marked: Iterable[int], entries: int = LIST_ENTRIES) -> str:
    """The bits, most significant first, as gzip in multibase base64url."""
    bits = bytearray(entries // 8)
    for index in marked:
        bits[index // 8] |= 0x80 >> index % 8
    return "u" + base64url(gzip_file(bytes(bits)))


def revocation_list(url: str, issuer: Issuer, revoked: Sequence[tuple[str, str]]) -> JsonObject:
    """A 1EdTech Revocation List: ids of revoked credentials with the reason for each. It is not signed."""
    return {
        "id": url,
        "issuer": issuer.id,
        "revokedCredential": [
            {"id": identifier, "revoked": True, "revocationReason": reason} for identifier, reason in revoked
        ],
    }
