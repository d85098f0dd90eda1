"""Building the demo's site, beside Jinja2's bare rendering of the same pages with every value at hand."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from jinja2 import Environment

from tests.benchmarks.timing import seconds
from tests.browser.site import AT, REPOSITORY
from wallet.drawing import draw_card
from wallet.portfolio.reading import read_portfolio
from wallet.site import SiteInput, assemble
from wallet.site.views import CardSubject
from wallet.stages.build_record import BuildSummary
from wallet.stages.building import build, entries_of

__all__ = ["lines"]

ROW = "<tr><th>{{ name }}</th><td>{{ value }}</td></tr>\n"
TEMPLATE = "<!doctype html><table>{% for name, value in rows %}" + ROW + "{% endfor %}</table>"


def lines() -> Iterator[str]:
    """The time of each stage and of a page."""
    with tempfile.TemporaryDirectory() as made:
        summary = built(Path(made))
        whole = seconds(partial(built, Path(made) / "again"), rounds=3)
        size = sum(path.stat().st_size for path in Path(made).rglob("*.html")) // 2 // summary.pages
        subjects = card_subjects()
        card = seconds(lambda: [draw_card(subject) for subject in subjects], rounds=1) / len(subjects)
    bare = bare_page(size)
    page = whole / summary.pages
    yield f"one bare template render of {size} bytes: {bare * 1000:.2f} ms"
    for stage, taken in summary.seconds.items():
        yield f"  {stage}: {taken * 1000:.0f} ms"
    yield f"build, {summary.pages} pages: {whole * 1000:.0f} ms, {page * 1000:.1f} ms a page = {page / bare:.1f} × bare"
    yield f"a social card, which is drawn once and kept: {card * 1000:.0f} ms"


def built(folder: Path) -> BuildSummary:
    """One whole build."""
    return build(REPOSITORY, output=folder, base_url=None, at=AT, timer=perf_counter, cards=False)


def card_subjects() -> list[CardSubject]:
    """What the demo's cards show."""
    portfolio = read_portfolio(REPOSITORY)
    site = assemble(SiteInput(portfolio=portfolio, badges=entries_of(portfolio, AT), base_url=portfolio.url))
    return list({page.card.path: page.card.subject for page in site.pages if page.card}.values())


def bare_page(size: int) -> float:
    """Seconds of rendering a page of `size` bytes from a compiled template, each value escaped."""
    template = Environment(autoescape=True).from_string(TEMPLATE)
    rows = [("a term", "a value & its <meaning>, forty characters")] * (size // 90)
    return seconds(lambda: [template.render(rows=rows) for _ in range(10)]) / 10
