from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.responses import FETCHED_AT
from wallet.errors import StoreError
from wallet.resolution.fetching import Resource
from wallet.store.wallet import Wallet, WalletEntry, entry_key, free_handle

RESOURCE = Resource(
    url="https://issuer.example/did.json", content=b"{}", media_type="application/json", retrieved_at=FETCHED_AT
)
ENTRY = WalletEntry(
    key=entry_key("did:web:issuer.example", "urn:uuid:1", "00"),
    handle="data-literacy",
    file_name="credential.json",
    position=0,
    source_name="badge.json",
    added_at="2026-05-01T03:00:00+00:00",
    name="データリテラシー",
    issuer_id="did:web:issuer.example",
    issuer_name="Issuer",
    credential_id="urn:uuid:1",
    renewed="2026-04-01T00:00:00Z|",
    source=b'{"kept": "byte for byte"}\r\n',
    verification={"verdict": "verified"},
    evidence=(RESOURCE,),
)
OTHER = replace(ENTRY, key=entry_key("did:web:issuer.example", "urn:uuid:2", "00"), handle="data-ethics")


def test_a_badge_is_kept_as_it_came(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path / "home")
    wallet.keep(ENTRY)
    assert wallet.entries() == (ENTRY,)
    assert wallet.get(ENTRY.key) == ENTRY
    assert (tmp_path / "home" / "badges" / ENTRY.key / "credential.json").read_bytes() == ENTRY.source


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    Wallet(tmp_path / "home").keep(ENTRY)
    paths = [tmp_path / "home", *(tmp_path / "home").rglob("*")]
    assert len(paths) >= 8
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in paths} == {0}


def test_a_newer_copy_takes_the_place_of_the_older(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    wallet.keep(ENTRY)
    renewed = replace(ENTRY, source=b"{}", file_name="credential.png", evidence=())
    wallet.keep(renewed)
    assert wallet.entries() == (renewed,)


def test_an_empty_wallet_holds_nothing(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path / "none")
    assert wallet.entries() == ()
    assert wallet.get("0") is None


@pytest.mark.parametrize("name", ["data-literacy", "data-l", ENTRY.key, ENTRY.key[:6]])
def test_a_badge_is_found_by_handle_key_or_how_they_begin(tmp_path: Path, name: str) -> None:
    wallet = Wallet(tmp_path)
    wallet.keep(ENTRY)
    wallet.keep(OTHER)
    assert wallet.find(name) == ENTRY


def test_a_whole_handle_is_found_although_another_begins_so(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    wallet.keep(ENTRY)
    wallet.keep(replace(OTHER, handle="data-literacy-2"))
    assert wallet.find("data-literacy") == ENTRY


@pytest.mark.parametrize(
    ("name", "code"), [("data", "store.ambiguous-name"), ("art", "store.no-such-badge"), ("", "store.no-such-badge")]
)
def test_a_name_that_means_no_badge_or_several_is_refused(tmp_path: Path, name: str, code: str) -> None:
    wallet = Wallet(tmp_path)
    wallet.keep(ENTRY)
    wallet.keep(OTHER)
    with pytest.raises(StoreError) as caught:
        wallet.find(name)
    assert caught.value.code == code


def test_a_removed_badge_is_gone(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    wallet.keep(ENTRY)
    wallet.keep(OTHER)
    wallet.remove(ENTRY)
    assert wallet.entries() == (OTHER,)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("entry.json", b"{}"),
        ("entry.json", b"["),
        ("entry.json", b"[]"),
        ("verification.json", b"5"),
        ("credential.json", None),
    ],
)
def test_a_damaged_entry_is_named(tmp_path: Path, file: str, content: bytes | None) -> None:
    wallet = Wallet(tmp_path)
    wallet.keep(ENTRY)
    path = tmp_path / "badges" / ENTRY.key / file
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        wallet.entries()
    assert (caught.value.code, caught.value.facts["path"]) == ("store.entry-damaged", str(path))


def test_the_key_is_the_same_for_the_same_credential_however_it_is_written() -> None:
    key = entry_key("https://issuer.example/a b", "urn:uuid:1", "00")
    assert entry_key(" https://issuer.example/a%20b ", "urn:uuid:1 ", "ff") == key
    assert entry_key("https://issuer.example/a b", "urn:uuid:2", "00") != key
    assert entry_key("https://other.example/a b", "urn:uuid:1", "00") != key


def test_credentials_without_an_id_are_told_apart_by_their_bytes() -> None:
    assert entry_key("did:web:issuer.example", None, "00") != entry_key("did:web:issuer.example", None, "ff")
    assert entry_key("did:web:issuer.example", None, "00") == entry_key("did:web:issuer.example", None, "00")


def test_a_handle_is_free_for_the_badge_that_has_it_and_numbered_for_others() -> None:
    second = replace(OTHER, handle="data-literacy-2")
    assert free_handle("data-literacy", ENTRY.key, [ENTRY, second]) == "data-literacy"
    assert free_handle("data-literacy", "new", [ENTRY, second]) == "data-literacy-3"
    assert free_handle("art", "new", [ENTRY]) == "art"
