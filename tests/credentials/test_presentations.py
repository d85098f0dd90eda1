"""A presentation's wrapping, and who its holder is said to be."""

from __future__ import annotations

import pytest

from tests.assets.records import presentation
from tests.assets.samples import HOLDER
from wallet.credentials.presentations import Presentation, read_presentation
from wallet.fields import JsonValue


@pytest.mark.parametrize("holder", [HOLDER, {"id": HOLDER, "name": "Ann"}])
def test_a_holder_is_an_address_or_an_object_with_one(holder: JsonValue) -> None:
    found, problems = read_presentation(presentation({}, {}, holder=holder, id="urn:x:1"))
    assert (found, problems) == (Presentation(id="urn:x:1", holder=HOLDER, credentials=2), ())


def test_nobody_need_be_named() -> None:
    assert read_presentation(presentation(holder=None))[0].holder is None


@pytest.mark.parametrize(
    ("holder", "problem"),
    [
        (5, ("$.holder", "field.not-an-object")),
        ({"name": "Ann"}, ("$.holder.id", "field.missing")),
        ({"id": 5}, ("$.holder.id", "field.not-a-string")),
    ],
)
def test_a_holder_of_another_shape_is_nobody(holder: JsonValue, problem: tuple[str, str]) -> None:
    found, problems = read_presentation(presentation(holder=holder))
    assert found.holder is None
    assert [(one.path, one.code) for one in problems] == [problem]
