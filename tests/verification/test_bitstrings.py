"""Bits, positions and sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.errors import ResolutionError
from wallet.verification.bitstrings import inflate_list, read_value

BITS = bytes([0b10110001, 0b01111110, 0b11111111])


@pytest.mark.parametrize(
    ("index", "size", "value"),
    [
        (0, 1, 1),
        (1, 1, 0),
        (7, 1, 1),
        (8, 1, 0),
        (0, 2, 0b10),
        (3, 2, 0b01),
        (1, 3, 0b100),
        (2, 3, 0b010),
        (0, 24, 0xB17EFF),
    ],
)
def test_a_value_is_read_from_the_left(index: int, size: int, value: int) -> None:
    assert read_value(BITS, index, size) == value


@given(st.binary(max_size=8), st.integers(0, 80), st.integers(1, 32))
def test_a_value_is_the_bits_at_its_place_or_none(bits: bytes, index: int, size: int) -> None:
    text = "".join(f"{byte:08b}" for byte in bits)
    wanted = text[index * size : (index + 1) * size]
    if len(wanted) == size:
        assert read_value(bits, index, size) == int(wanted, 2)
    else:
        with pytest.raises(ResolutionError):
            read_value(bits, index, size)


@given(st.text(max_size=60))
def test_any_text_is_a_list_or_refused(text: str) -> None:
    for multibase in (True, False):
        with pytest.raises(ResolutionError):
            inflate_list(text, multibase=multibase, url="https://issuer.example/status/1")
