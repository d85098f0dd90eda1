"""Small badges for tests, signed after any change or changed after signing.

The plain sample is a valid Open Badges 3.0 credential of an issuer whose did:key needs no fetch. Members given by
keyword replace those of the credential before it is signed; None leaves one out. `before` and `after` receive a copy
that they may change as they like, before and after signing.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.assets.baking import bake_png, bake_svg
from tests.assets.credentials import OB_CONTEXT, VCDM_1_CONTEXT, VCDM_2_CONTEXT, claims_for, did_key
from tests.assets.keys import SigningKey, ed25519_key
from tests.assets.png import write_png
from tests.assets.signing import sign_data_integrity, sign_ed25519_2020, sign_jws
from wallet.fields import JsonObject, JsonValue

__all__ = [
    "CREATED",
    "HOLDER",
    "ISSUER",
    "OB_CONTEXT",
    "SAMPLE_KEY",
    "SAMPLE_METHOD",
    "VCDM_1_CONTEXT",
    "VCDM_2_CONTEXT",
    "Change",
    "badge_json",
    "badge_jws",
    "badge_png",
    "badge_svg",
    "claims_for",
    "did_key",
    "method_of",
    "sample_credential",
    "sample_picture",
    "signed",
]

Change = Callable[[JsonObject], None]

CREATED = "2025-04-01T09:00:00Z"

_DATA_INTEGRITY = ("eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-jcs-2019", "eddsa-2022")
_SUITES: dict[str, Callable[..., JsonObject]] = {
    **{suite: partial(sign_data_integrity, suite=suite) for suite in _DATA_INTEGRITY},
    "Ed25519Signature2020": sign_ed25519_2020,
}


SAMPLE_KEY = ed25519_key("sample issuer")
ISSUER = did_key(SAMPLE_KEY)
SAMPLE_METHOD = f"{ISSUER}#{SAMPLE_KEY.multikey}"
HOLDER = did_key(ed25519_key("sample holder"))


def method_of(key: SigningKey) -> str:
    """The verification method of a key's own did:key."""
    return f"{did_key(key)}#{key.multikey}"


def sample_credential(data_model: str = "2.0", **members: JsonValue) -> JsonObject:
    """The unsigned sample under VCDM "2.0" or "1.1", with `members` replaced."""
    first, valid_from = (VCDM_2_CONTEXT, "validFrom") if data_model == "2.0" else (VCDM_1_CONTEXT, "issuanceDate")
    credential: JsonObject = {
        "@context": [first, OB_CONTEXT],
        "id": "urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": ISSUER, "type": ["Profile"], "name": "Sample Issuer"},
        valid_from: "2025-04-01T00:00:00Z",
        "credentialSubject": {
            "id": HOLDER,
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://issuer.example/achievements/sample",
                "type": ["Achievement"],
                "name": "Sample badge",
                "description": "Shows that a badge can be read and verified.",
                "criteria": {"narrative": "Be signed."},
            },
        },
    }
    return {name: value for name, value in {**credential, **members}.items() if value is not None}


def signed(
    credential: JsonObject,
    *,
    suite: str = "eddsa-rdfc-2022",
    key: SigningKey = SAMPLE_KEY,
    method: str = SAMPLE_METHOD,
    created: str = CREATED,
    **members: JsonValue,
) -> JsonObject:
    """The credential with one more proof of a suite that signs one hash; `members` go into a DataIntegrityProof."""
    return _SUITES[suite](credential, key, method, created, **members)


def badge_json(
    *,
    suite: str = "eddsa-rdfc-2022",
    data_model: str = "2.0",
    key: SigningKey = SAMPLE_KEY,
    method: str = SAMPLE_METHOD,
    created: str = CREATED,
    before: Change | None = None,
    after: Change | None = None,
    **members: JsonValue,
) -> bytes:
    """The sample as a JSON file with an embedded proof."""
    credential = _changed(sample_credential(data_model, **members), before)
    document = signed(credential, suite=suite, key=key, method=method, created=created)
    return json.dumps(_changed(document, after), ensure_ascii=False, indent=2).encode("utf-8")


def badge_jws(
    *,
    key: SigningKey = SAMPLE_KEY,
    kid: str | None = SAMPLE_METHOD,
    alg: str | None = None,
    data_model: str = "2.0",
    before: Change | None = None,
    claims: Change | None = None,
    header: JsonObject | None = None,
    **members: JsonValue,
) -> bytes:
    """The sample as a compact JWS; `claims` may change the claims before they are signed."""
    credential = _changed(sample_credential(data_model, **members), before)
    body = _changed(claims_for(credential), claims)
    named: dict[str, Any] = {"alg": alg or key.algorithm, "kid": kid, **(header or {})}
    return sign_jws(body, key, named.pop("alg"), named.pop("kid"), **named).encode("ascii")


def badge_png(credential: bytes | None = None, picture: bytes | None = None) -> bytes:
    """The sample, or `credential`, baked into a PNG."""
    return bake_png(picture or sample_picture(), (credential or badge_json()).decode("utf-8"))


def badge_svg(credential: bytes | None = None) -> bytes:
    """The sample, or `credential`, baked into an SVG."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1h6v6H1z" fill="#234"/></svg>\n'
    return bake_svg(drawing, (credential or badge_json()).decode("utf-8"))


def sample_picture() -> bytes:
    """A PNG of 8 by 8 pixels without a badge."""
    return write_png(8, 8, bytes((35, 52, 68, 255)) * 64)


def _changed(document: JsonObject, change: Change | None) -> JsonObject:
    if change is None:
        return document
    copied = copy.deepcopy(document)
    change(copied)
    return copied
