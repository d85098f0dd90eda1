"""A private text is found in whatever this program writes it into."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from html import escape as html_escape
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

import pytest
from markupsafe import Markup
from markupsafe import escape as markup_escape

from wallet.language.controls import visible
from wallet.render.environment import signed_text
from wallet.site.share_targets import encoded
from wallet.site.structured import graph_text
from wallet.stages.written_forms import written_forms

TEXTS = (
    "Ann's first “prize” in chemistry",
    'The "golden" badge of chemistry',
    "Both 'single' and \"double\" quotes",
    "Research & development <advanced>",
    "C:\\courses\\chemistry badge",
    "化学の優秀者バッジ",
    "化学「優秀」'A' & \"B\" <C> \\D",
    "Two\nlines of  private words",
    "Safe \u202egnp.exe of chemistry",
    "*Starred* [private] badge_name",
)


def _csv(text: str) -> str:
    table = io.StringIO()
    csv.writer(table).writerow([text, "x,y"])
    return table.getvalue()


WRITERS: dict[str, Callable[[str], str]] = {
    "text": lambda text: text,
    "page": lambda text: str(Markup('<a title="{}">').format(text)),
    "page, marked": lambda text: str(markup_escape(visible(text))),
    "one line of a page": lambda text: str(markup_escape(" ".join(visible(text).split()))),
    "snippet": html_escape,
    "snippet on a page": lambda text: str(markup_escape(f"<a>{html_escape(text)}</a>")),
    "page in a feed": lambda text: xml_escape(f"<p>{markup_escape(text)}</p>"),
    "feed": xml_escape,
    "attribute of a drawing": lambda text: f"<text a={quoteattr(text)}>",
    "attribute among others": lambda text: f"<text a={quoteattr(text + chr(34) + chr(39))}>",
    "JSON": lambda text: json.dumps({"name": text}),
    "readable JSON": lambda text: json.dumps({"name": text}, ensure_ascii=False),
    "JSON of a page": lambda text: str(signed_text(graph_text({"name": text}))),
    "JSON in an attribute": lambda text: str(markup_escape(json.dumps({"name": text}, ensure_ascii=False))),
    "table": _csv,
    "address": lambda text: f"https://social.example/share?{encoded(title=text)}",
}


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_found_however_it_was_written(text: str, writer: str) -> None:
    written = WRITERS[writer](text).encode()
    assert any(form in written for form in written_forms(text))


@pytest.mark.parametrize("text", TEXTS)
def test_no_form_is_shorter_or_says_less(text: str) -> None:
    assert min(map(len, written_forms(text))) >= len(" ".join(text.split()))


def test_a_plain_text_has_few_forms() -> None:
    assert len(written_forms("plain-words")) == 1
