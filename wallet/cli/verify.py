"""``wallet verify``: check files without keeping anything.

Nothing is kept either of what was found: each result is printed before the next badge is looked at, so that a folder of
thousands takes no more memory than one. What the badges of a run have in common is asked for once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from wallet.cli.completing import file_paths
from wallet.cli.console import Console
from wallet.cli.inputs import Recipient, choose_fetcher, is_url, moment_option, read_input
from wallet.cli.options import json_option, resources_option
from wallet.cli.page_reports import page_json, page_lines
from wallet.cli.registries import open_registries, registry_option
from wallet.cli.reports import (
    NOT_RECOGNISED,
    UNREADABLE,
    exit_status,
    is_unreadable,
    summary_lines,
    unreadable_json,
    verification_json,
    verification_lines,
)
from wallet.documents.answers import is_web_page
from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract
from wallet.errors import CredentialError, WalletError
from wallet.fields import JsonObject
from wallet.resolution.fetching import Fetcher
from wallet.resolution.memory import RememberingFetcher
from wallet.stages.worth import is_worth_publishing
from wallet.verification.identity import Identity
from wallet.verification.verifier import RunMemory, Verification, verify

if TYPE_CHECKING:
    from wallet.stages.badge_pages import BadgePage, PageReport

__all__ = ["verify_command"]

_Found: TypeAlias = tuple[str, Verification | WalletError, int, "PageReport | None"]
"""An argument, what came of one credential in it, how many it holds, and what the page that offers it says."""


def verify_command(console: Console) -> click.Command:
    """The command, with its help in the reader's language."""
    text = console.gettext

    @click.command(
        "verify",
        help=text("Check badge files without keeping anything."),
        epilog=text("Example: {command}").format(command="wallet verify my-badge.png")
        + "\n\n"
        + text("For an issuer: {command}").format(command="wallet verify --explain badge.json")
        + "\n\n"
        + text("A badge on a page, and what the page says of it: {command}").format(
            command="wallet verify https://…/en/badges/NAME/"
        ),
    )
    @click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|-...", shell_complete=file_paths)
    @json_option(console)
    @moment_option(console)
    @resources_option(console)
    @click.option(
        "--recipient",
        "recipients",
        multiple=True,
        type=Recipient(console),
        help=text("A known identity of the recipient, such as emailAddress=ann@example.org. May be repeated."),
    )
    @click.option(
        "--explain",
        is_flag=True,
        help=text("Show how each proof was checked, step by step, with every intermediate value."),
    )
    @click.option(
        "--domain",
        metavar="NAME",
        help=text("A signed presentation must have been made for this name, such as the address of your site."),
    )
    @click.option(
        "--challenge",
        metavar="WORD",
        help=text("A signed presentation must repeat this word, which you gave to its holder."),
    )
    @registry_option(console)
    def command(
        paths: tuple[str, ...],
        as_json: bool,
        at: datetime | None,
        resources: Path | None,
        recipients: tuple[Identity, ...],
        explain: bool,
        registries: tuple[str, ...],
        domain: str | None,
        challenge: str | None,
    ) -> int:
        fetcher = RememberingFetcher(choose_fetcher(console, resources))
        check = partial(
            verify,
            at=at or console.now(),
            fetcher=fetcher,
            identities=recipients,
            registries=open_registries(registries),
            memory=RunMemory(),
            explain=explain,
            domain=domain,
            challenge=challenge,
        )
        answers = _Answers(domain is not None or challenge is not None)
        found = (answers.noted(one) for path in paths for one in _examine(path, fetcher, check))
        verdicts = _print_array(console, found) if as_json else _print(console, found)
        for path in answers.missing:
            console.warn(text("{file} holds no signed presentation: nobody answered you.").format(file=path))
        return exit_status(sorted(verdicts | ({"undetermined"} if answers.missing else set())))

    return command


class _Answers:
    """Which of the files hold no signed presentation, where one was `asked` for."""

    def __init__(self, asked: bool) -> None:
        self._asked = asked
        self._answered: dict[str, bool] = {}

    def noted(self, one: _Found) -> _Found:
        """What was found, after note was taken of it."""
        path, found, _count, _page = one
        answered = isinstance(found, Verification) and found.document.is_presentation
        # Of a file that cannot be read, that is said already.
        readable = isinstance(found, Verification) or found.code == NOT_RECOGNISED
        self._answered[path] = self._answered.get(path, not readable) or answered
        return one

    @property
    def missing(self) -> tuple[str, ...]:
        """Those files, once all of them were looked at."""
        return tuple(path for path, answered in self._answered.items() if self._asked and not answered)


def _examine(path: str, fetcher: Fetcher, check: Callable[[SecuredDocument], Verification]) -> Iterator[_Found]:
    try:
        source = read_input(path, fetcher)
        page = _page(path, source, fetcher)
        documents = extract(page.source if page is not None else source)
    except WalletError as error:
        yield path, error, 1, None
        return
    for document in documents:
        verification = check(document)
        unreadable = is_unreadable(verification)
        report = None if page is None or unreadable else _compared(page, verification, len(documents))
        yield path, CredentialError(NOT_RECOGNISED) if unreadable else verification, len(documents), report


def _page(path: str, source: bytes, fetcher: Fetcher) -> BadgePage | None:
    """The badge that a page at an address offers; None for everything but a page."""
    if not is_url(path) or not is_web_page(source):
        return None
    # Imported when a page comes: to read what it says takes the words of the site, and to verify a file does not.
    from wallet.stages.badge_pages import badge_of_page

    return badge_of_page(path, fetcher)


def _compared(page: BadgePage, verification: Verification, count: int) -> PageReport:
    from wallet.stages.badge_pages import report_of_page

    return report_of_page(page, verification, alone=count == 1)


def _print_array(console: Console, found: Iterable[_Found]) -> set[str]:
    """Print one JSON array, each object as soon as it is known; returns the verdicts in it."""
    verdicts: set[str] = set()
    for path, one, _count, page in found:
        verification = _as_json(console, path, one)
        if page is not None:
            verification["page"] = page_json(console, page)
        text = console.json(verification).replace("\n", "\n  ")
        click.echo(f"{',' if verdicts else '['}\n  {text}", nl=False)
        verdicts.add(str(verification["verdict"]))
        verdicts |= {"invalid"} if page is not None and page.is_false else set()
    click.echo("\n]")
    return verdicts


def _as_json(console: Console, path: str, found: Verification | WalletError) -> JsonObject:
    if isinstance(found, WalletError):
        return unreadable_json(path, found, console.error_sentence(found, path))
    return verification_json(path, found)


def _print(console: Console, found: Iterable[_Found]) -> set[str]:
    """Print the reports for a person, each as soon as it is known; returns their verdicts."""
    verdicts: Counter[str] = Counter()
    false_pages = 0
    for path, one, count, page in found:
        if isinstance(one, WalletError):
            console.warn(console.error_sentence(one, path))
        else:
            for line in verification_lines(console, path, one, count):
                console.result(line)
        for line in page_lines(console, page) if page is not None else ():
            console.result(line)
        false_pages += page is not None and page.is_false
        verdicts[UNREADABLE if isinstance(one, WalletError) else one.verdict.value] += 1
    if verdicts.total() > 1:
        for line in summary_lines(console, verdicts):
            console.result(line)
    if any(is_worth_publishing(verdict) for verdict in verdicts.keys() - {UNREADABLE}):
        console.tell(console.gettext("To keep a badge privately, run: {command}").format(command="wallet add FILE"))
    # A page that says something else than its badge is nothing to rely on, however genuine the badge.
    return set(verdicts) | ({"invalid"} if false_pages else set())
