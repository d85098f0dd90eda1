"""``wallet verify``: check files without keeping anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from wallet.cli.console import Console
from wallet.cli.inputs import Moment, Recipient, choose_fetcher, read_input
from wallet.cli.registries import open_registries, registry_option
from wallet.cli.reports import (
    NOT_RECOGNISED,
    exit_status,
    is_unreadable,
    unreadable_json,
    verification_json,
    verification_lines,
)
from wallet.documents.extraction import extract
from wallet.errors import CredentialError, WalletError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.stages.publishing import is_worth_publishing
from wallet.verification.identity import Identity
from wallet.verification.registries import IssuerRegistry
from wallet.verification.verifier import Verification, verify

__all__ = ["verify_command"]


def verify_command(console: Console) -> click.Command:
    """The command, with its help in the reader's language."""
    text = console.gettext

    @click.command(
        "verify",
        help=text("Check badge files without keeping anything."),
        epilog=text("Example: {command}").format(command="wallet verify my-badge.png"),
    )
    @click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|-...")
    @click.option("--json", "as_json", is_flag=True, help=text("Print the results as JSON."))
    @click.option("--at", type=Moment(console), help=text("Judge by this moment instead of now."))
    @click.option(
        "--resources",
        type=click.Path(exists=True, path_type=Path),
        metavar="INDEX",
        help=text("Answer every fetch from this index of files, never from the network."),
    )
    @click.option(
        "--recipient",
        "recipients",
        multiple=True,
        type=Recipient(console),
        help=text("A known identity of the recipient, such as emailAddress=ann@example.org. May be repeated."),
    )
    @registry_option(console)
    @click.option(
        "--explain",
        is_flag=True,
        help=text("Show how each proof was checked, step by step, with every intermediate value."),
    )
    def command(
        paths: tuple[str, ...],
        as_json: bool,
        at: datetime | None,
        resources: Path | None,
        recipients: tuple[Identity, ...],
        registries: tuple[str, ...],
        explain: bool,
    ) -> int:
        fetcher = choose_fetcher(console, resources)
        moment = at or console.now()
        known = open_registries(registries)
        found = [one for path in paths for one in _examine(path, moment, fetcher, recipients, known, explain)]
        objects = [_as_json(console, path, one) for path, one in found]
        if as_json:
            results: list[JsonValue] = list(objects)
            console.result_json(results)
        else:
            _print(console, found)
        return exit_status([str(one["verdict"]) for one in objects])

    return command


def _examine(
    path: str,
    at: datetime,
    fetcher: Fetcher,
    identities: tuple[Identity, ...],
    registries: tuple[IssuerRegistry, ...],
    explain: bool,
) -> Iterator[tuple[str, Verification | WalletError]]:
    try:
        documents = extract(read_input(path, fetcher))
    except WalletError as error:
        yield path, error
        return
    for document in documents:
        verification = verify(
            document, at=at, fetcher=fetcher, identities=identities, registries=registries, explain=explain
        )
        yield path, CredentialError(NOT_RECOGNISED) if is_unreadable(verification) else verification


def _as_json(console: Console, path: str, found: Verification | WalletError) -> JsonObject:
    if isinstance(found, WalletError):
        return unreadable_json(path, found, console.error_sentence(found, path))
    return verification_json(path, found)


def _print(console: Console, found: list[tuple[str, Verification | WalletError]]) -> None:
    for path, one in found:
        if isinstance(one, WalletError):
            console.warn(console.error_sentence(one, path))
        else:
            for line in verification_lines(console, path, one):
                console.result(line)
    if any(not isinstance(one, WalletError) and is_worth_publishing(one.verdict) for _, one in found):
        console.tell(console.gettext("To keep a badge privately, run: {command}").format(command="wallet add FILE"))
