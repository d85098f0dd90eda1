"""Where compiled templates are kept: with the learner's wallet, which nobody else writes to."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from pathlib import Path

from wallet.stages.stamps import stamp_of_program

__all__ = ["TEMPLATES_FOLDER", "kept_templates"]

TEMPLATES_FOLDER = "compiled-templates"
"""In the wallet; removing it costs time and nothing else."""

_STAMP = re.compile("[0-9a-f]{16}")


def kept_templates(home: Path | None) -> Path | None:
    """The folder of this program's own, without those of other versions; None where there is no wallet to keep it."""
    if home is None or not home.is_dir():
        return None
    folder = home / TEMPLATES_FOLDER / stamp_of_program()[:16]
    if not folder.is_dir():
        with suppress(OSError):
            _forget_others(folder.parent)
            folder.mkdir(mode=0o700, parents=True)
    return folder


def _forget_others(place: Path) -> None:
    """Remove what other versions kept, and nothing else that may lie there."""
    for folder in place.iterdir() if place.is_dir() else ():
        if _STAMP.fullmatch(folder.name) and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
