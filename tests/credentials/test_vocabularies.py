"""The words and the plain forms that the specification prescribes."""

from __future__ import annotations

import pytest

from wallet.credentials.vocabularies import (
    ACHIEVEMENT_TYPE,
    IDENTIFIER_TYPE,
    RESULT_STATUS,
    RESULT_TYPE,
    TARGET_TYPE,
    Vocabulary,
    is_country_code,
    is_language_tag,
    is_uri,
)


@pytest.mark.parametrize(
    ("vocabulary", "words"),
    [(ACHIEVEMENT_TYPE, 31), (TARGET_TYPE, 7), (IDENTIFIER_TYPE, 19), (RESULT_TYPE, 12), (RESULT_STATUS, 7)],
)
def test_each_vocabulary_has_the_words_of_its_table(vocabulary: Vocabulary, words: int) -> None:
    assert len(vocabulary.words) == words
    assert all(word in vocabulary for word in vocabulary.words)
    assert "badge" not in vocabulary


@pytest.mark.parametrize(
    ("word", "known"), [("ext:Stage", True), ("ext:", False), ("Ext:Stage", False), ("x ext:Stage", False), ("", False)]
)
def test_an_extensible_vocabulary_takes_words_that_say_they_are_extensions(word: str, known: bool) -> None:
    assert (word in ACHIEVEMENT_TYPE) is known
    assert word not in RESULT_STATUS


@pytest.mark.parametrize(
    "text",
    [
        "https://issuer.example/a?b=c#d",
        "urn:uuid:1",
        "did:key:z6Mk",
        "mailto:a@b.example",
        "data:image/png;base64,AA==",
        "https://issuer.example/バッジ",
    ],
)
def test_a_uri_has_a_scheme_and_no_space(text: str) -> None:
    assert is_uri(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "issuer.example",
        "/a",
        "_:b0",
        ":a",
        "https:",
        "https://a b",
        "urn:a\n",
        "1a:b",
        "data:image/png;base64,A A",
        "urn:\u3000",
        "a:<b>",
    ],
)
def test_what_has_not_is_none(text: str) -> None:
    assert not is_uri(text)


@pytest.mark.parametrize("text", ["ja", "en-GB", "zh-Hant-TW", "de-1996", "JA", "en-x-plain"])
def test_a_language_tag_is_a_row_of_subtags(text: str) -> None:
    assert is_language_tag(text)


@pytest.mark.parametrize("text", ["", "j", "日本語", "en_GB", "en-", "-en", "123", "en-toolongpart"])
def test_what_is_none_is_refused(text: str) -> None:
    assert not is_language_tag(text)


def test_a_country_has_two_capital_letters() -> None:
    assert [is_country_code(text) for text in ("JP", "jp", "JPN", "日本", "")] == [True, False, False, False, False]
