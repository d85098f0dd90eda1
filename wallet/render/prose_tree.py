"""Sanitised prose as lists and texts, for a script that builds elements one by one and never reads markup."""

from __future__ import annotations

from html.parser import HTMLParser

from wallet.fields import JsonValue
from wallet.render.prose import render_prose

__all__ = ["prose_tree"]

_VOID = frozenset({"br", "hr"})


def prose_tree(source: str, *, top_heading: int = 2) -> JsonValue:
    """Markdown as nodes: a text, or a list of an element's name, its link or null, and its nodes."""
    grower = _Grower()
    grower.feed(str(render_prose(source, top_heading=top_heading)))
    grower.close()
    return grower.nodes


class _Grower(HTMLParser):
    """What was sanitised is balanced; an element of another kind would only lose its name in the browser."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes: list[JsonValue] = []
        self._open: list[list[JsonValue]] = [self.nodes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        children: list[JsonValue] = []
        self._open[-1].append([tag, dict(attrs).get("href"), children])
        if tag not in _VOID:
            self._open.append(children)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].append(data)
