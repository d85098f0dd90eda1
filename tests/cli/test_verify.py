from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assets import badge_json, badge_jws, badge_png, badge_svg
from tests.assets.issuers import HISAKATA
from tests.assets.keys import Ed25519Key, ed25519_key
from tests.assets.records import HOLDER_KEY, presentation, record
from tests.assets.samples import HOLDER, ISSUER, did_key, method_of, sample_credential, signed
from tests.assets.signing import sign_presentation
from tests.assets.status_lists import bitstring_entry, bitstring_list
from tests.cli.running import OFFLINE, Ran, given, resources, run_wallet
from tests.members import member
from wallet.fields import JsonValue
from wallet.verification.report import Check

LIST = "https://credentials.hisakata-u.example/status/samples"
SAMPLE_ID = "urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f"
(DID_DOCUMENT,) = HISAKATA.evidence

FORGED = badge_json(after=lambda credential: credential.update({"validFrom": "2020-01-01T00:00:00Z"}))
EXPIRED = badge_json(validUntil="2026-05-31T00:00:00Z")
EARLY = badge_json(validFrom="2026-06-02T00:00:00Z")
UNSIGNED = badge_json(after=lambda credential: credential.update({"proof": []}))
UNKNOWN_SUITE = badge_jws(alg="ES256K")


def _did_web(purpose: str | None = None) -> bytes:
    assert isinstance(HISAKATA.key, Ed25519Key)
    status = {} if purpose is None else member("credentialStatus", bitstring_entry(LIST, 8, purpose))
    return badge_json(key=HISAKATA.key, method=HISAKATA.method, issuer=HISAKATA.profile, **status)


def _network(tmp_path: Path, entry: JsonValue = "did.json", purpose: str = "revocation") -> Path:
    """An index with the issuer's key document as `entry`, and a status list in which the eighth bit is set."""
    listed = bitstring_list(LIST, HISAKATA, valid_from="2026-05-01T00:00:00Z", marked=(8,), purpose=purpose)
    files = {"did.json": DID_DOCUMENT.content, "list.json": json.dumps(listed).encode()}
    moved = "https://credentials.hisakata-u.example/moved/did.json"
    return resources(tmp_path, {DID_DOCUMENT.url: entry, moved: "did.json", LIST: "list.json"}, files)


def _verify(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    source: bytes,
    *options: str,
    index: Path | None = None,
) -> Ran:
    path = given(tmp_path, "badge", source)
    known = index or resources(tmp_path, OFFLINE)
    return run_wallet(tmp_path, capsys, "verify", "--json", "--resources", known, *options, path)


def test_the_object_of_a_credential_has_every_member(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _verify(tmp_path, capsys, badge_png())
    (found,) = ran.json
    assert (ran.status, ran.stderr) == (0, "")
    results = found.pop("results")
    assert found == {
        "path": str(tmp_path / "badge"),
        "position": 0,
        "container": "png",
        "specification": "OB 3.0",
        "data_model": "VCDM 2.0",
        "id": SAMPLE_ID,
        "issuer": ISSUER,
        "name": "Sample badge",
        "securing": "eddsa-rdfc-2022",
        "verdict": "verified",
    }
    assert [result["check"] for result in results] == [check.value for check in Check]
    assert {frozenset(result) for result in results} == {frozenset({"check", "outcome", "code", "facts"})}
    assert {result["outcome"] for result in results} == {"passed", "not_applicable"}


@pytest.mark.parametrize(
    ("source", "container", "securing"),
    [
        (badge_json(), "json", "eddsa-rdfc-2022"),
        (badge_jws(), "jwt", "VC-JWT EdDSA"),
        (badge_svg(), "svg", "eddsa-rdfc-2022"),
        (badge_png(badge_jws()), "png", "VC-JWT EdDSA"),
    ],
)
def test_a_file_is_named_by_what_holds_and_what_secures_its_badge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: bytes, container: str, securing: str
) -> None:
    (found,) = _verify(tmp_path, capsys, source).json
    assert (found["container"], found["securing"], found["verdict"]) == (container, securing, "verified")


@pytest.mark.parametrize(
    ("source", "verdict", "status"),
    [
        (badge_json(), "verified", 0),
        (FORGED, "invalid", 3),
        (EXPIRED, "expired", 3),
        (EARLY, "not_yet_valid", 3),
        (_did_web("revocation"), "revoked", 3),
        (_did_web("suspension"), "suspended", 3),
        (badge_json(issuer=HISAKATA.profile), "invalid", 3),
        (UNSIGNED, "invalid", 3),
        (UNKNOWN_SUITE, "unsupported", 4),
    ],
)
def test_the_exit_status_follows_from_the_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], source: bytes, verdict: str, status: int
) -> None:
    purpose = "suspension" if verdict == "suspended" else "revocation"
    ran = _verify(tmp_path, capsys, source, index=_network(tmp_path, purpose=purpose))
    assert ([found["verdict"] for found in ran.json], ran.status) == ([verdict], status)


@pytest.mark.parametrize(
    ("sources", "status"),
    [
        ((badge_json(), badge_png()), 0),
        ((UNKNOWN_SUITE, badge_json()), 4),
        ((UNKNOWN_SUITE, EXPIRED), 3),
        ((EXPIRED, b"", badge_json()), 1),
    ],
)
def test_the_worst_of_several_files_decides_and_each_has_its_object_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sources: tuple[bytes, ...], status: int
) -> None:
    paths = [given(tmp_path, f"badge-{number}", source) for number, source in enumerate(sources)]
    ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", resources(tmp_path, OFFLINE), *paths)
    assert [found["path"] for found in ran.json] == [str(path) for path in paths]
    assert ran.status == status


def test_credentials_of_one_file_are_numbered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000000", validUntil="2026-05-31T00:00:00Z")
    ran = _verify(tmp_path, capsys, b"[" + badge_json() + b"," + second + b"]")
    assert [(found["position"], found["verdict"]) for found in ran.json] == [(0, "verified"), (1, "expired")]


@pytest.mark.parametrize(
    ("moment", "verdict"),
    [
        ("2026-05-30T23:59:59Z", "verified"),
        ("2026-05-31T08:59:59+09:00", "verified"),
        ("2026-05-31T00:00:01Z", "expired"),
        ("2020-01-01T00:00:00Z", "not_yet_valid"),
    ],
)
def test_at_is_the_moment_to_judge_by(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], moment: str, verdict: str
) -> None:
    (found,) = _verify(tmp_path, capsys, EXPIRED, "--at", moment).json
    assert found["verdict"] == verdict


@pytest.mark.parametrize(
    ("options", "outcome", "status"),
    [
        ([], "not_applicable", 0),
        (["--recipient", f"id={HOLDER}"], "passed", 0),
        (["--recipient", "emailAddress=ann@example.com", "--recipient", f"id={HOLDER}"], "passed", 0),
        (["--recipient", "id=did:key:z6Mkother"], "failed", 3),
        (["--recipient", "emailAddress=ann@example.com"], "undetermined", 4),
    ],
)
def test_a_badge_is_compared_with_the_recipients_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], outcome: str, status: int
) -> None:
    ran = _verify(tmp_path, capsys, badge_json(), *options)
    assert [found["outcome"] for found in ran.json[0]["results"] if found["check"] == "recipient"] == [outcome]
    assert ran.status == status
    assert "ann@example.com" not in ran.stdout


@pytest.mark.parametrize(
    ("entry", "verdict"),
    [
        ("did.json", "verified"),
        ({"file": "did.json", "status": 200, "media_type": "application/did+json"}, "verified"),
        ({"location": "https://credentials.hisakata-u.example/moved/did.json"}, "verified"),
        ({"location": DID_DOCUMENT.url}, "undetermined"),
        ({"file": "did.json", "status": 503}, "undetermined"),
        ("absent.json", "undetermined"),
        (503, "undetermined"),
    ],
)
def test_fetches_are_answered_from_the_index(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], entry: JsonValue, verdict: str
) -> None:
    ran = _verify(tmp_path, capsys, _did_web(), index=_network(tmp_path, entry))
    assert ran.json[0]["verdict"] == verdict
    assert ran.status == (0 if verdict == "verified" else 4)


def test_the_index_may_be_named_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _verify(tmp_path, capsys, _did_web(), index=_network(tmp_path) / "index.json")
    assert ran.json[0]["verdict"] == "verified"


def test_several_results_are_one_array_as_it_always_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = 'two\u2028lines\x85 "quoted"\n  and more'
    paths = [given(tmp_path, f"{place}.json", badge_json(name=name)) for place in ("one", "two")]
    index = resources(tmp_path, OFFLINE)
    ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", index, *paths, tmp_path / "missing.json")
    assert [one["verdict"] for one in ran.json] == ["verified", "verified", "unreadable"]
    assert ran.stdout == json.dumps(ran.json, ensure_ascii=False, indent=2) + "\n"
    assert ran.status == 1


def test_a_result_is_printed_before_the_next_badge_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [given(tmp_path, f"{number}.json", badge_json()) for number in range(3)]
    printed: list[str] = []

    def read(path: str, _fetcher: object) -> bytes:
        printed.append(capsys.readouterr().out)
        return Path(path).read_bytes()

    monkeypatch.setattr("wallet.cli.verify.read_input", read)
    run_wallet(tmp_path, capsys, "verify", "--json", *paths)
    assert [part.count('"verdict"') for part in printed] == [0, 1, 1]


def test_there_is_an_object_for_a_record_for_each_credential_in_it_and_for_who_presents_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = presentation(record(json.loads(badge_json()), badge_jws().decode()))
    source = json.dumps(sign_presentation(whole, HOLDER_KEY, method_of(HOLDER_KEY))).encode()
    ran = _verify(tmp_path, capsys, source)
    assert ran.status == 0
    assert [(one["position"], one["specification"], one["verdict"]) for one in ran.json] == [
        (0, "CLR 2.0", "verified"),
        (1, "OB 3.0", "verified"),
        (2, "OB 3.0", "verified"),
        (3, "VCDM 2.0", "verified"),
    ]


def test_what_a_refresh_service_and_each_list_said_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    service: JsonValue = {"id": "https://issuer.example/refresh", "type": "1EdTechCredentialRefresh"}
    contexts = [*sample_credential()["@context"], "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]  # type: ignore[misc]
    source = badge_json(refreshService=service, **member("@context", contexts))
    path = given(tmp_path, "badge", source)
    index = resources(tmp_path, OFFLINE)
    ran = run_wallet(tmp_path, capsys, "verify", "--resources", index, path)
    assert "nothing could be had from https://issuer.example/refresh" in ran.stdout


def test_each_of_several_proofs_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    witness = ed25519_key("witness")
    document = signed(sample_credential(), suite="eddsa-rdfc-2022", key=witness, method=method_of(witness))
    source = json.dumps(signed(document)).encode()
    path, index = given(tmp_path, "badge", source), resources(tmp_path, OFFLINE)
    lines = run_wallet(tmp_path, capsys, "verify", "--resources", index, path).stdout.splitlines()
    reported = [line for line in lines if line.startswith("      · ")]
    assert len(reported) == 2
    assert f"        The key {method_of(witness)} belongs to {did_key(witness)}, not to the issuer {ISSUER}." in lines
