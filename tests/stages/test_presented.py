"""What the site offers of what its learner signed, and what it says about that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.assets import badge_json, badge_jws
from tests.assets.keys import rfc_8037_key
from tests.assets.presenting import holder_key, presented_texts, signed_demo
from tests.assets.records import presentation
from tests.assets.samples import method_of
from tests.assets.signing import sign_presentation as sign_elsewhere
from wallet.documents import extract
from wallet.portfolio.model import OwnerName, Portfolio
from wallet.site import Holder
from wallet.stages.presented import Presented, presented, remembered_holder

ADDRESS = "https://mine.example/portfolio/"
SIGNED = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
AT = SIGNED + timedelta(days=30)
KEY = holder_key("sample holder")
OTHER = badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000000")
SOURCES = {"first": badge_json(), "second": badge_jws()}


def _portfolio(signed: bytes | None, holder: str | None = KEY.did) -> Portfolio:
    return Portfolio(
        root=Path(),
        url=ADDRESS,
        languages=("en",),
        theme="default",
        owner=OwnerName(),
        headline={},
        profile={},
        links=(),
        pages=(),
        badges=(),
        known_issuers=(),
        holder=holder,
        presentation=signed,
    )


def _texts(sources: Mapping[str, bytes] = SOURCES) -> dict[str, str | None]:
    texts = presented_texts(tuple(sources.values()))
    return {**dict(zip(sources, texts, strict=True)), "hosted": None}


def _signed(*sources: bytes, domain: str = ADDRESS, created: datetime = SIGNED, label: str = "sample holder") -> bytes:
    return signed_demo(sources, domain=domain, created=created, key=holder_key(label))


def _found(signed: bytes | None, *, holder: str | None = KEY.did, sources: Mapping[str, bytes] = SOURCES) -> Presented:
    return presented(_portfolio(signed, holder), _texts(sources), ADDRESS, AT)


def _shown(found: Presented) -> datetime | None:
    return found.holder.shown_on if found.holder else None


def test_without_a_signature_the_badges_are_offered_unsigned_and_nothing_is_said() -> None:
    for holder in (None, KEY.did):
        found = _found(None, holder=holder)
        assert (found.remark, _shown(found), found.marks) == (None, None, ())
        assert found.file is not None
        assert (found.file.signed, found.file.slugs) == (False, frozenset({"first", "second"}))
        assert "proof" not in json.loads(found.file.content)
        assert len(extract(found.file.content)) == 2


def test_a_site_without_a_badge_for_it_offers_none() -> None:
    assert presented(_portfolio(None), {"hosted": None}, ADDRESS, AT).file is None


def test_what_was_signed_for_this_address_is_offered_as_it_is() -> None:
    signed = _signed(*SOURCES.values())
    found = _found(signed)
    assert (found.remark, _shown(found)) == (None, SIGNED)
    assert found.file is not None
    assert (found.file.content, found.file.signed, found.file.slugs) == (signed, True, frozenset({"first", "second"}))


def test_a_badge_that_was_published_since_is_told_and_the_rest_still_offered() -> None:
    found = _found(_signed(SOURCES["first"]))
    assert (found.remark, _shown(found)) == ("present.holds-less", SIGNED)
    assert found.file is not None
    assert (found.file.signed, found.file.slugs) == (True, frozenset({"first"}))


@pytest.mark.parametrize("sources", [{"first": badge_json()}, {"first": badge_json(), "second": OTHER}])
def test_a_badge_that_was_taken_out_or_renewed_is_not_public_in_it(sources: Mapping[str, bytes]) -> None:
    found = _found(_signed(*SOURCES.values()), sources=sources)
    assert (found.remark, _shown(found), found.marks) == ("present.holds-more", None, ())
    assert found.file is not None
    assert not found.file.signed
    assert badge_jws() not in found.file.content


def _tampered() -> bytes:
    signed = json.loads(_signed(*SOURCES.values()))
    signed["proof"]["created"] = "2026-05-02T09:00:00Z"
    return json.dumps(signed).encode()


def _with_expiry(expires: str) -> bytes:
    from tests.assets.keys import ed25519_key
    from tests.assets.signing import sign_data_integrity

    key = ed25519_key("sample holder")
    return json.dumps(
        sign_data_integrity(
            presentation(*map(json.loads, filter(None, _texts().values()))),
            key,
            method_of(key),
            "2026-05-01T09:00:00Z",
            suite="eddsa-rdfc-2022",
            proofPurpose="authentication",
            domain=ADDRESS,
            expires=expires,
        )
    ).encode()


@pytest.mark.parametrize(
    ("signed", "remark"),
    [
        (b"", "present.damaged"),
        (b"{}", "present.damaged"),
        (badge_json(), "present.damaged"),
        (json.dumps({"type": "VerifiablePresentation", "verifiableCredential": []}).encode(), "present.damaged"),
        (_signed(*SOURCES.values(), domain="https://elsewhere.example/"), "present.other-address"),
        (_signed(*SOURCES.values(), domain=ADDRESS[:-1]), "present.other-address"),
        (_signed(*SOURCES.values(), label="somebody else"), "present.other-key"),
        (_signed(*SOURCES.values(), created=AT + timedelta(days=1)), "present.not-verified"),
        (_tampered(), "present.not-verified"),
        (_with_expiry("2026-05-20T00:00:00Z"), "present.not-verified"),
    ],
)
def test_nothing_is_shown_by_what_is_not_ours_or_not_for_here(signed: bytes, remark: str) -> None:
    found = _found(signed)
    assert (found.remark, _shown(found), found.marks) == (remark, None, ())
    assert found.file is not None
    assert not found.file.signed


def test_a_signature_of_another_making_that_is_right_is_taken() -> None:
    assert _shown(_found(_with_expiry("2027-01-01T00:00:00Z"))) == SIGNED


def test_without_the_key_in_the_portfolio_nothing_is_shown() -> None:
    found = _found(_signed(*SOURCES.values()), holder=None)
    assert (found.remark, found.holder) == ("present.no-holder", None)


def test_a_key_that_everybody_has_shows_nothing() -> None:
    key = rfc_8037_key()
    given = presentation(json.loads(badge_json()), holder=f"did:key:{key.multikey}")
    signed = json.loads(json.dumps(sign_elsewhere(given, key, method_of(key))))
    assert _found(json.dumps(signed).encode(), holder=f"did:key:{key.multikey}").remark == "present.other-address"
    from wallet.presenting.holder_keys import key_from_seed

    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    own = key_from_seed(seed)
    found = _found(signed_demo([badge_json()], domain=ADDRESS, created=SIGNED, key=own), holder=own.did)
    assert found.remark == "present.not-verified"


def test_a_later_build_of_some_badges_remembers() -> None:
    found = _found(_signed(*SOURCES.values()))
    portfolio = _portfolio(b"not looked at")
    assert (
        remembered_holder(portfolio, ("skills", *found.marks)) == Holder(did=KEY.did, shown_on=SIGNED) == found.holder
    )
    assert remembered_holder(portfolio, ("skills",)) == Holder(did=KEY.did)
    assert remembered_holder(_portfolio(None, None), found.marks) is None
