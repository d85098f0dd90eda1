"""The text that is signed: the canonical N-Quads that jsonld.js makes of a document are the wallet's, byte by byte."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

from tests.assets.variations import full_badge, varied_badges
from tests.interop.asking import Answer, Question, ask
from tests.interop.samples import AT, demo_samples, fixture_samples
from wallet.errors import WalletError
from wallet.fields import JsonObject, JsonValue
from wallet.verification.canonicalization import Canonical, canonicalize

NOTHING_SAID = ("object with only @language", "null @value value")
"""A value that holds nothing: the stack refuses the document, the wallet signs no statement for it and loses none."""

MISREAD = 1e-7
"""jsonld.js looks for a point in how JavaScript writes a number, and takes 1e-7 for the integer 0.

JSON-LD 1.1 API, section 8.6: a number with a non-zero fractional part is an xsd:double.
"""


def documents() -> Iterator[tuple[str, JsonObject]]:
    """Every badge with an embedded proof that is at hand, and many that are varied at random."""
    for one in (*demo_samples(), *fixture_samples()):
        if one.kind == "credential":
            yield one.name, json.loads(one.text)
    yield "full", full_badge()
    yield from ((f"varied {number}", badge) for number, badge in enumerate(varied_badges(250)))


@cache
def theirs() -> Mapping[str, Answer]:
    return ask(
        Question(id=name, kind="canonical", document=json.dumps(document), at=AT) for name, document in documents()
    )


def ours(document: JsonObject) -> Canonical | None:
    """The wallet's form; None where it refuses the document."""
    try:
        return canonicalize({name: value for name, value in document.items() if name != "proof"})
    except WalletError:
        return None


def holds(value: JsonValue, number: float) -> bool:
    if isinstance(value, dict):
        return any(holds(member, number) for member in value.values())
    if isinstance(value, list):
        return any(holds(part, number) for part in value)
    return isinstance(value, float) and value == number


def test_the_canonical_form_of_every_sample_is_the_same_text() -> None:
    samples = {name: document for name, document in documents() if not name.startswith("varied")}
    assert len(samples) > 25
    for name, document in samples.items():
        canonical = ours(document)
        assert canonical is not None
        assert canonical.nquads == theirs()[name].nquads, name


def test_a_document_that_leaves_nothing_out_has_one_form_in_both() -> None:
    equal = 0
    for name, document in documents():
        canonical, answer = ours(document), theirs()[name]
        if canonical is None or canonical.uncovered:
            continue
        if holds(document, MISREAD):
            assert canonical.nquads != answer.nquads, name
        elif answer.answer == "failed":
            assert any(reason in answer.why for reason in NOTHING_SAID), (name, answer.why)
        else:
            assert canonical.nquads == answer.nquads, name
            equal += 1
    assert equal > 150


def test_what_the_wallet_refuses_to_read_the_stack_refuses_as_well() -> None:
    refused = [name for name, document in documents() if ours(document) is None]
    assert len(refused) > 40
    assert {theirs()[name].answer for name in refused} == {"failed"}


def test_where_something_is_left_out_the_texts_are_equal_or_the_stack_refuses() -> None:
    found = [(canonical, theirs()[name]) for name, document in documents() if (canonical := ours(document))]
    partial = [(canonical, answer) for canonical, answer in found if canonical.uncovered]
    assert len(partial) > 25
    assert all(answer.answer == "failed" or answer.nquads == canonical.nquads for canonical, answer in partial)
