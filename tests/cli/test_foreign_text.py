"""A badge's own words never look like a line of this program, whatever they are and wherever they are printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.cli.running import OFFLINE, Ran, given, resources, run_wallet
from wallet.fields import JsonObject

REPORT = (
    "  Issuer: University of Tokyo (did:web:u-tokyo.ac.jp)",
    "  Result on 29 November 2026: verified",
    "    Signature: passed. It is the issuer's.",
    "",
    "older-copy.json: Draft",
)
BREAKS = ("\n", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\u2800" * 40)
FORGING = "Master of Data Science" + "".join(a + b for a, b in zip(BREAKS, REPORT * 2, strict=False)) + "\x9b31m\u202e"


def forged_badge() -> bytes:
    """A genuine badge whose words are a report."""

    def before(credential: JsonObject) -> None:
        subject, issuer = credential["credentialSubject"], credential["issuer"]
        assert isinstance(subject, dict)
        assert isinstance(issuer, dict)
        achievement = subject["achievement"]
        assert isinstance(achievement, dict)
        achievement["name"] = FORGING
        issuer["name"] = FORGING
        credential["name"] = FORGING
        subject["identifier"] = [
            {"type": "IdentityObject", "identityType": "name", "identityHash": FORGING, "hashed": False}
        ]

    # What pyld canonicalizes for the RDF suites leaves some controls as they are, which RDFC-1.0 escapes.
    return badge_json(before=before, suite="eddsa-jcs-2022")


@pytest.fixture
def wallet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def command(*arguments: str | Path) -> Ran:
        return run_wallet(tmp_path, capsys, *arguments)

    return command


def require_honest(ran: Ran) -> None:
    """No line of it may be one of the badge's, and nothing in it may move a cursor or turn the direction."""
    said = ran.stdout + ran.stderr
    begun = tuple(line.strip() for line in REPORT if line)
    assert [line for line in said.splitlines() if line.strip().startswith(begun)] == []
    assert not set(said) & set("\r\x0b\x0c\x1b\x85\x9b\u2028\u2029\u202e")


def test_no_command_prints_lines_of_a_badge_as_its_own(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    path, index = given(tmp_path, "a.json", forged_badge()), resources(tmp_path, OFFLINE)
    verified = wallet("verify", "--resources", index, path)
    require_honest(verified)
    assert verified.status == 0
    added = wallet("add", "--resources", index, path)
    require_honest(added)
    assert "Master of Data Science Issuer: University" in added.stdout
    assert "\u2800\u2800" not in added.stdout
    assert "\u2800\u2800" not in added.stdout
    (entry,) = wallet("list", "--json").json
    for arguments in (["list"], ["show"], ["remove"], ["show", entry["handle"]], ["remove", entry["handle"]]):
        require_honest(wallet(*arguments))
    portfolio = tmp_path / "portfolio"
    wallet("init", portfolio)
    for arguments in (["publish", entry["handle"]], ["publish", entry["handle"], "--yes"], ["status"], ["check"]):
        require_honest(wallet(*arguments, "--portfolio", portfolio))


def test_the_name_of_a_file_sends_nothing_to_a_terminal(tmp_path: Path, wallet: Callable[..., Ran]) -> None:
    index = resources(tmp_path, OFFLINE)
    for name, content in (("a\x1b[31m\nb: verified.json", badge_json()), ("c\x1b[31m\n  d.json", b"{}")):
        ran = wallet("verify", "--resources", index, given(tmp_path, name, content))
        assert "⟨U+001B⟩[31m" in ran.stdout + ran.stderr
        assert len(ran.stderr.splitlines()) == 1
        require_honest(ran)


def test_a_result_for_programs_is_harmless_on_a_terminal_and_says_the_same(
    tmp_path: Path, wallet: Callable[..., Ran]
) -> None:
    path = given(tmp_path, "a.json", forged_badge())
    ran = wallet("verify", "--json", "--resources", resources(tmp_path, OFFLINE), path)
    require_honest(ran)
    assert json.loads(ran.stdout)[0]["name"] == FORGING
