from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.render.prose import render_prose


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://tracker.example/pixel.png)",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href="https://ok.example" onclick="alert(1)" style="position:fixed" target="_blank">x</a>',
        "<iframe src=https://evil.example></iframe>",
        "<svg onload=alert(1)></svg>",
        "<style>body{display:none}</style>",
        "<form action=https://evil.example><input></form>",
        '<p id="verification" class="state">forged</p>',
        "[x](//evil.example)",
        "<https://ok.example/\x01javascript:alert(1)>",
    ],
)
def test_nothing_reaches_outside_the_text(source: str) -> None:
    html = str(render_prose(source))
    assert not re.search(r"<(script|img|iframe|svg|style|form|input)|on\w+=|style=|id=|class=", html)
    assert not re.search(r"(href|src)=\"(?!https://)", html)


def test_links_go_to_the_web_and_vouch_for_nothing() -> None:
    html = str(render_prose("[the course](https://issuer.example/course)"))
    assert html == '<p><a href="https://issuer.example/course" rel="nofollow noopener">the course</a></p>'


def test_a_refused_link_keeps_its_words() -> None:
    assert str(render_prose("[the course](javascript:alert(1))")) == "<p><a>the course</a></p>"


def test_headings_start_below_those_of_the_page() -> None:
    assert str(render_prose("# One\n\n## Two\n\n###### Six", top_heading=3)) == (
        "<h3>One</h3>\n<h4>Two</h4>\n<h5>Six</h5>"
    )
    assert str(render_prose("### Late\n\n# First", top_heading=2)) == "<h2>Late</h2>\n<h2>First</h2>"


def test_emphasis_beside_japanese_brackets_is_emphasis() -> None:
    assert "<strong>「強調」</strong>" in str(render_prose("これは**「強調」**です"))


def test_a_table_scrolls_in_its_own_box() -> None:
    html = str(render_prose("| 科目 | 単位 |\n|---|---|\n| 統計 | 2 |"))
    assert html.startswith('<div class="scroll" tabindex="0"><table>')
    assert '<th scope="col">科目</th>' in html


def test_overrides_are_visible_in_prose() -> None:
    assert "⟨U+202E⟩" in str(render_prose("safe \u202egnp.exe"))


@given(st.text())
def test_any_text_becomes_text(source: str) -> None:
    html = str(render_prose(source))
    html.encode()
    assert "<script" not in html


def test_the_learners_own_words_may_link_within_the_site() -> None:
    html = str(render_prose("[a](../x/#state) [b](javascript:alert(1))", way="./"))
    assert 'href="../x/#state"' in html
    assert "javascript" not in html
    assert "href" not in str(render_prose("[a](../x/)"))


def test_relative_links_count_from_the_texts_own_page_wherever_it_is_shown() -> None:
    html = str(render_prose("[a](x/) [b](#y) [c](/z/) [d](https://e.example/)", way="../"))
    assert re.findall('href="([^"]+)"', html) == ["../x/", "../#y", "/z/", "https://e.example/"]
