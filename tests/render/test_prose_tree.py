"""Prose for a script: lists and texts, in which nothing is markup."""

from __future__ import annotations

import json

import pytest

from wallet.render.prose_tree import prose_tree


def test_elements_become_lists_and_text_stays_text() -> None:
    tree = prose_tree("# Dear *reader*\n\nOne  \ntwo [there](https://a.example/?x=1&y=2) & <b>\n\n- a\n- b")
    assert tree == [
        ["h2", None, ["Dear ", ["em", None, ["reader"]]]],
        "\n",
        ["p", None, ["One", ["br", None, []], "\ntwo ", ["a", "https://a.example/?x=1&y=2", ["there"]], " & "]],
        "\n",
        ["ul", None, ["\n", ["li", None, ["a"]], "\n", ["li", None, ["b"]], "\n"]],
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "[x](javascript:alert(1))",
        "[x](data:text/html,y)",
        '<a href="/relative">x</a>',
        "<style>p{}</style>",
    ],
)
def test_nothing_hostile_is_left(hostile: str) -> None:
    text = json.dumps(prose_tree(hostile))
    assert not any(word in text for word in ("script", "onerror", "data:", "/relative", "style", "img"))
