"""What a person reads of one credential, and of several together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.assets.assertions import assertion, signed_assertion
from tests.assets.issuers import HISAKATA
from tests.assets.keys import rfc_8037_key
from tests.assets.records import HOLDER_KEY, endorsement, record, signed_by
from tests.assets.samples import ISSUER, did_key, method_of
from tests.assets.status_lists import bitstring_list
from tests.cli.running import OFFLINE, given, resources, run_wallet
from wallet.fields import JsonObject

LIST = "https://credentials.hisakata-u.example/status/samples"
EXPIRED = badge_json(validUntil="2026-05-31T00:00:00Z")


def read(tmp_path: Path, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[str]:
    index = resources(tmp_path, OFFLINE)
    return run_wallet(tmp_path, capsys, "verify", "--resources", index, *arguments).stdout.splitlines()


def as_file(tmp_path: Path, name: str, credential: JsonObject) -> Path:
    return given(tmp_path, name, json.dumps(credential).encode())


def test_the_credentials_of_a_record_are_numbered_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = as_file(tmp_path, "record.json", record(json.loads(badge_json()), json.loads(EXPIRED)))
    lines = read(tmp_path, capsys, whole)
    assert [line.split(": ")[0] for line in lines if not line.startswith(" ")] == [
        f"{whole} (1/3)",
        f"{whole} (2/3)",
        f"{whole} (3/3)",
        "Checked",
    ]
    assert lines[-3:] == ["Checked: 3", "  verified: 2", "  genuine, but expired: 1"]


def test_one_credential_alone_is_neither_numbered_nor_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = given(tmp_path, "badge.json", badge_json())
    lines = read(tmp_path, capsys, path)
    assert lines[0].startswith(f"{path}: ")
    assert not any(line.startswith("Checked") for line in lines)


def test_whoever_made_a_record_or_an_endorsement_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = as_file(tmp_path, "endorsement.json", signed_by(HOLDER_KEY, endorsement()))
    lines = read(tmp_path, capsys, path)
    assert lines[1].startswith("  Issuer: Sample Association (did:key:")


def test_a_status_list_is_answered_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = bitstring_list(LIST, HISAKATA, valid_from="2026-05-01T00:00:00Z", marked=())
    lines = read(tmp_path, capsys, as_file(tmp_path, "list.json", listed))
    assert len(lines) == 4
    assert LIST in lines[0]
    assert "check a badge that is on it" in lines[-1]


def test_a_remark_is_told_from_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def nameless(credential: JsonObject) -> None:
        subject = credential["credentialSubject"]
        assert isinstance(subject, dict)
        subject.pop("id", None)
        subject.pop("identifier", None)
        credential["issuer"] = {"id": "not a uri", "type": ["Profile"]}

    lines = read(tmp_path, capsys, given(tmp_path, "badge.json", badge_json(after=nameless)))
    details = [line.strip() for line in lines if line.startswith("      · ")]
    assert [line.startswith("· Remark: ") for line in details[:2]] == [False, True]


def test_an_issuer_on_no_list_is_not_known_and_nothing_was_left_unchecked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = given(tmp_path, "own.json", b'{"registry": {}}')
    lines = read(tmp_path, capsys, "--registry", empty, given(tmp_path, "badge.json", badge_json()))
    assert any(line.startswith("    Known issuer: not known. ") for line in lines)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (badge_json(after=lambda credential: credential.update({"proof": []})), "none could be tried"),
        (json.dumps(assertion()).encode(), "the badge is hosted, and not signed"),
    ],
)
def test_where_there_are_no_steps_the_explanation_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: bytes, words: str
) -> None:
    lines = read(tmp_path, capsys, "--explain", given(tmp_path, "badge", source))
    assert words in lines[-1]


def test_the_steps_of_a_signed_assertion_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = read(tmp_path, capsys, "--explain", given(tmp_path, "badge", signed_assertion()))
    assert any(line.strip().startswith("jwsSigningInput") for line in lines)


def test_what_was_explained_is_not_said_to_be_without_steps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = read(tmp_path, capsys, "--explain", given(tmp_path, "badge.json", badge_json()))
    assert lines[-1].strip() == "true"


def test_the_name_that_open_badges_2_has_for_an_address_is_understood(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = given(tmp_path, "badge.json", badge_json())
    by_either = [
        read(tmp_path, capsys, "--recipient", f"{kind}=x@mail.example", path) for kind in ("email", "emailAddress")
    ]
    assert by_either[0] == by_either[1]


def test_each_endorsement_is_told_with_its_author(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = signed_by(HOLDER_KEY, endorsement(ISSUER))
    altered = {**sound, "name": "Another name"}
    lines = read(tmp_path, capsys, given(tmp_path, "badge.json", badge_json(endorsement=[sound, altered])))
    details = [line.strip() for line in lines if line.startswith("      · did:key:")]
    assert [line.rpartition(": ")[2] for line in details] == [
        "passed (endorsement.verified)",
        "failed (proof.signature-wrong)",
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "verified, with a key published for tests"),
        ("ja", "検証済み（テスト用に公開された鍵による署名）"),
    ],
)
def test_the_verdict_is_not_told_without_that_anybody_has_the_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    key = rfc_8037_key()
    source = badge_json(key=key, method=method_of(key), issuer={"id": did_key(key), "type": ["Profile"], "name": "X"})
    path = given(tmp_path, "badge.json", source)
    ran = run_wallet(tmp_path, capsys, "verify", "--resources", resources(tmp_path, OFFLINE), path, language=language)
    assert ran.status == 0
    assert ran.stdout.splitlines()[2].endswith(words)
