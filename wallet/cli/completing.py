"""What a shell may offer while a command is typed: badges, collections, themes, languages, files.

Completion never complains: where something cannot be read, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import click
from click.shell_completion import CompletionItem

from wallet.cli.console import Console
from wallet.errors import WalletError

__all__ = [
    "Completion",
    "command_names",
    "file_paths",
    "language_tags",
    "private_collections",
    "published_badges",
    "theme_files",
    "theme_names",
    "wallet_badges",
]

Completion: TypeAlias = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _offering(find: Callable[[click.Context], Iterable[tuple[str, str | None]]]) -> Completion:
    """Offer the names that begin as the word does, each with what a shell may show beside it."""

    def offer(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            found = list(find(context))
        except (WalletError, OSError):
            return []
        given = context.params.get(parameter.name or "")
        taken = given if parameter.nargs == -1 and isinstance(given, tuple) else ()
        return [
            CompletionItem(name, help=told) for name, told in found if name.startswith(incomplete) and name not in taken
        ]

    return offer


def wallet_badges(console: Console) -> Completion:
    """The handles of the badges in the wallet, with their names."""

    def find(_context: click.Context) -> Iterable[tuple[str, str | None]]:
        from wallet.store.home import wallet_home
        from wallet.store.wallet import Wallet

        return [(entry.handle, entry.name) for entry in Wallet(wallet_home(console.environment)).entries()]

    return _offering(find)


def published_badges(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The badges of the portfolio that the command line names, by their folders."""
    return _offering(lambda found: _folders(_portfolio(found) / "content" / "badges"))(context, parameter, incomplete)


def private_collections(console: Console) -> Completion:
    """The private collections in the wallet."""

    def find(_context: click.Context) -> Iterable[tuple[str, str | None]]:
        from wallet.portfolio.private_collections import private_names
        from wallet.store.home import wallet_home

        return [(name, None) for name in private_names(wallet_home(console.environment))]

    return _offering(find)


def theme_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The packaged themes and the portfolio's own."""

    def find(found: click.Context) -> Iterable[tuple[str, str | None]]:
        from wallet.render.theme import packaged_themes

        return sorted({*_folders(packaged_themes()), *_folders(_portfolio(found) / "themes")})

    return _offering(find)(context, parameter, incomplete)


def theme_files(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The files of the theme that the command line names, else of the default one."""

    def find(found: click.Context) -> Iterable[tuple[str, str | None]]:
        from wallet.render.theme import DEFAULT_THEME, load_theme

        named = found.params.get("theme")
        loaded = load_theme(named if isinstance(named, str) else DEFAULT_THEME, _portfolio(found))
        return [(name, None) for name in sorted(loaded.files)]

    return _offering(find)(context, parameter, incomplete)


def language_tags(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The languages that the program speaks."""
    from wallet.language.catalogs import available_languages

    return _offering(lambda _found: [(tag, None) for tag in available_languages()])(context, parameter, incomplete)


def file_paths(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files, which the shell itself completes."""
    return [CompletionItem(incomplete, type="file")]


def command_names(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The commands of the group that the words before this one lead to."""
    place = context.find_root()
    given = context.params.get("path")
    group: click.Command | None = place.command
    for word in given if isinstance(given, tuple) else ():
        group = group.get_command(place, word) if isinstance(group, click.Group) else None
    names = group.list_commands(place) if isinstance(group, click.Group) else []
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _portfolio(context: click.Context) -> Path:
    named = context.params.get("portfolio")
    return Path(named) if isinstance(named, (str, Path)) else Path()


def _folders(place: Path) -> list[tuple[str, str | None]]:
    found = place.iterdir() if place.is_dir() else ()
    return [(path.name, None) for path in sorted(found) if path.is_dir() and not path.name.startswith(".")]
