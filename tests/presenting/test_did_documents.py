from __future__ import annotations

import json

import pytest

from tests.assets.presenting import holder_key
from tests.responses import responses
from wallet.presenting.did_documents import did_document, did_web_of
from wallet.resolution.controllers import require_authorized, resolve_method
from wallet.resolution.dids import did_web_url

KEY = holder_key("sample holder")


@pytest.mark.parametrize(
    ("url", "did", "place"),
    [
        ("https://ann.github.io/portfolio/", "did:web:ann.github.io:portfolio", "https://ann.github.io/portfolio/"),
        ("https://ann.example/", "did:web:ann.example", "https://ann.example/.well-known/"),
        ("https://ann.example:8443/a/b/", "did:web:ann.example%3A8443:a:b", "https://ann.example:8443/a/b/"),
        ("https://ann.example/~ann/", "did:web:ann.example:%7Eann", "https://ann.example/%7Eann/"),
        ("https://ann.example/書庫/", "did:web:ann.example:%E6%9B%B8%E5%BA%AB", None),
    ],
)
def test_the_sites_own_identifier_leads_to_its_document(url: str, did: str, place: str | None) -> None:
    assert did_web_of(url) == did
    assert place is None or did_web_url(did) == f"{place}did.json"


@pytest.mark.parametrize(
    "url", ["http://ann.example/", "https://127.0.0.1/", "https:///x/", "https://[::1]/", "mailto:a@b", "https://a:x/"]
)
def test_an_address_that_can_have_no_identifier_has_none(url: str) -> None:
    assert did_web_of(url) is None


def test_a_verifier_finds_the_key_in_it_for_both_purposes() -> None:
    did = "did:web:ann.github.io:portfolio"
    document = did_document(did, KEY.did)
    fetcher = responses({"https://ann.github.io/portfolio/did.json": json.dumps(document).encode()})
    method = resolve_method(f"{did}#{KEY.multikey}", fetcher)
    for relation in ("authentication", "assertionMethod"):
        require_authorized(method, did, fetcher, relation=relation)
    assert document["alsoKnownAs"] == [KEY.did]
