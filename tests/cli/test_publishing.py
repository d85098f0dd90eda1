from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assets import badge_json, badge_jws
from tests.cli.running import OFFLINE, Ran, Terminal, given, resources, run_wallet

OTHER = "urn:uuid:2f7c1f3e-0000-4000-8000-000000000000"
FORGED = badge_json(id=OTHER, after=lambda credential: credential.update({"validFrom": "2020-01-01T00:00:00Z"}))


@pytest.fixture
def wallet(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs a command inside a new portfolio, with one badge in the wallet."""
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    index = resources(tmp_path, OFFLINE)
    run_wallet(tmp_path, capsys, "add", "--resources", index, given(tmp_path, "badge.jws", badge_jws()))
    monkeypatch.chdir(tmp_path / "mine")
    return lambda *arguments, language="en": run_wallet(tmp_path, capsys, *arguments, language=language)


def test_publishing_says_first_what_the_file_reveals(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    ran = wallet("publish", "sample-badge")
    assert ran.complaints[0] == "Before “Sample badge” becomes public"
    assert "The signed file cannot be shortened: everybody will be able to read all of it." in ran.complaints
    assert any("identifier did:" in line for line in ran.complaints)
    assert ran.complaints[-1] == "Nothing was done. Add --yes to confirm."
    assert (ran.status, ran.stdout) == (1, "")
    assert not (tmp_path / "mine" / "content" / "badges").exists()


@pytest.mark.parametrize(("answer", "published"), [("yes\n", True), ("\n", False), ("no\n", False)])
def test_publishing_needs_a_clear_yes(
    tmp_path: Path, wallet: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, answer: str, published: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    wallet("publish", "sample-badge")
    assert (tmp_path / "mine" / "content" / "badges" / "sample-badge").is_dir() == published


def test_the_file_is_published_as_it_came(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    ran = wallet("publish", "sample-badge", "--yes")
    folder = tmp_path / "mine" / "content" / "badges" / "sample-badge"
    assert ran.stdout == "Published: content/badges/sample-badge\n"
    assert (folder / "credential.jws").read_bytes() == badge_jws()


def test_publishing_answers_programs_too(wallet: Callable[..., Ran]) -> None:
    found = wallet("publish", "sample-badge", "--yes", "--json").json
    assert (found["slug"], found["verdict"], found["replaced"]) == ("sample-badge", "verified", False)
    assert {disclosure["code"] for disclosure in found["reveals"]} >= {"disclosure.subject-id"}
    assert wallet("publish", "sample-badge", "--yes", "--json").json["replaced"] is True


@pytest.mark.parametrize("slug", ["日本語", "Upper", "with space", "../outside", "", "-", "con"])
def test_an_address_that_is_no_slug_is_refused(tmp_path: Path, wallet: Callable[..., Ran], slug: str) -> None:
    ran = wallet("publish", "sample-badge", "--yes", "--as", slug)
    assert (ran.status, ran.stdout) == (1, "")
    assert len(ran.complaints) == 1
    assert not (tmp_path / "mine" / "content" / "badges").exists()


def test_a_chosen_slug_stays(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    wallet("publish", "sample-badge", "--yes", "--as", "my-own")
    assert wallet("publish", "sample-badge", "--yes").stdout == "Published: content/badges/my-own\n"
    assert [path.name for path in (tmp_path / "mine" / "content" / "badges").iterdir()] == ["my-own"]


def test_a_badge_that_fails_is_not_published(
    tmp_path: Path, wallet: Callable[..., Ran], capsys: pytest.CaptureFixture[str]
) -> None:
    index = resources(tmp_path, OFFLINE)
    run_wallet(tmp_path, capsys, "add", "--resources", index, given(tmp_path, "forged.json", FORGED))
    name = next(one["handle"] for one in wallet("list", "--json").json if one["verdict"] == "invalid")
    ran = wallet("publish", name, "--yes")
    assert ran.status == 1
    assert not (tmp_path / "mine" / "content" / "badges").exists()


def test_an_unconfirmed_badge_says_what_visitors_will_read(
    tmp_path: Path, wallet: Callable[..., Ran], capsys: pytest.CaptureFixture[str]
) -> None:
    unknown = badge_json(id=OTHER, issuer="did:web:silent.example", method="did:web:silent.example#key")
    path = given(tmp_path, "unknown.json", unknown)
    run_wallet(tmp_path, capsys, "add", "--resources", resources(tmp_path, OFFLINE), path)
    name = next(one["handle"] for one in wallet("list", "--json").json if one["verdict"] == "undetermined")
    assert "Your page will say that it could not be checked completely." in wallet("publish", name).complaints


def test_unpublishing_asks_and_then_takes_the_badge_out(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    wallet("publish", "sample-badge", "--yes")
    folder = tmp_path / "mine" / "content" / "badges" / "sample-badge"
    assert wallet("unpublish", "sample-badge").status == 1
    assert folder.is_dir()
    ran = wallet("unpublish", "sample-badge", "--yes")
    assert (ran.status, ran.stdout) == (0, "“sample-badge” is no longer in the portfolio.\n")
    assert not folder.exists()
    assert wallet("list", "--json").json[0]["handle"] == "sample-badge"


def test_unpublishing_names_the_collection_that_the_next_build_would_stop_at(
    tmp_path: Path, wallet: Callable[..., Ran]
) -> None:
    wallet("publish", "sample-badge", "--yes")
    collections = tmp_path / "mine" / "content" / "collections"
    collections.mkdir(exist_ok=True)
    (collections / "for-you.toml").write_text('badges = ["sample-badge"]\n[title]\nen = "For you"\n')
    ran = wallet("unpublish", "sample-badge", "--yes")
    assert ran.status == 0
    assert [line for line in ran.complaints if "for-you.toml still names it" in line]


def test_a_badge_can_be_taken_out_of_a_portfolio_with_other_faults(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    wallet("publish", "sample-badge", "--yes")
    content = tmp_path / "mine" / "content"
    (content / "badges" / "empty").mkdir()
    (content / "portfolio.toml").write_text("[broken", "utf-8")
    assert wallet("unpublish", "sample-badge", "--yes").status == 0
    assert [path.name for path in (content / "badges").iterdir()] == ["empty"]


def test_what_is_not_published_cannot_be_taken_out(wallet: Callable[..., Ran]) -> None:
    (complaint,) = wallet("unpublish", "nothing", "--yes").complaints
    assert "“nothing”" in complaint
    assert "wallet status" in complaint


def test_without_a_portfolio_the_next_step_is_to_make_one(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    (complaint,) = wallet("publish", "sample-badge", "--yes", "--portfolio", tmp_path).complaints
    assert "wallet init" in complaint
