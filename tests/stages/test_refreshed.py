"""A newer version is kept beside the original, in private whatever it says, in public only when it reveals no more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.assets.samples import OB_CONTEXT, VCDM_2_CONTEXT
from tests.assets.status_lists import bitstring_entry
from tests.members import member
from tests.responses import responses
from tests.verification.listed import LIST, status_list
from wallet.fields import JsonObject, JsonValue
from wallet.portfolio.reading import read_portfolio
from wallet.stages.importing import import_badges
from wallet.stages.judging import Judged, judge
from wallet.stages.publishing import propose, publish
from wallet.store.wallet import Wallet, WalletEntry

AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
URL = "https://issuer.example/refresh/1"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
SERVICE: JsonObject = {"id": URL, "type": "1EdTechCredentialRefresh"}
IDENTITY: JsonObject = {
    "type": "IdentityObject",
    "identityType": "emailAddress",
    "hashed": False,
    "identityHash": "ann@example.org",
}


def badge(*, address: bool = False, **members: JsonValue) -> bytes:
    def name(credential: JsonObject) -> None:
        subject = credential["credentialSubject"]
        assert isinstance(subject, dict)
        if address:
            subject["identifier"] = [IDENTITY]

    contexts = [VCDM_2_CONTEXT, OB_CONTEXT, EXTENSIONS]
    return badge_json(before=name, refreshService=SERVICE, **member("@context", contexts), **members)  # type: ignore[arg-type]


NEWER = badge(validFrom="2026-01-01T00:00:00Z")
TELLING = badge(address=True, validFrom="2026-01-01T00:00:00Z")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mine" / "content").mkdir(parents=True)
    (tmp_path / "mine" / "content" / "portfolio.toml").write_text('[site]\nurl = "https://a.example/"\n', "utf-8")
    return tmp_path / "mine"


def kept(tmp_path: Path, contents: Mapping[str, bytes], source: bytes | None = None) -> WalletEntry:
    (found,) = import_badges(
        source or badge(),
        source_name="badge",
        wallet=Wallet(tmp_path / "wallet"),
        at=AT,
        fetcher=responses(contents),
    )
    return found.entry


def code(report: Mapping[str, JsonValue]) -> str:
    results = report["results"]
    assert isinstance(results, list)
    (status,) = [one for one in results if isinstance(one, dict) and one["check"] == "status"]
    facts = status["facts"]
    assert isinstance(facts, dict)
    notes = facts["notes"]
    assert isinstance(notes, list)
    assert isinstance(notes[0], dict)
    return str(notes[0]["code"])


@pytest.mark.parametrize("answer", [NEWER, TELLING])
def test_the_wallet_keeps_whatever_came_beside_the_original(tmp_path: Path, answer: bytes) -> None:
    entry = kept(tmp_path, {URL: answer})
    assert entry.source == badge()
    assert {resource.url: resource.content for resource in entry.evidence} == {URL: answer}
    assert code(entry.verification) == "refresh.newer-stands"


def test_a_newer_version_that_reveals_no_more_is_published_with_the_badge(tmp_path: Path, root: Path) -> None:
    folder = publish(propose(kept(tmp_path, {URL: NEWER}), root, slug=None, at=AT), root)
    assert code(json.loads((folder / "verification.json").read_text("utf-8"))) == "refresh.newer-stands"
    (found,) = read_portfolio(root).badges
    judged = judge(found, read_portfolio(root), AT)
    assert isinstance(judged, Judged)
    assert [resource.url for resource in judged.evidence] == [URL]


def test_one_that_reveals_more_stays_private(tmp_path: Path, root: Path) -> None:
    folder = publish(propose(kept(tmp_path, {URL: TELLING}), root, slug=None, at=AT), root)
    written = [path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()]
    assert written
    assert not any("ann@example.org" in text for text in written)
    assert code(json.loads((folder / "verification.json").read_text("utf-8"))) == "refresh.not-obtained"


def test_a_refresh_of_the_portfolio_keeps_to_the_same_rule(tmp_path: Path, root: Path) -> None:
    folder = publish(propose(kept(tmp_path, {}), root, slug=None, at=AT), root)
    for answer, wanted in ((TELLING, "refresh.not-obtained"), (NEWER, "refresh.newer-stands")):
        (found,) = read_portfolio(root).badges
        judge(found, read_portfolio(root), AT, responses({URL: answer}))
        assert code(json.loads((folder / "verification.json").read_text("utf-8"))) == wanted
        assert not any(b"ann@example.org" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_an_offline_build_knows_of_the_withdrawal_of_the_newer_version(tmp_path: Path, root: Path) -> None:
    publish(propose(kept(tmp_path, {}), root, slug=None, at=AT), root)
    newer = badge(validFrom="2026-01-01T00:00:00Z", credentialStatus=bitstring_entry(LIST, 5))
    (found,) = read_portfolio(root).badges
    judge(found, read_portfolio(root), AT, responses({URL: newer, LIST: status_list(5)}))
    (found,) = read_portfolio(root).badges
    judged = judge(found, read_portfolio(root), AT)
    assert isinstance(judged, Judged)
    assert judged.verification.verdict.value == "revoked"
