"""A credential as Python members, examined for its proof."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tests.responses import responses
from wallet.documents.jws import decode_jws
from wallet.fields import JsonObject
from wallet.verification.authenticity import Authenticity, examine_authenticity

__all__ = ["AT", "codes", "examined", "examined_jws"]

AT = datetime(2026, 6, 1, tzinfo=UTC)


def examined(document: JsonObject, contents: Mapping[str, bytes] | None = None, **expected: Any) -> Authenticity:
    """What its embedded proofs amount to."""
    return examine_authenticity(document, None, at=AT, fetcher=responses(contents or {}), **expected)


def examined_jws(text: bytes, contents: Mapping[str, bytes] | None = None, **expected: Any) -> Authenticity:
    """What the JWS around it amounts to."""
    jws = decode_jws(text.decode("ascii"))
    inner = jws.claims.get("vc")
    members = inner if isinstance(inner, dict) else jws.claims
    return examine_authenticity(members, jws, at=AT, fetcher=responses(contents or {}), **expected)


def codes(found: Authenticity) -> tuple[str, str, str]:
    """The codes of coverage, proof and issuer."""
    return found.coverage.code, found.proof.code, found.issuer.code
