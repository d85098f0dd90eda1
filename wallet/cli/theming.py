"""``wallet theme list``, ``show`` and ``copy``: how the site looks, and where a learner begins to change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from wallet.cli.completing import theme_files, theme_names
from wallet.cli.console import Console
from wallet.cli.help import localized
from wallet.cli.options import json_option, portfolio_option
from wallet.fields import JsonValue
from wallet.portfolio.reading import read_portfolio
from wallet.render.theme import DEFAULT_THEME, Theme, load_theme
from wallet.stages.theming import KnownTheme, copy_files, known_themes, origin_of, original_theme, theme_file

__all__ = ["theme_command"]

_F = TypeVar("_F", bound=Callable[..., Any])


def theme_command(console: Console) -> click.Group:
    """``wallet theme``."""
    text = console.gettext
    group = click.Group(
        "theme",
        help=text("List the themes, show their files, and copy files to change them."),
        epilog=text("Example: {command}").format(command="wallet theme copy static/tokens.css"),
        add_help_option=False,
    )
    for command in (_list_command(console), _show_command(console), _copy_command(console)):
        group.add_command(localized(command, console))
    return group


def _list_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "list",
        help=text("List the themes that a portfolio can use."),
        epilog=text("Example: {command}").format(command="wallet theme list"),
    )
    @portfolio_option(console)
    @json_option(console)
    def command(portfolio: Path, as_json: bool) -> int:
        used = _used(portfolio)
        themes = known_themes(portfolio)
        if as_json:
            console.result_json([_theme_json(theme, used) for theme in themes])
        else:
            for theme in themes:
                console.result(_theme_line(console, theme, used))
        console.tell(text("To use one, write its name after theme in content/portfolio.toml."))
        return 0

    return command


def _show_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "show",
        help=text("Show the files of the theme in use and where each comes from, or print one of them."),
        epilog=text("Example: {command}").format(command="wallet theme show static/tokens.css"),
    )
    @click.argument("file", required=False, metavar="[FILE]", shell_complete=theme_files)
    @_theme_option(console)
    @portfolio_option(console)
    @json_option(console)
    def command(file: str | None, theme: str | None, portfolio: Path, as_json: bool) -> int:
        loaded = load_theme(theme or _used(portfolio), portfolio)
        if file is not None:
            click.echo(theme_file(loaded, file), nl=False)
            return 0
        if as_json:
            files: list[JsonValue] = [{"file": name, "from": origin} for name, origin in _files(loaded)]
            console.result_json(files)
        else:
            for name, origin in _files(loaded):
                console.result(f"{name}  [{text('your portfolio') if origin == 'own' else origin}]")
        console.tell(text("To change a file, copy it first: {command}").format(command="wallet theme copy FILE"))
        return 0

    return command


def _copy_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "copy",
        help=text("Copy files of the theme into the portfolio, where your changes take their place."),
        epilog=text("Example: {command}").format(command="wallet theme copy static/tokens.css"),
    )
    @click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=theme_files)
    @_theme_option(console)
    @click.option("--force", is_flag=True, help=text("Replace files that stand there already."))
    @portfolio_option(console)
    def command(files: tuple[str, ...], theme: str | None, force: bool, portfolio: Path) -> int:
        read_portfolio(portfolio)
        for path in copy_files(original_theme(theme or _used(portfolio), portfolio), files, portfolio, overwrite=force):
            console.result(console.shown(path))
        if theme not in (None, _used(portfolio)):
            console.tell(text("To use one, write its name after theme in content/portfolio.toml."))
        console.tell(text("Change the copy, and look at it with: {command}").format(command="wallet serve"))
        return 0

    return command


def _theme_option(console: Console) -> Callable[[_F], _F]:
    told = console.gettext("Another theme than the one in use.")
    return click.option("--theme", metavar="NAME", shell_complete=theme_names, help=told)


def _used(portfolio: Path) -> str:
    # The packaged themes can be looked at before there is a portfolio.
    exists = (portfolio / "content" / "portfolio.toml").is_file()
    return read_portfolio(portfolio).theme if exists else DEFAULT_THEME


def _files(theme: Theme) -> Iterator[tuple[str, str]]:
    for name, path in sorted(theme.files.items()):
        yield name, origin_of(path)


def _theme_json(theme: KnownTheme, used: str) -> JsonValue:
    return {"name": theme.name, "packaged": theme.packaged, "own": theme.own, "in_use": theme.name == used}


def _theme_line(console: Console, theme: KnownTheme, used: str) -> str:
    said = theme.declaration.description
    described = said.get(console.catalog.language) or next(iter(said.values()), "")
    marks = [
        *([console.gettext("in use")] if theme.name == used else []),
        *([console.gettext("your portfolio")] if theme.own else []),
    ]
    return "  ".join(part for part in (theme.name, *(f"[{mark}]" for mark in marks), described) if part)
