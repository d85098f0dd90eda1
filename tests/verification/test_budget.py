"""Work that is counted."""

from __future__ import annotations

import pytest

from wallet.errors import ResolutionError
from wallet.fields import JsonValue
from wallet.verification.budget import Budget, weight_of


def test_a_budget_is_used_up_and_says_so() -> None:
    budget = Budget(3, "schema.too-costly")
    budget.spend(2)
    budget.spend(1)
    with pytest.raises(ResolutionError) as caught:
        budget.spend(1)
    assert (caught.value.code, caught.value.facts) == ("schema.too-costly", {"limit": 3})


def test_a_value_weighs_what_is_in_it() -> None:
    values: list[JsonValue] = [None, "x", [], ["x", {"a": 1}], "x" * 1_000]
    assert [weight_of(value) for value in values] == [1, 1, 1, 4, 11]
