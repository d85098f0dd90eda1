"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from wallet.cli.console import Console

__all__ = ["json_option", "portfolio_option", "resources_option", "yes_option"]

_F = TypeVar("_F", bound=Callable[..., Any])


def json_option(console: Console) -> Callable[[_F], _F]:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help=console.gettext("Print the results as JSON."))


def portfolio_option(console: Console) -> Callable[[_F], _F]:
    """``--portfolio DIR``, the current folder by default."""
    return click.option(
        "--portfolio",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        metavar="DIR",
        help=console.gettext("The portfolio's folder, which contains content/portfolio.toml. Default: this folder."),
    )


def resources_option(console: Console) -> Callable[[_F], _F]:
    """``--resources INDEX``, which answers in place of the network."""
    return click.option(
        "--resources",
        type=click.Path(exists=True, path_type=Path),
        metavar="INDEX",
        help=console.gettext("Answer every fetch from this index of files, never from the network."),
    )


def yes_option(console: Console) -> Callable[[_F], _F]:
    """``--yes``, which answers the question beforehand."""
    return click.option("--yes", is_flag=True, help=console.gettext("Do not ask."))
