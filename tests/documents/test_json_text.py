"""JSON read strictly."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.documents.json_text import MAX_DEPTH, parse_json
from wallet.errors import DocumentError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
def test_what_python_writes_is_read_back(value: object) -> None:
    assert parse_json(json.dumps(value, ensure_ascii=False).encode("utf-8")) == value
    assert parse_json(json.dumps(value, ensure_ascii=True).encode("utf-8")) == value


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(DocumentError):
        json.dumps(parse_json(content), ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"a": 1, "a": 1}', "json.duplicate-member"),
        (b'{"a": {"b": 1, "c": 2, "b": 3}}', "json.duplicate-member"),
        (b'{"a": 1, "\\u0061": 2}', "json.duplicate-member"),
        (b'{"a": NaN}', "json.not-a-number"),
        (b"[-Infinity]", "json.not-a-number"),
        (b"[1e999]", "json.number-too-large"),
        (b"[" + b"9" * 100 + b"]", "json.number-too-large"),
        (b'["\\ud800"]', "json.lone-surrogate"),
        (b'{"\\udfff": 1}', "json.lone-surrogate"),
        (b'["\xff"]', "json.not-utf-8"),
        ('["あ"]'.encode("utf-16"), "json.not-utf-8"),
        (b'{"a": 1} x', "json.malformed"),
        (b"{'a': 1}", "json.malformed"),
        (b'{"a": 1,}', "json.malformed"),
        (b"", "json.malformed"),
        (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), "json.too-deep"),
        (b'{"a":' * 200_000, "json.too-deep"),
        # Each quotation mark in a string that is never closed could be taken for the beginning of another.
        (b'["' + b'\\"' * 1_000_000 + b"[" * (MAX_DEPTH + 1), "json.malformed"),
        (b'["' + b"[" * (MAX_DEPTH + 1) + b"\\", "json.malformed"),
    ],
)
def test_what_two_readers_could_read_differently_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse_json(content)
    assert caught.value.code == code


def test_a_pair_of_surrogates_is_one_character_and_brackets_in_text_nest_nothing() -> None:
    assert parse_json(b'["\\ud83c\\udf38"]') == ["🌸"]
    assert parse_json(b'["' + b"[" * 500 + b'\\"{"]') == ["[" * 500 + '"{']
    assert parse_json(b"\xef\xbb\xbf[1]") == [1]


def test_brackets_side_by_side_nest_nothing() -> None:
    many = b"[" + b",".join([b'{"a": ["]\\\\", {}]}'] * MAX_DEPTH) + b"]"
    assert parse_json(many) == [{"a": ["]\\", {}]}] * MAX_DEPTH


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_the_limit_of_depth_is_exact(depth: int) -> None:
    content = b"[" * depth + b'"x]"' + b"]" * depth
    if depth <= MAX_DEPTH:
        assert parse_json(content)
    else:
        with pytest.raises(DocumentError, match=r"json\.too-deep"):
            parse_json(content)
