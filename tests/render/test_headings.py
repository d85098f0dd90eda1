from __future__ import annotations

from wallet.render.environment import mark_heading
from wallet.site.views import Run


def test_a_japanese_heading_breaks_between_phrases_and_is_escaped() -> None:
    heading = mark_heading(Run(text="この証明書は<b>検証"), page_language="ja")
    assert heading.startswith('<span class="phrases">この証明書は')
    assert "&lt;b&gt;" in heading.replace("<wbr>", "")
    assert "<b>" not in heading


def test_a_heading_in_words_and_spaces_is_as_any_line() -> None:
    assert mark_heading(Run(text="A plain <name>"), page_language="en") == "A plain &lt;name&gt;"


def test_a_heading_in_another_language_than_the_page_says_so() -> None:
    assert mark_heading(Run(text="検証できませんでした。", language="ja"), page_language="en").startswith(
        '<span lang="ja">'
    )
