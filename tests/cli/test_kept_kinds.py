"""What can be kept besides a badge, what it is called, and what a learner is told to do with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.assets.issuers import HISAKATA
from tests.assets.records import HOLDER_KEY, endorsement, record, signed_by
from tests.assets.status_lists import bitstring_list
from tests.cli.running import Ran, given, run_wallet
from wallet.fields import JsonObject

LIST = "https://credentials.hisakata-u.example/status/samples"
ENDORSEMENT = signed_by(HOLDER_KEY, endorsement())
RECORD = record(json.loads(badge_json()), name="Sample transcript")


def add(tmp_path: Path, capsys: pytest.CaptureFixture[str], credential: JsonObject) -> Ran:
    path = given(tmp_path, "given.json", json.dumps(credential).encode())
    return run_wallet(tmp_path, capsys, "add", "--offline", path)


def test_a_status_list_is_not_kept_as_a_badge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = bitstring_list(LIST, HISAKATA, valid_from="2026-05-01T00:00:00Z", marked=())
    ran = add(tmp_path, capsys, listed)
    assert (ran.status, ran.stdout) == (1, "")
    assert "is no badge itself" in ran.stderr
    assert run_wallet(tmp_path, capsys, "list").stdout == ""


def test_an_endorsement_has_its_name_and_its_issuer_and_nobody_is_told_to_publish_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = add(tmp_path, capsys, ENDORSEMENT)
    assert "as sample-endorsement." in ran.stdout
    assert "wallet publish" not in ran.stderr
    assert run_wallet(tmp_path, capsys, "list").stdout.endswith("Sample endorsement – Sample Association\n")
    assert "wallet publish" not in run_wallet(tmp_path, capsys, "show", "sample-endorsement").stderr


def test_an_endorsement_is_refused_for_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(tmp_path, capsys, ENDORSEMENT)
    root = tmp_path / "portfolio"
    run_wallet(tmp_path, capsys, "init", root)
    ran = run_wallet(tmp_path, capsys, "publish", "--yes", "--portfolio", root, "sample-endorsement")
    assert ran.status == 1
    assert ran.complaints == [
        "“Sample endorsement” is an endorsement on its own. It is issued to nobody, and there is no page for it. "
        "It stays in your wallet."
    ]


def test_no_badge_of_a_record_is_suggested_for_publishing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = add(tmp_path, capsys, RECORD)
    assert ran.stdout.count("Added") == 2
    assert "wallet publish" not in ran.stderr
    root = tmp_path / "portfolio"
    run_wallet(tmp_path, capsys, "init", root)
    assert "wallet publish" not in run_wallet(tmp_path, capsys, "status", "--portfolio", root).stderr


def test_an_ordinary_badge_is_suggested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "wallet publish" in add(tmp_path, capsys, json.loads(badge_json())).stderr
