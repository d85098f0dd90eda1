"""``--registry``, by file and by URL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.assets.samples import ISSUER
from tests.cli.running import given, resources, run_wallet

URL = "https://registry.example/registry.json"
LIST = json.dumps({"registry": {ISSUER: {"name": "Sample University"}}}).encode()


def test_several_registries_are_asked_and_each_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    badge, file = given(tmp_path, "badge.json", badge_json()), given(tmp_path, "own.json", b'{"registry": {}}')
    index = resources(tmp_path, {URL: "list.json"}, {"list.json": LIST})
    options = ("--resources", index, "--registry", file, "--registry", URL)
    ran = run_wallet(tmp_path, capsys, "verify", "--json", *options, badge)
    (trust,) = [result for result in ran.json[0]["results"] if result["check"] == "trust"]
    assert (ran.status, trust["outcome"], trust["code"]) == (0, "passed", "trust.listed")
    assert [one["outcome"] for one in trust["facts"]["registries"]] == ["not-listed", "listed"]
    shown = run_wallet(tmp_path, capsys, "verify", *options, badge).stdout
    assert f"The registry {URL} lists this issuer as Sample University." in shown
    assert "own.json: does not list the issuer." in shown


def test_a_registry_out_of_reach_changes_no_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    badge = given(tmp_path, "badge.json", badge_json())
    index = resources(tmp_path, {})
    ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", index, "--registry", URL, badge)
    assert (ran.status, ran.json[0]["verdict"]) == (0, "verified")
    assert ran.json[0]["results"][-1]["code"] == "trust.registry-not-read"


def test_a_registry_file_that_is_not_there_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    badge = given(tmp_path, "badge.json", badge_json())
    ran = run_wallet(tmp_path, capsys, "verify", "--registry", tmp_path / "none.json", badge)
    assert ran.status == 1
    assert ran.complaints == [f"{tmp_path / 'none.json'} was not found. Check the name and the folder."]


def test_a_badge_is_kept_with_what_the_registries_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    badge, file = given(tmp_path, "badge.json", badge_json()), given(tmp_path, "list.json", LIST)
    ran = run_wallet(tmp_path, capsys, "add", "--json", "--offline", "--registry", file, badge)
    assert ran.status == 0
    assert ran.json[0]["results"][-1]["code"] == "trust.listed"
