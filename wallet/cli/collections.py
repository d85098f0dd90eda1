"""``wallet collection``: collections that are not for everybody, unlisted or locked, begun in the wallet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from wallet.cli.collection_ending import end_command, remove_command
from wallet.cli.collection_listing import list_command, show_command
from wallet.cli.collection_sharing import share_command
from wallet.cli.completing import wallet_badges
from wallet.cli.console import Console
from wallet.cli.help import localized
from wallet.cli.options import json_option, portfolio_option
from wallet.portfolio.private_collections import LOCKED, UNLISTED
from wallet.portfolio.reading import read_portfolio
from wallet.stages.private_starting import NewPrivate, begin_private
from wallet.store.home import wallet_home

__all__ = ["collection_command"]


def collection_command(console: Console) -> click.Group:
    """``wallet collection``."""
    text = console.gettext
    group = click.Group(
        "collection",
        help=text("Choose badges for somebody alone: on an unlisted page, or on one that is locked."),
        epilog=text("Example: {command}").format(command="wallet collection new for-kaido --locked NAME NAME"),
        add_help_option=False,
    )
    makers: tuple[Callable[[Console], click.Command], ...] = (
        _new_command,
        list_command,
        show_command,
        share_command,
        end_command,
        remove_command,
    )
    for make in makers:
        group.add_command(localized(make(console), console))
    return group


class _Day(click.ParamType[date]):
    """A calendar day such as 2027-03-31."""

    name = "date"

    def __init__(self, console: Console) -> None:
        self._console = console

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(self._console.gettext("Write a day such as 2027-03-31."), param, ctx)


def _new_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "new",
        help=text("Begin a private collection in your wallet. Nobody sees it before you share it."),
        epilog=text("Example: {command}").format(command="wallet collection new for-kaido --locked NAME NAME"),
    )
    @click.argument("name", metavar="NAME")
    @click.argument("badges", nargs=-1, metavar="[BADGE]...", shell_complete=wallet_badges(console))
    @click.option(
        "--unlisted", "kind", flag_value=UNLISTED, help=text("A page that is listed nowhere, for who has its address.")
    )
    @click.option("--locked", "kind", flag_value=LOCKED, help=text("A page that is encrypted."))
    @click.option(
        "--passphrase-prompt/--key-in-link",
        "asks",
        default=False,
        help=text(
            "A locked page opens by a passphrase that you are asked for, or by the key in its link (the default)."
        ),
    )
    @click.option("--until", type=_Day(console), metavar="DATE", help=text("The last day on which it can be read."))
    @click.option("--title", metavar="TEXT", help=text("The title, in every language at first."))
    @portfolio_option(console)
    @json_option(console)
    def command(
        name: str,
        badges: tuple[str, ...],
        kind: str | None,
        asks: bool,
        until: date | None,
        title: str | None,
        portfolio: Path,
        as_json: bool,
    ) -> int:
        if kind is None:
            raise click.MissingParameter(param_hint="--unlisted/--locked", param_type="option")
        languages = read_portfolio(portfolio, ()).languages
        wanted = NewPrivate(name=name, kind=kind, asks=asks, badges=badges, until=until, title=title)
        files = [
            str(path) for path in begin_private(wallet_home(console.environment), wanted, console.catalog, languages)
        ]
        if as_json:
            console.result_json({"name": name, "kind": kind, "files": list(files)})
        else:
            for path in files:
                console.result(path)
        following = text("Write the badges, the titles and the letter in these files. Then share it with: {command}")
        console.tell(following.format(command=f"wallet collection share {name}"))
        return 0

    return command
