"""Decoding of keys' and signatures' texts."""

from __future__ import annotations

import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.errors import ResolutionError
from wallet.resolution.multibase import MAX_BASE58_LENGTH, decode_base58, decode_base64url, decode_multibase

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def encode_base58(content: bytes) -> str:
    number, text = int.from_bytes(content, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = ALPHABET[digit] + text
    return "1" * (len(content) - len(content.lstrip(b"\0"))) + text


@given(st.binary(max_size=100))
def test_base58_gives_back_what_was_encoded(content: bytes) -> None:
    assert decode_base58(encode_base58(content)) == content
    assert decode_multibase("z" + encode_base58(content)) == content


@given(st.binary(max_size=100))
def test_base64url_gives_back_what_was_encoded(content: bytes) -> None:
    text = base64.urlsafe_b64encode(content).rstrip(b"=").decode()
    assert decode_base64url(text) == content
    assert decode_multibase("u" + text) == content


@given(st.text(max_size=40))
def test_arbitrary_text_is_decoded_or_refused(text: str) -> None:
    with contextlib.suppress(ResolutionError):
        assert isinstance(decode_multibase(text), bytes)


def test_known_value() -> None:
    assert decode_base58("2NEpo7TZRRrLZSi2U") == b"Hello World!"


@pytest.mark.parametrize("text", ["AA=", "A", "AB", "A A", "+/"])
def test_base64url_is_read_strictly(text: str) -> None:
    with pytest.raises(ResolutionError):
        decode_base64url(text)


def test_quadratic_decoding_is_bounded() -> None:
    with pytest.raises(ResolutionError, match=r"multibase\.malformed"):
        decode_base58("2" * (MAX_BASE58_LENGTH + 1))
