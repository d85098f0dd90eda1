"""Regular expressions without backtracking, beside those of the language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.errors import ResolutionError
from wallet.verification.patterns import MAX_PATTERN_LENGTH, compile_pattern

PUBLISHED = [
    r"^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$",
    r"^[a-zA-Z0-9_-]+\.[a-zA-Z0-9_-]*\.[a-zA-Z0-9_-]+$",
    r"^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
    "(ext:)[a-z|A-Z|0-9|.|-|_]+",
    "^[a-z]{2}(-[A-Z]{2})?$",
    r"^\w+([-+.']\w+)*@\w+([-.]\w+)*\.\w+$",
]
TEXTS = [
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
    "e30.e30.x",
    "a..b",
    "..",
    "ja",
    "zh-Hant-TW",
    "zh-hant",
    "ext:Own",
    "xext:Own!",
    "ext:",
    "en-GB",
    "a.b@c.example",
    "a@@b",
    "",
]


def _matches(pattern: str, text: str) -> bool:
    return compile_pattern(pattern).found_in(text, lambda steps: None)


@pytest.mark.parametrize("pattern", PUBLISHED)
def test_the_patterns_of_published_schemas_match_as_the_language_matches_them(pattern: str) -> None:
    assert [_matches(pattern, text) for text in TEXTS] == [re.search(pattern, text) is not None for text in TEXTS]


ATOMS = st.sampled_from(
    ["a", "b", ".", "[ab]", "[^a]", r"\d", r"\.", "(a|b)", "(?:ab)", "(a|)", "^", "$", r"\b", "[a-c-]"]
)
SUFFIXES = st.sampled_from(["", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,}", "*?"])
PARTS = st.tuples(ATOMS, SUFFIXES).map(lambda part: part[0] if part[0] in ("^", "$", r"\b") else "".join(part))
PATTERNS = st.lists(PARTS, max_size=5).map("".join) | st.lists(PARTS, max_size=3).map(
    lambda parts: f"({'|'.join(parts)})+"
)


@given(PATTERNS, st.text("abc.1", max_size=8))
def test_any_regular_pattern_matches_as_the_language_matches_it(pattern: str, text: str) -> None:
    assert _matches(pattern, text) == (re.search(pattern, text) is not None)


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*$", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y"])
def test_what_would_take_for_ever_takes_steps_in_proportion_to_the_text(pattern: str) -> None:
    spent: list[int] = []
    compile_pattern(pattern).found_in("a" * 500 + "!" + "x" * 500, spent.append)
    assert 0 < sum(spent) < 1001 * 60


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a)\1",
        "(?=a)",
        "(?!a)",
        "(?<n>a)",
        "(?i)a",
        r"\p{L}",
        "(",
        "a)",
        "[a",
        "a{",
        "a{x}",
        "*a",
        r"\q",
        "[z-a]",
        "\\",
    ],
)
def test_what_is_not_regular_is_refused(pattern: str) -> None:
    with pytest.raises(ResolutionError) as caught:
        compile_pattern(pattern)
    assert caught.value.code == "schema.pattern-refused"


@pytest.mark.parametrize(
    "pattern",
    ["a" * (MAX_PATTERN_LENGTH + 1), "(" * 60 + ")" * 60, "(a{999}){999}", "((a{99}){99}){99}", "(a|){999999}"],
)
def test_what_is_too_large_is_refused(pattern: str) -> None:
    with pytest.raises(ResolutionError):
        compile_pattern(pattern)


def test_nothing_repeated_is_written_once() -> None:
    assert len(compile_pattern("(((a{0}){99999}){99999}){99999}").states) == 0
