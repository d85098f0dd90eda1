"""A compact JWS taken apart."""

from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assets import badge_jws
from wallet.documents.jws import decode_jws, looks_like_jws
from wallet.errors import DocumentError


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def test_the_signing_input_is_the_text_as_it_came() -> None:
    text = badge_jws().decode()
    decoded = decode_jws(text)
    assert decoded.signing_input == text.rpartition(".")[0].encode()
    assert decoded.header["alg"] == "EdDSA"
    assert len(decoded.signature) == 64


@given(st.text(alphabet="abcXYZ019-_.=", max_size=60))
def test_arbitrary_text_is_decoded_or_refused(text: str) -> None:
    with contextlib.suppress(DocumentError):
        decode_jws(text)
        assert looks_like_jws(text)


@pytest.mark.parametrize(
    "text",
    [
        "a.b",
        "a.b.c.d",
        f"{encoded(b'{}')}={'.'}{encoded(b'{}')}.",
        f"{encoded(b'[]')}.{encoded(b'{}')}.",
        f"{encoded(b'{}')}.{encoded(b'1')}.",
        f"{encoded(b'{}')}.{encoded(b'{}')}.A",
        f"{encoded(b'{}')}.{encoded(b'{}')}.AB",
    ],
)
def test_what_is_no_compact_jws_is_refused(text: str) -> None:
    with pytest.raises(DocumentError, match=r"jws\.malformed"):
        decode_jws(text)


def test_its_json_is_read_as_strictly_as_any() -> None:
    twice = encoded(b'{"alg": "none", "alg": "EdDSA"}')
    with pytest.raises(DocumentError, match=r"json\.duplicate-member"):
        decode_jws(f"{twice}.{encoded(b'{}')}.")
