"""``wallet add``, ``list``, ``show`` and ``remove``: the private wallet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from wallet.cli.asking import confirmed
from wallet.cli.completing import file_paths, wallet_badges
from wallet.cli.console import Console
from wallet.cli.inputs import choose_fetcher, read_input
from wallet.cli.options import json_option, portfolio_option, resources_option, yes_option
from wallet.cli.past_lines import past_json, past_lines, slug_of
from wallet.cli.registries import open_registries, registry_option
from wallet.cli.reports import verification_json, verification_lines
from wallet.documents.extraction import extract
from wallet.errors import WalletError
from wallet.fields import JsonObject, JsonValue
from wallet.language.controls import one_line
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, RecordingFetcher
from wallet.resolution.memory import RememberingFetcher
from wallet.stages.importing import Imported, import_badges
from wallet.stages.worth import can_be_suggested
from wallet.store.home import read_identities, wallet_home
from wallet.store.wallet import Wallet, WalletEntry
from wallet.verification.registries import IssuerRegistry
from wallet.verification.verifier import RunMemory, verify

__all__ = ["add_command", "list_command", "open_wallet", "remove_command", "show_command"]


def open_wallet(console: Console) -> Wallet:
    """The reader's wallet."""
    return Wallet(wallet_home(console.environment))


def add_command(console: Console) -> click.Command:
    """``wallet add``."""
    text = console.gettext

    @click.command(
        "add",
        help=text("Verify badges and keep them privately in the wallet."),
        epilog=text("Example: {command}").format(command="wallet add ~/Downloads/badge.png"),
    )
    @click.argument("paths", nargs=-1, required=True, metavar="FILE|URL...", shell_complete=file_paths)
    @click.option("--offline", is_flag=True, help=text("Do not use the network; what is missing cannot be checked."))
    @resources_option(console)
    @registry_option(console)
    @json_option(console)
    def command(
        paths: tuple[str, ...], offline: bool, resources: Path | None, registries: tuple[str, ...], as_json: bool
    ) -> int:
        known = open_registries(registries)
        # Several badges of one issuer have their list and keys in common: each is asked for once in a run.
        fetcher = RememberingFetcher(choose_fetcher(console, resources, offline=offline))
        memory = RunMemory()
        added: list[JsonValue] = []
        kept: list[Imported] = []
        failures = 0
        for path in paths:
            try:
                found = _add(console, path, fetcher, known, memory)
            except WalletError as error:
                failures += 1
                console.warn(console.error_sentence(error, path))
                continue
            added += [_imported_json(path, one) for one in found]
            kept += found
            for one in found:
                _tell_added(console, one, as_json)
        if as_json:
            console.result_json(added)
        if kept:
            _tell_next_steps(console, kept)
        return 1 if failures else 0

    return command


def _add(
    console: Console, path: str, fetcher: Fetcher, registries: tuple[IssuerRegistry, ...], memory: RunMemory
) -> tuple[Imported, ...]:
    wallet = open_wallet(console)
    identities = read_identities(wallet.home)
    fetcher = RecordingFetcher(fetcher)
    source = read_input(path, fetcher)
    return import_badges(
        source,
        source_name=path if "://" in path else Path(path).name,
        wallet=wallet,
        at=console.now(),
        fetcher=fetcher,
        identities=identities,
        memory=memory,
        registries=registries,
    )


def _tell_added(console: Console, one: Imported, as_json: bool) -> None:
    line = console.sentence(f"add.{one.change.value}", {"name": one.entry.name, "handle": one.entry.handle})
    verdict = console.sentence(f"verdict.{one.verification.verdict.value}", {})
    lines = [line, "  " + console.gettext("Result: {verdict}").format(verdict=verdict)]
    # Several checks may be open for one and the same reason.
    reasons = dict.fromkeys(
        console.sentence(result.code, result.facts)
        for result in one.verification.report.results
        if (result.outcome.value in ("failed", "undetermined") and result.check.value != "trust")
        # Such a signature is correct, and worth nothing: whoever reads only the verdict would be misled.
        or result.code == "proof.published-key"
    )
    lines += [f"    {reason}" for reason in reasons]
    if one.recipient is not None:
        lines.append("  " + console.sentence(one.recipient.code, one.recipient.facts))
    for text in lines:
        (console.tell if as_json else console.result)(text)


def _tell_next_steps(console: Console, kept: Sequence[Imported]) -> None:
    name = kept[0].entry.handle if len(kept) == 1 else "NAME"
    console.tell(console.gettext("To see the details, run: {command}").format(command=f"wallet show {name}"))
    if any(can_be_suggested(one.entry.source, one.entry.verification.get("verdict")) for one in kept):
        to_publish = console.gettext("To put a badge into your portfolio, run: {command}")
        console.tell(to_publish.format(command=f"wallet publish {name}"))


def _imported_json(path: str, one: Imported) -> JsonObject:
    return {
        **verification_json(path, one.verification),
        "handle": one.entry.handle,
        "change": one.change.value,
    }


def list_command(console: Console) -> click.Command:
    """``wallet list``."""
    text = console.gettext

    @click.command(
        "list",
        help=text("List the badges in the wallet."),
        epilog=text("Example: {command}").format(command="wallet list"),
    )
    @json_option(console)
    def command(as_json: bool) -> int:
        entries = open_wallet(console).entries()
        if as_json:
            rows: list[JsonValue] = [_entry_json(entry) for entry in entries]
            console.result_json(rows)
            return 0
        for entry in entries:
            verdict = console.sentence(f"verdict.{entry.verification.get('verdict')}", {})
            named = " – ".join(one_line(name) for name in (entry.name, entry.issuer_name) if name)
            console.result(f"{entry.handle}  [{verdict}]  {named}")
        if entries:
            console.tell(text("To see the details, run: {command}").format(command="wallet show NAME"))
        else:
            console.tell(text("The wallet is empty. Add a badge: {command}").format(command="wallet add FILE"))
        return 0

    return command


def _entry_json(entry: WalletEntry) -> JsonObject:
    return {
        "handle": entry.handle,
        "key": entry.key,
        "name": entry.name,
        "issuer": entry.issuer_id,
        "issuer_name": entry.issuer_name,
        "id": entry.credential_id,
        "file": entry.file_name,
        "added_at": entry.added_at,
        "verdict": entry.verification.get("verdict"),
    }


def show_command(console: Console) -> click.Command:
    """``wallet show``."""
    text = console.gettext

    @click.command(
        "show",
        help=text("Show one badge of the wallet, checked again with what was kept."),
        epilog=text("Example: {command}").format(command="wallet show data-literacy"),
    )
    @click.argument("name", metavar="NAME", shell_complete=wallet_badges(console))
    @portfolio_option(console)
    @json_option(console)
    def command(name: str, portfolio: Path, as_json: bool) -> int:
        entry = open_wallet(console).find(name)
        slug = slug_of(portfolio, entry.key)
        document = extract(entry.source)[entry.position]
        verification = verify(document, at=console.now(), fetcher=EvidenceFetcher(entry.evidence))
        if as_json:
            past = past_json(portfolio, slug) if slug else {}
            console.result_json({**_entry_json(entry), **verification_json(entry.source_name, verification), **past})
            return 0
        lines = verification_lines(console, entry.handle, verification)
        for line in (*lines, *(past_lines(console, portfolio, slug) if slug else ())):
            console.result(line)
        if can_be_suggested(entry.source, entry.verification.get("verdict")):
            command_line = f"wallet publish {entry.handle}"
            console.tell(text("To put a badge into your portfolio, run: {command}").format(command=command_line))
        return 0

    return command


def remove_command(console: Console) -> click.Command:
    """``wallet remove``."""
    text = console.gettext

    @click.command(
        "remove",
        help=text("Remove a badge from the wallet. A published copy stays in the portfolio."),
        epilog=text("Example: {command}").format(command="wallet remove data-literacy"),
    )
    @click.argument("name", metavar="NAME", shell_complete=wallet_badges(console))
    @yes_option(console)
    def command(name: str, yes: bool) -> int:
        wallet = open_wallet(console)
        entry = wallet.find(name)
        question = text("Remove “{name}” from the wallet? This cannot be undone.").format(name=one_line(entry.name))
        if not yes and not confirmed(console, question):
            return 1
        wallet.remove(entry)
        console.tell(text("“{name}” was removed from the wallet.").format(name=one_line(entry.name)))
        console.tell(text("To see what is left, run: {command}").format(command="wallet list"))
        return 0

    return command
