"""Where compiled templates are kept: with the learner's wallet, which nobody else writes to."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from wallet.stages.stamps import stamp_of_program

__all__ = ["TEMPLATES_FOLDER", "kept_templates"]

TEMPLATES_FOLDER = "templates"
"""In the wallet; removing it costs time and nothing else."""


def kept_templates(home: Path | None) -> Path | None:
    """The folder of this program's own, without those of other versions; None where there is no wallet to keep it."""
    if home is None or not home.is_dir():
        return None
    folder = home / TEMPLATES_FOLDER / stamp_of_program()[:16]
    if not folder.is_dir():
        with suppress(OSError):
            shutil.rmtree(folder.parent, ignore_errors=True)
            folder.mkdir(mode=0o700, parents=True)
    return folder
