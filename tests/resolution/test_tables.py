"""The prepared tables of what the contexts define."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import wallet.resolution.contexts
from tests.assets.term_tables import left_out, term_table_files
from tests.assets.writing import differences
from wallet.fields import JsonValue
from wallet.resolution.contexts import known_contexts, load_context
from wallet.resolution.contexts.tables import NO_CONTEXT, layers_of, load_layer

FOLDER = Path(wallet.resolution.contexts.__file__).parent


def test_the_package_holds_what_the_script_makes() -> None:
    assert list(differences(FOLDER, term_table_files(), ("*.json",))) == []


WITHOUT_TABLES = {
    "https://www.w3.org/ns/credentials/examples/v2": "every word has an address",
}


def test_the_contexts_without_tables_are_known_with_their_reasons() -> None:
    assert left_out().keys() == WITHOUT_TABLES.keys() & known_contexts()
    assert all("@vocab" in reason for reason in left_out().values())


def test_a_context_with_tables_is_no_catch_all() -> None:
    with_tables = [url for url in known_contexts() if layers_of(url)]
    assert with_tables
    assert [url for url in with_tables if "@vocab" in json.dumps(_settings(load_context(url)))] == []


def _settings(value: JsonValue) -> JsonValue:
    """The names of the members of all contexts in it, where a setting would stand."""
    if isinstance(value, dict):
        return [*value, *(_settings(member) for member in value.values())]
    return [_settings(part) for part in value] if isinstance(value, list) else None


@pytest.mark.parametrize("url", sorted(known_contexts() - WITHOUT_TABLES.keys()))
def test_every_other_context_has_tables(url: str) -> None:
    layers = layers_of(url)
    assert layers
    assert any(load_layer(number).terms for number in layers)


def test_an_unknown_context_has_none() -> None:
    assert layers_of("https://www.w3.org/ns/credentials/v2/") is None


def test_only_two_keywords_have_other_names() -> None:
    numbers = [number for url in known_contexts() for number in layers_of(url) or ()]
    seen: set[int] = set()
    aliased: set[str] = set()
    while numbers:
        number = numbers.pop()
        if number not in seen and number != NO_CONTEXT:
            seen.add(number)
            terms = load_layer(number).terms.values()
            aliased |= {term.iri for term in terms if term.iri.startswith("@")}
            numbers += [term.scope for term in terms if term.scope is not None]
    assert len(seen) > 50
    assert aliased == {"@id", "@type"}
