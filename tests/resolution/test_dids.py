"""DIDs and the documents behind them."""

from __future__ import annotations

import pytest

from tests.responses import responses
from wallet.errors import RefusalError, ResolutionError, WalletError
from wallet.resolution.dids import did_web_url, resolve_did


@pytest.mark.parametrize(
    ("did", "url"),
    [
        ("did:web:issuer.example", "https://issuer.example/.well-known/did.json"),
        ("did:web:issuer.example:departments:cs", "https://issuer.example/departments/cs/did.json"),
        ("did:web:issuer.example%3A8443:cs", "https://issuer.example:8443/cs/did.json"),
    ],
)
def test_did_web_names_its_document(did: str, url: str) -> None:
    assert did_web_url(did) == url


@pytest.mark.parametrize(
    "did",
    [
        "did:web:issuer.example:..:x",
        "did:web:issuer.example:a%2Fb",
        "did:web:issuer.example%3Aport",
        "did:web:issuer.example%40other.example",
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
