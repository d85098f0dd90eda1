"""What JSON pointers select of a document."""

from __future__ import annotations

from typing import Any

import pytest

from wallet.errors import RefusalError
from wallet.verification.json_selection import selected

DOCUMENT: Any = {
    "@context": ["urn:context"],
    "id": "urn:document",
    "type": ["A", "B"],
    "issuer": {"id": "urn:issuer", "name": "Issuer", "type": "Profile"},
    "list": [{"id": "_:blank", "n": 0}, {"type": "T", "n": 1, "inner": {"x": [10, 20, 30]}}, "text"],
    "a/b~c": True,
}
ALWAYS = {"@context": ["urn:context"], "id": "urn:document", "type": ["A", "B"]}


@pytest.mark.parametrize(
    ("pointers", "part"),
    [
        (["/issuer"], {"issuer": DOCUMENT["issuer"]}),
        (["/issuer/name"], {"issuer": DOCUMENT["issuer"]}),
        (["/list/1/n"], {"list": [{"type": "T", "n": 1}]}),
        (["/list/2", "/list/0/n"], {"list": [{"n": 0}, "text"]}),
        (["/list/1/inner/x/2", "/list/1/inner/x/0"], {"list": [{"type": "T", "inner": {"x": [10, 30]}}]}),
        (["/list/1/n", "/list/1"], {"list": [DOCUMENT["list"][1]]}),
        (["/list", "/list/1/n"], {"list": DOCUMENT["list"]}),
        (["/a~1b~0c"], {"a/b~c": True}),
        ([""], DOCUMENT),
    ],
)
def test_a_part_says_what_leads_to_it_and_no_more(pointers: list[str], part: dict[str, Any]) -> None:
    assert selected(DOCUMENT, pointers) == {**ALWAYS, **part}


def test_nothing_is_selected_by_no_pointer() -> None:
    assert selected(DOCUMENT, []) is None


@pytest.mark.parametrize("pointer", ["/none", "/list/3", "/list/-1", "/list/x", "/issuer/name/x", "/type/²"])
def test_a_pointer_that_leads_nowhere_is_refused(pointer: str) -> None:
    with pytest.raises(RefusalError, match=r"proof\.pointer-missing"):
        selected(DOCUMENT, [pointer])
