"""The walk gives what a JSON-LD processor gives, or nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest

from tests.assets import badge_json
from tests.assets.credentials import OB_CONTEXT, VCDM_1_CONTEXT, VCDM_2_CONTEXT
from tests.assets.variations import full_badge, varied_badges
from tests.members import member
from tests.verification.oracle import agrees
from wallet.fields import JsonObject, JsonValue
from wallet.verification.canonicalization import canonicalize, processed
from wallet.verification.walking import walk

DOCUMENTS = 5_000


def test_generated_documents_have_the_processors_form(capsys: pytest.CaptureFixture[str]) -> None:
    found = Counter(agrees(document) for document in varied_badges(DOCUMENTS))
    with capsys.disabled():
        sys.stdout.write(f"\nwalked: {found[True]} of {DOCUMENTS} generated documents, as pyld reads them\n")
    assert found[False] == 0
    assert found[True] > DOCUMENTS * 0.6
    assert found[None] > DOCUMENTS * 0.1


def test_an_ordinary_badge_is_walked() -> None:
    assert len(walk(full_badge()) or ()) > 80


def with_name(value: Any) -> JsonObject:
    return {**full_badge(), "name": value}


def under(*contexts: JsonValue) -> JsonObject:
    return {**full_badge(), "@context": list(contexts)}


@pytest.mark.parametrize(
    "document",
    [
        {**full_badge(), "grade": "A"},
        {**full_badge(), "@included": None},
        {**full_badge(), **member("@id", "urn:x")},
        {**full_badge(), "id": "picture.png"},
        {**full_badge(), "id": "x-relative:y"},
        {**full_badge(), "id": "_:b1"},
        {**full_badge(), "id": 5},
        {**full_badge(), "type": []},
        {**full_badge(), "type": ["VerifiableCredential", "Honour"]},
        {**full_badge(), "issuer": {}},
        under(VCDM_2_CONTEXT, OB_CONTEXT, {"name": "https://x.example/"}),
        under(VCDM_2_CONTEXT, OB_CONTEXT, "https://x.example/"),
        under(VCDM_2_CONTEXT, VCDM_1_CONTEXT, OB_CONTEXT),
        with_name({"ja": "名前"}),
        with_name([["nested"]]),
        with_name({"@value": "x", "@language": None}),
        with_name({"@value": "x", "@language": "no language"}),
        with_name({"@value": None}),
        with_name({"@value": 10**21}),
        with_name({"@set": ["x"]}),
        {key: value for key, value in full_badge().items() if key != "@context"},
    ],
)
def test_what_needs_a_processor_is_not_walked(document: JsonObject) -> None:
    assert walk(document) is None


def test_two_texts_that_differ_in_direction_are_both_signed() -> None:
    one = {"@value": "x", "@language": "he", "@direction": "rtl"}
    both = canonicalize(with_name([one, {**one, "@direction": "ltr"}])).nquads
    assert "i18n#he_rtl" in both
    assert "i18n#he_ltr" in both


def test_a_literal_may_look_like_a_datatype() -> None:
    document = with_name('a"^^<x-relative:b')
    assert walk(document) is not None
    assert processed(document) == canonicalize(document)


def test_a_badge_is_canonicalized_without_a_processor() -> None:
    program = (
        "import json, sys\n"
        "from wallet.verification.canonicalization import canonicalize\n"
        "document = json.loads(sys.stdin.read())\n"
        "assert canonicalize(document).uncovered == ()\n"
        "assert 'pyld' not in sys.modules\n"
    )
    document = json.loads(badge_json())
    subprocess.run([sys.executable, "-c", program], input=json.dumps(document), text=True, check=True)
