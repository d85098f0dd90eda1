from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.cli.running import OFFLINE, Ran, given, resources, run_wallet
from wallet.cli import building


@pytest.fixture
def wallet(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs a command inside a portfolio with one published badge, which expires on 2 June 2026."""
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--url", "https://akari.example/", "--latin", "AKARI")
    badge = given(tmp_path, "badge.json", badge_json(validUntil="2026-06-02T00:00:00Z"))
    run_wallet(tmp_path, capsys, "add", "--resources", resources(tmp_path, OFFLINE), badge)
    monkeypatch.chdir(tmp_path / "mine")
    run_wallet(tmp_path, capsys, "publish", "sample-badge", "--yes")
    return lambda *arguments, language="en": run_wallet(tmp_path, capsys, *arguments, language=language)


def _spoil(root: Path) -> None:
    file = root / "content" / "badges" / "sample-badge" / "credential.json"
    file.write_bytes(file.read_bytes().replace(b"Sample badge", b"Sample Badge"))


def test_a_first_build_of_many_badges_says_why_it_takes_long(
    tmp_path: Path, wallet: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "MANY_BADGES", 1)
    assert wallet("build").complaints[0].startswith("The first build also draws a picture for each badge")
    assert "draws" not in wallet("build").stderr


def test_a_build_says_what_it_wrote(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    ran = wallet("build")
    first, *counts = ran.stdout.splitlines()
    assert first.startswith("The site is in output. Pages: 14. Files written: ")
    assert counts == ["Badges on the site: 1", "  verified: 1"]
    assert (ran.status, ran.complaints) == (0, ["To look at it, run: wallet serve"])
    cards = {path.read_bytes() for path in (tmp_path / "mine" / "output").rglob("card.png")}
    kept = {path.read_bytes() for path in (tmp_path / "mine" / ".wallet-cache" / "cards").glob("*.png")}
    # Behind the content stands its digest.
    assert (len(cards), {content[:-32] for content in kept}) == (4, cards)
    assert (tmp_path / "mine" / "output" / "en" / "badges" / "sample-badge" / "index.html").is_file()


def test_a_build_answers_programs_too(wallet: Callable[..., Ran]) -> None:
    first, second = wallet("build", "--json").json, wallet("build", "--json").json
    assert (first["pages"], first["badges"], first["left_out"]) == (14, {"verified": 1}, [])
    assert (second["written"], second["unchanged"], second["removed"]) == (0, first["written"], 0)
    assert list(first["seconds"]) == ["read", "verify", "make", "write"]


def test_a_badge_that_does_not_match_its_signature_is_left_out_loudly(
    tmp_path: Path, wallet: Callable[..., Ran]
) -> None:
    wallet("build")
    _spoil(tmp_path / "mine")
    ran = wallet("build", "--json")
    assert (ran.status, ran.json["left_out"], ran.json["badges"]) == (3, ["sample-badge"], {"invalid": 1})
    assert ran.complaints[0].startswith("Left out of the site: sample-badge (did not stand up to verification).")
    assert "Badges on the site: 0" in wallet("build").stdout
    assert not (tmp_path / "mine" / "output" / "en" / "badges" / "sample-badge").exists()


@pytest.mark.parametrize(
    ("moment", "options", "status"),
    [
        ("2026-06-01T00:00:00Z", ["--strict"], 0),
        ("2026-06-03T00:00:00Z", [], 0),
        ("2026-06-03T00:00:00Z", ["--strict"], 3),
    ],
)
def test_strict_counts_what_is_not_verified(
    tmp_path: Path, wallet: Callable[..., Ran], moment: str, options: list[str], status: int
) -> None:
    assert wallet("build", "--at", moment, *options).status == status
    assert (tmp_path / "mine" / "output" / "ja" / "index.html").is_file()


def test_the_address_and_the_folder_can_be_given(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    wallet("build", "--output", tmp_path / "site", "--base-url", "https://learner.example/badges/")
    text = (tmp_path / "site" / "en" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://learner.example/badges/en/">' in text


@pytest.mark.parametrize("url", ["learner.example", "/badges/", "javascript:alert(1)", "https://"])
def test_an_address_without_a_host_is_wrong_usage(wallet: Callable[..., Ran], url: str) -> None:
    ran = wallet("build", "--base-url", url)
    assert (ran.status, ran.stdout) == (2, "")
    assert "--base-url" in ran.stderr


def test_a_broken_portfolio_names_its_file_and_line_and_leaves_the_site(
    tmp_path: Path, wallet: Callable[..., Ran]
) -> None:
    wallet("build")
    before = (tmp_path / "mine" / "output" / "en" / "index.html").read_bytes()
    settings = tmp_path / "mine" / "content" / "portfolio.toml"
    settings.write_text(settings.read_text("utf-8") + "\n[broken\n", "utf-8")
    ran = wallet("build")
    (complaint,) = ran.complaints
    assert complaint.startswith("content/portfolio.toml, line ")
    assert ran.status == 1
    assert (tmp_path / "mine" / "output" / "en" / "index.html").read_bytes() == before


def test_a_new_portfolio_builds_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wallet: Callable[..., Ran]
) -> None:
    assert wallet("init", tmp_path / "new folder", "--family", "灯", "--latin", "AKARI").status == 0
    ran = wallet("build", "--portfolio", tmp_path / "new folder", "--json")
    assert (ran.status, ran.json["badges"]) == (0, {})
    page = (tmp_path / "new folder" / "output" / "ja" / "index.html").read_text("utf-8")
    assert "灯" in page


def test_a_portfolio_that_is_still_the_example_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wallet: Callable[..., Ran]
) -> None:
    wallet("init", tmp_path / "new")
    ran = wallet("build", "--portfolio", tmp_path / "new")
    assert [line.partition(": ")[2].split(".")[0] for line in ran.complaints[:2]] == [
        "the address is still the example",
        "there is no name yet",
    ]
    page = (tmp_path / "new" / "output" / "en" / "index.html").read_text("utf-8")
    assert "<title>Badge portfolio</title>" in page
    assert "Write a few sentences" not in page


@pytest.mark.parametrize("url", ["not a url", "foo", "https://", "https://[", "https://a.example/?q=1"])
def test_a_new_portfolio_needs_an_address_that_works(tmp_path: Path, wallet: Callable[..., Ran], url: str) -> None:
    ran = wallet("init", tmp_path / "new", "--url", url)
    assert (ran.status, len(ran.complaints)) == (2, 1)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["portfolio.toml", "profile.en.md", "badges/sample-badge/badge.toml"])
def test_a_byte_order_mark_changes_nothing(tmp_path: Path, wallet: Callable[..., Ran], name: str) -> None:
    wallet("build")
    file = tmp_path / "mine" / "content" / name
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert wallet("build", "--json").json["written"] == 0


def test_a_folder_that_holds_a_portfolio_is_not_made_again(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    before = (tmp_path / "mine" / "content" / "portfolio.toml").read_bytes()
    ran = wallet("init", ".")
    assert (ran.status, len(ran.complaints)) == (1, 1)
    assert (tmp_path / "mine" / "content" / "portfolio.toml").read_bytes() == before


def test_the_status_says_what_is_kept_published_and_left_out(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    found = wallet("status", "--json").json
    assert found["published"] == [{"slug": "sample-badge", "verdict": "verified", "shown": True}]
    assert (found["badges"], found["not_published"]) == (1, [])
    _spoil(tmp_path / "mine")
    assert "Left out of the site: sample-badge" in wallet("status").stdout


def test_the_status_leads_to_the_next_step(
    tmp_path: Path, wallet: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wallet("status").complaints == ["To update your page, run: wallet build"]
    wallet("unpublish", "sample-badge", "--yes")
    assert wallet("status").complaints == ["To put a badge into your portfolio, run: wallet publish sample-badge"]
    monkeypatch.chdir(tmp_path)
    assert wallet("status").complaints == ["To make a portfolio, run: wallet init DIR"]
    wallet("remove", "sample-badge", "--yes")
    assert wallet("status").complaints == ["Add a badge: wallet add FILE"]
    assert json.loads(wallet("status", "--json").stdout)["portfolio"] is False


def test_a_build_says_what_a_learners_language_still_has_in_english(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    settings = tmp_path / "mine" / "content" / "portfolio.toml"
    settings.write_text(settings.read_text("utf-8").replace('"ja", "en"', '"ja", "en", "ko"'), "utf-8")
    refused = wallet("build")
    assert (refused.status, len(refused.complaints)) == (1, 1)
    assert "content/languages/ko" in refused.complaints[0]
    folder = tmp_path / "mine" / "content" / "languages" / "ko"
    folder.mkdir(parents=True)
    given(folder, "pages.po", 'msgid "Badges"\nmsgstr "배지"\n'.encode())
    said = wallet("build").complaints[0]
    assert said.startswith("On the pages in Korean, sentences still in English: ")
    assert "Translate them in content/languages/ko, for example “" in said
    assert wallet("build", language="ja").complaints[0].startswith("韓国語のページには、英語のままの文が")


def test_a_crammed_name_is_divided_as_the_learner_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wallet: Callable[..., Ran]
) -> None:
    choices = given(
        tmp_path / "mine" / "content" / "badges" / "sample-badge",
        "badge.toml",
        b'order = 1\nsplit_name = { separator = " ", languages = ["ja", "en"] }\n',
    )
    assert wallet("build").status == 0
    page = tmp_path / "mine" / "output" / "en" / "badges" / "sample-badge" / "index.html"
    assert "<h1>badge</h1>" in page.read_text("utf-8")
    choices.write_text('order = 1\nsplit_name = { separator = " / ", languages = ["ja", "en"] }\n', "utf-8")
    ran = wallet("build")
    assert ran.complaints == [
        "content/badges/sample-badge/badge.toml, line 2: the name “Sample badge” does not divide into 2 parts at "
        "“ / ”. Correct split_name, or remove it to show the whole name."
    ]
    assert (ran.status, "<h1>badge</h1>" in page.read_text("utf-8")) == (1, True)
