"""``wallet new page``, ``collection``, ``pathway`` and ``note``: files to begin with, in every language of the site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from wallet.cli.completing import published_badges
from wallet.cli.console import Console
from wallet.cli.help import localized
from wallet.cli.options import json_option, portfolio_option
from wallet.portfolio.reading import read_portfolio
from wallet.stages.authoring import begin_collection, begin_note, begin_page, begin_pathway

__all__ = ["new_command"]

_F = TypeVar("_F", bound=Callable[..., Any])


def new_command(console: Console) -> click.Group:
    """``wallet new``."""
    text = console.gettext
    group = click.Group(
        "new",
        help=text("Begin a page, a collection, a pathway or a note, in every language of your portfolio."),
        epilog=text("Example: {command}").format(command="wallet new page works --title Works"),
        add_help_option=False,
    )
    for make in (_page_command, _collection_command, _pathway_command, _note_command):
        group.add_command(localized(make(console), console))
    return group


def _page_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "page",
        help=text("Begin a page of your own. It is a draft until you say otherwise."),
        epilog=text("Example: {command}").format(command="wallet new page works --title Works"),
    )
    @click.argument("slug", metavar="SLUG")
    @_title_option(console)
    @portfolio_option(console)
    @json_option(console)
    def command(slug: str, title: str | None, portfolio: Path, as_json: bool) -> int:
        files = begin_page(read_portfolio(portfolio), console.catalog, slug, title)
        following = text(
            "Write the page in these files, and take out the line draft to show it. Look at it with: {command}"
        )
        return _begun(console, "page", slug, files, as_json, following)

    return command


def _collection_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "collection",
        help=text("Begin a collection: some of your badges, with a letter to whoever reads it."),
        epilog=text("Example: {command}").format(command="wallet new collection for-employers NAME NAME"),
    )
    @click.argument("slug", metavar="SLUG")
    @click.argument("badges", nargs=-1, metavar="[BADGE]...", shell_complete=published_badges)
    @_title_option(console)
    @portfolio_option(console)
    @json_option(console)
    def command(slug: str, badges: tuple[str, ...], title: str | None, portfolio: Path, as_json: bool) -> int:
        files = begin_collection(read_portfolio(portfolio), console.catalog, slug, badges, title)
        following = text("Write the titles, the badges and the letter in these files. Look at it with: {command}")
        return _begun(console, "collection", slug, files, as_json, following)

    return command


def _pathway_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "pathway",
        help=text("Begin a pathway: a larger qualification towards which badges count. It is a draft at first."),
        epilog=text("Example: {command}").format(command="wallet new pathway diploma --title Diploma"),
    )
    @click.argument("slug", metavar="SLUG")
    @_title_option(console)
    @portfolio_option(console)
    @json_option(console)
    def command(slug: str, title: str | None, portfolio: Path, as_json: bool) -> int:
        files = begin_pathway(read_portfolio(portfolio), console.catalog, slug, title)
        following = text(
            "Write the requirements in the first file, and take out the line draft to show the page. "
            "Look at it with: {command}"
        )
        return _begun(console, "pathway", slug, files, as_json, following)

    return command


def _note_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "note",
        help=text("Begin a note of your own about a published badge."),
        epilog=text("Example: {command}").format(command="wallet new note NAME"),
    )
    @click.argument("badge", metavar="BADGE", shell_complete=published_badges)
    @portfolio_option(console)
    @json_option(console)
    def command(badge: str, portfolio: Path, as_json: bool) -> int:
        files = begin_note(read_portfolio(portfolio), console.catalog, badge)
        following = text("Write the note in these files. Look at it with: {command}")
        return _begun(console, "note", badge, files, as_json, following)

    return command


def _title_option(console: Console) -> Callable[[_F], _F]:
    return click.option("--title", metavar="TEXT", help=console.gettext("The title, in every language at first."))


def _begun(console: Console, kind: str, slug: str, files: Sequence[Path], as_json: bool, following: str) -> int:
    shown = [console.shown(path) for path in files]
    if as_json:
        console.result_json({"kind": kind, "slug": slug, "files": list(shown)})
    else:
        for path in shown:
            console.result(path)
    console.tell(following.format(command="wallet serve"))
    return 0
