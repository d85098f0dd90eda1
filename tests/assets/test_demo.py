from __future__ import annotations

import base64
import copy
import json
import re
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from tests.assets.badges.demo_badge import DemoBadge
from tests.assets.badges.hosted_badge import HostedBadge
from tests.assets.demo import demo_badges, demo_files, verification_of
from tests.assets.encoding import base64url
from tests.assets.issuers import RETRIEVED_AT
from tests.assets.writing import differences
from wallet.documents.extraction import extract
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import EvidenceFetcher
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import Verification, verify

_CONTENT = Path(__file__).resolve().parents[2] / "content"
_BADGES = {badge.slug: badge for badge in demo_badges()}
_FOUND = {slug: verification_of(badge) for slug, badge in _BADGES.items()}
_EMBEDDED = [slug for slug, badge in _BADGES.items() if badge.securing not in ("JWS", "hosted")]
_TOKENS = [slug for slug, badge in _BADGES.items() if badge.securing == "JWS"]
_HOSTED = [slug for slug, badge in _BADGES.items() if badge.securing == "hosted"]

# Standards and the frameworks that badges are aligned to; every other host is reserved for examples (RFC 2606).
_REAL_HOSTS = {
    "www.w3.org", "purl.imsglobal.org", "w3id.org", "www.ipa.go.jp", "www.nicjp.niad.ac.jp", "eur-lex.europa.eu",
    "www.coe.int", "data.europa.eu",
}  # fmt: skip


def _outcome(found: Verification, check: Check) -> Outcome:
    return found.report.result(check).outcome


def _strings(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(part)


def test_the_demo_shows_what_the_wallet_can_do() -> None:
    badges = _BADGES.values()
    assert len(badges) >= 12
    assert len({badge.issuer.id for badge in badges}) >= 5
    assert {badge.container for badge in badges} == {"json", "jws", "png", "svg"}
    assert {found.securing for found in _FOUND.values()} == {
        "eddsa-rdfc-2022", "Ed25519Signature2020", "VC-JWT RS256", "VC-JWT ES256", "VC-JWT EdDSA", "hosted",
    }  # fmt: skip
    assert {found.specification for found in _FOUND.values()} == {"OB 3.0", "OB 2.0"}
    assert {found.data_model for found in _FOUND.values()} == {"VCDM 2.0", "VCDM 1.1", None}
    assert {badge.issuer.id.split(":")[1] for badge in badges if badge.issuer.id.startswith("did:")} == {"key", "web"}


@pytest.mark.parametrize("slug", sorted(_BADGES))
def test_every_badge_is_verified_or_expired(slug: str) -> None:
    found = _FOUND[slug]
    expected = Verdict.EXPIRED if slug == "data-practice-exam-grade-2" else Verdict.VERIFIED
    assert found.verdict is expected
    assert _outcome(found, Check.CONFORMANCE) is Outcome.PASSED
    assert _outcome(found, Check.COVERAGE) is Outcome.PASSED


def test_one_endorsement_and_three_kinds_of_status_are_confirmed() -> None:
    endorsed = [slug for slug, found in _FOUND.items() if _outcome(found, Check.ENDORSEMENT) is Outcome.PASSED]
    listed = [slug for slug, found in _FOUND.items() if _outcome(found, Check.STATUS) is Outcome.PASSED]
    assert endorsed == ["working-with-data"]
    assert len(listed) == 4 + len(_HOSTED)
    signed = [badge for slug in listed if isinstance(badge := _BADGES[slug], DemoBadge)]
    assert {kind for badge in signed for kind in _status_types(badge)} == {
        "BitstringStatusListEntry", "1EdTechRevocationList",
    }  # fmt: skip


def _status_types(badge: DemoBadge) -> list[JsonValue]:
    status = badge.credential["credentialStatus"]
    entries = status if isinstance(status, list) else [status]
    return [entry["type"] for entry in entries if isinstance(entry, dict)]


def test_hosts_are_reserved_or_belong_to_standards() -> None:
    texts = [text for found in _FOUND.values() for text in _strings(found.members)]
    hosts = {host for text in texts for host in re.findall(r"https?://([^/:?#]+)", text)}
    assert len(hosts) > 10
    assert {host for host in hosts if not host.endswith(".example")} <= _REAL_HOSTS
    assert {
        name for text in texts for name in re.findall(r"@([\w.-]+\.\w+)", text) if not name.endswith(".example")
    } == set()


@pytest.mark.parametrize("slug", _EMBEDDED)
def test_a_changed_member_breaks_the_signature(slug: str) -> None:
    members = _FOUND[slug].members
    places = [place for place in _places(members) if "@context" not in place and place[0] != "proof"]
    assert len(places) > 20
    for place in places:
        assert _reverified(slug, _changed(members, place)).verdict is Verdict.INVALID, place


@pytest.mark.parametrize("slug", _TOKENS)
def test_a_changed_claim_breaks_the_signature_of_its_token(slug: str) -> None:
    jws = extract(_BADGES[slug].content())[0].jws
    assert jws is not None
    header, payload, signature = jws.split(".")
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    places = [place for place in _places(claims) if "@context" not in place]
    assert len(places) > 20
    for place in places:
        forged = base64url(json.dumps(_changed(claims, place)).encode())
        assert _judged(slug, f"{header}.{forged}.{signature}".encode()).verdict is Verdict.INVALID, place


@pytest.mark.parametrize("slug", _EMBEDDED)
def test_an_added_member_is_not_covered(slug: str) -> None:
    added = copy.deepcopy(_FOUND[slug].members)
    added["shoeSize"] = "24.5"
    report = _reverified(slug, added).report
    assert report.result(Check.COVERAGE).outcome is Outcome.FAILED


@pytest.mark.parametrize("slug", sorted(_BADGES))
def test_without_evidence_only_did_keys_without_status_are_verified(slug: str) -> None:
    badge = _BADGES[slug]
    bare = verify(extract(badge.content())[0], at=RETRIEVED_AT, fetcher=EvidenceFetcher(()))
    if badge.issuer.document_url is None:
        assert bare.verdict is _FOUND[slug].verdict
    else:
        assert bare.verdict is Verdict.UNDETERMINED


def _places(value: JsonValue, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, str):
        yield path
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _places(part, (*path, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _places(part, (*path, index))


def _changed(members: JsonObject, place: tuple[str | int, ...]) -> JsonObject:
    changed = copy.deepcopy(members)
    holder: Any = changed
    for step in place[:-1]:
        holder = holder[step]
    text: str = holder[place[-1]]
    holder[place[-1]] = text[:-1] + ("x" if text[-1:] != "x" else "y")
    return changed


@pytest.mark.parametrize("slug", _HOSTED)
def test_a_changed_member_is_not_what_the_page_says(slug: str) -> None:
    assert isinstance(_BADGES[slug], HostedBadge)
    members = _FOUND[slug].members
    places = [place for place in _places(members) if place[0] not in ("@context", "id", "verification")]
    assert len(places) > 8
    for place in places:
        assert _reverified(slug, _changed(members, place)).verdict is Verdict.INVALID, place


def _reverified(slug: str, members: JsonObject) -> Verification:
    return _judged(slug, json.dumps(members).encode("utf-8"))


def _judged(slug: str, source: bytes) -> Verification:
    document = extract(source)[0]
    return verify(document, at=RETRIEVED_AT, fetcher=EvidenceFetcher(_BADGES[slug].resources()))


def test_the_tree_holds_what_the_script_makes() -> None:
    files = demo_files(_CONTENT)
    assert len(files) > 40
    assert list(differences(_CONTENT, files, ("badges/*/credential.*", "badges/*/evidence/*"))) == []


def test_the_learner_says_something_in_both_languages() -> None:
    folders = [path for path in (_CONTENT / "badges").iterdir() if path.is_dir()]
    assert {path.name for path in folders} == set(_BADGES)
    noted = [path for path in folders if (path / "note.ja.md").exists()]
    assert len(noted) >= 6
    assert all((path / "note.en.md").exists() for path in noted)
    assert all((path / "badge.toml").exists() for path in folders)


def test_everything_was_fetched_at_one_moment() -> None:
    assert {resource.retrieved_at for badge in _BADGES.values() for resource in badge.resources()} == {RETRIEVED_AT}
    assert RETRIEVED_AT.tzinfo is UTC
