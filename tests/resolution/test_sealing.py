"""What is sealed opens with its key alone, and tells nothing but a rough size."""

from __future__ import annotations

import hashlib

import pytest

from wallet.resolution.sealing import (
    ITERATIONS,
    key_of_passphrase,
    new_address,
    new_key,
    open_sealed,
    padded,
    seal,
)

KEY = bytes(range(32))


def test_what_is_sealed_opens_again_with_its_key() -> None:
    sealed = seal("秘密".encode(), KEY, b"bound")
    assert open_sealed(sealed, KEY, b"bound") == "秘密".encode()
    assert "秘密".encode() not in sealed


@pytest.mark.parametrize("place", [0, 11, 12, 20, -1])
def test_one_changed_byte_and_nothing_opens(place: int) -> None:
    sealed = bytearray(seal(b"twelve bytes", KEY, b"bound"))
    sealed[place] ^= 1
    assert open_sealed(bytes(sealed), KEY, b"bound") is None


@pytest.mark.parametrize(("key", "bound"), [(bytes(32), b"bound"), (KEY, b"other"), (KEY, b"")])
def test_another_key_or_another_binding_opens_nothing(key: bytes, bound: bytes) -> None:
    assert open_sealed(seal(b"text", KEY, b"bound"), key, bound) is None


@pytest.mark.parametrize("sealed", [b"", b"short", bytes(12)])
def test_bytes_that_were_never_sealed_open_nothing(sealed: bytes) -> None:
    assert open_sealed(sealed, KEY, b"") is None


def test_no_encryption_is_like_another() -> None:
    assert len({seal(b"text", KEY, b"") for _ in range(50)}) == 50
    assert len({new_key() for _ in range(50)} | {new_address().encode() for _ in range(50)}) == 100
    assert len(bytes.fromhex(new_address())) * 8 >= 128
    assert len(new_key()) == 32


@pytest.mark.parametrize(
    ("length", "size"), [(0, 65536), (1, 65536), (65536, 65536), (65537, 131072), (200_000, 262_144)]
)
def test_sizes_go_up_in_doublings(length: int, size: int) -> None:
    assert len(padded(b"x" * length)) == size
    assert padded(b"{}").rstrip(b" ") == b"{}"


def test_a_passphrase_makes_the_key_that_browsers_make() -> None:
    salt = bytes(16)
    assert key_of_passphrase("four words", salt, 1000) == hashlib.pbkdf2_hmac("sha256", b"four words", salt, 1000)
    assert ITERATIONS >= 600_000


def test_a_passphrase_is_the_same_however_it_is_composed() -> None:
    assert key_of_passphrase("が café", b"salt", 2) == key_of_passphrase("か\u3099 cafe\u0301", b"salt", 2)
    assert key_of_passphrase("a", b"salt", 2) != key_of_passphrase("A", b"salt", 2)
