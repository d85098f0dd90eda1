"""``wallet init``: a new portfolio, ready to be pushed to GitHub."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from wallet.cli.console import Console
from wallet.cli.starting_answers import Place, answer, chosen_languages, chosen_place
from wallet.language.catalogs import load_catalog
from wallet.language.marks import N_
from wallet.portfolio.model import DEFAULT_LANGUAGES
from wallet.stages.pages_files import PagesOrder, pages_files
from wallet.stages.pages_folder import portfolio_around, strangers_in
from wallet.stages.program_source import program_source
from wallet.stages.starting import NewPortfolio, start_portfolio

__all__ = ["init_command"]

_PROFILE = N_("Write a few sentences about yourself here: what you do, what you have learned, what you look for.")


def init_command(console: Console) -> click.Command:
    """``wallet init``."""
    text = console.gettext

    @click.command(
        "init",
        help=text("Make a new portfolio in a folder. It builds at once."),
        epilog=text("Example: {command}").format(command="wallet init my-portfolio --repository hanako/portfolio"),
    )
    @click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
    @click.option("--url", metavar="URL", help=text("The address the site will have."))
    @click.option("--repository", metavar="OWNER/NAME", help=text("Your repository on GitHub, which says the address."))
    @click.option("--domain", metavar="NAME", help=text("Your own domain, where the site has one."))
    @click.option("--languages", metavar="TAGS", help=text("The languages of the pages, such as ja,en."))
    @click.option("--family", metavar="NAME", help=text("Your family name, as you write it."))
    @click.option("--given", metavar="NAME", help=text("Your given name, as you write it."))
    @click.option("--latin", metavar="NAME", help=text("Your name in Latin letters, for the English pages."))
    @click.option("--package", metavar="PACKAGE", help=text("What GitHub installs to build. Default: this version."))
    @click.option("--no-workflow", is_flag=True, help=text("Write nothing that GitHub runs by itself."))
    def command(
        folder: Path,
        url: str | None,
        repository: str | None,
        domain: str | None,
        languages: str | None,
        family: str | None,
        given: str | None,
        latin: str | None,
        package: str | None,
        no_workflow: bool,
    ) -> int:
        place = chosen_place(console, url, repository, domain)
        tags = chosen_languages(console, languages, DEFAULT_LANGUAGES)
        answers = NewPortfolio(
            url=place.url,
            family=answer(family, text("Your family name"), ""),
            given=answer(given, text("Your given name"), ""),
            latin=answer(latin, text("Your name in Latin letters"), ""),
            profile={tag: load_catalog(tag).gettext(_PROFILE) for tag in tags},
        )
        warnings = list(_warnings(console, folder))
        source = program_source(console.environment)
        order = _order(folder, place, tags, package or source.requirement, workflow=not no_workflow)
        left = start_portfolio(folder, answers, pages_files(order))
        for line in warnings:
            console.warn(line)
        if left:
            console.tell(console.sentence("pages.files-left", {"names": list(left)}))
        _say_next(console, folder, place, order, is_had=bool(package) or source.found)
        return 0

    return command


def _order(folder: Path, place: Place, tags: tuple[str, ...], requirement: str, *, workflow: bool) -> PagesOrder:
    return PagesOrder(
        url=place.url,
        catalogs=tuple(map(load_catalog, tags)),
        repository=place.repository,
        domain=place.domain,
        requirement=requirement,
        workflow=workflow,
        # A repository that was made on GitHub often comes with a README, which is the learner's.
        guide="PORTFOLIO.md" if (folder / "README.md").exists() else "README.md",
    )


def _warnings(console: Console, folder: Path) -> Iterator[str]:
    around = portfolio_around(folder)
    if around is not None:
        yield console.sentence("pages.inside-content", {"path": console.shown(around)})
    others = strangers_in(folder)
    if others:
        yield console.sentence("pages.others-files", {"names": list(others)})


def _say_next(console: Console, folder: Path, place: Place, order: PagesOrder, *, is_had: bool) -> None:
    text = console.gettext
    console.result(text("A new portfolio is in {folder}.").format(folder=console.shown(folder)))
    command_line = f"cd {shlex.quote(str(folder))} && wallet serve"
    console.tell(text("Go there, then look at it: {command}").format(command=command_line))
    if order.workflow and place.repository is not None:
        if not is_had:
            console.tell(console.sentence("pages.program-nowhere", {"requirement": order.requirement}))
        said = text("How it gets to {url} stands in {file}.")
        console.tell(said.format(url=place.url, file=console.shown(folder / order.guide)))
