"""A JSON-LD processor is not given what would keep it busy for hours."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.assets import sample_credential
from wallet.errors import CredentialError
from wallet.verification.canonicalization import canonicalize, processed
from wallet.verification.processor_limits import MAX_EFFORT, effort_of
from wallet.verification.skolemization import skolemized


def with_tags(count: int, **members: Any) -> dict[str, Any]:
    document = json.loads(json.dumps(sample_credential()))
    document["credentialSubject"]["achievement"]["tag"] = [f"tag {number}" for number in range(count)]
    return {**document, **members}


def test_an_ordinary_badge_is_far_below_the_limit() -> None:
    assert 20 < effort_of(with_tags(10)) < MAX_EFFORT / 100


@pytest.mark.parametrize("process", [processed, skolemized])
def test_values_that_would_be_compared_with_each_other_are_too_many(process: Any) -> None:
    document = with_tags(20_000)
    assert effort_of(document) > MAX_EFFORT
    with pytest.raises(CredentialError) as caught:
        process(document)
    assert caught.value.code == "canonicalization.work-limit"


def test_what_needs_no_processor_has_no_such_limit() -> None:
    assert canonicalize(with_tags(20_000)).nquads.count("tag ") == 20_000


def test_looking_for_members_that_nobody_defined_comes_to_an_end() -> None:
    odd = {f"odd{number}": number for number in range(500)}
    found = canonicalize(with_tags(1_500, **odd)).uncovered
    assert [problem.path for problem in found][-1] == "$"
    assert {problem.code for problem in found} == {"coverage.undefined-member"}
