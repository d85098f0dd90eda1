"""DIDs and the documents behind them."""

from __future__ import annotations

import json

import pytest

from tests.assets.encoding import base64url
from tests.assets.keys import SigningKey, ed25519_key, p256_key, p384_key, rsa_key
from tests.responses import responses
from wallet.errors import RefusalError, ResolutionError, WalletError
from wallet.resolution.controllers import require_authorized, resolve_method
from wallet.resolution.dids import did_web_url, resolve_did
from wallet.resolution.keys import key_from_jwk


@pytest.mark.parametrize(
    ("did", "url"),
    [
        ("did:web:issuer.example", "https://issuer.example/.well-known/did.json"),
        ("did:web:issuer.example:departments:cs", "https://issuer.example/departments/cs/did.json"),
        ("did:web:issuer.example%3A8443:cs", "https://issuer.example:8443/cs/did.json"),
        ("did:web:issuer.example%3A8443", "https://issuer.example:8443/.well-known/did.json"),
        ("did:web:issuer.example%3a65535", "https://issuer.example:65535/.well-known/did.json"),
        ("did:web:issuer.example:%E5%AD%A6%E9%83%A8", "https://issuer.example/%E5%AD%A6%E9%83%A8/did.json"),
        ("did:web:issuer.example:a%20b", None),
        ("did:web:xn--p8j9a0d9c9a.example", "https://xn--p8j9a0d9c9a.example/.well-known/did.json"),
    ],
)
def test_did_web_names_its_document(did: str, url: str | None) -> None:
    if url is None:
        with pytest.raises(RefusalError, match=r"did\.malformed"):
            did_web_url(did)
    else:
        assert did_web_url(did) == url


@pytest.mark.parametrize(
    "did",
    [
        "did:web:issuer.example:..:x",
        "did:web:issuer.example:a%2Fb",
        "did:web:issuer.example%3Aport",
        "did:web:issuer.example%40other.example",
        "did:web:issuer.example%3A",
        "did:web:issuer.example%3A0",
        "did:web:issuer.example%3A65536",
        "did:web:issuer.example%3A1%3A2",
        "did:web:issuer.example:%2e%2e:x",
        "did:web:issuer.example:a%3Fb",
        "did:web:issuer.example:a%0Ab",
        "did:web:issuer.example:",
        "did:web:issuer..example",
        "did:web:192.0.2.1",
        "did:web:issuer.example%2Fpath",
        "did:web::x",
    ],
)
def test_a_did_web_that_hides_its_place_is_refused(did: str) -> None:
    with pytest.raises(RefusalError, match=r"did\.malformed"):
        did_web_url(did)


def test_did_key_needs_no_fetch() -> None:
    did = "did:key:z6MkexampleKey"
    document = resolve_did(did, responses({}))
    assert document["id"] == did
    assert document["assertionMethod"] == [f"{did}#z6MkexampleKey"]


@pytest.mark.parametrize("key", [ed25519_key("a"), p256_key("a"), p384_key("a"), rsa_key("academy")])
def test_the_methods_that_need_no_fetch_lead_to_their_own_key(key: SigningKey) -> None:
    encoded = base64url(json.dumps(key.jwk).encode())
    for did, fragment in ((f"did:key:{key.multikey}", key.multikey), (f"did:jwk:{encoded}", "0")):
        method = resolve_method(f"{did}#{fragment}", responses({}))
        assert (method.controller, method.key) == (did, key_from_jwk(key.jwk))
        for relation in ("assertionMethod", "authentication"):
            require_authorized(method, did, responses({}), relation=relation)


@pytest.mark.parametrize(
    "did",
    [
        "did:key:u7QEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "did:jwk:e30=",
        "did:jwk:W10",
        "did:jwk:not-json",
        "did:jwk:eyJhIjoxLCJhIjoyfQ",
        "did:key:z" + "1" * 5000,
    ],
)
def test_an_identifier_that_holds_no_key_is_malformed(did: str) -> None:
    with pytest.raises(RefusalError, match=r"did\.malformed"):
        resolve_did(did, responses({}))


def test_a_did_jwk_with_a_private_key_is_refused() -> None:
    encoded = base64url(json.dumps({**ed25519_key("a").jwk, "d": "AA"}).encode())
    with pytest.raises(RefusalError, match=r"key\.private"):
        resolve_method(f"did:jwk:{encoded}#0", responses({}))


def test_did_web_documents_must_name_themselves() -> None:
    url = "https://issuer.example/.well-known/did.json"
    fetcher = responses({url: b'{"id": "did:web:issuer.example"}'})
    assert resolve_did("did:web:issuer.example", fetcher) == {"id": "did:web:issuer.example"}
    with pytest.raises(RefusalError, match=r"did\.other-id"):
        resolve_did("did:web:issuer.example", responses({url: b'{"id": "did:web:other.example"}'}))


@pytest.mark.parametrize(
    ("did", "code"),
    [
        ("did:example:123", "did.unsupported-method"),
        ("did:web:nowhere.example", "resolution.not-kept"),
        ("did:key", "did.malformed"),
        ("did:key:z6Mk?x", "did.malformed"),
    ],
)
def test_other_dids_answer_with_their_reason(did: str, code: str) -> None:
    with pytest.raises((ResolutionError, RefusalError)) as caught:
        resolve_did(did, responses({}))
    error: WalletError = caught.value
    assert error.code == code


@pytest.mark.parametrize("content", [b"<html>", b"[]", b'{"id": 1, "id": 2}'])
def test_a_document_that_is_no_json_object_is_not_usable(content: bytes) -> None:
    url = "https://issuer.example/.well-known/did.json"
    with pytest.raises(ResolutionError, match=r"resolution\.not-json"):
        resolve_did("did:web:issuer.example", responses({url: content}))
