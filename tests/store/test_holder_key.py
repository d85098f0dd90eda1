"""The learner's key where it is kept: who can read it, and what becomes of the one before."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.assets.presenting import holder_key
from wallet.errors import StoreError
from wallet.store.holder_key import find_key, keep_key, read_key

KEY, OTHER = holder_key("first"), holder_key("second")
POSIX = pytest.mark.skipif(os.name != "posix", reason="only there a file has a mode")


class FakeKeyring:
    """A keyring in memory; `locked` refuses, `forgetful` pretends."""

    def __init__(self, priority: float = 5, *, locked: bool = False, forgetful: bool = False) -> None:
        self.priority, self.locked, self.forgetful = priority, locked, forgetful
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, name: str, text: str) -> None:
        self._require_open()
        if not self.forgetful:
            self.kept[service, name] = text

    def get_password(self, service: str, name: str) -> str | None:
        self._require_open()
        return self.kept.get((service, name))

    def _require_open(self) -> None:
        if self.locked:
            raise RuntimeError("locked")


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)


def _use(monkeypatch: pytest.MonkeyPatch, backend: FakeKeyring) -> FakeKeyring:
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_keyring=lambda: backend))
    return backend


@POSIX
def test_without_a_keyring_it_is_in_a_file_for_its_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "new" / "wallet"
    kept = keep_key(home, KEY)
    assert (kept.in_keyring, kept.did, read_key(home)) == (False, KEY.did, KEY)
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert find_key(home) == kept


@POSIX
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    keep_key(tmp_path, KEY).path.chmod(mode)
    with pytest.raises(StoreError, match=r"holder\.key-open"):
        read_key(tmp_path)


@pytest.mark.parametrize("place", ["", ".wallet", "content/keys", "output"])
def test_no_key_is_made_in_a_portfolio(tmp_path: Path, place: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "portfolio.toml").write_text("", "utf-8")
    with pytest.raises(StoreError, match=r"holder\.home-in-portfolio"):
        keep_key(tmp_path / place, KEY)
    assert [path.name for path in tmp_path.rglob("*.json")] == []


def test_where_there_is_no_key_it_is_said_so(tmp_path: Path) -> None:
    assert find_key(tmp_path) is None
    with pytest.raises(StoreError, match=r"holder\.no-key"):
        read_key(tmp_path)


def test_a_key_is_not_replaced_by_accident(tmp_path: Path) -> None:
    keep_key(tmp_path, KEY)
    with pytest.raises(StoreError, match=r"holder\.key-exists"):
        keep_key(tmp_path, OTHER)
    assert read_key(tmp_path) == KEY


def test_a_key_that_is_replaced_stays_beside_the_new_one(tmp_path: Path) -> None:
    old = keep_key(tmp_path, KEY).path.read_bytes()
    keep_key(tmp_path, OTHER, replace=True)
    assert read_key(tmp_path) == OTHER
    assert [path.read_bytes() for path in tmp_path.glob("holder-key.*.json")] == [old]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"publicKeyMultibase": 5}', "\udcff"])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "holder-key.json").write_text(text, "utf-8", "surrogateescape")
    with pytest.raises(StoreError, match=r"holder\.key-damaged"):
        find_key(tmp_path)


def test_a_keyring_keeps_it_and_the_file_only_tells_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = _use(monkeypatch, FakeKeyring())
    kept = keep_key(tmp_path, KEY)
    assert kept.in_keyring
    assert read_key(tmp_path) == KEY
    (secret,) = backend.kept.values()
    assert "secretKeyMultibase" in secret
    assert "secretKeyMultibase" not in kept.path.read_text("utf-8")


def test_two_wallets_of_one_user_do_not_share_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = _use(monkeypatch, FakeKeyring())
    keep_key(tmp_path / "a", KEY)
    keep_key(tmp_path / "b", OTHER)
    keep_key(tmp_path / "b", KEY, replace=True)
    assert (read_key(tmp_path / "a"), read_key(tmp_path / "b"), len(backend.kept)) == (KEY, KEY, 3)


@pytest.mark.parametrize(
    "backend", [FakeKeyring(0), FakeKeyring(0.5), FakeKeyring(locked=True), FakeKeyring(forgetful=True)]
)
def test_a_keyring_that_keeps_nothing_is_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend: FakeKeyring
) -> None:
    _use(monkeypatch, backend)
    assert not keep_key(tmp_path, KEY).in_keyring
    assert read_key(tmp_path) == KEY


def test_a_file_is_used_where_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = _use(monkeypatch, FakeKeyring())
    assert not keep_key(tmp_path, KEY, in_file=True).in_keyring
    assert backend.kept == {}


def test_a_keyring_that_was_locked_since_is_said_to_be_shut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = _use(monkeypatch, FakeKeyring())
    keep_key(tmp_path, KEY)
    backend.locked = True
    with pytest.raises(StoreError, match=r"holder\.keyring-shut"):
        read_key(tmp_path)
