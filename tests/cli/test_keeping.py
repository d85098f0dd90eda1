from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assets import badge_json, badge_png, sample_picture
from tests.cli.running import OFFLINE, Ran, Terminal, given, resources, run_wallet

FORGED = badge_json(after=lambda credential: credential.update({"validFrom": "2020-01-01T00:00:00Z"}))
JAPANESE = re.compile("[ぁ-んァ-ン]")


@pytest.fixture
def wallet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command; nothing is ever fetched."""

    def command(*arguments: str | Path, language: str = "en") -> Ran:
        index = ("--resources", resources(tmp_path, OFFLINE)) if arguments[0] == "add" else ()
        return run_wallet(tmp_path, capsys, *arguments, *index, language=language)

    return command


def _kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "wallet").rglob("*") if path.is_file()]


def test_a_badge_is_kept_byte_for_byte_and_named(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    ran = wallet("add", given(tmp_path, "badge.png", badge_png()))
    assert ran.stdout.splitlines() == ["Added “Sample badge” as sample-badge.", "  Result: verified"]
    assert ran.complaints[-1] == "To put a badge into your portfolio, run: wallet publish sample-badge"
    assert ran.status == 0
    assert badge_png() in [path.read_bytes() for path in _kept(tmp_path)]


def test_adding_answers_programs_too(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    ran = wallet("add", "--json", given(tmp_path, "badge.json", badge_json()))
    (found,) = ran.json
    assert (found["handle"], found["change"], found["verdict"]) == ("sample-badge", "added", "verified")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("empty.json", b""),
        ("letter.txt", b"Dear reader, this is no badge."),
        ("picture.png", sample_picture()),
        ("half.png", badge_png()[:300]),
        ("list.json", b'{"title": "Shopping list"}'),
        ("proof.json", b'{"proof": {}}'),
        ("token.txt", b"eyJhbGciOiJFZERTQSJ9.e30.AAAA"),
        ("mixed.json", b"[" + badge_json() + b', {"proof": {}}]'),
        ("large.json", None),
        ("folder", None),
        ("absent.png", None),
    ],
)
def test_what_cannot_be_added_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, wallet: Callable[..., Ran], name: str, source: bytes | None, language: str
) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif name != "absent.png":
        given(tmp_path, name, source or b"{")
    if name == "large.json":
        os.truncate(path, 200_000_000)
    ran = wallet("add", path, language=language)
    (complaint,) = ran.complaints
    assert name in complaint
    assert bool(JAPANESE.search(complaint)) == (language == "ja")
    assert "Traceback" not in complaint
    assert (ran.status, ran.stdout, _kept(tmp_path)) == (1, "", [])


def test_one_bad_file_does_not_keep_the_others_out(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    ran = wallet("add", given(tmp_path, "empty.json", b""), given(tmp_path, "badge.json", badge_json()))
    assert ran.status == 1
    assert [entry["handle"] for entry in wallet("list", "--json").json] == ["sample-badge"]


def test_the_same_credential_is_not_kept_twice(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    path = given(tmp_path, "badge.json", badge_json())
    wallet("add", path)
    assert "already in the wallet" in wallet("add", path).stdout
    assert len(wallet("list", "--json").json) == 1


def test_a_file_that_fails_is_kept_and_says_so(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    ran = wallet("add", given(tmp_path, "badge.json", FORGED))
    assert "Result: did not stand up to verification" in ran.stdout
    assert wallet("list", "--json").json[0]["verdict"] == "invalid"


def test_the_list_is_one_line_for_each_badge(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    assert wallet("list").complaints == ["The wallet is empty. Add a badge: wallet add FILE"]
    wallet("add", given(tmp_path, "badge.json", badge_json()))
    (line,) = wallet("list").stdout.splitlines()
    assert line.startswith("sample-badge  [verified]  Sample badge – ")


def test_a_badge_is_shown_with_every_check(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    wallet("add", given(tmp_path, "badge.json", badge_json()))
    ran = wallet("show", "sample-badge", "--json")
    assert (ran.json["handle"], ran.json["verdict"], len(ran.json["results"])) == ("sample-badge", "verified", 9)
    assert "Result on 1 June 2026: verified" in wallet("show", "sample-badge").stdout


@pytest.mark.parametrize("command", ["show", "remove", "publish"])
def test_a_name_that_is_not_in_the_wallet_says_where_names_are(wallet: Callable[..., Ran], command: str) -> None:
    ran = wallet(command, "nothing")
    assert ran.complaints == ["There is no badge “nothing” in the wallet. See the names with: wallet list"]
    assert ran.status == 1


@pytest.mark.parametrize(("answer", "left"), [("y\n", 0), ("\n", 1), ("n\n", 1), ("perhaps\n", 1)])
def test_a_badge_is_removed_only_after_a_clear_yes(
    tmp_path: Path, wallet: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    wallet("add", given(tmp_path, "badge.json", badge_json()))
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    wallet("remove", "sample-badge")
    assert len(wallet("list", "--json").json) == left


def test_where_nobody_can_answer_nothing_is_removed(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    wallet("add", given(tmp_path, "badge.json", badge_json()))
    ran = wallet("remove", "sample-badge")
    assert ran.complaints[-1] == "Nothing was done. Add --yes to confirm."
    assert ran.status == 1
    assert wallet("remove", "sample-badge", "--yes").status == 0
    assert wallet("list", "--json").json == []


def test_a_wallet_that_cannot_be_made_is_one_sentence(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    given(tmp_path, "wallet", b"")
    ran = wallet("add", given(tmp_path, "badge.json", badge_json()))
    (complaint,) = ran.complaints
    assert str(tmp_path / "wallet") in complaint
    assert ran.status == 1


def test_nobody_is_advised_to_publish_what_failed(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    ran = wallet("add", given(tmp_path, "badge.json", FORGED))
    assert ran.complaints == ["To see the details, run: wallet show sample-badge"]
