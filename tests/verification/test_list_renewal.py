"""A list that stood is replaced only by one that stands as firmly."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.assets.assertions import dump
from tests.assets.issuers import HISAKATA, Issuer
from tests.assets.keys import ed25519_key
from tests.assets.samples import SAMPLE_KEY, did_key
from tests.assets.status_lists import bitstring_list
from tests.members import member
from tests.responses import responses
from tests.verification.listed import AT, LIST, encoded_bits, list_2021, status_list
from wallet.resolution.fetching import Resource
from wallet.resolution.renewing import RenewingFetcher
from wallet.verification.list_renewal import standing_of_lists
from wallet.verification.status_lists import StatusLists

STRANGER = ed25519_key("stranger")
KEPT = status_list(94)


def _kept(content: bytes, url: str = LIST) -> Resource:
    return Resource(url=url, content=content, media_type="application/vc", retrieved_at=AT)


def _renewed(answer: bytes, kept: bytes = KEPT) -> bytes:
    standing = standing_of_lists(StatusLists(), AT)
    return RenewingFetcher(responses({LIST: answer}), [_kept(kept)], AT, standing=standing).fetch(LIST).content


@pytest.mark.parametrize(
    "make",
    [
        lambda: KEPT.replace(b'"proofValue": "z', b'"proofValue": "z1'),
        lambda: status_list(key=STRANGER, issuer=did_key(STRANGER)),
        lambda: status_list(purpose="suspension"),
        lambda: status_list(validUntil="2026-05-01T00:00:00Z"),
        lambda: status_list(encoded="junk"),
        lambda: status_list(encoded=encoded_bits(bytes(100))),
        list_2021,
    ],
)
def test_a_list_that_does_not_stand_leaves_the_kept_one(make: Callable[[], bytes]) -> None:
    assert _renewed(make()) == KEPT


@pytest.mark.parametrize(
    "kept",
    [
        KEPT,
        KEPT.replace(b'"proofValue": "z', b'"proofValue": "z1'),
        status_list(94, validUntil="2026-05-01T00:00:00Z"),
    ],
)
def test_one_that_does_is_taken_whatever_it_says(kept: bytes) -> None:
    newer = status_list(3, purpose=["revocation", "message"], **member("id", "urn:uuid:of-today"))
    assert _renewed(newer, kept) == newer


def test_a_purpose_on_which_no_verdict_rests_may_go() -> None:
    newer = status_list(3)
    assert _renewed(newer, status_list(94, purpose=["revocation", "message"])) == newer


def test_a_list_may_be_signed_with_the_next_key() -> None:
    keys = str(HISAKATA.document_url)
    following = replace(HISAKATA, key=SAMPLE_KEY, method=f"{HISAKATA.id}#next")
    kept = [_kept(_list_of(HISAKATA)), _kept(dump(HISAKATA.controller_document), keys)]
    newer = _list_of(following)
    standing = standing_of_lists(StatusLists(), AT)
    inner = responses({LIST: newer, keys: dump(following.controller_document)})
    assert RenewingFetcher(inner, kept, AT, standing=standing).fetch(LIST).content == newer
    # The page of keys could not be had, and what is kept of it knows no such key.
    assert RenewingFetcher(responses({LIST: newer}), kept, AT, standing=standing).fetch(LIST) == kept[0]


def _list_of(issuer: Issuer) -> bytes:
    return dump(bitstring_list(LIST, issuer, valid_from="2026-01-01T00:00:00Z"))


def test_a_list_that_names_its_own_address_as_that_of_its_key_is_asked_for_once() -> None:
    members = json.loads(KEPT)
    members["proof"][0]["verificationMethod"] = members["issuer"] = LIST
    assert _renewed(dump(members)) == KEPT
