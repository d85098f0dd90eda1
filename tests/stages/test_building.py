from __future__ import annotations

import io
import json
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.assets import badge_json, badge_jws, badge_png
from tests.assets.baking import bake_png
from tests.assets.issuers import HISAKATA
from tests.assets.status_lists import bitstring_entry, bitstring_list
from tests.responses import responses
from wallet.errors import PortfolioError, ResolutionError
from wallet.fields import JsonValue
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, Resource
from wallet.stages.build_record import BuildSummary
from wallet.stages.building import build
from wallet.stages.importing import import_badges
from wallet.stages.publishing import propose, publish
from wallet.stages.starting import NewPortfolio, start_portfolio
from wallet.store.wallet import Wallet
from wallet.verification.bitstrings import inflate_list

AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
LATER = AT + timedelta(days=40)
LIST = "https://credentials.hisakata-u.example/status/samples"
ANSWERS = NewPortfolio(url="https://a.example/portfolio/", latin="Ann Example", profile={"ja": "私", "en": "Me"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    start_portfolio(tmp_path / "mine", ANSWERS)
    return tmp_path / "mine"


def _publish(root: Path, source: bytes, slug: str, fetcher: Fetcher | None = None) -> Path:
    wallet = Wallet(root.parent / "wallet")
    (found,) = import_badges(source, source_name="badge", wallet=wallet, at=AT, fetcher=fetcher or responses({}))
    return publish(propose(found.entry, root, slug=slug, at=AT), root)


def _build(root: Path, at: datetime = AT, fetcher: Fetcher | None = None, base_url: str | None = None) -> BuildSummary:
    return build(root, output=root / "output", base_url=base_url, at=at, timer=float, fetcher=fetcher, cards=False)


def _site(root: Path) -> Mapping[str, bytes]:
    output = root / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def _with_status() -> bytes:
    return badge_json(**_hisakata())


def _hisakata() -> dict[str, Any]:
    entry = bitstring_entry(LIST, 8)
    return {
        "key": HISAKATA.key,
        "method": HISAKATA.method,
        "issuer": HISAKATA.profile,
        "credentialStatus": entry,
    }


def _answers(*marked: int) -> EvidenceFetcher:
    document = bitstring_list(LIST, HISAKATA, valid_from="2026-04-15T00:00:00Z", marked=marked)
    (key,) = HISAKATA.evidence
    return responses({key.url: key.content, LIST: json.dumps(document).encode("utf-8")})


class _NotFound:
    """A server on which everything is gone."""

    def fetch(self, url: str) -> Resource:
        raise ResolutionError("resolution.http-status", url=url, status=404)


def test_a_new_portfolio_builds_at_once(root: Path) -> None:
    summary = _build(root)
    assert (summary.verdicts, summary.left_out) == ({}, ())
    assert summary.pages > 0
    assert {"ja/index.html", "en/index.html", "404.html"} <= _site(root).keys()


def test_each_badge_has_a_page_in_both_languages_and_its_original(root: Path) -> None:
    _publish(root, badge_png(), "picture")
    summary = _build(root)
    assert summary.verdicts == {"verified": 1}
    site = _site(root)
    assert {"ja/badges/picture/index.html", "en/badges/picture/index.html"} <= site.keys()
    assert badge_png() in site.values()


def test_a_compact_token_is_published_as_text_that_pages_serves_readably(root: Path) -> None:
    _publish(root, badge_jws(), "token")
    _build(root)
    assert [path for path, content in _site(root).items() if content == badge_jws() and path.endswith(".txt")]


def test_two_builds_give_the_same_bytes_whenever_they_are_made(root: Path) -> None:
    _publish(root, badge_json(), "sample")
    _build(root)
    first = _site(root)
    assert len(first) > 10
    second = _build(root, at=LATER)
    assert _site(root) == first
    assert (second.written, second.removed) == (0, 0)


def test_the_date_of_a_new_finding_is_that_of_the_build(root: Path) -> None:
    _publish(root, badge_json(validUntil="2026-05-20T00:00:00Z"), "sample")
    assert _build(root).verdicts == {"verified": 1}
    assert _build(root, at=LATER).verdicts == {"expired": 1}
    assert "10 June 2026" in _site(root)["en/badges/sample/index.html"].decode("utf-8")


def test_a_badge_that_was_changed_is_left_out_by_name(root: Path) -> None:
    _publish(root, badge_json(), "sample")
    folder = _publish(root, badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000000"), "changed")
    source = (folder / "credential.json").read_bytes()
    assert b"Sample badge" in source
    (folder / "credential.json").write_bytes(source.replace(b"Sample badge", b"Simple badge"))
    summary = _build(root)
    assert [(badge.slug, badge.verdict) for badge in summary.left_out] == [("changed", "invalid")]
    assert summary.verdicts == {"invalid": 1, "verified": 1}
    assert not [path for path in _site(root) if "changed" in path]
    assert not [path for path, content in _site(root).items() if b"Simple badge" in content]


def test_a_file_that_is_no_badge_is_left_out_by_name(root: Path) -> None:
    folder = _publish(root, badge_json(), "sample")
    (folder / "credential.json").write_bytes(b"")
    summary = _build(root)
    assert [(badge.slug, badge.verdict, badge.code) for badge in summary.left_out] == [
        ("sample", "unreadable", "document.empty")
    ]


def test_a_broken_portfolio_leaves_the_old_site(root: Path) -> None:
    _build(root)
    before = _site(root)
    (root / "content" / "portfolio.toml").write_text("[site\n", "utf-8")
    with pytest.raises(PortfolioError):
        _build(root)
    assert _site(root) == before


def test_another_address_may_be_given(root: Path) -> None:
    _build(root, base_url="https://b.example")
    pages = [content for path, content in _site(root).items() if path.endswith(".html")]
    assert any(b"https://b.example/" in page for page in pages)
    assert not any(b"https://a.example/" in page for page in pages)


def test_a_build_uses_kept_evidence_only(root: Path) -> None:
    folder = _publish(root, _with_status(), "listed", _answers())
    assert _build(root).verdicts == {"verified": 1}
    shutil.rmtree(folder / "evidence")
    assert _build(root).verdicts == {"undetermined": 1}


def test_badges_that_have_a_list_in_common_ask_for_it_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    inflated: list[str] = []

    class Counting:
        def fetch(self, url: str) -> Resource:
            asked.append(url)
            return _answers().fetch(url)

    def counted(encoded: JsonValue, *, multibase: bool, url: str) -> bytes:
        inflated.append(url)
        return inflate_list(encoded, multibase=multibase, url=url)

    monkeypatch.setattr("wallet.verification.status_lists.inflate_list", counted)
    for number in range(3):
        badge = badge_json(**{**_hisakata(), "id": f"urn:uuid:{number}"})
        _publish(root, badge, f"badge-{number}", _answers())
    inflated.clear()
    assert _build(root, fetcher=Counting()).verdicts == {"verified": 3}
    assert (asked.count(LIST), inflated) == (1, [LIST])
    evidence = [path.read_text("utf-8") for path in (root / "content").rglob("evidence/index.json")]
    assert len(evidence) == 3
    assert all(LIST in index for index in evidence)
    # Offline each badge has its own copy, and one reading serves them all.
    inflated.clear()
    assert _build(root).verdicts == {"verified": 3}
    assert inflated == [LIST]


def test_a_refresh_finds_a_withdrawal_and_keeps_it(root: Path) -> None:
    folder = _publish(root, _with_status(), "listed", _answers())
    assert _build(root, at=LATER, fetcher=_answers(8)).verdicts == {"revoked": 1}
    assert json.loads((folder / "verification.json").read_text("utf-8"))["verdict"] == "revoked"
    assert _build(root, at=LATER).verdicts == {"revoked": 1}


def test_a_refresh_that_reaches_nobody_keeps_the_old_evidence(root: Path) -> None:
    folder = _publish(root, _with_status(), "listed", _answers())
    kept = (folder / "evidence" / "index.json").read_bytes()
    assert _build(root, at=LATER, fetcher=responses({})).verdicts == {"verified": 1}
    assert (folder / "evidence" / "index.json").read_bytes() == kept


def test_a_list_that_is_gone_is_undetermined_with_the_date_of_its_last_snapshot(root: Path) -> None:
    _publish(root, _with_status(), "listed", _answers())
    assert _build(root, at=LATER, fetcher=_NotFound()).verdicts == {"undetermined": 1}
    assert "1 May 2026" in _site(root)["en/badges/listed/index.html"].decode("utf-8")


@pytest.mark.parametrize("status", [404, 410])
def test_a_list_that_revoked_the_badge_and_is_gone_still_revokes_it(root: Path, status: int) -> None:
    _publish(root, _with_status(), "listed", _answers(8))
    gone = responses({LIST: b""}, status=410) if status == 410 else _NotFound()
    assert _build(root, at=LATER, fetcher=gone).verdicts == {"revoked": 1}
    assert _build(root, at=LATER).verdicts == {"revoked": 1}


def test_answers_that_begin_a_portfolio_may_hold_any_character(tmp_path: Path) -> None:
    answers = NewPortfolio(
        url="https://a.example/", family='星"野\\', given="青\n[links]", profile={"ja": "私", "en": "Me"}
    )
    start_portfolio(tmp_path / "mine", answers)
    assert _build(tmp_path / "mine").left_out == ()


def test_a_baked_picture_is_shown_smaller_and_kept_as_it_was_signed(root: Path) -> None:
    picture = Image.effect_noise((300, 300), 60).convert("RGB")
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    source = bake_png(stream.getvalue(), badge_json().decode())
    _publish(root, source, "picture")
    _build(root)
    site = _site(root)
    copies = {path: content for path, content in site.items() if path.endswith(".webp")}
    assert set(copies) == {f"badges/picture/image-{side}.webp" for side in (112, 208, 224, 300)}
    assert site["badges/picture/credential.png"] == source
    shutil.rmtree(root / ".wallet-cache")
    (root / "output" / "badges" / "picture" / "image-112.webp").unlink()
    _build(root)
    assert _site(root) == site
    # What no badge shows any more is not kept either.
    shutil.rmtree(root / "content" / "badges" / "picture")
    _build(root)
    assert [path.name for path in (root / ".wallet-cache" / "pictures").iterdir()] == [".gitignore"]
