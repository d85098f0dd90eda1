from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.language.catalogs import load_catalog
from wallet.language.sentences import LONGEST_FACT, all_sentences, sentence

ENGLISH = load_catalog("en")
CODE = "theme.missing"


def test_a_sentence_is_filled_and_translated() -> None:
    assert (
        sentence(ENGLISH, CODE, {"theme": "mine"})
        == "There is no theme called “mine”. See which there are with: wallet theme list"
    )
    assert "「mine」" in sentence(load_catalog("ja"), CODE, {"theme": "mine"})


def test_a_code_without_a_sentence_is_a_bug() -> None:
    with pytest.raises(KeyError):
        sentence(ENGLISH, "no.such-code", {})


def test_a_place_without_a_fact_is_a_bug() -> None:
    with pytest.raises(KeyError):
        sentence(ENGLISH, CODE, {})


def test_a_time_among_the_facts_becomes_a_date_in_its_own_offset() -> None:
    written = sentence(ENGLISH, "status.not-withdrawn", {"confirmed_at": "2022-12-16T00:00:00+09:00"})
    assert "16 December 2022" in written


def test_hostile_facts_stay_facts() -> None:
    written = sentence(ENGLISH, CODE, {"theme": "{0.__class__}\x1b[31m\u202e" + "x" * 1000})
    assert "{0.__class__}⟨U+001B⟩[31m⟨U+202E⟩" in written
    assert len(written) < LONGEST_FACT + 80


@given(st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.booleans(), st.none(), st.lists(st.text())))
def test_any_fact_can_be_written(value: object) -> None:
    sentence(ENGLISH, CODE, {"theme": value}).encode()


def test_every_code_has_words() -> None:
    sentences = all_sentences()
    assert len(sentences) > 50
    assert [code for code, text in sentences.items() if not text or text != text.strip()] == []
