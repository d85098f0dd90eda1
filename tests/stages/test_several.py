"""Files that hold several credentials: learner records and presentations, from the file into the wallet."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.assets import badge_json
from tests.assets.records import HOLDER_KEY, presentation, record
from tests.assets.samples import method_of
from tests.assets.signing import sign_presentation
from tests.responses import responses
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.portfolio.reading import read_badge
from wallet.stages.importing import Change, Imported, import_badges
from wallet.stages.publishing import propose, publish
from wallet.store.wallet import Wallet
from wallet.verification.report import Verdict

AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
BADGE: JsonValue = json.loads(badge_json())
OTHER: JsonValue = json.loads(badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000000"))


def add(wallet: Wallet, value: JsonValue) -> tuple[Imported, ...]:
    source = json.dumps(value).encode()
    return import_badges(source, source_name="file", wallet=wallet, at=AT, fetcher=responses({}))


def signed_presentation(*credentials: JsonValue) -> JsonObject:
    return sign_presentation(presentation(*credentials), HOLDER_KEY, method_of(HOLDER_KEY))


def test_a_record_and_each_credential_in_it_are_kept(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    found = add(wallet, record(BADGE, OTHER))
    assert [one.verification.verdict for one in found] == [Verdict.VERIFIED] * 3
    entries = wallet.entries()
    assert {entry.name for entry in entries} == {"Sample record", "Sample badge"}
    assert sorted(entry.position for entry in entries) == [0, 1, 2]
    for entry in entries:
        assert extract(entry.source)[entry.position].json["id"] == entry.credential_id


def test_a_presentation_is_no_badge_and_its_credentials_are(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    found = add(wallet, signed_presentation(BADGE, OTHER))
    assert [(one.change, one.entry.position) for one in found] == [(Change.ADDED, 0), (Change.ADDED, 1)]
    assert len(wallet.entries()) == 2


def test_the_file_that_holds_a_badge_alone_stays_when_a_record_holds_it_too(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    (alone,) = add(wallet, BADGE)
    assert [one.change for one in add(wallet, record(BADGE))] == [Change.ADDED, Change.OLDER]
    kept = wallet.find(alone.entry.key)
    assert kept.source == alone.entry.source
    newer = json.loads(badge_json(validFrom="2025-07-01T00:00:00Z"))
    assert [one.change for one in add(wallet, record(newer))] == [Change.RENEWED, Change.RENEWED]


def test_a_presentation_of_one_badge_can_be_published(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    (root / "content").mkdir(parents=True)
    (root / "content" / "portfolio.toml").write_text('[site]\nurl = "https://a.example/"\n', "utf-8")
    (one,) = add(Wallet(tmp_path / "wallet"), signed_presentation(BADGE))
    folder = publish(propose(one.entry, root, slug=None, at=AT), root)
    assert read_badge(folder).source == one.entry.source
