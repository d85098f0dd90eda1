"""What stands in the way of files that the learner begins with `wallet new`, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "authoring.bad-slug": N_(
        "“{slug}” cannot stand in an address. Use lower-case letters, digits and hyphens, 60 at most, "
        "for example: {meant}"
    ),
    "authoring.file-stands": N_(
        "{file} exists already and was left as it is. Open it and write there, or choose another name."
    ),
}
