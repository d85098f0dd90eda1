"""Tokens: headers that choose their own key or algorithm, and claims that say something else than the credential."""

from __future__ import annotations

import base64
import hashlib
import hmac
from functools import partial

from tests.assets import badge_jws
from tests.assets.encoding import base64url
from tests.assets.keys import p256_key, rsa_key
from tests.assets.samples import SAMPLE_KEY, SAMPLE_METHOD, sample_credential
from tests.assets.signing import compact_json
from tests.attacks.attack import STRANGER, Attack, as_json, changed
from tests.attacks.binding import ATTACKER_URL, ISSUER_URL, controller_document
from tests.members import member
from wallet.fields import JsonObject, JsonValue

__all__ = ["ATTACKS"]

_JWKS_URL = "https://issuer.example/.well-known/jwks.json"
_P256 = p256_key("attacker")
_PROFILE: JsonValue = {"id": ISSUER_URL, "type": ["Profile"], "name": "Sample Issuer"}


def _relabelled(header: JsonObject, signature: bytes | None = None) -> bytes:
    _, claims, tail = badge_jws().split(b".")
    head = base64url(compact_json(header)).encode()
    return head + b"." + claims + b"." + (tail if signature is None else base64url(signature).encode())


def no_algorithm() -> bytes:
    """The header says that there is nothing to check."""
    return _relabelled({"alg": "none", "kid": SAMPLE_METHOD}, b"")


def symmetric() -> bytes:
    """A keyed hash made with the issuer's public key, which everybody has."""
    header: JsonObject = {"alg": "HS256", "kid": SAMPLE_METHOD}
    _, claims, _ = badge_jws().split(b".")
    text = base64url(compact_json(header)).encode() + b"." + claims
    public = base64.urlsafe_b64decode(str(SAMPLE_KEY.jwk["x"]) + "=")
    return text + b"." + base64url(hmac.digest(public, text, hashlib.sha256)).encode()


def key_in_header() -> bytes:
    """The attacker's own key beside the attacker's own signature."""
    return badge_jws(key=STRANGER, kid=None, header={"jwk": STRANGER.jwk}, issuer=_PROFILE)


def key_in_header_of_a_did() -> bytes:
    """The same against an issuer that has no host to ask."""
    return badge_jws(key=STRANGER, kid=None, header={"jwk": STRANGER.jwk})


def private_key_in_header() -> bytes:
    """A header that carries a private key: whoever sees it can sign."""
    return badge_jws(header={"jwk": {**SAMPLE_KEY.jwk, "d": "AA"}})


def kid_elsewhere() -> bytes:
    """A key on the attacker's host, in the issuer's name."""
    return badge_jws(key=STRANGER, kid=f"{ATTACKER_URL}#key-1", issuer=_PROFILE)


def kid_on_this_machine() -> bytes:
    """A key that stands where only the verifier's own computer can reach."""
    return badge_jws(key=STRANGER, kid="https://127.0.0.1/keys#key-1", issuer=_PROFILE)


def critical_extension() -> bytes:
    """A header that demands something this verifier does not understand."""
    return badge_jws(header={"crit": ["b64"], "b64": False})


def another_kind_of_token() -> bytes:
    """A presentation, or a login, passed off as a badge."""
    return badge_jws(header={"typ": "vp+jwt"})


def another_kind_of_key() -> bytes:
    """An algorithm of one family with a key of another."""
    return badge_jws(key=rsa_key("academy"), kid=SAMPLE_METHOD)


def zero_signature() -> bytes:
    """r = s = 0, which a careless implementation of ECDSA accepts for every message."""
    return _p256_token(bytes(64))


def der_signature() -> bytes:
    """A right signature in another form, so that one badge has two texts."""
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    head, claims, tail = _p256_token(None).split(b".")
    raw = base64.urlsafe_b64decode(tail + b"=" * (-len(tail) % 4))
    encoded = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    return head + b"." + claims + b"." + base64url(encoded).encode()


def _p256_token(signature: bytes | None) -> bytes:
    token = badge_jws(key=_P256, kid=f"{ISSUER_URL}#key-1", issuer=_PROFILE)
    if signature is None:
        return token
    return token.rsplit(b".", 1)[0] + b"." + base64url(signature).encode()


def other_claim(name: str, value: JsonValue) -> bytes:
    """A registered claim that contradicts the credential it envelops."""
    return badge_jws(claims=changed(**member(name, value)))


def two_credentials() -> bytes:
    """One credential as the claims, another under "vc": which of them was signed?"""
    return badge_jws(claims=changed(vc=sample_credential(name="Doctor")))


def version_of_the_envelope() -> bytes:
    """The form of one data model around a credential of the other."""
    return badge_jws(claims=lambda claims: _wrapped(claims))


def _wrapped(claims: JsonObject) -> None:
    credential = dict(claims)
    claims.clear()
    claims["vc"] = credential


_P256_DOCUMENT = as_json(controller_document(ISSUER_URL, multikey=_P256.multikey))

ATTACKS = (
    Attack(name="alg: none", sample=no_algorithm, check="proof", code="jws.algorithm-refused"),
    Attack(name="HMAC with the public key", sample=symmetric, check="proof", code="jws.algorithm-refused"),
    Attack(
        name="jwk in the header",
        sample=key_in_header,
        check="proof",
        code="method.header-key-not-listed",
        web={_JWKS_URL: as_json({"keys": [{**SAMPLE_KEY.jwk, "iss": ISSUER_URL}]})},
    ),
    Attack(
        name="jwk of another issuer of the host",
        sample=key_in_header,
        check="proof",
        code="method.header-key-not-listed",
        web={_JWKS_URL: as_json({"keys": [{**STRANGER.jwk, "iss": "https://issuer.example/other"}]})},
    ),
    Attack(name="jwk for a DID", sample=key_in_header_of_a_did, check="proof", code="method.header-key-not-listed"),
    Attack(name="private key in the header", sample=private_key_in_header, check="proof", code="key.private"),
    Attack(
        name="kid on a stranger's host",
        sample=kid_elsewhere,
        check="issuer",
        code="method.other-controller",
        web={ATTACKER_URL: as_json(controller_document(ATTACKER_URL))},
    ),
    Attack(
        name="kid on the verifier's machine",
        sample=kid_on_this_machine,
        check="proof",
        code="resolution.not-public",
        web={"https://127.0.0.1/keys": as_json(controller_document(ISSUER_URL))},
    ),
    Attack(name="critical header", sample=critical_extension, check="proof", code="jws.critical-header"),
    Attack(name="another kind of token", sample=another_kind_of_token, check="proof", code="jws.other-type"),
    Attack(name="another kind of key", sample=another_kind_of_key, check="proof", code="jws.key-of-another-kind"),
    Attack(
        name="zero signature",
        sample=zero_signature,
        check="proof",
        code="proof.signature-wrong",
        web={ISSUER_URL: _P256_DOCUMENT},
    ),
    Attack(
        name="signature in DER",
        sample=der_signature,
        check="proof",
        code="jws.signature-form",
        web={ISSUER_URL: _P256_DOCUMENT},
    ),
    *(
        Attack(
            name=f"claim contradicts: {name}",
            sample=partial(other_claim, name, value),
            check="proof",
            code="jws.claim-contradicts",
        )
        for name, value in (
            ("iss", "https://other.example/"),
            ("sub", "did:key:z6Mkother"),
            ("jti", "urn:other"),
            ("nbf", 1),
            ("exp", 1),
        )
    ),
    Attack(
        name="two credentials in one token", sample=two_credentials, check="conformance", code="conformance.problems"
    ),
    Attack(
        name="envelope of the other version",
        sample=version_of_the_envelope,
        check="conformance",
        code="conformance.problems",
    ),
)
