"""What is said of a vocabulary that is not known, in one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "context.unknown": N_(
        "The file uses the vocabulary {url}, which is not known here, so its signature could not be checked."
    ),
}
