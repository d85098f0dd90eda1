"""Keys that are everybody's."""

from __future__ import annotations

import pytest

from tests.assets.keys import ed25519_key, p256_key, rsa_key
from wallet.fields import JsonObject
from wallet.resolution.keys import key_from_jwk, key_from_multikey
from wallet.resolution.published_keys import is_published


@pytest.mark.parametrize(
    "multikey",
    [
        "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
        "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
        "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP",
        "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ",
        "z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q",
    ],
)
def test_the_keys_of_specifications_and_test_suites_are_known(multikey: str) -> None:
    assert is_published(key_from_multikey(multikey))


def test_a_key_is_known_in_every_form() -> None:
    jwk: JsonObject = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
    assert is_published(key_from_jwk(jwk))


def test_any_other_key_is_its_owners() -> None:
    for key in (ed25519_key("a"), p256_key("a"), rsa_key("academy")):
        assert not is_published(key_from_jwk(key.jwk))
