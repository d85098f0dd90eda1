from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.assets import badge_json, badge_png
from tests.responses import responses
from wallet.errors import PortfolioError
from wallet.portfolio.reading import published_slugs, read_badge
from wallet.stages.importing import import_badges
from wallet.stages.publishing import propose, publish
from wallet.store.wallet import Wallet, WalletEntry

AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mine" / "content").mkdir(parents=True)
    (tmp_path / "mine" / "content" / "portfolio.toml").write_text('[site]\nurl = "https://a.example/"\n', "utf-8")
    return tmp_path / "mine"


def _kept(tmp_path: Path, source: bytes) -> WalletEntry:
    wallet = Wallet(tmp_path / "wallet")
    (found,) = import_badges(source, source_name="badge", wallet=wallet, at=AT, fetcher=responses({}))
    return found.entry


def test_a_proposal_tells_and_writes_nothing(tmp_path: Path, root: Path) -> None:
    proposal = propose(_kept(tmp_path, badge_json()), root, slug=None, at=AT)
    assert (proposal.slug, proposal.replaces) == ("sample-badge", False)
    assert [found.code for found in proposal.disclosures] == ["disclosure.subject-id"]
    assert published_slugs(root) == ()


def test_a_published_badge_has_its_bytes_and_its_report(tmp_path: Path, root: Path) -> None:
    source = badge_png()
    folder = publish(propose(_kept(tmp_path, source), root, slug=None, at=AT), root)
    assert read_badge(folder).source == source
    report = json.loads((folder / "verification.json").read_text("utf-8"))
    assert (report["verdict"], report["checked_at"]) == ("verified", "2026-05-01T03:00:00Z")


def test_a_badge_that_is_published_again_keeps_its_slug(tmp_path: Path, root: Path) -> None:
    publish(propose(_kept(tmp_path, badge_json()), root, slug="first-steps", at=AT), root)
    again = propose(_kept(tmp_path, badge_png()), root, slug=None, at=AT)
    assert (again.slug, again.replaces) == ("first-steps", True)


def test_another_badge_of_the_same_name_gets_another_slug(tmp_path: Path, root: Path) -> None:
    publish(propose(_kept(tmp_path, badge_json()), root, slug=None, at=AT), root)
    other = _kept(tmp_path, badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000000"))
    assert propose(other, root, slug=None, at=AT).slug == "sample-badge-2"
    with pytest.raises(PortfolioError, match=r"publish\.slug-taken"):
        propose(other, root, slug="sample-badge", at=AT)


def test_a_slug_that_cannot_stand_in_an_address_is_refused(tmp_path: Path, root: Path) -> None:
    with pytest.raises(PortfolioError, match=r"authoring\.bad-slug"):
        propose(_kept(tmp_path, badge_json()), root, slug="../sample", at=AT)


def test_a_badge_that_does_not_stand_is_not_published(tmp_path: Path, root: Path) -> None:
    forged = badge_json(after=lambda credential: credential.update({"validFrom": "2020-01-01T00:00:00Z"}))
    with pytest.raises(PortfolioError, match=r"publish\.invalid"):
        propose(_kept(tmp_path, forged), root, slug=None, at=AT)


def test_an_expired_badge_may_be_published(tmp_path: Path, root: Path) -> None:
    entry = _kept(tmp_path, badge_json(validUntil="2026-01-01T00:00:00Z"))
    assert propose(entry, root, slug=None, at=AT).verification.verdict.value == "expired"


def test_there_must_be_a_portfolio_to_publish_in(tmp_path: Path) -> None:
    with pytest.raises(PortfolioError, match=r"portfolio\.not-a-portfolio"):
        propose(_kept(tmp_path, badge_json()), tmp_path / "elsewhere", slug=None, at=AT)


def test_a_published_badge_is_not_published_twice_under_another_name(tmp_path: Path, root: Path) -> None:
    publish(propose(_kept(tmp_path, badge_json()), root, slug="first-steps", at=AT), root)
    assert propose(_kept(tmp_path, badge_json()), root, slug="first-steps", at=AT).replaces
    with pytest.raises(PortfolioError, match=r"publish\.has-another-slug"):
        propose(_kept(tmp_path, badge_json()), root, slug="second-steps", at=AT)
    assert published_slugs(root) == ("first-steps",)
