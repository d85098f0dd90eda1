"""The forms in which a verification method holds its key, by the method's type.

Each type is a row: the member that holds the key, who reads it, and the kind of key it must be. A method that holds
two keys, or a private one, is refused: which of them signed would be the reader's guess.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.keys import PublicKey, key_from_base58, key_from_jwk, key_from_multikey, key_from_pem

__all__ = ["holds_key", "read_key"]

_MEMBERS = ("publicKeyMultibase", "publicKeyJwk", "publicKeyBase58", "publicKeyPem")
_PRIVATE_MEMBERS = (
    "secretKeyMultibase",
    "secretKeyJwk",
    "privateKeyMultibase",
    "privateKeyJwk",
    "privateKeyBase58",
    "privateKeyPem",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """Where a type of method holds its key; `kind` is the only kind allowed, None any."""

    member: str
    read: Callable[[JsonValue], PublicKey]
    kind: str | None = None


def holds_key(method: JsonObject) -> bool:
    """Whether the object is a verification method itself, and no document about one."""
    return any(name in method for name in _MEMBERS)


def read_key(method: JsonObject) -> PublicKey:
    """The key of a verification method (Controlled Identifiers 1.0, section 2.2).

    Raises ResolutionError("key.unsupported") for a type or form that is not implemented, RefusalError for two keys, a
    private key, or a key of another kind than the type says.
    """
    if any(name in method for name in _PRIVATE_MEMBERS):
        raise RefusalError("key.private")
    present = [name for name in _MEMBERS if method.get(name) is not None]
    if len(present) > 1:
        raise RefusalError("key.two-forms", members=", ".join(present))
    form = next(
        (_FORMS[kind] for kind in as_sequence(method.get("type")) if isinstance(kind, str) and kind in _FORMS), None
    )
    if form is None or present != [form.member]:
        raise ResolutionError("key.unsupported", kind=str(method.get("type")))
    key = form.read(method[form.member])
    if form.kind not in (None, key.kind):
        raise RefusalError("key.other-kind", type=str(method.get("type")), kind=key.kind)
    return key


def _text(read: Callable[[str], PublicKey]) -> Callable[[JsonValue], PublicKey]:
    def from_text(value: JsonValue) -> PublicKey:
        if not isinstance(value, str):
            raise RefusalError("key.malformed")
        return read(value)

    return from_text


def _jwk(value: JsonValue) -> PublicKey:
    if not isinstance(value, dict):
        raise RefusalError("key.malformed")
    return key_from_jwk(value)


_MULTIKEY = _Form(member="publicKeyMultibase", read=_text(key_from_multikey))
_JWK = _Form(member="publicKeyJwk", read=_jwk)
_PEM = _Form(member="publicKeyPem", read=_text(key_from_pem))

_FORMS: Mapping[str, _Form] = {
    "Multikey": _MULTIKEY,
    "Ed25519VerificationKey2020": _Form(member="publicKeyMultibase", read=_text(key_from_multikey), kind="Ed25519"),
    "Ed25519VerificationKey2018": _Form(member="publicKeyBase58", read=_text(key_from_base58), kind="Ed25519"),
    "JsonWebKey": _JWK,
    "JsonWebKey2020": _JWK,
    "CryptographicKey": _PEM,
    "Key": _PEM,
    "RsaVerificationKey2018": _Form(member="publicKeyPem", read=_text(key_from_pem), kind="RSA"),
}
