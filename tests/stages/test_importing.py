from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.assets import badge_json, badge_jws, badge_png, badge_svg, sample_picture
from tests.assets.issuers import HISAKATA
from tests.assets.keys import Ed25519Key
from tests.assets.samples import HOLDER
from tests.responses import responses
from wallet.errors import DocumentError
from wallet.fields import JsonObject
from wallet.resolution.fetching import Fetcher
from wallet.stages.importing import Change, Imported, import_badges
from wallet.store.wallet import Wallet
from wallet.verification.identity import Identity
from wallet.verification.report import Verdict

AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
PICTURE = "https://issuer.example/badge.png"


def _add(wallet: Wallet, source: bytes, fetcher: Fetcher | None = None, *known: Identity) -> Imported:
    (found,) = import_badges(
        source, source_name="badge", wallet=wallet, at=AT, fetcher=fetcher or responses({}), identities=known
    )
    return found


def _with_picture(credential: JsonObject) -> None:
    subject = credential["credentialSubject"]
    assert isinstance(subject, dict)
    achievement = subject["achievement"]
    assert isinstance(achievement, dict)
    achievement["image"] = {"id": PICTURE, "type": "Image"}


def _did_web() -> bytes:
    assert isinstance(HISAKATA.key, Ed25519Key)
    return badge_json(key=HISAKATA.key, method=HISAKATA.method, issuer=HISAKATA.profile)


def _did_document() -> Mapping[str, bytes]:
    (resource,) = HISAKATA.evidence
    return {resource.url: resource.content}


@pytest.mark.parametrize(
    ("source", "file_name"),
    [
        (badge_json(), "credential.json"),
        (badge_jws(), "credential.jws"),
        (badge_png(), "credential.png"),
        (badge_svg(), "credential.svg"),
    ],
)
def test_a_badge_is_verified_and_kept_byte_for_byte(tmp_path: Path, source: bytes, file_name: str) -> None:
    wallet = Wallet(tmp_path)
    found = _add(wallet, source)
    assert (found.verification.verdict, found.change) == (Verdict.VERIFIED, Change.ADDED)
    (entry,) = wallet.entries()
    assert entry == found.entry
    assert (entry.source, entry.file_name, entry.handle) == (source, file_name, "sample-badge")
    assert (entry.name, entry.issuer_name, entry.source_name) == ("Sample badge", "Sample Issuer", "badge")
    assert entry.verification["verdict"] == "verified"


@pytest.mark.parametrize(
    "source",
    [b"", b"Dear reader", sample_picture(), badge_png()[:300], b'{"title": "Shopping list"}', b"[]", b"\x00" * 64],
)
def test_nothing_is_kept_of_a_file_without_a_badge(tmp_path: Path, source: bytes) -> None:
    wallet = Wallet(tmp_path / "home")
    with pytest.raises(DocumentError):
        _add(wallet, source)
    assert not wallet.home.exists()


def test_a_badge_that_does_not_stand_is_kept_with_its_report(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    forged = badge_json(after=lambda credential: credential.update({"validFrom": "2020-01-01T00:00:00Z"}))
    assert _add(wallet, forged).verification.verdict is Verdict.INVALID
    assert [entry.verification["verdict"] for entry in wallet.entries()] == ["invalid"]


def test_what_was_fetched_is_kept_as_evidence(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    found = _add(wallet, _did_web(), responses(_did_document()))
    assert found.verification.verdict is Verdict.VERIFIED
    assert [resource.url for resource in wallet.entries()[0].evidence] == list(_did_document())


def test_the_picture_is_fetched_too_and_its_absence_is_harmless(tmp_path: Path) -> None:
    source = badge_json(before=_with_picture)
    wallet = Wallet(tmp_path)
    assert _add(wallet, source).verification.verdict is Verdict.VERIFIED
    assert wallet.entries()[0].evidence == ()
    _add(wallet, source, responses({PICTURE: sample_picture()}))
    assert [resource.content for resource in wallet.entries()[0].evidence] == [sample_picture()]


def test_old_evidence_is_never_replaced_by_nothing(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    _add(wallet, _did_web(), responses(_did_document()))
    again = _add(wallet, _did_web(), responses({}))
    assert (again.verification.verdict, again.change) == (Verdict.VERIFIED, Change.UNCHANGED)
    assert len(wallet.entries()[0].evidence) == 1


def test_the_same_credential_in_another_file_is_kept_once(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    _add(wallet, badge_json())
    again = _add(wallet, badge_png())
    assert again.change is Change.RENEWED
    assert [entry.file_name for entry in wallet.entries()] == ["credential.png"]


@pytest.mark.parametrize(
    ("first", "second", "change", "kept"),
    [
        ("2025-04-01T00:00:00Z", "2026-04-01T00:00:00Z", Change.RENEWED, "2026-04-01T00:00:00Z"),
        ("2026-04-01T00:00:00Z", "2025-04-01T00:00:00Z", Change.OLDER, "2026-04-01T00:00:00Z"),
        # Half past eight in the morning in Tokyo is before midnight in London.
        ("2026-04-01T00:00:00Z", "2026-04-01T08:30:00+09:00", Change.OLDER, "2026-04-01T00:00:00Z"),
    ],
)
def test_the_newer_copy_of_a_credential_stays(
    tmp_path: Path, first: str, second: str, change: Change, kept: str
) -> None:
    wallet = Wallet(tmp_path)
    _add(wallet, badge_json(validFrom=first))
    assert _add(wallet, badge_json(validFrom=second)).change is change
    assert [entry.source for entry in wallet.entries()] == [badge_json(validFrom=kept)]


def test_a_proof_made_later_renews_as_well(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    _add(wallet, badge_json(created="2025-04-02T00:00:00Z"))
    assert _add(wallet, badge_json(created="2025-04-03T00:00:00Z")).change is Change.RENEWED
    assert _add(wallet, badge_json(created="2025-04-02T00:00:00Z")).change is Change.OLDER


def test_a_forged_copy_with_a_newer_date_never_replaces_a_sound_one(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    _add(wallet, badge_json())
    forged = badge_json(after=lambda credential: credential.update({"validFrom": "2026-04-01T00:00:00Z"}))
    assert _add(wallet, forged).change is Change.REFUSED
    assert [entry.source for entry in wallet.entries()] == [badge_json()]


def test_a_sound_copy_replaces_one_that_does_not_stand(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    _add(wallet, badge_json(after=lambda credential: credential.update({"description": "Changed."})))
    assert _add(wallet, badge_json()).change is Change.RENEWED
    assert [entry.verification["verdict"] for entry in wallet.entries()] == ["verified"]


def test_another_credential_of_the_same_name_gets_another_handle(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    _add(wallet, badge_json())
    _add(wallet, badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000000"))
    assert [entry.handle for entry in wallet.entries()] == ["sample-badge", "sample-badge-2"]


def test_whose_badge_it_is_is_compared_and_stays_private(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path)
    assert _add(wallet, badge_json()).recipient is None
    own = _add(wallet, badge_json(), None, Identity(type="id", value=HOLDER))
    other = _add(wallet, badge_json(), None, Identity(type="id", value="did:key:other"))
    assert own.recipient is not None
    assert other.recipient is not None
    assert (own.recipient.code, other.recipient.code) == ("recipient.id-matches", "recipient.other")
    assert other.verification.verdict is Verdict.VERIFIED


def test_of_two_copies_that_cannot_be_confirmed_neither_is_lost(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path / "wallet")
    one = badge_json(after=lambda credential: credential.update({"validFrom": "2020-01-01T00:00:00Z"}))
    other = badge_json(after=lambda credential: credential.update({"validFrom": "2027-01-01T00:00:00Z"}))
    first, second = _add(wallet, one), _add(wallet, other)
    assert (first.change, second.change) == (Change.ADDED, Change.BESIDE)
    assert {entry.source for entry in wallet.entries()} == {one, other}
    assert len({entry.handle for entry in wallet.entries()}) == 2
    assert [_add(wallet, source).change for source in (one, other)] == [Change.UNCHANGED, Change.UNCHANGED]


def test_a_sound_copy_takes_the_place_of_an_unconfirmed_one_with_any_date(tmp_path: Path) -> None:
    wallet = Wallet(tmp_path / "wallet")
    forged = badge_json(after=lambda credential: credential.update({"validFrom": "2030-01-01T00:00:00Z"}))
    _add(wallet, forged)
    assert _add(wallet, badge_json()).change is Change.RENEWED
    assert [entry.source for entry in wallet.entries()] == [badge_json()]
