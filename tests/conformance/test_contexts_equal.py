"""The contexts mean what the published ones mean, term by term and over every published document at hand."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from pyld import jsonld

from wallet.fields import JsonObject, JsonValue
from wallet.resolution.contexts import known_contexts, load_context, stated_contexts

SHARED = Path(__file__).resolve().parents[3] / "shared"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/"
LATEST = f"{OPEN_BADGES}context-3.0.3.json"
TAKEN_FROM_PYLD = known_contexts() - stated_contexts()

ENDLESS = {"attack-blank-node-clique-10": "ten blank nodes that all point at each other take time without bound"}

Definition: TypeAlias = Mapping[str, object]
Load: TypeAlias = Callable[[str], JsonObject]


@pytest.fixture(scope="module")
def shared() -> Path:
    if not SHARED.is_dir():
        reason = "the published contexts and documents (folder 'shared' beside the repository) are not here"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED


def revisions(shared: Path, url: str) -> tuple[JsonObject, ...]:
    """Every published revision under one address, the latest first."""
    index = json.loads((shared / "contexts" / "index.json").read_text("utf-8"))
    files = [variant["file"] for variant in index[url]["variants"]]
    documents = [json.loads((shared / "contexts" / file).read_text("utf-8")) for file in files]
    if url == LATEST:
        documents.sort(key=lambda document: "jti" not in document["@context"])
    return tuple(documents)


def definitions(document: JsonObject) -> Mapping[str, Definition]:
    """The terms of a context as a processor holds them, contexts of classes processed within the outer one."""
    processor = jsonld.JsonLdProcessor()
    initial = processor._get_initial_context({"processingMode": "json-ld-1.1"})
    return _processed(processor, initial, document["@context"])


def _processed(processor: jsonld.JsonLdProcessor, active: object, local: JsonValue) -> Mapping[str, Definition]:
    assert isinstance(local, dict)
    processed = processor.process_context(active, {"@context": local}, {"processingMode": "json-ld-1.1"})
    terms: dict[str, Definition] = {}
    for term, mapping in processed["mappings"].items():
        terms[term] = {key: value for key, value in mapping.items() if key != "@context"}
        if term in local and "@context" in mapping:
            terms[term] = {**terms[term], "@context": _processed(processor, processed, mapping["@context"])}
    return terms


def _vocabulary(document: JsonObject) -> JsonValue:
    """The catch-all that a context states, or None."""
    context = document["@context"]
    assert isinstance(context, dict)
    return context.get("@vocab")


def missing_or_different(part: Mapping[str, Any], whole: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """The terms of `part` that `whole` lacks or defines otherwise."""
    for term, definition in part.items():
        inner, other = definition.get("@context", {}), whole.get(term, {}).get("@context", {})
        if {**definition, "@context": 0} != {**whole.get(term, {}), "@context": 0}:
            yield f"{path}{term}"
        yield from missing_or_different(inner, other, f"{path}{term}.")


@pytest.mark.parametrize("url", sorted(stated_contexts()))
def test_a_stated_context_equals_the_published(shared: Path, url: str) -> None:
    latest, *others = revisions(shared, url)
    stated = definitions(load_context(url))
    vocabulary = _vocabulary(load_context(url))
    assert stated or vocabulary
    assert vocabulary == _vocabulary(latest)
    assert stated == definitions(latest)
    for other in others:
        assert list(missing_or_different(definitions(other), stated)) == []
        assert url == LATEST or definitions(other) == stated


@pytest.mark.parametrize("url", sorted(TAKEN_FROM_PYLD))
def test_a_context_taken_from_pyld_equals_the_published(shared: Path, url: str) -> None:
    assert load_context(url) == revisions(shared, url)[0]


def test_the_comparison_notices_a_difference(shared: Path) -> None:
    latest, earlier, *_ = revisions(shared, LATEST)
    assert set(missing_or_different(definitions(latest), definitions(earlier))) >= {"jti", "endorsementJwt"}
    older = revisions(shared, f"{OPEN_BADGES}context-3.0.2.json")[0]
    differing = set(missing_or_different(definitions(older), definitions(latest)))
    assert {"image", "Achievement.image", "AchievementSubject.achievement"} <= differing


def test_documents_have_the_same_canonical_form(shared: Path) -> None:
    @cache
    def published(url: str) -> JsonObject:
        return revisions(shared, url)[0]

    compared, used = 0, set[str]()
    for name, document in documents(shared):
        expected = canonical(document, published)
        if expected is not None:
            assert canonical(document, load_context) == expected, name
            compared += 1
            used |= set(contexts(document))
    assert compared >= 100
    assert used >= {f"{OPEN_BADGES}context{version}.json" for version in ("", "-3.0.1", "-3.0.2", "-3.0.3")}


def documents(shared: Path) -> Iterator[tuple[str, JsonObject]]:
    """The JSON documents of the corpus that use only contexts known here."""
    for entry in json.loads((shared / "corpus" / "manifest.json").read_text("utf-8")):
        file = shared / "corpus" / str(entry.get("file"))
        if entry["id"] in ENDLESS or not file.is_file() or file.suffix not in {".json", ".jsonld"}:
            continue
        document = parsed(file)
        if isinstance(document, dict) and set(contexts(document)) and set(contexts(document)) <= known_contexts():
            yield entry["id"], document


def parsed(file: Path) -> JsonValue:
    try:
        content: JsonValue = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        return None
    return content


def contexts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from contexts(part)
    elif isinstance(value, dict):
        stated = value.get("@context")
        yield from (entry for entry in (stated if isinstance(stated, list) else [stated]) if isinstance(entry, str))
        for name, member in value.items():
            yield from contexts(member) if name != "@context" else ()


def canonical(document: JsonObject, load: Load) -> str | None:
    """The canonical N-Quads with the contexts that `load` answers; None where the document does not expand."""

    def remote(url: str, _options: object) -> dict[str, object]:
        return {"documentUrl": url, "document": load(url), "contextUrl": None, "contentType": "application/ld+json"}

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": remote}
    try:
        return str(jsonld.JsonLdProcessor().normalize(document, options))
    except (jsonld.JsonLdError, RecursionError):
        return None
