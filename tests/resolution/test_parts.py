"""Whether a new answer can be what the kept one is."""

from __future__ import annotations

import json

import pytest

from tests.assets.assertions import assertion, badge_class, dump, issuer
from tests.assets.baking import bake_png
from tests.assets.issuers import SHIONAMI
from tests.assets.keys import ed25519_key
from tests.assets.samples import badge_json, sample_picture
from tests.verification.listed import list_2021, status_list
from wallet.fields import JsonObject
from wallet.resolution.parts import is_something, plays_same_part

URL = "https://issuer.example/there"
OTHER_KEY = ed25519_key("another")

_DID: JsonObject = SHIONAMI.controller_document
_PEM = b"-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n"
_REVOCATIONS: JsonObject = {"id": URL, "type": "1EdTechRevocationList", "issuer": "x", "revokedCredential": []}
_KEY: JsonObject = {"id": f"{URL}#1", "type": "CryptographicKey", "owner": "x", "publicKeyPem": "-----BEGIN"}

KEPT: dict[str, bytes] = {
    "status list": status_list(94),
    "older status list": list_2021(94),
    "DID document": dump(_DID),
    "key set": b'{"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "AA"}]}',
    "key": b'{"kty": "OKP", "crv": "Ed25519", "x": "AA"}',
    "key of an issuer": dump(_KEY),
    "text of a key": _PEM,
    "revocation list": dump(_REVOCATIONS),
    "list of version 2": dump({"id": URL, "type": "RevocationList", "revokedAssertions": ["urn:1"]}),
    "list of version 1": b'{"uid-1": "by mistake", "uid-2": "left"}',
    "assertion": dump(assertion()),
    "picture of an assertion": bake_png(sample_picture(), dump(assertion()).decode(), "openbadges"),
    "withdrawn": b'{"revoked": true}',
    "issuer": dump(issuer()),
    "badge class": dump(badge_class()),
    "issuer of version 1": b'{"name": "Issuer", "url": "https://issuer.example/"}',
    "context": b'{"@context": {"a": "https://a.example/"}}',
    "schema": b'{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}',
    "credential": badge_json(),
    "picture": sample_picture(),
    "registry": b'{"meta": {}, "registry": {"did:web:a.example": {"name": "A"}}}',
}

EXCUSES = (
    b"",
    b"{}",
    b"[]",
    b"null",
    b"true",
    b"OK",
    b"Service unavailable",
    b"<p>Maintenance</p>",
    b"<!doctype html>",
    b'{"message": "rate limited"}',
    b'{"error": "maintenance"}',
    b'{"type": "about:blank", "title": "Unavailable", "status": 503}',
    b'{"timestamp": "2026-01-01", "status": 503, "error": "Unavailable", "path": "/"}',
    b'{"ok": true}',
    b'{"id": "another", "type": "Another"}',
    b'{"status": "maintenance"',
)

JUNK = (
    *EXCUSES,
    b'{"id": "another", "type": "Another", "state": "maintenance"}',
    b'{"state": "maintenance"}',
)


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_something_else_never_takes_the_place(kept: bytes) -> None:
    assert [junk for junk in JUNK if plays_same_part(URL, junk, kept)] == []


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_the_same_again_does_and_so_does_anything_over_junk(kept: bytes) -> None:
    assert plays_same_part(URL, kept, kept)
    assert [junk for junk in EXCUSES if not plays_same_part(URL, kept, junk)] == []
    assert is_something(kept)


def test_a_note_of_a_server_about_itself_is_nothing() -> None:
    assert [junk for junk in EXCUSES if is_something(junk)] == []


def _changed(kept: str, **members: object) -> bytes:
    return json.dumps({**json.loads(KEPT[kept]), **members}).encode()


@pytest.mark.parametrize(
    ("kept", "answer"),
    [
        ("status list", status_list()),
        ("status list", status_list(id="urn:uuid:of-today")),
        ("DID document", dump({**SHIONAMI.controller_document, "verificationMethod": [{"publicKeyMultibase": "z6M"}]})),
        ("key set", b'{"keys": [{"kty": "EC"}]}'),
        ("key of an issuer", _changed("key of an issuer", type="Key", publicKeyPem="-----BEGIN another")),
        ("text of a key", _PEM.replace(b"MCow", b"MCox")),
        ("revocation list", _changed("revocation list", revokedCredential=["urn:1"])),
        ("list of version 2", _changed("list of version 2", revokedAssertions=[])),
        ("list of version 1", b'{"uid-2": "left", "uid-3": "new"}'),
        ("assertion", _changed("assertion", issuedOn="2020-01-01T00:00:00Z")),
        ("assertion", b'{"revoked": true, "revocationReason": "By mistake"}'),
        ("assertion", KEPT["picture of an assertion"]),
        ("picture of an assertion", KEPT["assertion"]),
        ("withdrawn", KEPT["assertion"]),
        ("issuer", _changed("issuer", type="Issuer", name="Another name")),
        ("badge class", _changed("badge class", name="Another name")),
        ("issuer of version 1", b'{"name": "Another"}'),
        ("issuer of version 1", dump({**issuer(), "id": URL})),
        ("registry", b'{"meta": {}, "registry": {"a": {}, "a": {}}}'),
        ("DID document", dump({"id": SHIONAMI.id})),
        ("DID document", dump({"id": SHIONAMI.id, "verificationMethod": [], "assertionMethod": ["x"]})),
        ("key set", b'{"keys": []}'),
        ("DID document", _changed("DID document", type="Profile", name="Another name")),
        ("DID document", _changed("DID document", verificationMethod=[])),
        ("issuer", _changed("issuer", publicKey=None)),
        ("status list", _changed("status list", issuer={"id": json.loads(KEPT["status list"])["issuer"], "name": "x"})),
        ("credential", badge_json(validFrom="2026-01-01T00:00:00Z")),
        ("picture", b"\xff\xd8\xff\xe0 another"),
    ],
)
def test_what_is_said_in_the_same_part_is_taken_whatever_it_says(kept: str, answer: bytes) -> None:
    assert plays_same_part(URL, answer, KEPT[kept])


@pytest.mark.parametrize(
    ("kept", "answer"),
    [
        ("status list", badge_json()),
        ("status list", list_2021()),
        ("DID document", dump({**SHIONAMI.controller_document, "id": "did:web:another.example"})),
        ("revocation list", _changed("revocation list", revokedCredential="urn:1")),
        ("revocation list", _changed("revocation list", issuer="another")),
        ("list of version 1", b'{"uid-3": "new"}'),
        ("assertion", _changed("assertion", id="https://issuer.example/another")),
        ("assertion", dump(badge_class())),
        ("issuer", _changed("issuer", id="https://issuer.example/another")),
        ("context", b'{"a": "https://a.example/"}'),
        ("credential", badge_json(id="urn:uuid:another")),
        ("DID document", b'{"revoked": true}'),
    ],
)
def test_another_thing_is_not(kept: str, answer: bytes) -> None:
    assert not plays_same_part(URL, answer, KEPT[kept])


def test_a_page_without_an_id_is_what_its_address_names() -> None:
    kept = dump({**badge_class(), "id": URL})
    nameless = dump({name: value for name, value in badge_class().items() if name != "id"})
    assert plays_same_part(URL, nameless, kept)
    assert not plays_same_part("https://issuer.example/elsewhere", nameless, kept)
