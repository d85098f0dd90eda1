"""``wallet collection share``: what cannot be taken back is said before anything is shared."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from wallet.cli.asking import confirmed
from wallet.cli.completing import private_collections
from wallet.cli.console import Console
from wallet.cli.inputs import is_interactive
from wallet.cli.options import json_option, portfolio_option, yes_option
from wallet.errors import PortfolioError
from wallet.language.dates import format_date
from wallet.portfolio.locked import locked_file
from wallet.portfolio.private_collections import LOCKED
from wallet.stages.private_sharing import (
    MIN_PASSPHRASE,
    SharePlan,
    links_of,
    plan_share,
    share,
)
from wallet.store.home import wallet_home
from wallet.store.shares import Share

__all__ = ["share_command", "tell_links"]


def share_command(console: Console) -> click.Command:
    """``wallet collection share``."""
    text = console.gettext

    @click.command(
        "share",
        help=text("Give a private collection an address, or bring what stands there up to date."),
        epilog=text("Example: {command}").format(command="wallet collection share for-kaido"),
    )
    @click.argument("name", metavar="NAME", shell_complete=private_collections(console))
    @portfolio_option(console)
    @yes_option(console)
    @json_option(console)
    def command(name: str, portfolio: Path, yes: bool, as_json: bool) -> int:
        plan = plan_share(portfolio, wallet_home(console.environment), name, console.now())
        for line in _screen(console, plan):
            console.ask(line)
        if not yes and not confirmed(console, text("Share it?")):
            return 1
        asks = plan.collection.kind == LOCKED and plan.collection.asks
        made = share(plan, _passphrase(console) if asks else None)
        links = links_of(made, plan.portfolio.languages)
        file = locked_file(portfolio, made.address) if made.kind == LOCKED else None
        if as_json:
            told = {"name": name, "kind": made.kind, "until": made.until}
            console.result_json({**told, "links": dict(links), "file": str(file) if file else None})
        else:
            tell_links(console, links)
        for line in _next_steps(console, made, file):
            console.tell(line)
        return 0

    return command


def _screen(console: Console, plan: SharePlan) -> Iterator[str]:
    """What will be readable by whom, and what no command can undo."""
    text, kind = console.gettext, plan.collection.kind
    yield console.heading(text("Before “{name}” is shared").format(name=plan.collection.name))
    yield text("Badges: {count}, each with its whole signed file.").format(count=len(plan.entries))
    for name, found in plan.disclosures.items():
        yield text("“{name}” is not published so far. Its file reveals:").format(name=name)
        yield from ("  · " + console.sentence(one.code, one.facts) for one in found)
    if kind == LOCKED:
        yield text("It is encrypted: anybody may see that there is a locked page, and whoever has the key can read it.")
    else:
        yield text("It is not encrypted: whoever has the address can read it, and whoever runs the server can find it.")
    if plan.until is None:
        yield text("It has no end. You can write one into its file, or end it at any time.")
    else:
        day = format_date(plan.until, console.catalog.language)
        yield text("When {date} begins, its page is hidden, and the next build removes it.").format(date=day)
    yield text(
        "Sharing cannot be taken back altogether: whoever has read it may have kept it, and copies stay in caches, in "
        "back-ups and in the history of git."
    )


def _passphrase(console: Console) -> str:
    """Asked for twice at a terminal; from a program, the first line that it writes. It is kept nowhere."""
    text = console.gettext
    if not is_interactive():
        return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
    console.tell(
        text("Choose at least {limit} characters, better four words that do not belong together.").format(
            limit=MIN_PASSPHRASE
        )
    )
    first: str = click.prompt(text("Passphrase"), hide_input=True, err=True)
    second: str = click.prompt(text("The same once more"), hide_input=True, err=True)
    if first != second:
        raise PortfolioError("private.passphrases-differ")
    return first


def tell_links(console: Console, links: Mapping[str, str]) -> None:
    """The links as a result, one a line."""
    for language, link in links.items():
        console.result(f"{language}  {link}")


def _next_steps(console: Console, made: Share, file: Path | None) -> Iterator[str]:
    text = console.gettext
    if file is None:
        yield text(
            "Only a build on this computer makes the page, for nobody else has your wallet. Upload the output "
            "yourself; a public repository would list it."
        )
    else:
        yield text("The encrypted file may be in git and on any server: {file}").format(file=console.shown(file))
        if made.asks:
            yield text("The passphrase is kept nowhere. Tell it in another way than the link.")
        else:
            yield text("Whoever has the whole link can read the page. Send it only to the one it is for.")
    yield text("To make its page, run: {command}").format(command="wallet build")
