"""``wallet key``: the learner's own key, kept apart from everything that is published. It is never printed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from wallet.cli.asking import confirmed
from wallet.cli.console import Console
from wallet.cli.help import localized
from wallet.cli.options import json_option, portfolio_option, yes_option
from wallet.errors import PortfolioError, StoreError, WalletError
from wallet.portfolio.holder import HOLDER_FILE, read_holder, write_holder
from wallet.portfolio.reading import read_portfolio
from wallet.presenting.did_documents import did_web_of
from wallet.presenting.holder_keys import SEED_BYTES, key_from_seed
from wallet.store.holder_key import KeptKey, find_key, keep_key
from wallet.store.home import wallet_home

__all__ = ["holder_remark", "key_command"]


def key_command(console: Console) -> click.Group:
    """``wallet key``; alone it shows the key."""
    text = console.gettext

    @click.group(
        "key",
        invoke_without_command=True,
        help=text("Make and show your own key, with which you can show that badges were issued to you."),
        epilog=text("Example: {command}").format(command="wallet key new"),
        add_help_option=False,
    )
    @click.pass_context
    def group(context: click.Context) -> int | None:
        return _show(console, Path(), as_json=False) if context.invoked_subcommand is None else None

    for make in (_new_command, _show_command, _publish_command):
        group.add_command(localized(make(console), console))
    return group


def _new_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "new",
        help=text("Make your key. It is kept in the keyring of your system where there is one, else in a file."),
        epilog=text("Example: {command}").format(command="wallet key new"),
    )
    @click.option("--in-file", is_flag=True, help=text("Keep it in a file of the wallet's folder, not in the keyring."))
    @click.option("--replace", is_flag=True, help=text("Make a new key although there is one."))
    @yes_option(console)
    @json_option(console)
    def command(in_file: bool, replace: bool, yes: bool, as_json: bool) -> int:
        home = wallet_home(console.environment)
        old = find_key(home)
        if old is not None and not replace:
            raise StoreError("holder.key-exists", did=old.did)
        question = text("Replace your key? Badges that were issued to {did} can then no longer be shown to be yours.")
        if old is not None and not yes and not confirmed(console, question.format(did=old.did)):
            return 1
        kept = keep_key(home, key_from_seed(secrets.token_bytes(SEED_BYTES)), in_file=in_file, replace=replace)
        _report(console, kept, None, as_json)
        console.tell(_back_up(console, kept))
        told = text("Give this identifier to issuers who ask for yours. To name it on your site: {command}")
        console.tell(told.format(command="wallet key publish"))
        return 0

    return command


def _show_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "show",
        help=text("Show the public half of your key, and where the key is kept."),
        epilog=text("Example: {command}").format(command="wallet key show"),
    )
    @portfolio_option(console)
    @json_option(console)
    def command(portfolio: Path, as_json: bool) -> int:
        return _show(console, portfolio, as_json=as_json)

    return command


def _show(console: Console, portfolio: Path, *, as_json: bool) -> int:
    kept = _required(console)
    _report(console, kept, _site_did(portfolio), as_json)
    console.tell(_back_up(console, kept))
    return 0


def _publish_command(console: Console) -> click.Command:
    text = console.gettext

    @click.command(
        "publish",
        help=text("Name the public half of your key in the portfolio. The site then says whose key it is."),
        epilog=text("Example: {command}").format(command="wallet key publish"),
    )
    @portfolio_option(console)
    @yes_option(console)
    @json_option(console)
    def command(portfolio: Path, yes: bool, as_json: bool) -> int:
        kept, named = _required(console), _named(portfolio)
        console.tell(text("This becomes public: {did}").format(did=kept.did))
        console.tell(text("Whoever knows this identifier can find everything that was issued to it and is public."))
        _warn_of_address(console, _site_did(portfolio))
        if named not in (None, kept.did):
            console.warn(text("It takes the place of {did}.").format(did=named))
        if not yes and not confirmed(console, text("Publish it?")):
            return 1
        path = write_holder(portfolio, kept.did, holder_remark(console))
        if as_json:
            console.result_json({"did": kept.did, "file": str(path)})
        else:
            console.result(text("Written: {file}").format(file=console.shown(path)))
        console.tell(text("To sign your published badges with it, run: {command}").format(command="wallet present"))
        return 0

    return command


def holder_remark(console: Console) -> str:
    """What holder.toml says of itself."""
    return console.gettext("The public half of your key. The key itself stays in your wallet.")


def _required(console: Console) -> KeptKey:
    kept = find_key(wallet_home(console.environment))
    if kept is None:
        raise StoreError("holder.no-key")
    return kept


def _named(portfolio: Path) -> str | None:
    """The key that the portfolio names; a faulty one is about to be replaced."""
    if not (portfolio / "content" / "portfolio.toml").is_file():
        raise PortfolioError("portfolio.not-a-portfolio", path=str(portfolio))
    try:
        return read_holder(portfolio / "content" / HOLDER_FILE)
    except PortfolioError:
        return None


def _site_did(portfolio: Path) -> str | None:
    # The key belongs to no portfolio: a folder without one, or with a faulty one, is no reason not to show it.
    try:
        return did_web_of(read_portfolio(portfolio, ()).url)
    except WalletError:
        return None


def _report(console: Console, kept: KeptKey, site: str | None, as_json: bool) -> None:
    place = "keyring" if kept.in_keyring else "file"
    if as_json:
        console.result_json({"did": kept.did, "kept_in": place, "file": str(kept.path), "site": site})
        return
    console.result(console.gettext("Your identifier: {did}").format(did=kept.did))
    console.result(_place(console, kept))
    if site is not None:
        console.result(console.gettext("The identifier of your site: {did}").format(did=site))
        _warn_of_address(console, site)


def _warn_of_address(console: Console, site: str | None) -> None:
    if site is not None:
        warning = console.gettext(
            "{did} belongs to the address of your site: with another address it is another identifier. The one that "
            "begins with did:key stays the same."
        )
        console.tell(warning.format(did=site))


def _place(console: Console, kept: KeptKey) -> str:
    if kept.in_keyring:
        return console.gettext("The key is kept in the keyring of your system.")
    if os.name == "posix":
        return console.gettext("The key is kept in {file}, which only you can read.").format(file=kept.path)
    return console.gettext("The key is kept in {file}, among your own data.").format(file=kept.path)


def _back_up(console: Console, kept: KeptKey) -> str:
    if kept.in_keyring:
        return console.gettext(
            "Nobody can restore a lost key, the issuers neither. Make sure that the back-ups of your system hold its "
            "keyring."
        )
    advice = console.gettext(
        "Nobody can restore a lost key, the issuers neither. Copy {file} to a place that only you can reach, such as "
        "a stick that you lock away. Never send it to anybody, and never put it into a portfolio."
    )
    return advice.format(file=kept.path)
