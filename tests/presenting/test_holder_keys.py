from __future__ import annotations

import json

import pytest

from tests.assets.keys import ed25519_key
from tests.assets.presenting import seed_of
from wallet.errors import StoreError
from wallet.presenting.holder_keys import key_from_seed, key_from_text, text_of

SEED = seed_of("sample holder")


def test_a_key_is_its_own_identifier() -> None:
    key = key_from_seed(SEED)
    assert key.multikey == ed25519_key("sample holder").multikey
    assert (key.did, key.method) == (f"did:key:{key.multikey}", f"did:key:{key.multikey}#{key.multikey}")
    assert key.sign(b"x") == ed25519_key("sample holder").sign(b"x")


def test_a_key_does_not_show_its_private_half() -> None:
    key = key_from_seed(SEED)
    assert SEED.hex() not in repr(key)
    assert repr(SEED) not in repr(key)


def test_it_is_kept_as_other_wallets_keep_theirs() -> None:
    kept = json.loads(text_of(key_from_seed(SEED)))
    assert kept["publicKeyMultibase"].startswith("z6Mk")
    assert kept["secretKeyMultibase"].startswith("z3u2")
    assert key_from_text(json.dumps(kept), "a file") == key_from_seed(SEED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"secretKeyMultibase": "z6Mk"}',
        '{"secretKeyMultibase": 5}',
        '{"secretKeyMultibase": "z0OIl"}',
        json.dumps({**json.loads(text_of(key_from_seed(SEED))), "publicKeyMultibase": "z6Mkother"}),
    ],
)
def test_what_is_no_key_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(StoreError) as caught:
        key_from_text(text, "a file")
    assert (caught.value.code, caught.value.facts) == ("holder.key-damaged", {"path": "a file"})
