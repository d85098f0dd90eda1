"""``--registry FILE|URL``: lists of issuers that a command consults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wallet.cli.console import Console
from wallet.cli.inputs import is_url, read_file
from wallet.errors import DocumentError

if TYPE_CHECKING:
    from wallet.verification.registries import IssuerRegistry

__all__ = ["open_registries", "registry_option"]

_F = TypeVar("_F", bound=Callable[..., Any])


def registry_option(console: Console) -> Callable[[_F], _F]:
    """``--registry``, as often as there are registries."""
    return click.option(
        "--registry",
        "registries",
        multiple=True,
        metavar="FILE|URL",
        help=console.gettext(
            "Ask this list of known issuers, as the Digital Credentials Consortium (DCC) keeps them. May be repeated."
        ),
    )


def open_registries(places: Sequence[str]) -> tuple[IssuerRegistry, ...]:
    """The registries, those in files read; raises DocumentError, with the file's name, for one that cannot be."""
    if not places:
        return ()
    from wallet.verification.registries import IssuerRegistry

    return tuple(
        IssuerRegistry(name=place, url=place)
        if is_url(place)
        else IssuerRegistry(name=Path(place).name, content=_content(place))
        for place in places
    )


def _content(place: str) -> bytes:
    try:
        return read_file(Path(place))
    except DocumentError as error:
        raise DocumentError(error.code, **{**error.facts, "file": place}) from None
