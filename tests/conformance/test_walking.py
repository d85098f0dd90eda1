"""Documents of the public suites, whole, without their proofs, and the configurations of those proofs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.conformance.places import shared_folder
from tests.verification.oracle import agrees
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.contexts import known_contexts

ENDLESS = "blank-node-clique"


def documents() -> Iterator[JsonObject]:
    for path in sorted((shared_folder() / "corpus").rglob("*.json*")):
        if path.is_file() and ENDLESS not in path.name:
            yield from (one for one in as_sequence(parsed(path.read_bytes())) if isinstance(one, dict))


def parsed(content: bytes) -> JsonValue:
    try:
        value: JsonValue = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return value


def parts(document: JsonObject) -> Iterator[JsonObject]:
    yield document
    if "proof" in document:
        yield {name: value for name, value in document.items() if name != "proof"}
    for proof in as_sequence(document.get("proof")):
        if isinstance(proof, dict):
            configuration = {name: value for name, value in proof.items() if name != "proofValue"}
            yield {**configuration, "@context": document["@context"]}


def contexts(value: JsonValue) -> Iterator[JsonValue]:
    if isinstance(value, list):
        for part in value:
            yield from contexts(part)
    elif isinstance(value, dict):
        yield from as_sequence(value.get("@context"))
        for name, member in value.items():
            yield from contexts(member) if name != "@context" else ()


def test_the_public_documents_have_the_processors_form(capsys: pytest.CaptureFixture[str]) -> None:
    known = known_contexts()
    found: Counter[bool | None] = Counter()
    for document in documents():
        stated = list(contexts(document))
        if stated and all(isinstance(url, str) and url in known for url in stated):
            found.update(agrees(part) for part in parts(document))
    with capsys.disabled():
        sys.stdout.write(f"\nwalked: {found[True]} of {found.total()} public documents, as pyld reads them\n")
    assert found[False] == 0
    assert found[True] > 400
    assert found[True] > found.total() * 0.8
