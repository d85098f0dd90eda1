"""Canonical JSON by the examples and rules of RFC 8785."""

from __future__ import annotations

import pytest

from wallet.errors import CredentialError
from wallet.fields import JsonObject
from wallet.verification.jcs import canonical_json


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ({"b": 1, "a": 2}, '{"a":2,"b":1}'),
        ({"\U0001f600": 1, "\ufb33": 2, "€": 3, "\r": 4}, '{"\\r":4,"€":3,"\U0001f600":1,"\ufb33":2}'),
        ({"n": [333333333.33333329, 1e30, 4.50, 2e-3, 1e-27]}, '{"n":[333333333.3333333,1e+30,4.5,0.002,1e-27]}'),
        ({"n": [-0.0, 1.0, 1e21, 2**53 - 1]}, '{"n":[0,1,1e+21,9007199254740991]}'),
        ({"s": '日本\u0007\u000f\n"\\/'}, '{"s":"日本\\u0007\\u000f\\n\\"\\\\/"}'),
        ({"l": [True, False, None, [], {}]}, '{"l":[true,false,null,[],{}]}'),
    ],
)
def test_one_document_has_one_text(document: JsonObject, text: str) -> None:
    assert canonical_json(document) == text.encode("utf-8")


@pytest.mark.parametrize("number", [2**53, -(2**53), float("inf"), float("nan")])
def test_a_number_without_an_exact_form_is_refused(number: float) -> None:
    with pytest.raises(CredentialError, match=r"canonicalization\.not-jcs"):
        canonical_json({"n": number})


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(CredentialError, match=r"canonicalization\.not-jcs"):
        canonical_json({"s": "\ud800"})
