"""From a site and a theme to the files of the output. Pure: it reads and writes nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from wallet.errors import ThemeError
from wallet.render.compiled import CompiledTemplates
from wallet.render.english import mark_english
from wallet.render.environment import environments_of
from wallet.render.files import OutputFile
from wallet.render.manifest import manifest_file
from wallet.render.theme import Theme
from wallet.site.model import Page, Site
from wallet.site.urls import absolute, link

if TYPE_CHECKING:
    from jinja2 import Environment, TemplateError

__all__ = ["render", "render_pages"]


def render(site: Site, theme: Theme, compiled: CompiledTemplates | None = None) -> tuple[OutputFile, ...]:
    """Every page, every published file and the theme's static files; raises ThemeError for a template that is wrong.

    `compiled` has the templates that were compiled before.
    """
    return (
        *render_pages(site, theme, compiled),
        *(OutputFile(path=file.path, content=file.content, badge=file.badge) for file in site.files),
        *((manifest_file(site.manifest, theme),) if site.manifest else ()),
        *(OutputFile(path=f"static/{name}", content=content) for name, content in theme.static.items()),
    )


def render_pages(site: Site, theme: Theme, compiled: CompiledTemplates | None = None) -> tuple[OutputFile, ...]:
    """As `render`, the pages alone."""
    environments = environments_of(theme, site.catalogs, (compiled or CompiledTemplates()).for_jinja())
    return tuple(
        OutputFile(
            path=page.path, content=_render_page(site, theme, page, environments[page.language]), badge=page.badge
        )
        for page in site.pages
    )


def _render_page(site: Site, theme: Theme, page: Page, environment: Environment) -> bytes:
    from jinja2 import TemplateError

    seen_from = None if page.absolute_links else page.address
    try:
        text = environment.get_template(page.template).render(
            page=page,
            view=page.view,
            frame=page.frame,
            href=partial(link, site.base_url, seen_from=seen_from),
            absolute=partial(absolute, site.base_url),
        )
    except TemplateError as error:
        raise _theme_error(theme, error) from error
    catalog = next(catalog for catalog in site.catalogs if catalog.language == page.language)
    return mark_english(text, catalog).encode()


def _theme_error(theme: Theme, error: TemplateError) -> ThemeError:
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateNotFound):
        return ThemeError("theme.template-missing", theme=theme.name, template=str(error.name))
    if isinstance(error, TemplateSyntaxError):
        where = theme.sources.get(error.name or "", error.name or "?"), error.lineno
    else:
        where = _place(theme, error)
    return ThemeError(
        "theme.template-wrong", file=where[0], line=where[1], reason=error.message or type(error).__name__
    )


def _place(theme: Theme, error: TemplateError) -> tuple[str, int]:
    # Jinja2 rewrites the traceback so that its frames carry the template's file and line; the last one is the place.
    files = set(theme.sources.values())
    place, trace = ("?", 0), error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in files:
            place = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return place
