"""``wallet publish`` and ``wallet unpublish``: nothing becomes public before its learner was told what it reveals."""

from __future__ import annotations

from pathlib import Path

import click

from wallet.cli.asking import confirmed
from wallet.cli.completing import published_badges, wallet_badges
from wallet.cli.console import Console
from wallet.cli.keeping import open_wallet
from wallet.cli.options import json_option, portfolio_option, yes_option
from wallet.cli.pushing import plan_push, push_published
from wallet.errors import PortfolioError
from wallet.fields import JsonObject, JsonValue
from wallet.language.controls import one_line
from wallet.portfolio.chosen import files_that_choose
from wallet.portfolio.holder import PRESENTATION_FILE
from wallet.portfolio.reading import published_slugs
from wallet.portfolio.slugs import require_published
from wallet.portfolio.writing import remove_badge
from wallet.stages.publishing import Proposal, propose, publish
from wallet.verification.report import Verdict

__all__ = ["publish_command", "unpublish_command"]


def publish_command(console: Console) -> click.Command:
    """``wallet publish``."""
    text = console.gettext

    @click.command(
        "publish",
        help=text("Copy one badge of the wallet, with its evidence, into the portfolio."),
        epilog=text("Example: {command}").format(command="wallet publish data-literacy"),
    )
    @click.argument("name", metavar="NAME", shell_complete=wallet_badges(console))
    @click.option(
        "--as",
        "--slug",
        "slug",
        metavar="SLUG",
        help=text("The name in the badge's address, instead of the usual one."),
    )
    @click.option("--push", is_flag=True, help=text("Then build the site and push, so that the public sees it."))
    @portfolio_option(console)
    @yes_option(console)
    @json_option(console)
    def command(name: str, slug: str | None, push: bool, portfolio: Path, yes: bool, as_json: bool) -> int:
        entry = open_wallet(console).find(name)
        proposal = propose(entry, portfolio, slug=slug, at=console.now())
        for line in _screen(console, proposal):
            console.ask(line)
        pushing = plan_push(console, portfolio) if push else None
        question = text("Publish it and push?") if push else text("Publish it?")
        if not yes and not confirmed(console, question):
            return 1
        folder = publish(proposal, portfolio)
        if as_json:
            console.result_json(_proposal_json(proposal, folder))
        else:
            console.result(text("Published: {folder}").format(folder=console.shown(folder)))
        if pushing is not None:
            push_published(console, pushing, folder)
            return 0
        console.tell(text("To see it on your page, run: {command}").format(command="wallet serve"))
        return 0

    return command


def _screen(console: Console, proposal: Proposal) -> list[str]:
    """What the file reveals, on one screen."""
    name = one_line(proposal.entry.name)
    verdict = console.sentence(f"verdict.{proposal.verification.verdict.value}", {})
    address = console.gettext("Address: {address}").format(address=f"…/badges/{proposal.slug}/")
    lines = [
        console.heading(console.gettext("Before “{name}” becomes public").format(name=name)),
        console.gettext("Result: {verdict}").format(verdict=verdict),
        address,
        "",
        _whole(console, proposal),
    ]
    lines += ["  · " + console.sentence(found.code, found.facts) for found in proposal.disclosures]
    if proposal.verification.verdict is Verdict.UNDETERMINED:
        lines.append(console.gettext("Your page will say that it could not be checked completely."))
    lines.append(console.gettext("What was public once can be kept by others, also in the history of git."))
    return lines


def _whole(console: Console, proposal: Proposal) -> str:
    if proposal.verification.securing == "hosted":
        return console.gettext(
            "The file is published whole, with what the issuer's pages said: everybody will be able to read all of it."
        )
    return console.gettext("The signed file cannot be shortened: everybody will be able to read all of it.")


def _proposal_json(proposal: Proposal, folder: Path) -> JsonObject:
    disclosed: list[JsonValue] = [{"code": found.code, "facts": dict(found.facts)} for found in proposal.disclosures]
    return {
        "slug": proposal.slug,
        "folder": str(folder),
        "replaced": proposal.replaces,
        "verdict": proposal.verification.verdict.value,
        "reveals": disclosed,
    }


def unpublish_command(console: Console) -> click.Command:
    """``wallet unpublish``."""
    text = console.gettext

    @click.command(
        "unpublish",
        help=text("Take a badge out of the portfolio. The copy in the wallet stays."),
        epilog=text("Example: {command}").format(command="wallet unpublish data-literacy"),
    )
    @click.argument("slug", metavar="SLUG", shell_complete=published_badges)
    @portfolio_option(console)
    @yes_option(console)
    def command(slug: str, portfolio: Path, yes: bool) -> int:
        # Nothing else that is wrong in the portfolio may stand in the way of taking a badge out.
        if not (portfolio / "content" / "portfolio.toml").is_file():
            raise PortfolioError("portfolio.not-a-portfolio", path=str(portfolio))
        require_published(slug, published_slugs(portfolio))
        question = text("Take “{name}” out of the portfolio, with what you chose and wrote for it?").format(name=slug)
        if not yes and not confirmed(console, question):
            return 1
        remove_badge(portfolio, slug)
        console.result(text("“{name}” is no longer in the portfolio.").format(name=slug))
        for path in files_that_choose(portfolio, slug):
            still = text("{file} still names it: take “{name}” out there, or the next build stops.")
            console.warn(still.format(file=console.shown(path), name=slug))
        console.tell(text("What was public once can be kept by others, also in the history of git."))
        if (portfolio / "content" / PRESENTATION_FILE).is_file():
            told = text("The file that you signed still holds it. To sign the badges that are left: {command}")
            console.tell(told.format(command="wallet present"))
        console.tell(text("To update your page, run: {command}").format(command="wallet build"))
        return 0

    return command
