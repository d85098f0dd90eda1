from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.errors import ResolutionError
from wallet.fields import JsonObject
from wallet.resolution.contexts import known_contexts, load_context, stated_contexts
from wallet.resolution.contexts.notation import amended, context_document

OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/"
CREDENTIALS = "https://www.w3.org/ns/credentials/v2"


def built(line: str, **settings: str | bool) -> object:
    statement: JsonObject = {"prefix": {"ob": "https://ob.example/#"}, "terms": {"term": line}, **settings}
    context = context_document(statement)["@context"]
    assert isinstance(context, dict)
    return context["term"]


def test_every_known_context_is_a_document_with_a_context() -> None:
    assert len(known_contexts()) >= 20
    for url in known_contexts():
        assert set(load_context(url)) == {"@context"}


def test_bundled_and_stated_contexts_do_not_overlap() -> None:
    assert CREDENTIALS in known_contexts() - stated_contexts()
    assert f"{OPEN_BADGES}context-3.0.3.json" in stated_contexts()


@pytest.mark.parametrize(
    "url",
    [
        "",
        f"{CREDENTIALS}/",
        f"{CREDENTIALS}#",
        f"{CREDENTIALS}?",
        CREDENTIALS.replace("https", "http"),
        CREDENTIALS.upper(),
        f"{OPEN_BADGES}context-3.0.4.json",
        f"{OPEN_BADGES}../v3p0/context.json",
        "../contexts/statements/clr_2_0",
        "clr_2_0",
    ],
)
def test_only_the_exact_address_is_known(url: str) -> None:
    with pytest.raises(ResolutionError) as caught:
        load_context(url)
    assert (caught.value.code, dict(caught.value.facts)) == ("context.unknown", {"url": url})
    assert url not in known_contexts()


def test_what_is_known_can_be_asked_without_importing_pyld() -> None:
    program = (
        "import sys; from wallet.resolution.contexts import load_context, stated_contexts\n"
        "for url in stated_contexts(): load_context(url)\n"
        "sys.exit('pyld' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("line", "definition"),
    [
        ("ob:geo", "https://ob.example/#geo"),
        ("https://elsewhere.example/geo", "https://elsewhere.example/geo"),
        ("xsd:geo", "xsd:geo"),
        ("Another", "Another"),
        ("ob:n ^ob:float", {"@id": "https://ob.example/#n", "@type": "https://ob.example/#float"}),
        ("ob:n ^xsd:float", {"@id": "https://ob.example/#n", "@type": "xsd:float"}),
        ("ob:n ^@json", {"@id": "https://ob.example/#n", "@type": "@json"}),
        ("ob:n @", {"@id": "https://ob.example/#n", "@type": "@id"}),
        ("ob:n []", {"@id": "https://ob.example/#n", "@container": "@set"}),
        ("ob:n ()", {"@id": "https://ob.example/#n", "@container": "@list"}),
        ("ob:n @ {}", {"@id": "https://ob.example/#n", "@type": "@id", "@container": "@graph"}),
        ("ob:n text", "https://ob.example/#n"),
    ],
)
def test_a_line_states_a_term(line: str, definition: object) -> None:
    assert built(line) == definition


def test_plain_text_is_typed_where_the_statement_says_so() -> None:
    assert built("ob:n text []", text="ob:string") == {
        "@id": "https://ob.example/#n",
        "@type": "https://ob.example/#string",
        "@container": "@set",
    }
    assert built("ob:n []", text="ob:string") == {"@id": "https://ob.example/#n", "@container": "@set"}


@given(st.text("@^[](){}tex-", min_size=1, max_size=4).filter(lambda mark: not mark.startswith("^")))
def test_a_mark_is_one_of_the_notation_or_an_error(mark: str) -> None:
    if mark in {"@", "text", "[]", "()", "{}"}:
        built(f"ob:n {mark}")
    else:
        with pytest.raises(ValueError, match="is not a mark"):
            built(f"ob:n {mark}")


def test_protection_and_aliases_hold_for_the_contexts_of_classes_too() -> None:
    statement: JsonObject = {
        "protected": True,
        "aliases": "everywhere",
        "terms": {"Badge": {"@id": "x:Badge ^@vocab", "part": {"@id": "x:part", "name": "x:name"}}},
    }
    inner: JsonObject = {"@protected": True, "id": "@id", "type": "@type"}
    part: JsonObject = {"@id": "x:part", "@context": {**inner, "name": "x:name"}}
    badge: JsonObject = {"@id": "x:Badge", "@type": "@vocab", "@context": {**inner, "part": part}}
    assert context_document(statement) == {"@context": {**inner, "Badge": badge}}


def test_aliases_may_be_left_out_of_the_outermost_context() -> None:
    statement: JsonObject = {"aliases": "classes", "terms": {"Badge": {"@id": "x:Badge"}}}
    classes: JsonObject = {"id": "@id", "type": "@type"}
    assert context_document(statement) == {"@context": {"Badge": {"@id": "x:Badge", "@context": classes}}}


def test_a_difference_adds_replaces_and_takes_away() -> None:
    base: JsonObject = {
        "url": "a",
        "terms": {"kept": "1", "changed": "2", "gone": "3", "Class": {"@id": "4", "x": "5"}},
    }
    difference: JsonObject = {"url": "b", "terms": {"changed": "6", "gone": "-", "added": "7", "Class": {"x": "-"}}}
    terms: JsonObject = {"kept": "1", "changed": "6", "Class": {"@id": "4"}, "added": "7"}
    assert amended(base, difference) == {"url": "b", "terms": terms}
    assert base["url"] == "a"


def test_a_difference_cannot_take_away_what_was_not_there() -> None:
    with pytest.raises(ValueError, match="gone"):
        amended({"terms": {"kept": "1"}}, {"terms": {"gone": "-"}})


@pytest.mark.parametrize(
    ("version", "term", "definition"),
    [
        ("-3.0.3", "name", "https://schema.org/name"),
        ("-3.0.3", "jti", {"@id": "https://www.iana.org/assignments/jwt#jti", "@type": "@id"}),
        ("-3.0.2", "jti", None),
        ("-3.0.1", "name", {"@id": "https://schema.org/name", "@type": "https://www.w3.org/2001/XMLSchema#string"}),
        ("", "awardedDate", None),
    ],
)
def test_versions_of_open_badges_keep_apart(version: str, term: str, definition: object) -> None:
    context = load_context(f"{OPEN_BADGES}context{version}.json")["@context"]
    assert isinstance(context, dict)
    assert context.get(term) == definition
    assert context.get("@protected") == (True if version in {"-3.0.2", "-3.0.3"} else None)
