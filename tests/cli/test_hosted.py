"""Open Badges 2.0 on the command line: verify, add, show and publish a hosted badge, and what is no badge."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets.assertions import (
    ASSERTION_URL,
    BADGE_URL,
    EMAIL,
    ISSUER_URL,
    assertion,
    badge_class,
    dump,
    issuer,
    pages,
    signed_assertion,
)
from tests.cli.running import given, resources, run_wallet
from wallet.fields import JsonValue

NAMES = {ASSERTION_URL: "a.json", BADGE_URL: "b.json", ISSUER_URL: "i.json"}


def index(tmp_path: Path, **changed: JsonValue) -> Path:
    files = {NAMES[url]: content for url, content in pages().items()}
    entries: dict[str, JsonValue] = dict(NAMES)
    return resources(tmp_path, {**entries, **changed}, files)


def test_a_hosted_badge_is_verified_from_its_file_and_from_its_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = given(tmp_path, "badge.json", dump(assertion()))
    for source in (file, ASSERTION_URL):
        ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", index(tmp_path), source)
        (found,) = ran.json
        assert (ran.status, found["verdict"], found["securing"]) == (0, "verified", "hosted")
        assert (found["specification"], found["data_model"], found["container"]) == ("OB 2.0", None, "json")
        assert (found["id"], found["issuer"], found["name"]) == (ASSERTION_URL, ISSUER_URL, "防災図上訓練 修了")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Confirmation: passed. Not signed: the page at the badge's own address confirmed it",)),
        ("ja", ("発行者による裏付け", "署名はありません。バッジ自身のアドレスにあるページが")),
    ],
)
def test_the_report_does_not_call_it_signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, words: tuple[str, ...]
) -> None:
    file = given(tmp_path, "badge.json", dump(assertion()))
    ran = run_wallet(tmp_path, capsys, "verify", "--resources", index(tmp_path), file, language=language)
    assert [word for word in words if word not in ran.stdout] == []
    assert "Signature" not in ran.stdout


@pytest.mark.parametrize(
    ("identity", "status", "verdict"),
    [(EMAIL, 0, "verified"), ("Hanako@Manabi.example", 4, "undetermined"), ("taro@manabi.example", 3, "invalid")],
)
def test_whose_badge_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], identity: str, status: int, verdict: str
) -> None:
    recipient = ("--recipient", f"emailAddress={identity}")
    ran = run_wallet(tmp_path, capsys, "verify", "--json", *recipient, "--resources", index(tmp_path), ASSERTION_URL)
    assert (ran.status, ran.json[0]["verdict"]) == (status, verdict)


def test_an_address_that_withdraws_its_badge_is_revoked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone: JsonValue = {"file": "gone.json", "status": 410}
    folder = index(tmp_path, **{ASSERTION_URL: gone})
    (folder / "gone.json").write_bytes(dump({"id": ASSERTION_URL, "revoked": True}))
    for source in (ASSERTION_URL, given(tmp_path, "badge.json", dump(assertion()))):
        ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", folder, source)
        assert (ran.status, ran.json[0]["verdict"]) == (3, "revoked")


def test_from_the_file_to_the_portfolio(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = given(tmp_path, "badge.json", dump(assertion()))
    ran = run_wallet(tmp_path, capsys, "add", "--json", "--resources", index(tmp_path), file)
    assert (ran.status, ran.json[0]["verdict"]) == (0, "verified")
    handle = ran.json[0]["handle"]
    shown = run_wallet(tmp_path, capsys, "show", "--json", handle)
    assert (shown.json["verdict"], shown.json["issuer"]) == ("verified", ISSUER_URL)
    listed = run_wallet(tmp_path, capsys, "list", "--json")
    assert [(row["issuer"], row["issuer_name"]) for row in listed.json] == [(ISSUER_URL, "川辺学園 公開講座室")]
    place = tmp_path / "mine"
    started = run_wallet(tmp_path, capsys, "init", place, "--url", "https://a.example/p/", "--family", "例")
    assert started.status == 0
    published = run_wallet(tmp_path, capsys, "publish", handle, "--portfolio", place, "--yes")
    assert published.status == 0
    assert "The file is published whole, with what the issuer's pages said" in published.stderr
    assert "The signed file" not in published.stderr
    built = run_wallet(tmp_path, capsys, "build", "--portfolio", place, "--strict", "--json")
    assert (built.status, built.json["badges"]) == (0, {"verified": 1})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (dump(badge_class()), "document.badge-class"),
        (dump(issuer()), "document.issuer-profile"),
        (b"<!DOCTYPE html><html><title>badge</title></html>", "document.web-page"),
        (b'{"errors": ["x"], "status": 500}', "document.error-answer"),
    ],
)
def test_what_was_given_in_place_of_a_badge_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, code: str
) -> None:
    file = given(tmp_path, "given.json", content)
    ran = run_wallet(tmp_path, capsys, "verify", "--json", file)
    assert (ran.status, ran.json[0]["error"]["code"]) == (1, code)
    assert run_wallet(tmp_path, capsys, "add", file).status == 1


def test_a_signed_one_names_its_mechanism(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = given(tmp_path, "badge.jws", signed_assertion())
    ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", index(tmp_path), file)
    assert (ran.json[0]["securing"], ran.json[0]["container"]) == ("JWS RS256", "jwt")
    assert ran.json[0]["verdict"] == "invalid"
