"""What the examination of proofs and their keys found beyond right and wrong, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "proof.other-domain": N_("The signature was made for {domain}, not for {expected}; ask for it to be made again."),
    "proof.other-challenge": N_(
        "The signature answers another question ({challenge}) than the one that was asked; it may be an old one."
    ),
}
