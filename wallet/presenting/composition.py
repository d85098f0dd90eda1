"""A presentation of several credentials (VCDM 2.0, section 4.13), written around their own texts.

A credential in JSON stands in it letter for letter as it came. A credential that is a JWS stands in an
EnvelopedVerifiableCredential (section 4.12.1). A badge of Open Badges 2.0 is no Verifiable Credential, and has no place
in it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from wallet.documents.document import SecuredDocument
from wallet.fields import JsonObject, JsonValue

__all__ = ["VCDM_2", "compose", "presentable_text"]

VCDM_2 = "https://www.w3.org/ns/credentials/v2"

_CREDENTIALS = ("OB 3.0", "CLR 2.0")


def presentable_text(document: SecuredDocument, specification: str) -> str | None:
    """The credential as it stands in a presentation; None for one that can stand in none."""
    if specification not in _CREDENTIALS:
        return None
    if document.jws is not None:
        return _enveloped(document)
    text = document.text if document.text is not None else document.source.decode("utf-8-sig", "replace")
    stripped = text.strip()
    # A list or a presentation around the credential is no part of it.
    if stripped.startswith("{") and '"verifiableCredential"' not in stripped:
        return stripped
    return json.dumps(document.json, ensure_ascii=False)


def _enveloped(document: SecuredDocument) -> str:
    # Around a claim `vc` the token is an ordinary JWT; only one that is itself the credential is a vc+jwt.
    media_type = "application/jwt" if "vc" in document.json else "application/vc+jwt"
    envelope = {
        "@context": VCDM_2,
        "id": f"data:{media_type},{document.jws}",
        "type": "EnvelopedVerifiableCredential",
    }
    return json.dumps(envelope)


def compose(credentials: Sequence[str], *, holder: str | None = None, proof: JsonObject | None = None) -> str:
    """The JSON text of a presentation; `holder` is who presents, `proof` theirs."""
    members: list[tuple[str, str]] = [
        ("@context", _dump([VCDM_2])),
        ("type", _dump(["VerifiablePresentation"])),
        *([("holder", _dump(holder))] if holder is not None else []),
        ("verifiableCredential", "[\n" + ",\n".join(credentials) + "\n]"),
        *([("proof", _dump(proof))] if proof is not None else []),
    ]
    return "{\n" + ",\n".join(f'"{name}": {text}' for name, text in members) + "\n}\n"


def _dump(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)
