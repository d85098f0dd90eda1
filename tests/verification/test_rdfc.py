"""RDF canonicalization: independent of order and of names, and limited in its work."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet.errors import CredentialError
from wallet.verification.rdfc import Quad, canonical_labels, canonical_nquads, escape_literal, orders_may_differ

NODES = st.sampled_from([f"_:n{number}" for number in range(5)] + ["<urn:a>", "<urn:b>"])
QUADS = st.lists(
    st.tuples(
        NODES,
        st.sampled_from(["<urn:p>", "<urn:q>"]),
        NODES | st.just('"text"'),
        st.sampled_from(["", "_:n0", "<urn:g>"]),
    ),
    max_size=12,
)


@settings(max_examples=200)
@given(QUADS, st.randoms(use_true_random=False))
def test_the_form_depends_neither_on_order_nor_on_names(quads: list[Quad], shuffling: random.Random) -> None:
    names = {f"_:n{number}": f"_:x{(number * 3 + 1) % 5}" for number in range(5)}
    renamed = [tuple(names.get(term, term) for term in quad) for quad in quads]
    shuffling.shuffle(renamed)
    other: list[Quad] = [(quad[0], quad[1], quad[2], quad[3]) for quad in renamed]
    assert canonical_nquads(quads) == canonical_nquads(other)


def test_nodes_are_named_by_their_quads() -> None:
    quads: list[Quad] = [("_:x", "<urn:p>", "_:y", ""), ("_:y", "<urn:q>", '"1"', "<urn:g>")]
    assert canonical_nquads(quads) == '_:c14n0 <urn:q> "1" <urn:g> .\n_:c14n1 <urn:p> _:c14n0 .\n'


def test_the_names_can_be_had_alone() -> None:
    quads: list[Quad] = [("_:x", "<urn:p>", "_:y", ""), ("_:y", "<urn:q>", '"1"', "<urn:g>")]
    assert canonical_labels(quads) == {"_:y": "_:c14n0", "_:x": "_:c14n1"}


def test_a_dataset_made_to_exhaust_a_verifier_is_refused() -> None:
    nodes = [f"_:n{number}" for number in range(10)]
    clique: list[Quad] = [(one, "<urn:p>", other, "") for one in nodes for other in nodes if one != other]
    with pytest.raises(CredentialError, match=r"canonicalization\.work-limit"):
        canonical_nquads(clique)


def test_literals_are_escaped_as_the_recommendation_writes_them() -> None:
    assert escape_literal('a"b\\c\n\r\t\b\f') == 'a\\"b\\\\c\\n\\r\\t\\b\\f'
    assert escape_literal("\x00\x1f\x7f") == "\\u0000\\u001F\\u007F"
    assert escape_literal("日本語 🌸 é") == "日本語 🌸 é"


FULL_WIDTH, EMOJI = '"ＡＢＣ"', '"🌸"'


def test_lines_are_sorted_by_code_points_or_as_javascript_does() -> None:
    quads: list[Quad] = [("<urn:a>", "<urn:p>", text, "") for text in (EMOJI, FULL_WIDTH)]
    by_code_point = canonical_nquads(quads)
    assert by_code_point.splitlines() == [f"<urn:a> <urn:p> {text} ." for text in (FULL_WIDTH, EMOJI)]
    assert canonical_nquads(quads, order="utf-16").splitlines() == by_code_point.splitlines()[::-1]


def test_the_order_reaches_the_names_of_blank_nodes() -> None:
    # Two quads of one node are hashed in their order, so that its place among the nodes depends on it.
    nodes = [f"_:n{number}" for number in range(8)]
    quads: list[Quad] = [
        (node, f"<urn:p{number}>", text, "") for number, node in enumerate(nodes) for text in (EMOJI, FULL_WIDTH)
    ]
    one, other = canonical_nquads(quads), canonical_nquads(quads, order="utf-16")
    assert orders_may_differ(one)
    assert sorted(one.splitlines()) != sorted(other.splitlines())


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        ("plain", False),
        ("日本語のバッジ", False),
        ("🌸 and plain", False),
        ("ＡＢＣ", False),
        ("🌸 ＡＢＣ", True),
        ("𠮷野家 \ue000", True),
        ("\U0010ffff \uffff", True),
        ("\U00010000 \ud7ff", False),
    ],
)
def test_the_orders_can_differ_only_with_both_kinds_of_characters(text: str, differ: bool) -> None:
    assert orders_may_differ(text) is differ


@settings(max_examples=200)
@given(st.lists(st.text("aZ\ud7ff\ue000\uffef\uffff\U00010000🌸", max_size=3), max_size=6))
def test_where_the_orders_cannot_differ_they_do_not(texts: list[str]) -> None:
    quads: list[Quad] = [("_:n", "<urn:p>", f'"{text}"', "") for text in texts]
    form = canonical_nquads(quads)
    assert orders_may_differ(form) or canonical_nquads(quads, order="utf-16") == form


def test_sha_384_gives_other_names() -> None:
    quads: list[Quad] = [(f"_:n{number}", "<urn:p>", f'"{number}"', "") for number in range(8)]
    assert canonical_nquads(quads, hash_name="sha384") != canonical_nquads(quads)


def _hubs(leaves: int) -> list[Quad]:
    return [(f"_:{hub}", "<p:x>", f"_:{hub}{leaf}", "") for hub in "ab" for leaf in range(leaves)]


def _ring(size: int, literals: int = 0) -> list[Quad]:
    said = [(f"_:{node}", "<p:y>", f'"{text}"', "") for node in range(size) for text in range(literals)]
    return [(f"_:{node}", "<p:x>", f"_:{(node + 1) % size}", "") for node in range(size)] + said


@pytest.mark.parametrize("quads", [_hubs(1_500), _hubs(20_000), _ring(500), _ring(5_000)])
def test_many_like_nodes_are_given_up_and_overflow_no_stack(quads: list[Quad]) -> None:
    with pytest.raises(CredentialError) as caught:
        canonical_nquads(quads)
    assert caught.value.code == "canonicalization.work-limit"


def test_what_is_said_of_a_node_in_words_costs_nothing_each_time_it_is_met() -> None:
    looked_at: list[int] = []

    class Counted(tuple):  # type: ignore[type-arg]
        def __getitem__(self, index: Any) -> Any:
            looked_at.append(1)
            return super().__getitem__(index)

    quads: Any = [Counted(quad) for quad in _ring(30, 50)]
    assert canonical_nquads(quads) == canonical_nquads(_ring(30, 50))
    assert 0 < len(looked_at) < 100 * len(quads)
