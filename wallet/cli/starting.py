"""``wallet init``: a new portfolio."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from wallet.cli.console import Console
from wallet.cli.inputs import is_interactive
from wallet.language.catalogs import load_catalog
from wallet.language.marks import N_
from wallet.portfolio.model import DEFAULT_LANGUAGES, EXAMPLE_URL
from wallet.portfolio.reading import is_site_url
from wallet.stages.starting import NewPortfolio, start_portfolio

__all__ = ["init_command"]

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
        address = _answer(url, text("The address the site will have"), EXAMPLE_URL)
        if not is_site_url(address):
            wanted = text("Give a full address, such as https://name.github.io/portfolio/.")
            raise click.BadParameter(wanted, param_hint="--url")
        answers = NewPortfolio(
            url=address,
            family=_answer(family, text("Your family name"), ""),
            given=_answer(given, text("Your given name"), ""),
            latin=_answer(latin, text("Your name in Latin letters"), ""),
            profile={language: load_catalog(language).gettext(_PROFILE) for language in DEFAULT_LANGUAGES},
        )
        start_portfolio(folder, answers)
        console.result(text("A new portfolio is in {folder}.").format(folder=console.shown(folder)))
        command_line = f"cd {shlex.quote(str(folder))} && wallet serve"
        console.tell(text("Go there, then look at it: {command}").format(command=command_line))
        return 0

    return command


def _answer(given: str | None, question: str, default: str) -> str:
    if given is not None:
        return given
    if not is_interactive():
        return default
    return str(click.prompt(question, default=default, show_default=bool(default), err=True))
