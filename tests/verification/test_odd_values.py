"""Odd values in every place of a record, a presentation, an endorsement and a status entry: an answer each time."""

from __future__ import annotations

import copy
import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.assets.records import HOLDER_KEY, endorsement, presentation, record, signed_by
from tests.assets.samples import badge_json, badge_jws, method_of
from tests.assets.signing import sign_presentation
from tests.assets.status_lists import bitstring_entry
from tests.responses import responses
from tests.verification.listed import AT, LIST, status_list
from wallet.documents import extract
from wallet.errors import DocumentError
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import RunMemory, verify

BADGE: JsonValue = json.loads(badge_json())
RECORD = record(badge_jws().decode())
SAMPLES: dict[str, JsonObject] = {
    "record": RECORD,
    "presentation": sign_presentation(presentation(BADGE), HOLDER_KEY, method_of(HOLDER_KEY)),
    "endorsement": signed_by(HOLDER_KEY, endorsement()),
    "status": json.loads(badge_json(credentialStatus=[bitstring_entry(LIST, 3), bitstring_entry(LIST, 4)])),
}
ODD: tuple[JsonValue, ...] = (None, True, -1, 1.5, "", "x", "did:key:z", [], {}, [[]], [None], {"id": 5}, "eyJ.eyJ.e")
STEP = 3
"""Each place gets every third odd value, others at the next place: all of them everywhere would take minutes."""


def places(value: JsonValue, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    named = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in named:
        yield from places(part, (*path, name))


def with_odd_value(sample: JsonObject, path: tuple[str | int, ...], odd: JsonValue) -> bytes:
    changed: Any = copy.deepcopy(sample)
    owner = changed
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = odd
    return json.dumps(changed).encode()


@pytest.mark.parametrize("name", SAMPLES)
def test_an_odd_value_is_answered(name: str) -> None:
    sample, memory, fetcher, tried = SAMPLES[name], RunMemory(), responses({LIST: status_list()}), 0
    for path, offset in zip(places(sample), itertools.cycle(range(STEP)), strict=False):
        for odd in ODD[offset::STEP]:
            try:
                documents = extract(with_odd_value(sample, path, odd))
            except DocumentError:
                continue
            for document in documents:
                verification = verify(document, at=AT, fetcher=fetcher, memory=memory)
                tried += 1
                if verification.verdict is Verdict.VERIFIED:
                    needed = (Check.CONFORMANCE, Check.COVERAGE, Check.PROOF, Check.ISSUER)
                    outcomes = {verification.report.result(check).outcome for check in needed}
                    assert outcomes == {Outcome.PASSED}, path
    assert tried > 60
