"""``wallet collection list`` and ``show``: what is shared with whom, and the links once more."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from wallet.cli.collection_sharing import tell_links
from wallet.cli.completing import private_collections
from wallet.cli.console import Console
from wallet.cli.options import json_option, portfolio_option
from wallet.fields import JsonObject, JsonValue
from wallet.language.dates import format_date
from wallet.portfolio.private_collections import LOCKED, private_folder, private_names, read_private
from wallet.portfolio.reading import read_portfolio
from wallet.stages.private_sharing import links_of
from wallet.store.home import wallet_home
from wallet.store.shares import Share, read_share

__all__ = ["list_command", "show_command"]


def list_command(console: Console) -> click.Command:
    """``wallet collection list``."""
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


def show_command(console: Console) -> click.Command:
    """``wallet collection show``."""
    text = console.gettext

    @click.command(
        "show",
        help=text("Show a private collection, and its links once more."),
        epilog=text("Example: {command}").format(command="wallet collection show for-kaido"),
    )
    @click.argument("name", metavar="NAME", shell_complete=private_collections(console))
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
