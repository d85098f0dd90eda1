"""Canonical N-Quads taken apart and put together under other names."""

from __future__ import annotations

import pytest

from wallet.errors import CredentialError
from wallet.verification.nquads import parsed_quads, relabelled
from wallet.verification.rdfc import canonical_labels

TEXT = (
    '<urn:a> <urn:p> "1"^^<urn:type> <urn:graph> .\n'
    '<urn:a> <urn:p> "a \\"_:c14n0\\" <b> ." .\n'
    '<urn:a> <urn:p> "日本"@ja .\n'
    "_:c14n0 <urn:p> _:c14n1 _:c14n0 .\n"
)


def test_terms_are_kept_as_they_stand() -> None:
    quads = list(parsed_quads(TEXT))
    assert [quad[2] for quad in quads] == ['"1"^^<urn:type>', '"a \\"_:c14n0\\" <b> ."', '"日本"@ja', "_:c14n1"]
    assert [quad[3] for quad in quads] == ["<urn:graph>", "", "", "_:c14n0"]
    assert "".join(relabelled(iter(quads), lambda label: label)) == TEXT


def test_only_blank_nodes_get_other_names_and_the_order_follows() -> None:
    lines = relabelled(parsed_quads(TEXT), lambda label: f"_:{9 - int(label[-1])}")
    assert lines[-1] == "_:9 <urn:p> _:8 _:9 .\n"
    assert "_:c14n0" in lines[1]
    assert lines == sorted(lines)


@pytest.mark.parametrize("line", ["<a> <b> .", "<a> <b> <c>", "a b c .", '<a> <b> "c"d" .', "# comment"])
def test_another_text_is_no_canonical_form(line: str) -> None:
    with pytest.raises(CredentialError, match=r"canonicalization\.json-ld"):
        list(parsed_quads(line + "\n"))


def test_labels_are_those_of_the_canonical_form() -> None:
    quads = [("_:x", "<urn:p>", "_:y", ""), ("_:y", "<urn:q>", '"v"', "")]
    assert set(canonical_labels(quads)) == {"_:x", "_:y"}
    assert set(canonical_labels(quads).values()) == {"_:c14n0", "_:c14n1"}
