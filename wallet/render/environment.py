"""The template engine of one language: escaping on, nothing undefined, our sentences from the catalog.

Templates see the page, its view and three ways to put a value on paper: `href` for an address of the site, `run` for a
line of text with its language (`heading` where it is set large), `prose` for Markdown; and `always` for a macro that
gives the same on every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from wallet.language.catalogs import Catalog
from wallet.language.phrases import phrases
from wallet.render.integrity import integrity_of
from wallet.render.prose import ShownPicture, render_prose
from wallet.render.theme import Theme
from wallet.site.views import Prose, Run

if TYPE_CHECKING:
    from jinja2 import BaseLoader, BytecodeCache, Environment
    from jinja2.runtime import Context

__all__ = ["environments_of"]

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


def environments_of(theme: Theme, catalogs: Iterable[Catalog], compiled: BytecodeCache) -> dict[str, Environment]:
    """A Jinja2 environment for each language; a template is compiled once for all of them."""
    return {catalog.language: _environment(theme, catalog, compiled) for catalog in catalogs}


def _environment(theme: Theme, catalog: Catalog, compiled: BytecodeCache) -> Environment:
    from jinja2 import Environment, StrictUndefined, pass_context

    environment = Environment(
        loader=_loader(theme),
        bytecode_cache=compiled,
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        catalog.gettext, catalog.ngettext, newstyle=True, pgettext=catalog.pgettext, npgettext=catalog.npgettext
    )
    # The callables as they are installed look themselves up again for every sentence, which is half of a page's time.
    said = _sentences(catalog)
    environment.globals |= {
        "gettext": said,
        "_": said,
        "integrity": integrity_of(theme),
        "always": _once_for_all_pages(),
    }
    environment.filters |= {
        "run": mark_run,
        "prose": pass_context(_prose_on_page),
        "signed_text": signed_text,
        "wide": is_wide,
    }
    environment.filters["heading"] = partial(mark_heading, page_language=catalog.language)
    return environment


def _sentences(catalog: Catalog) -> Callable[..., Markup]:
    """Our own sentences, which are safe as they are; values put into them are escaped."""

    @lru_cache(maxsize=4096)
    def translated(message: str) -> Markup:
        return Markup(catalog.gettext(message))

    @lru_cache(maxsize=4096)
    def plain(message: str) -> Markup:
        return translated(message) % {}

    def say(message: str, **values: object) -> Markup:
        return translated(message) % values if values else plain(message)

    return say


def _once_for_all_pages() -> Callable[[Callable[[], Markup]], Markup]:
    """A macro without arguments gives the same on every page of a language, and is asked once."""
    made: dict[str, Markup] = {}

    def always(macro: Callable[[], Markup]) -> Markup:
        name: str = getattr(macro, "name", "")
        if name not in made:
            made[name] = macro()
        return made[name]

    return always


def _loader(theme: Theme) -> BaseLoader:
    from jinja2 import FunctionLoader

    def load(name: str) -> tuple[str, str | None, Callable[[], bool] | None] | None:
        source = theme.templates.get(name)
        return None if source is None else (source, theme.sources[name], lambda: True)

    return FunctionLoader(load)


def mark_run(run: Run) -> Markup:
    """A line of text; another language or direction is marked, and cannot disturb the text around it."""
    return _marked(run, escape(run.text))


def mark_heading(heading: Run | str, *, page_language: str) -> Markup:
    """A line set large, as `mark_run` marks it, with the places where it may break between phrases."""
    run = heading if isinstance(heading, Run) else Run(text=str(heading))
    pieces = phrases(run.text, run.language or page_language)
    text = Markup("<wbr>").join(pieces)
    # What may not break elsewhere needs its own mark, for a heading in words and spaces breaks as it always did.
    return _marked(run, Markup('<span class="phrases">{}</span>').format(text) if len(pieces) > 1 else text)


def _marked(run: Run, text: Markup) -> Markup:
    direction = run.direction or ("auto" if _has_right_to_left(run.text) else None)
    if run.language is None and direction is None:
        return text
    opening, closing = _tags(run.language, direction)
    return opening + text + closing


@lru_cache(maxsize=256)
def _tags(language: str | None, direction: str | None) -> tuple[Markup, Markup]:
    marked = Markup(' lang="{}"').format(language) if language else Markup("")
    if direction is None:
        return Markup("<span{}>").format(marked), Markup("</span>")
    return Markup('<bdi{} dir="{}">').format(marked, direction), Markup("</bdi>")


def _prose_on_page(context: Context, prose: Prose, top_heading: int = 3) -> Markup:
    href: Callable[[str], str] | None = context.get("href")
    if href is None or prose.seat is None:
        return mark_prose(prose, top_heading)
    pictures = tuple(
        ShownPicture(name=one.name, link=href(one.address), width=one.width, height=one.height)
        for one in prose.pictures
    )
    return mark_prose(prose, top_heading, way=href(prose.seat), pictures=pictures)


def mark_prose(
    prose: Prose, top_heading: int = 3, *, way: str | None = None, pictures: tuple[ShownPicture, ...] = ()
) -> Markup:
    """Markdown in a block of its own, with its language where that differs from the page's.

    `way` leads from the page to the address from which relative links of the text count.
    """
    body = render_prose(prose.source, top_heading=top_heading, way=way, pictures=pictures)
    language = Markup(' lang="{}"').format(prose.language) if prose.language else Markup("")
    direction = prose.direction or ("auto" if _has_right_to_left(prose.source) else None)
    direction_mark = Markup(' dir="{}"').format(direction) if direction else Markup("")
    return Markup('<div class="prose"{}{}>{}</div>').format(language, direction_mark, body)


def signed_text(text: str) -> Markup:
    """JSON or a JWS for the inside of a script element: no ``<`` can end the element early."""
    return Markup(text.replace("<", "\\u003c"))


def is_wide(text: str) -> bool:
    """Whether the text is set in full-width characters, which need another size where space is fixed."""
    return any(character >= "\u2e80" for character in text)


def _has_right_to_left(text: str) -> bool:
    return _RIGHT_TO_LEFT.search(text) is not None
