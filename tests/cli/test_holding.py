"""``wallet key``: where the key is, and that its private half is nowhere else."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.cli.running import Ran, Terminal, given, run_wallet
from wallet.store.holder_key import read_key


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)


def _new(tmp_path: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    return run_wallet(tmp_path, capsys, "key", "new", *arguments)


def test_a_new_key_says_where_it_is_and_how_to_keep_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _new(tmp_path, capsys)
    file = tmp_path / "wallet" / "holder-key.json"
    identifier, place = ran.stdout.splitlines()
    assert identifier == f"Your identifier: {read_key(tmp_path / 'wallet').did}"
    assert place == f"The key is kept in {file}, which only you can read."
    assert any("Nobody can restore a lost key" in line for line in ran.complaints)
    assert (ran.status, stat.S_IMODE(file.stat().st_mode)) == (0, 0o600)


def test_the_private_half_is_never_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    said = ""
    for arguments in (
        ["key", "new"],
        ["key", "show"],
        ["key"],
        ["key", "show", "--json"],
        ["key", "publish", "--yes", "--portfolio", tmp_path / "mine"],
        ["key", "new"],
        ["key", "new", "--replace", "--yes", "--json"],
        ["status"],
    ):
        key = read_key(tmp_path / "wallet") if (tmp_path / "wallet").exists() else None
        ran = run_wallet(tmp_path, capsys, *arguments)
        said += ran.stdout + ran.stderr
        for known in filter(None, (key, read_key(tmp_path / "wallet"))):
            assert known.seed.hex() not in said
            assert "z3u2" not in said


def test_a_key_is_not_made_twice_without_saying_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _new(tmp_path, capsys)
    before = read_key(tmp_path / "wallet")
    ran = _new(tmp_path, capsys)
    assert (ran.status, ran.stdout) == (1, "")
    assert ran.complaints == [
        f"You have a key already ({before.did}). See it with: wallet key show. To make another, add --replace."
    ]
    refused = _new(tmp_path, capsys, "--replace")
    assert refused.complaints[-1] == "Nothing was done. Add --yes to confirm."
    assert read_key(tmp_path / "wallet") == before
    assert _new(tmp_path, capsys, "--replace", "--yes").status == 0
    assert read_key(tmp_path / "wallet") != before


def test_the_key_is_shown_with_the_identifier_of_the_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--url", "https://ann.github.io/portfolio/")
    _new(tmp_path, capsys)
    ran = run_wallet(tmp_path, capsys, "key", "show", "--portfolio", tmp_path / "mine")
    assert "The identifier of your site: did:web:ann.github.io:portfolio" in ran.stdout.splitlines()
    assert any("with another address it is another identifier" in line for line in ran.complaints)
    shown = run_wallet(tmp_path, capsys, "key", "show", "--json", "--portfolio", tmp_path / "mine").json
    assert shown == {
        "did": read_key(tmp_path / "wallet").did,
        "kept_in": "file",
        "file": str(tmp_path / "wallet" / "holder-key.json"),
        "site": "did:web:ann.github.io:portfolio",
    }


@pytest.mark.parametrize("arguments", [["key"], ["key", "show"], ["key", "publish", "--yes"], ["present", "--yes"]])
def test_without_a_key_the_next_step_is_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--url", "https://ann.github.io/portfolio/")
    monkeypatch.chdir(tmp_path / "mine")
    ran = run_wallet(tmp_path, capsys, *arguments)
    assert (ran.status, ran.complaints) == (1, ["There is no key of yours yet. Make one with: wallet key new"])


@pytest.mark.parametrize(("answer", "written"), [("yes\n", True), ("\n", False), (None, False)])
def test_the_public_half_becomes_public_after_a_clear_yes(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str | None,
    written: bool,
) -> None:
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    _new(tmp_path, capsys)
    if answer is not None:
        monkeypatch.setattr("sys.stdin", Terminal(answer))
    ran = run_wallet(tmp_path, capsys, "key", "publish", "--portfolio", tmp_path / "mine")
    did = read_key(tmp_path / "wallet").did
    assert f"This becomes public: {did}" in ran.complaints
    file = tmp_path / "mine" / "content" / "holder.toml"
    assert file.is_file() is written
    if written:
        assert file.read_text("utf-8") == (
            f'# The public half of your key. The key itself stays in your wallet.\nkey = "{did}"\n'
        )


def test_taking_the_place_of_another_key_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    _new(tmp_path, capsys)
    publish = ("key", "publish", "--yes", "--portfolio", tmp_path / "mine")
    run_wallet(tmp_path, capsys, *publish)
    before = read_key(tmp_path / "wallet")
    _new(tmp_path, capsys, "--replace", "--yes")
    assert f"It takes the place of {before.did}." in run_wallet(tmp_path, capsys, *publish).complaints


def test_a_key_in_the_keyring_is_said_to_be_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wallet.store.holder_key.has_keyring", lambda: True)
    monkeypatch.setattr("wallet.store.holder_key.keep_in_keyring", lambda _name, _text: True)
    ran = _new(tmp_path, capsys)
    assert "The key is kept in the keyring of your system." in ran.stdout.splitlines()
    assert "secretKeyMultibase" not in (tmp_path / "wallet" / "holder-key.json").read_text("utf-8")
    monkeypatch.setattr("wallet.store.holder_key.read_from_keyring", lambda _name: None)
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--url", "https://ann.github.io/portfolio/")
    (complaint,) = run_wallet(tmp_path, capsys, "present", "--portfolio", tmp_path / "mine").complaints
    assert "Unlock the keyring and try again." in complaint


@pytest.mark.parametrize(("language", "word"), [("en", "Example: "), ("ja", "例：")])
@pytest.mark.parametrize("command", [["key"], ["key", "new"], ["key", "show"], ["key", "publish"], ["present"]])
def test_help_has_an_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str], language: str, word: str
) -> None:
    ran = run_wallet(tmp_path, capsys, *command, "--help", language=language)
    assert f"{word}wallet {command[0]}" in ran.stdout
    assert ran.status == 0


def test_a_key_of_another_place_is_no_reason_to_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _new(tmp_path, capsys)
    given(tmp_path, "badge.json", badge_json())
    ran = run_wallet(tmp_path, capsys, "key", "show", "--portfolio", tmp_path)
    assert (ran.status, len(ran.stdout.splitlines())) == (0, 2)


def test_a_faulty_key_in_the_portfolio_is_mended_as_the_build_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    _new(tmp_path, capsys)
    secret = json.loads((tmp_path / "wallet" / "holder-key.json").read_text("utf-8"))["secretKeyMultibase"]
    (tmp_path / "mine" / "content" / "holder.toml").write_text(f'key = "did:key:{secret}"', "utf-8")
    place = ("--portfolio", tmp_path / "mine")
    (complaint,) = run_wallet(tmp_path, capsys, "build", *place).complaints
    assert "holder.toml, line 1" in complaint
    assert "wallet key publish" in complaint
    assert secret not in complaint
    assert run_wallet(tmp_path, capsys, "key", "publish", "--yes", *place).status == 0
    assert run_wallet(tmp_path, capsys, "build", *place).status == 0


def test_a_key_is_published_in_a_portfolio_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _new(tmp_path, capsys)
    (complaint,) = run_wallet(tmp_path, capsys, "key", "publish", "--yes", "--portfolio", tmp_path).complaints
    assert "wallet init" in complaint
