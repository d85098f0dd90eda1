"""Sentences about the files of a theme."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

SENTENCES: Mapping[str, str] = {
    "theme.file-missing": N_("The theme “{theme}” has no file “{name}”. List its files with: wallet theme show"),
    "theme.file-missing-meant": N_("The theme “{theme}” has no file “{name}”. Did you mean {meant}?"),
    "theme.file-stands": N_("{file} stands there already and was left as it is. To replace it, add --force."),
}
