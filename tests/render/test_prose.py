from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.render.prose import render_prose
from wallet.render.prose_limits import is_too_much


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


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "![",
        "[a](",
        "![a](<",
        "[a][",
        "<a ",
        "<a\n\n",
        "<![CDATA[",
        "a\n===\n",
        "# a\n",
        "---\n",
        "``\\",
        "_**",
        "> ",
        "<b><!-->x",
    ],
)
def test_no_text_keeps_a_build_waiting(sign: str, own: bool) -> None:
    started = process_time()
    html = str(render_prose(sign * (60_000 // len(sign)), way="./" if own else None))
    assert process_time() - started < 3
    assert html.count("<p>") <= html.count("</p>")


def test_a_text_that_is_too_much_is_shown_whole_and_plain() -> None:
    html = str(render_prose("One\nline & <b>more</b>\n \n\n" + "[" * 5000 + "\u202e"))
    assert html.startswith("<p>One<br>\nline &amp; &lt;b&gt;more&lt;/b&gt;</p>\n<p>[[[")
    assert html.endswith("[⟨U+202E⟩</p>")
    assert html.count("[") == 5000


def test_long_prose_with_links_lists_and_markup_is_still_markdown() -> None:
    items = "\n".join(f"- [Course {number}](https://issuer.example/courses/{number}) **taken**" for number in range(60))
    paragraph = f"A [link](https://issuer.example/) and *more*, {'word ' * 80}\n\n"
    html = str(render_prose(f"# Courses\n\n{items}\n\n{paragraph * 60}<b>{'<i>x</i>' * 300}</b>"))
    assert html.count("<a href=") == 120
    assert html.count("<em>") == 60


def test_a_learner_may_write_more_than_a_stranger() -> None:
    letter = "Some *words* of a long letter.\n\n" * 3000
    assert "<em>" in str(render_prose(letter, way="./"))
    assert "<em>" not in str(render_prose(letter))


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


def test_a_long_list_or_table_of_links_is_read_as_such() -> None:
    outcomes = "\n".join(f"- [Outcome {n}](https://issuer.example/outcomes/{n}) of this course" for n in range(90))
    assert render_prose(outcomes).count("<a ") == 90
    rows = "\n".join(f"| row *{n}* | [more](https://issuer.example/{n}) |" for n in range(200))
    assert render_prose(f"| a | b |\n|---|---|\n{rows}").count("<a ") == 200


SIGNS = "- " + "[" * 40 + "\n"


def test_what_only_looks_like_a_list_is_as_dear_as_it_is() -> None:
    assert not is_too_much(SIGNS * 200, own=False)
    assert is_too_much("x\n" + SIGNS * 200, own=False)
    assert is_too_much("- a\n" + SIGNS.removeprefix("- ") * 200, own=False)
