from __future__ import annotations

import gzip
import zlib

from hypothesis import given
from hypothesis import strategies as st

from tests.assets.deflate import deflate, gzip_file, zlib_stream
from tests.assets.encoding import base64url, multibase58
from wallet.resolution.multibase import decode_base64url, decode_multibase


@given(st.binary(max_size=600))
def test_any_content_comes_back(content: bytes) -> None:
    assert zlib.decompress(deflate(content), -15) == content


def test_long_repetitions_shrink() -> None:
    content = b"seigaiha " * 20_000
    assert gzip.decompress(gzip_file(content)) == content
    assert zlib.decompress(zlib_stream(content)) == content
    assert len(zlib_stream(content)) < len(content) / 50


def test_distant_matches_are_literals() -> None:
    content = b"far away" + bytes(range(256)) * 200 + b"far away"
    assert zlib.decompress(deflate(content), -15) == content


@given(st.binary(max_size=80))
def test_encodings_are_those_that_the_wallet_reads(content: bytes) -> None:
    assert decode_multibase(multibase58(content)) == content
    assert decode_base64url(base64url(content)) == content


def test_base58_of_a_known_text() -> None:
    assert multibase58(b"Hello World!") == "z2NEpo7TZRRrLZSi2U"
