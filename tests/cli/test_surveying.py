from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.cli.running import given, run_wallet

OTHER_ID = "urn:uuid:2f7c1f3e-0000-4000-8000-000000000000"
EXPIRED = badge_json(validUntil="2026-05-31T00:00:00Z")


def _published(tmp_path: Path, capsys: pytest.CaptureFixture[str], source: bytes) -> Path:
    """A portfolio with this badge published under the slug "first"."""
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    run_wallet(tmp_path, capsys, "add", "--offline", given(tmp_path, "badge.json", source))
    ran = run_wallet(
        tmp_path, capsys, "publish", "sample-badge", "--as", "first", "--yes", "--portfolio", tmp_path / "mine"
    )
    assert ran.status == 0
    return tmp_path / "mine"


def test_the_status_has_every_member(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _published(tmp_path, capsys, EXPIRED)
    run_wallet(tmp_path, capsys, "add", "--offline", given(tmp_path, "other.json", badge_json(id=OTHER_ID)))
    ran = run_wallet(tmp_path, capsys, "status", "--json", "--portfolio", root)
    assert ran.json == {
        "wallet": str(tmp_path / "wallet"),
        "badges": 2,
        "portfolio": True,
        "published": [{"slug": "first", "verdict": "expired", "shown": True}],
        "not_published": ["sample-badge-2"],
        "presentation": None,
        "pages": [],
    }
    assert ran.status == 0


def test_without_wallet_and_portfolio_there_is_nothing_and_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run_wallet(tmp_path, capsys, "status", "--json", "--portfolio", tmp_path)
    assert (ran.json["badges"], ran.json["portfolio"], ran.json["published"]) == (0, False, [])
    assert ran.status == 0
    assert not (tmp_path / "wallet").exists()


def test_a_published_file_that_holds_no_badge_is_reported_as_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _published(tmp_path, capsys, badge_json())
    (root / "content" / "badges" / "first" / "credential.json").write_bytes(b"")
    ran = run_wallet(tmp_path, capsys, "status", "--json", "--portfolio", root)
    assert ran.json["published"] == [{"slug": "first", "verdict": "unreadable", "shown": False}]
    assert ran.status == 0


def test_surveying_changes_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _published(tmp_path, capsys, EXPIRED)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert len(before) >= 8
    run_wallet(tmp_path, capsys, "status", "--portfolio", root)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_broken_portfolio_is_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _published(tmp_path, capsys, badge_json())
    (root / "content" / "portfolio.toml").write_text("[site\n", "utf-8")
    ran = run_wallet(tmp_path, capsys, "status", "--portfolio", root)
    (complaint,) = ran.complaints
    assert "portfolio.toml, line 1" in complaint
    assert (ran.status, ran.stdout) == (1, "")


def test_what_was_found_over_time_is_told_the_latest_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = _published(tmp_path, capsys, EXPIRED)
    past = [{"at": "2026-05-04T03:00:00Z", "verdict": "verified", "marks": ["silent"]}]
    past = [*past, {"at": "2026-05-11T03:00:00Z", "verdict": "verified"}]
    past = [*past, {"at": "2026-06-01T03:00:00Z", "verdict": "expired"}]
    (root / "content" / "badges" / "first" / "history.json").write_text(json.dumps(past), "utf-8")
    for command in (["status"], ["show", "sample-badge"]):
        ran = run_wallet(tmp_path, capsys, *command, "--portfolio", root)
        told = [line.strip() for line in ran.stdout.splitlines() if " 2026: " in line]
        assert told[-2:] == ["1 June 2026: Found expired.", "11 May 2026: The issuer’s server answered again."]
    found = run_wallet(tmp_path, capsys, "status", "--json", "--portfolio", root).json["published"][0]["history"]
    shown = run_wallet(tmp_path, capsys, "show", "sample-badge", "--json", "--portfolio", root).json["history"]
    assert found == shown
    assert [(one["verdict"], one["marks"]) for one in found] == [
        ("verified", ["silent"]),
        ("verified", []),
        ("expired", []),
    ]
