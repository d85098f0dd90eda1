"""What servers send in place of a badge."""

from __future__ import annotations

import pytest

from tests.assets import badge_json, badge_svg
from tests.assets.assertions import assertion, dump
from wallet.documents.answers import is_no_answer


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html>",
        b"\xef\xbb\xbf  <HTML lang='ja'>",
        b'<?xml version="1.0"?>\n<!-- a page --><!doctype html>',
        b'{"errors": [{"message": "not found"}]}',
        b'{"status": 500, "message": "failed"}',
    ],
)
def test_a_web_page_or_an_error_is_no_answer(content: bytes) -> None:
    assert is_no_answer(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"errors": []}',
        b'{"status": 200}',
        b'{"@context": "https://w3id.org/openbadges/v2", "errors": ["a member of its own"]}',
        dump(assertion()),
        badge_json(),
        badge_svg(),
        b"eyJ.eyJ.c2ln",
    ],
)
def test_anything_else_is_left_to_its_reader(content: bytes) -> None:
    assert not is_no_answer(content)
