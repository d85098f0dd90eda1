"""``wallet present``: the published badges in one file, signed by the learner, for their site or for somebody else."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import click

from wallet.cli.asking import confirmed
from wallet.cli.building import left_out_line
from wallet.cli.console import Console
from wallet.cli.holding import holder_remark
from wallet.cli.options import json_option, portfolio_option, yes_option
from wallet.errors import PortfolioError
from wallet.fields import JsonObject, JsonValue
from wallet.portfolio.holder import write_holder, write_presentation
from wallet.portfolio.model import Portfolio
from wallet.portfolio.reading import read_portfolio
from wallet.presenting.holder_keys import HolderKey
from wallet.presenting.signing import Occasion
from wallet.stages.presenting import Presentable, present, presentable_badges, require_own_address
from wallet.store.files import write_file
from wallet.store.holder_key import read_key
from wallet.store.home import wallet_home

__all__ = ["present_command"]

_CHALLENGE_BYTES = 16


def present_command(console: Console) -> click.Command:
    """``wallet present``."""
    text = console.gettext

    @click.command(
        "present",
        help=text(
            "Sign all published badges in one file, which shows that you have the key they were issued to. Your site "
            "offers it; with --output it is for somebody who asks you."
        ),
        epilog=text("Example: {command}").format(command="wallet present")
        + "\n\n"
        + text("For somebody who asks you: {command}").format(
            command="wallet present --domain https://employer.example/ --challenge WORD --output for-them.json"
        ),
    )
    @portfolio_option(console)
    @click.option("--domain", metavar="NAME", help=text("For whom it is made. Default: the address of your site."))
    @click.option("--challenge", metavar="WORD", help=text("The word that they gave you, which it repeats."))
    @click.option(
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=text("Write it to this file and leave the site as it is."),
    )
    @yes_option(console)
    @json_option(console)
    def command(
        portfolio: Path, domain: str | None, challenge: str | None, output: Path | None, yes: bool, as_json: bool
    ) -> int:
        read = read_portfolio(portfolio)
        _require_place(console, read, domain, output)
        key = read_key(wallet_home(console.environment))
        if output is None and read.holder not in (None, key.did):
            raise PortfolioError("present.other-key-published", published=str(read.holder), own=key.did)
        found = presentable_badges(read, key.did, console.now())
        occasion = Occasion(
            domain=domain or read.url,
            challenge=challenge or secrets.token_urlsafe(_CHALLENGE_BYTES),
            created=console.now(),
        )
        for line in _screen(console, found, key, occasion, public=output is None):
            console.ask(line)
        if not yes and not confirmed(console, text("Sign it?")):
            return 1
        place = _write(console, read, present(found, key, occasion), key, output)
        _report(console, found, key, occasion, place, as_json)
        if output is None:
            console.tell(text("To update your page, run: {command}").format(command="wallet build"))
        return 0

    return command


def _require_place(console: Console, read: Portfolio, domain: str | None, output: Path | None) -> None:
    """What is made for somebody else has no place on the site."""
    if domain is not None and domain != read.url and output is None:
        wanted = console.gettext("Give a file with --output too: your site offers only what was made for its address.")
        raise click.BadParameter(wanted, param_hint="--domain")
    if domain is None:
        require_own_address(read)


def _screen(console: Console, found: Presentable, key: HolderKey, occasion: Occasion, *, public: bool) -> Iterator[str]:
    """What the file will say and reveal, on one screen."""
    text = console.gettext
    yield console.heading(text("Before you sign"))
    yield text("Badges in the file: {count}. Issued to your own identifier: {own}.").format(
        count=len(found.badges), own=found.for_holder
    )
    if not found.for_holder:
        yield text("None of them names your key, so your signature shows nothing about to whom they were issued.")
    for slug in found.others:
        told = text("Not in the file: {slug}. It is a badge of Open Badges 2.0, and no Verifiable Credential.")
        yield "  · " + told.format(slug=slug)
    for one in found.left_out:
        yield "  · " + left_out_line(console, one)
    yield text("Signed as: {did}").format(did=key.did)
    yield text("Made for: {domain}").format(domain=occasion.domain)
    yield text("It shows that all these badges and this identifier belong to one person, and when you signed.")
    if public:
        yield text("What was public once can be kept by others, also in the history of git.")


def _write(console: Console, read: Portfolio, content: bytes, key: HolderKey, output: Path | None) -> Path:
    if output is not None:
        write_file(output, content)
        return output
    if read.holder is None:
        write_holder(read.root, key.did, holder_remark(console))
    return write_presentation(read.root, content)


def _report(
    console: Console, found: Presentable, key: HolderKey, occasion: Occasion, place: Path, as_json: bool
) -> None:
    if as_json:
        console.result_json(_json(found, key, occasion, place))
        return
    signed = console.gettext("Signed: {file} (badges: {count})")
    console.result(signed.format(file=console.shown(place), count=len(found.badges)))


def _json(found: Presentable, key: HolderKey, occasion: Occasion, place: Path) -> JsonObject:
    badges: list[JsonValue] = [one.badge.slug for one in found.badges]
    others: list[JsonValue] = [*found.others, *(one.slug for one in found.left_out)]
    return {
        "file": str(place),
        "holder": key.did,
        "domain": occasion.domain,
        "challenge": occasion.challenge,
        "created": occasion.created.isoformat(),
        "badges": badges,
        "not_included": others,
    }
