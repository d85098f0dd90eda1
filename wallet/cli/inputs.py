"""What a command is given: a file, an address or standard input, read within limits."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from wallet.cli.console import Console
from wallet.credentials.times import parse_datetime
from wallet.documents.extraction import MAX_DOCUMENT_BYTES, is_assertion
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, ResolutionError
from wallet.resolution.fetching import DeferredFetcher, EvidenceFetcher, Fetcher, Resource
from wallet.verification.identity import Identity

__all__ = [
    "Recipient",
    "choose_fetcher",
    "is_interactive",
    "is_url",
    "moment_option",
    "polite_network",
    "read_file",
    "read_input",
]

_F = TypeVar("_F", bound=Callable[..., Any])

GONE = 410
"""The HTTP status by which an issuer says that a hosted badge was withdrawn (Open Badges 2.0)."""


def is_url(text: str) -> bool:
    """Whether an argument is an address rather than a path."""
    return text.startswith(("https://", "http://"))


def is_interactive() -> bool:
    """Whether somebody sits at standard input, who can be asked; a program may also have closed it."""
    return sys.stdin is not None and sys.stdin.isatty()


def read_input(text: str, fetcher: Fetcher) -> bytes:
    """The bytes behind an argument; raises DocumentError or ResolutionError. A large file is not read into memory."""
    if text == "-":
        if sys.stdin is None:
            raise DocumentError("input.not-readable")
        return _limited(sys.stdin.buffer.read(MAX_DOCUMENT_BYTES + 1))
    if is_url(text):
        resource = _asked(text, fetcher)
        if resource.status == GONE and _withdraws_a_badge(resource):
            # The address itself is then all there is to verify.
            return text.encode("utf-8")
        if resource.status != 200:
            raise ResolutionError("resolution.http-status", url=text, status=resource.status)
        return resource.content
    return read_file(Path(text))


def _asked(url: str, fetcher: Fetcher) -> Resource:
    """What stands at the address that somebody typed, who can be told what to do where it is not to be had."""
    if url.startswith("http://"):
        raise ResolutionError("resolution.given-not-https", url=url)
    try:
        return fetcher.fetch(url)
    except ResolutionError as error:
        if error.code == "resolution.unreachable":
            raise ResolutionError("resolution.given-no-answer", url=url) from error
        raise


def _withdraws_a_badge(resource: Resource) -> bool:
    try:
        body = parse_json(resource.content)
    except DocumentError:
        return False
    return isinstance(body, dict) and (body.get("revoked") is True or is_assertion(body))


def read_file(path: Path) -> bytes:
    """The bytes of a file; raises DocumentError. A large file is not read into memory."""
    try:
        if path.is_dir():
            raise DocumentError("input.folder")
        with path.open("rb") as stream:
            return _limited(stream.read(MAX_DOCUMENT_BYTES + 1))
    except FileNotFoundError:
        raise DocumentError("input.missing") from None
    except (OSError, ValueError):
        raise DocumentError("input.not-readable") from None


def _limited(content: bytes) -> bytes:
    if len(content) > MAX_DOCUMENT_BYTES:
        raise DocumentError("document.too-large", limit=MAX_DOCUMENT_BYTES // 1_000_000)
    return content


def polite_network(console: Console, contact: str | None) -> Fetcher:
    """The network, asked without haste; the servers may find whoever asks at the address `contact`."""
    from wallet.resolution.network import PAUSE_SECONDS, NetworkFetcher

    return NetworkFetcher(console.now, pause=PAUSE_SECONDS, contact=contact)


def choose_fetcher(console: Console, resources: Path | None, *, offline: bool = False) -> Fetcher:
    """Answers from an index where one is given, from nowhere when offline, else from the network."""
    if resources is not None:
        from wallet.resolution.index import IndexFetcher

        return IndexFetcher(resources, console.now())
    if offline:
        return EvidenceFetcher(())
    return DeferredFetcher(partial(_network, console))


def _network(console: Console) -> Fetcher:
    from wallet.resolution.network import NetworkFetcher

    return NetworkFetcher(console.now)


class Moment(click.ParamType[datetime]):
    """A moment as RFC 3339 writes it."""

    name = "TIME"

    def __init__(self, console: Console) -> None:
        self._console = console

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment; a usage error for any other text."""
        if isinstance(value, datetime):
            return value
        moment = parse_datetime(str(value))
        if moment is None:
            wanted = self._console.gettext("Give the time with its offset, such as 2026-04-01T09:00:00+09:00.")
            self.fail(wanted, param, ctx)
        return moment


def moment_option(console: Console) -> Callable[[_F], _F]:
    """``--at TIME``."""
    return click.option("--at", type=Moment(console), help=console.gettext("Judge by this moment instead of now."))


_OTHER_NAMES = {"email": "emailAddress"}
"""What Open Badges 2.0 calls a type of identity that Open Badges 3.0 calls otherwise."""


class Recipient(click.ParamType[Identity]):
    """A known identity: TYPE=VALUE."""

    name = "TYPE=VALUE"

    def __init__(self, console: Console) -> None:
        self._console = console

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Identity:
        """The identity; a usage error for any other text."""
        if isinstance(value, Identity):
            return value
        kind, equals, identity = str(value).partition("=")
        if not (kind and equals and identity):
            wanted = self._console.gettext("Give the recipient as TYPE=VALUE, such as emailAddress=ann@example.org.")
            self.fail(wanted, param, ctx)
        return Identity(type=_OTHER_NAMES.get(kind, kind), value=identity)
