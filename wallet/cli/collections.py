"""``wallet collection``: collections that are not for everybody, unlisted or locked, begun in the wallet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from wallet.cli.collection_sharing import end_command, remove_command, share_command, tell_links
from wallet.cli.console import Console
from wallet.cli.help import localized
from wallet.cli.options import json_option, portfolio_option
from wallet.fields import JsonObject, JsonValue
from wallet.language.dates import format_date
from wallet.portfolio.private_collections import LOCKED, UNLISTED, private_folder, private_names, read_private
from wallet.portfolio.reading import read_portfolio
from wallet.stages.private_sharing import links_of
from wallet.stages.private_starting import NewPrivate, begin_private
from wallet.store.home import wallet_home
from wallet.store.shares import Share, read_share

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
        _list_command,
        _show_command,
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
    @click.argument("badges", nargs=-1, metavar="[BADGE]...")
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


def _list_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "list",
        help=text("List the private collections of your wallet."),
        epilog=text("Example: {command}").format(command="wallet collection list"),
    )
    @json_option(console)
    def command(as_json: bool) -> int:
        home = wallet_home(console.environment)
        found = [
            (name, read_private(home, name).kind, read_share(private_folder(home, name)))
            for name in private_names(home)
        ]
        if as_json:
            listed: list[JsonValue] = [_listed(console, name, kind, made) for name, kind, made in found]
            console.result_json(listed)
            return 0
        for name, kind, made in found:
            console.result(f"{name}  {_kind(console, kind)}  {_state(console, made)}")
        if not found:
            console.tell(text("There is no private collection in your wallet."))
        console.tell(text("To begin one, run: {command}").format(command="wallet collection new NAME --locked"))
        return 0

    return command


def _listed(console: Console, name: str, kind: str, made: Share | None) -> JsonObject:
    over = made is not None and made.is_over(console.now())
    state = "not-shared" if made is None else "ended" if over else "shared"
    return {"name": name, "kind": kind, "state": state, "until": made.until if made else None}


def _kind(console: Console, kind: str) -> str:
    return console.gettext("locked") if kind == LOCKED else console.gettext("unlisted")


def _state(console: Console, made: Share | None) -> str:
    if made is None:
        return console.gettext("not shared")
    if made.is_over(console.now()):
        return console.gettext("ended")
    if made.until is None:
        return console.gettext("shared, without an end")
    end = format_date(datetime.fromisoformat(made.until), console.catalog.language)
    return console.gettext("shared, ends when {date} begins").format(date=end)


def _show_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "show",
        help=text("Show a private collection, and its links once more."),
        epilog=text("Example: {command}").format(command="wallet collection show for-kaido"),
    )
    @click.argument("name", metavar="NAME")
    @portfolio_option(console)
    @json_option(console)
    def command(name: str, portfolio: Path, as_json: bool) -> int:
        home = wallet_home(console.environment)
        collection, made = read_private(home, name), read_share(private_folder(home, name))
        open_now = made is not None and not made.is_over(console.now())
        links = links_of(made, read_portfolio(portfolio, ()).languages) if made and open_now else {}
        if as_json:
            badges: list[JsonValue] = list(collection.words.badges)
            told = _listed(console, name, collection.kind, made)
            console.result_json({**told, "badges": badges, "links": dict(links), "file": str(collection.file)})
            return 0
        console.result(f"{name}  {_kind(console, collection.kind)}  {_state(console, made)}")
        for badge in collection.words.badges:
            console.result(f"  · {badge}")
        tell_links(console, links)
        console.tell(text("Its file: {file}").format(file=collection.file))
        return 0

    return command
