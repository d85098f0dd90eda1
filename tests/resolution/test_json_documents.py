"""JSON that was fetched is read as strictly as a credential."""

from __future__ import annotations

import pytest

from tests.responses import FETCHED_AT
from wallet.errors import ResolutionError
from wallet.resolution.fetching import Resource
from wallet.resolution.json_documents import read_json_object

URL = "https://issuer.example/did.json"


def _resource(content: bytes, media_type: str = "application/json") -> Resource:
    return Resource(url=URL, content=content, media_type=media_type, retrieved_at=FETCHED_AT)


def test_an_object_is_read() -> None:
    assert read_json_object(_resource('{"id": "did:web:発行者.example", "n": [1, null]}'.encode())) == {
        "id": "did:web:発行者.example",
        "n": [1, None],
    }


@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "application/octet-stream", ""])
def test_what_the_server_calls_it_does_not_matter(media_type: str) -> None:
    assert read_json_object(_resource(b'{"id": "x"}', media_type)) == {"id": "x"}


def test_a_byte_order_mark_does_not_matter() -> None:
    assert read_json_object(_resource(b'\xef\xbb\xbf{"id": "x"}')) == {"id": "x"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html><title>Not found</title>",
        b"[]",
        b'[{"id": "x"}]',
        b'"text"',
        b"null",
        b"5",
        b'{"id": "x"',
        b'{"id": "x"} {}',
        b'{"id": "x", "id": "y"}',
        b'{"id": NaN}',
        b'{"id": 1e999}',
        b'{"id": "\\ud800"}',
        b'{"id": "\xff"}',
        '{"id": "x"}'.encode("utf-16"),
        b'{"a":' * 200 + b"1" + b"}" * 200,
    ],
)
def test_everything_else_is_refused_and_its_url_named(content: bytes) -> None:
    with pytest.raises(ResolutionError) as caught:
        read_json_object(_resource(content))
    assert (caught.value.code, caught.value.facts) == ("resolution.not-json", {"url": URL})
