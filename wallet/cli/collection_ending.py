"""``wallet collection end`` and ``remove``: what was shared is shown no more, which takes nothing back."""

from __future__ import annotations

from pathlib import Path

import click

from wallet.cli.asking import confirmed
from wallet.cli.completing import private_collections
from wallet.cli.console import Console
from wallet.cli.options import portfolio_option, yes_option
from wallet.stages.private_ending import end_share, remove_private
from wallet.store.home import wallet_home

__all__ = ["end_command", "remove_command"]


def end_command(console: Console) -> click.Command:
    """``wallet collection end``."""
    text = console.gettext

    @click.command(
        "end",
        help=text("End a shared collection: its address then says that the link has ended."),
        epilog=text("Example: {command}").format(command="wallet collection end for-kaido"),
    )
    @click.argument("name", metavar="NAME", shell_complete=private_collections(console))
    @portfolio_option(console)
    def command(name: str, portfolio: Path) -> int:
        end_share(portfolio, wallet_home(console.environment), name)
        console.result(text("“{name}” has ended.").format(name=name))
        _tell_afterwards(console)
        return 0

    return command


def remove_command(console: Console) -> click.Command:
    """``wallet collection remove``."""
    text = console.gettext

    @click.command(
        "remove",
        help=text("Remove a private collection from your wallet, and its page from the next build."),
        epilog=text("Example: {command}").format(command="wallet collection remove for-kaido"),
    )
    @click.argument("name", metavar="NAME", shell_complete=private_collections(console))
    @portfolio_option(console)
    @yes_option(console)
    def command(name: str, portfolio: Path, yes: bool) -> int:
        question = text("Remove “{name}” with its letter, its address and its key?").format(name=name)
        if not yes and not confirmed(console, question):
            return 1
        found = remove_private(portfolio, wallet_home(console.environment), name)
        console.result(text("“{name}” is no longer in the wallet.").format(name=name))
        if found is not None:
            _tell_afterwards(console)
        return 0

    return command


def _tell_afterwards(console: Console) -> None:
    text = console.gettext
    console.tell(
        text("The page changes with the next build that you upload. Run: {command}").format(command="wallet build")
    )
    console.tell(text("Whoever has read it may have kept it, and copies stay in caches and in the history of git."))
