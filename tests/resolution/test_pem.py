"""Public keys in PEM, as Open Badges 2.0 publishes them."""

from __future__ import annotations

import pytest

from tests.assets.assertions import pem
from tests.assets.keys import SigningKey, ed25519_key, p256_key, rsa_key
from wallet.errors import ResolutionError
from wallet.resolution.keys import key_from_jwk, key_from_pem


def enclosed(*lines: str, kind: str = "PUBLIC KEY") -> str:
    return "\n".join((f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----", ""))


RSA_OF_1024_BITS = enclosed(
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC5xtxGzHS77GWMbpiEmy8+0zTz",
    "sbv9QlgvU38ijwYMtXwrSclpbk1Y1tbf4gsUJ08c3zjHNG9N6gHKx5WAi4dV8cIk",
    "/O/rE8dZC7rfSZJ6IGGe72UR9Bym+iWkmb2b1x2NHBbr+X4Fu3hhBJI6kI4pQNoK",
    "OOt4o3hbaPR7ZJoRswIDAQAB",
)
X25519 = enclosed("MCowBQYDK2VuAyEAW5/uCNeIrDfxFecRM2EMI+kW8HpoB/IH4GqhDnef7EY=")


@pytest.mark.parametrize("key", [ed25519_key("pem"), p256_key("pem"), rsa_key("academy")])
def test_a_key_in_pem_is_the_same_key_as_its_jwk(key: SigningKey) -> None:
    assert key_from_pem(pem(key)) == key_from_jwk(key.jwk)
    assert key_from_pem(pem(key).strip()) == key_from_jwk(key.jwk)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "key.malformed"),
        (enclosed("AAAA"), "key.malformed"),
        ("鍵", "key.malformed"),
        (enclosed("AAAA", kind="PRIVATE KEY"), "key.private"),
        (RSA_OF_1024_BITS, "key.weak"),
        (X25519, "key.unsupported"),
    ],
)
def test_what_is_no_usable_key_in_pem(text: str, code: str) -> None:
    with pytest.raises(ResolutionError) as caught:
        key_from_pem(text)
    assert caught.value.code == code
