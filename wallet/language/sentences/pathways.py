"""What goes wrong in pathways, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "portfolio.wants-amount": N_("{path}, line {line}: “{key}” must be a number above 0, such as 2 or 1.5."),
    "portfolio.wants-one-or-more": N_("{path}, line {line}: “{key}” is {found}. Write 1 or more."),
    "portfolio.missing-words": N_(
        '{path}, line {line}: “{key}” is missing. Write one line for each language, such as {key}.en = "…".'
    ),
    "portfolio.bad-link": N_("{path}, line {line}: “{found}” is not a usable address. It must begin with https://"),
    "portfolio.badge-unknown": N_(
        "{path}, line {line}: there is no badge “{found}” in this portfolio. See what is published with: wallet status"
    ),
    "portfolio.badge-unknown-meant": N_(
        "{path}, line {line}: there is no badge “{found}” in this portfolio. Did you mean “{meant}”?"
    ),
    "portfolio.pathway-without-requirement": N_(
        "{path} has no requirement. Add a line [[requirements]], and below it a title and the badges that count."
    ),
    "portfolio.words-without-pathway": N_(
        "{path} belongs to no pathway: {file} does not stand beside it. Rename one of the two, or remove this file."
    ),
}
