"""``wallet init`` and ``wallet status``: a new portfolio, and how things stand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from wallet.cli.console import Console
from wallet.cli.keeping import open_wallet
from wallet.cli.options import json_option, portfolio_option
from wallet.fields import JsonValue
from wallet.language.catalogs import load_catalog
from wallet.language.marks import N_
from wallet.portfolio.writing import published_slugs
from wallet.stages.starting import NewPortfolio, start_portfolio

__all__ = ["init_command", "status_command"]

_DEFAULT_URL = "https://name.github.io/portfolio/"
_PROFILE = N_("Write a few sentences about yourself here: what you do, what you have learned, what you look for.")


def init_command(console: Console) -> click.Command:
    """``wallet init``."""
    text = console.gettext

    @click.command(
        "init",
        help=text("Make a new portfolio in a folder. It builds at once."),
        epilog=text("Example: {command}").format(command="wallet init my-portfolio"),
    )
    @click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
    @click.option("--url", metavar="URL", help=text("The address the site will have."))
    @click.option("--family", metavar="NAME", help=text("Your family name, as you write it."))
    @click.option("--given", metavar="NAME", help=text("Your given name, as you write it."))
    @click.option("--latin", metavar="NAME", help=text("Your name in Latin letters, for the English pages."))
    def command(folder: Path, url: str | None, family: str | None, given: str | None, latin: str | None) -> int:
        profiles = {language: load_catalog(language).gettext(_PROFILE) for language in ("ja", "en")}
        answers = NewPortfolio(
            url=_answer(url, text("The address the site will have"), _DEFAULT_URL),
            family=_answer(family, text("Your family name"), ""),
            given=_answer(given, text("Your given name"), ""),
            latin=_answer(latin, text("Your name in Latin letters"), ""),
            profile_ja=profiles["ja"],
            profile_en=profiles["en"],
        )
        start_portfolio(folder, answers)
        console.result(text("A new portfolio is in {folder}.").format(folder=console.shown(folder)))
        console.tell(text("Go there, then look at it: {command}").format(command=f"cd {folder} && wallet serve"))
        return 0

    return command


def _answer(given: str | None, question: str, default: str) -> str:
    if given is not None:
        return given
    if not sys.stdin.isatty():
        return default
    return str(click.prompt(question, default=default, show_default=bool(default), err=True))


def status_command(console: Console) -> click.Command:
    """``wallet status``."""
    text = console.gettext

    @click.command(
        "status",
        help=text("Say what is in the wallet and what is published."),
        epilog=text("Example: {command}").format(command="wallet status"),
    )
    @portfolio_option(console)
    @json_option(console)
    def command(portfolio: Path, as_json: bool) -> int:
        wallet = open_wallet(console)
        entries, slugs = wallet.entries(), published_slugs(portfolio)
        if as_json:
            published: list[JsonValue] = list(slugs)
            console.result_json({"wallet": str(wallet.home), "badges": len(entries), "published": published})
            return 0
        console.result(text("Wallet: {count} badges in {folder}").format(count=len(entries), folder=wallet.home))
        console.result(text("Published: {count} badges").format(count=len(slugs)))
        for slug in slugs:
            console.result(f"  {slug}")
        console.tell(text("Add a badge: {command}").format(command="wallet add FILE"))
        return 0

    return command
