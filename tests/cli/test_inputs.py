from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.assets import badge_json, badge_jws, badge_png, sample_picture
from tests.cli.running import OFFLINE, Ran, given, resources, run_wallet, typed

URL = "https://issuer.example/badge.json"
UNREADABLE = [
    (b"", "document.empty"),
    (b"Dear reader, the badge is missing.", "document.not-a-badge"),
    (b"\x00\xff" * 64, "document.not-a-badge"),
    (sample_picture(), "png.no-badge"),
    (badge_png()[:300], "png.truncated"),
    (b'{"title": "Shopping list"}', "document.no-credential"),
    (badge_json()[:-40], "json.malformed"),
    (b'{"proof": {}}', "credential.not-recognised"),
    # Tokens whose header is a number, whose claims are cut off, whose claims are no credential, or without a middle.
    (b"NQ.e30.AAAA", "jws.malformed"),
    (b"eyJhbGciOiJFZERTQSJ9.e30x.AAAA", "json.malformed"),
    (b"eyJhbGciOiJFZERTQSJ9.e30.AAAA", "credential.not-recognised"),
    (b"eyJhbGciOiJFZERTQSJ9..AAAA", "document.not-a-badge"),
]


def _verify(tmp_path: Path, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Ran:
    return run_wallet(tmp_path, capsys, "verify", "--resources", resources(tmp_path, OFFLINE), *arguments)


@pytest.mark.parametrize(("source", "code"), UNREADABLE)
def test_what_is_no_badge_is_one_object_that_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: bytes, code: str
) -> None:
    path = given(tmp_path, "letter.png", source)
    ran = _verify(tmp_path, capsys, "--json", path)
    (found,) = ran.json
    message = found["error"].pop("message")
    assert found == {"path": str(path), "position": 0, "verdict": "unreadable", "error": {"code": code}}
    assert "letter.png" in message
    assert (ran.status, ran.stderr) == (1, "")


@pytest.mark.parametrize(("source", "code"), UNREADABLE)
def test_what_is_no_badge_is_one_sentence_for_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: bytes, code: str
) -> None:
    path = given(tmp_path, "letter.png", source)
    ran = _verify(tmp_path, capsys, path)
    (complaint,) = ran.complaints
    assert complaint.startswith(f"{path} ")
    assert complaint.endswith(".")
    assert (ran.status, ran.stdout) == (1, "")


@pytest.mark.parametrize(("name", "code"), [("folder", "input.folder"), ("absent.png", "input.missing")])
def test_a_path_that_is_no_file_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: str
) -> None:
    (tmp_path / "folder").mkdir()
    ran = _verify(tmp_path, capsys, "--json", tmp_path / name)
    assert (ran.status, ran.json[0]["error"]["code"]) == (1, code)
    (complaint,) = _verify(tmp_path, capsys, tmp_path / name).complaints
    assert name in complaint


def test_a_file_larger_than_any_badge_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.truncate(given(tmp_path, "large.json", b"{"), 200_000_000)
    (found,) = _verify(tmp_path, capsys, "--json", tmp_path / "large.json").json
    assert found["error"]["code"] == "document.too-large"


def test_an_unreadable_file_does_not_hide_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty, badge = given(tmp_path, "empty.json", b""), given(tmp_path, "badge.json", badge_json())
    ran = _verify(tmp_path, capsys, empty, badge)
    assert ran.status == 1
    assert ran.complaints[0].startswith(str(empty))
    assert f"{badge}: Sample badge" in ran.stdout


@pytest.mark.parametrize("source", [badge_json(), badge_png(), badge_jws()])
def test_a_hyphen_is_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, source: bytes
) -> None:
    monkeypatch.setattr("sys.stdin", typed(source))
    ran = _verify(tmp_path, capsys, "--json", "-")
    assert [(found["path"], found["verdict"]) for found in ran.json] == [("-", "verified")]
    assert ran.status == 0


def test_closed_standard_input_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    ran = _verify(tmp_path, capsys, "-")
    assert (ran.status, len(ran.complaints)) == (1, 1)


def test_standard_input_has_a_limit_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", typed(b" " * 20_000_001))
    (found,) = _verify(tmp_path, capsys, "--json", "-").json
    assert found["error"]["code"] == "document.too-large"


@pytest.mark.parametrize(
    ("entry", "status", "verdict"), [("badge.json", 0, "verified"), (410, 1, "unreadable"), (503, 1, "unreadable")]
)
def test_an_address_is_fetched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], entry: str | int, status: int, verdict: str
) -> None:
    index = resources(tmp_path, {URL: entry}, {"badge.json": badge_json()})
    ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", index, URL)
    assert [(found["path"], found["verdict"]) for found in ran.json] == [(URL, verdict)]
    assert ran.status == status


@pytest.mark.parametrize("url", ["http://issuer.example/badge.json", "https://127.0.0.1/badge.json"])
def test_an_address_that_is_not_public_and_safe_is_refused_although_it_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    index = resources(tmp_path, {url: "badge.json"}, {"badge.json": badge_json()})
    ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", index, url)
    (found,) = ran.json
    assert found["error"]["code"].startswith("resolution.")
    assert url in found["error"]["message"]


def test_an_index_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = given(tmp_path, "list.json", b"[]")
    ran = run_wallet(tmp_path, capsys, "verify", "--resources", index, given(tmp_path, "badge", badge_json()))
    (complaint,) = ran.complaints
    assert str(index) in complaint
    assert (ran.status, ran.stdout) == (1, "")


def test_verify_tells_a_person_the_verdict_with_its_reasons_and_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = _verify(tmp_path, capsys, given(tmp_path, "badge", badge_json(validUntil="2026-05-31T00:00:00Z")))
    assert "Result on 1 June 2026: genuine, but expired" in ran.stdout
    assert "Dates: failed. It expired on 31 May 2026." in ran.stdout
    assert ran.complaints == ["To keep a badge privately, run: wallet add FILE"]


def test_verify_keeps_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _verify(tmp_path, capsys, given(tmp_path, "badge", badge_json())).status == 0
    assert not (tmp_path / "wallet").exists()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://issuer.example/badge", "Check the address and your connection"),
        ("http://issuer.example/badge", "Try it with https://, or ask the issuer for the file."),
    ],
)
def test_an_address_that_cannot_be_had_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str, words: str
) -> None:
    ran = run_wallet(tmp_path, capsys, "verify", "--resources", resources(tmp_path, OFFLINE), address)
    assert ran.status == 1
    assert words in ran.stderr
