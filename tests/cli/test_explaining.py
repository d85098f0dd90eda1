"""``wallet verify --explain``: each proof step by step, for people and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets import badge_json, badge_jws
from tests.cli.running import OFFLINE, given, resources, run_wallet
from wallet.cli.explaining import explanation_json


def _explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: bytes, *options: str, language: str = "en"
) -> str:
    index = resources(tmp_path, OFFLINE)
    path = given(tmp_path, "badge", source)
    return run_wallet(tmp_path, capsys, "verify", "--resources", index, *options, path, language=language).stdout


def test_every_step_is_shown_under_its_name_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = _explained(tmp_path, capsys, badge_json(), "--explain")
    japanese = _explained(tmp_path, capsys, badge_json(), "--explain", language="ja")
    for name in ("transformedDocument", "canonicalProofConfig", "proofConfigHash", "hashData", "proofBytes"):
        assert name in english
        assert name in japanese
    assert "The bytes that were signed." in english
    assert "署名の対象となったバイト列。" in japanese
    assert "signingInput" not in english
    assert "jwsSigningInput" in _explained(tmp_path, capsys, badge_jws(), "--explain")


def test_nothing_is_explained_unless_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "hashData" not in _explained(tmp_path, capsys, badge_json())
    assert "explanation" not in _explained(tmp_path, capsys, badge_json(), "--json")


def test_programs_get_the_steps_as_a_member(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index, path = resources(tmp_path, OFFLINE), given(tmp_path, "badge", badge_json())
    (found,) = run_wallet(tmp_path, capsys, "verify", "--json", "--explain", "--resources", index, path).json
    (steps,) = found["explanation"]
    assert steps["verified"] is True
    assert len(bytes.fromhex(steps["hashData"])) == 64
    unsigned = given(tmp_path, "unsigned", badge_json(after=lambda document: document.update({"proof": []})))
    (none,) = run_wallet(tmp_path, capsys, "verify", "--json", "--explain", "--resources", index, unsigned).json
    assert none["explanation"] == []


def test_control_characters_of_a_badge_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = _explained(tmp_path, capsys, badge_json(name="a\u202eb\x1b[31m"), "--explain")
    assert "\u202e" not in shown
    assert "\x1b" not in shown


def test_the_member_is_a_list_of_steps() -> None:
    assert explanation_json([{"securing": "x"}]) == {"explanation": [{"securing": "x"}]}
