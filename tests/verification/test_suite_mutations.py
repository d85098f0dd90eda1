"""A changed document is never taken for the signed one, and no change leads to another error.

What stands the examination must say what was signed: as JSON, the same members; as linked data, the same statements.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.assets.selective import base_proof, derived_proof
from tests.assets.signing import canonical
from tests.responses import responses
from tests.verification.examining import AT
from tests.verification.test_data_integrity import HASHED, badge
from tests.verification.test_selective_disclosure import disclosure, hide_criteria
from wallet.documents.extraction import extract
from wallet.errors import DocumentError
from wallet.fields import JsonObject, as_sequence
from wallet.verification.authenticity import examine_authenticity

CHANGES = 120
SAMPLES: dict[str, JsonObject] = {
    **{f"{suite} {key.algorithm}": badge(suite, key) for suite, key in HASHED},
    "derived": derived_proof(disclosure(), hide_criteria),
}
REPLACEMENTS = 'abz019-_:,"[]{} \\<>é'


def flipped(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return text[:place] + chance.choice(REPLACEMENTS) + text[place + 1 :]


def cut(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return text[:place] + text[place + chance.randrange(1, 40) :]


def dropped(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines).replace(",\n}", "\n}")


def read(text: str) -> JsonObject | None:
    try:
        document = extract(text.encode("utf-8"))[0]
    except DocumentError:
        return None
    return document.json if document.jws is None else None


def meaning(document: JsonObject, *, as_json: bool) -> object:
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    proofs: Any = as_sequence(document.get("proof"))
    if as_json:
        return json.dumps([unsecured, proofs], sort_keys=True)
    return canonical(unsecured), [canonical({**proof, "@context": document["@context"]}) for proof in proofs]


@pytest.mark.parametrize("change", [flipped, cut, dropped])
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_what_stands_says_what_was_signed(name: str, change: Callable[[str, random.Random], str]) -> None:
    original, chance = SAMPLES[name], random.Random(f"{name} {change.__name__}")
    text, as_json = json.dumps(original, indent=1, ensure_ascii=False), "jcs" in name
    signed = meaning(original, as_json=as_json)
    examined = 0
    for _ in range(CHANGES):
        document = read(change(text, chance))
        if document is not None:
            examined += 1
            found = examine_authenticity(document, None, at=AT, fetcher=responses({}))
            assert not found.established or meaning(document, as_json=as_json) == signed
    assert examined > 5


@pytest.mark.parametrize("change", [flipped, cut, dropped])
def test_a_base_proof_never_stands(change: Callable[[str, random.Random], str]) -> None:
    text, chance = json.dumps(base_proof(disclosure(), ["/issuer"]), indent=1), random.Random(change.__name__)
    documents = [read(change(text, chance)) for _ in range(CHANGES)]
    found = [
        examine_authenticity(document, None, at=AT, fetcher=responses({}))
        for document in documents
        if document is not None
    ]
    assert len(found) > 5
    assert not [one for one in found if one.established]
