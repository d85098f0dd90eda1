"""Asking before something is done that cannot be undone."""

from __future__ import annotations

import click

from wallet.cli.console import Console
from wallet.cli.inputs import is_interactive
from wallet.language.controls import unbroken

__all__ = ["confirmed"]


def confirmed(console: Console, question: str) -> bool:
    """Ask on a terminal; anywhere else nobody can answer, and nothing is done."""
    if not is_interactive():
        console.warn(question)
        console.warn(console.gettext("Nothing was done. Add {option} to confirm.").format(option="--yes"))
        return False
    # Whatever is not a clear yes is a no, so that there is no second question in another language.
    if click.prompt(f"{unbroken(question)} [y/N]", default="", show_default=False, err=True).strip().lower() in (
        "y",
        "yes",
    ):
        return True
    console.tell(console.gettext("Nothing was done."))
    return False
