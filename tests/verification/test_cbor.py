"""CBOR as proof values hold it, and nothing else."""

from __future__ import annotations

import contextlib

import pytest
from cbor2 import dumps
from hypothesis import given
from hypothesis import strategies as st

from wallet.errors import RefusalError
from wallet.verification.cbor import MAX_CBOR_BYTES, decode_cbor


def test_plain_values_are_read() -> None:
    value = [b"ab", {0: b"x"}, [1, 2], ["/a"]]
    assert decode_cbor(dumps(value)) == value


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x01\x02",
        b"\xff",
        b"\xf6",
        b"\xf5",
        b"\xf9\x3c\x00",
        b"\x9f\xff",
        b"\xa2\x01\x01\x01\x02",
        b"\xc0\x60",
        b"\xd8\x23\x61a",
        b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xff",
        b"\x81" * 5 + b"\x01",
        b"\x81" * 100_000 + b"\x01",
        bytes(MAX_CBOR_BYTES + 1),
    ],
)
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(RefusalError, match=r"proof\.malformed-value"):
        decode_cbor(content)


@given(st.binary(max_size=200))
def test_no_bytes_lead_to_another_error(content: bytes) -> None:
    with contextlib.suppress(RefusalError):
        decode_cbor(content)
