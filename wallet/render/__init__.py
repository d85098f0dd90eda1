"""From the assembled site to files: themes, templates, Markdown, and writing the output whole or not at all."""

from __future__ import annotations

from wallet.render.compiled import CompiledTemplates
from wallet.render.files import OutputFile
from wallet.render.rendering import render, render_pages
from wallet.render.theme import Theme, load_theme
from wallet.render.writing import WriteSummary, write_site

__all__ = [
    "CompiledTemplates",
    "OutputFile",
    "Theme",
    "WriteSummary",
    "load_theme",
    "render",
    "render_pages",
    "write_site",
]
