"""``wallet build --strict-report``: the text of one issue in the learner's repository, or no file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from wallet.cli.console import Console
from wallet.errors import StoreError
from wallet.stages.reminder_text import reminder_text
from wallet.stages.reminding import reminders
from wallet.store.files import write_file

__all__ = ["write_reminders"]


def write_reminders(console: Console, file: Path, root: Path, at: datetime, base_url: str | None) -> None:
    """Write what there is to tell, or remove the file; raises StoreError where that cannot be."""
    portfolio, found = reminders(root, at)
    address = base_url or portfolio.url
    text = reminder_text(portfolio, found, address if address.endswith("/") else address + "/")
    if text:
        write_file(file, text.encode("utf-8"))
    else:
        _remove(file)
    told = console.gettext("What the learner should know is in {file}.")
    nothing = console.gettext("There is nothing that the learner should know about their badges.")
    console.tell(told.format(file=console.shown(file)) if text else nothing)


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        raise StoreError("store.not-writable", path=str(file)) from None
