"""What goes wrong in a portfolio, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "portfolio.not-a-portfolio": N_(
        "{path} is no portfolio: content/portfolio.toml is missing. Go to your portfolio's folder, or make "
        "one with: wallet init DIR"
    ),
    "portfolio.exists": N_("{path} already holds a portfolio. Choose another folder."),
    "portfolio.file-closed": N_("{path} cannot be opened. Check that you may read it."),
    "portfolio.file-missing": N_("{path} is missing. Restore it, or make a new portfolio with: wallet init DIR"),
    "portfolio.file-unreadable": N_("{path} cannot be read as text. Save it as UTF-8."),
    "portfolio.not-toml": N_(
        "{path}, line {line}: this is not valid TOML. Check quotes, brackets and equal signs there."
    ),
    "portfolio.unknown-key": N_("{path}, line {line}: “{key}” is not known here. Known are: {known}"),
    "portfolio.unknown-key-meant": N_("{path}, line {line}: “{key}” is not known here. Did you mean “{meant}”?"),
    "portfolio.missing-key": N_("{path}: “{key}” is missing. Add it."),
    "portfolio.wants-text": N_("{path}, line {line}: “{key}” must be text in quotes."),
    "portfolio.wants-texts": N_('{path}, line {line}: “{key}” must be a list of texts, such as ["…", "…"].'),
    "portfolio.wants-number": N_("{path}, line {line}: “{key}” must be a whole number."),
    "portfolio.wants-flag": N_("{path}, line {line}: “{key}” must be true or false."),
    "portfolio.wants-tables": N_(
        "{path}, line {line}: “{key}” may stand several times; write [[{key}]], with double brackets."
    ),
    "portfolio.wants-languages": N_(
        '{path}, line {line}: write [{key}], and below it one line for each language, such as en = "…".'
    ),
    "portfolio.no-language": N_(
        "{path}, line {line}: “{found}” is no language, and [{key}] has one line for each, such as ja or en. Correct "
        "the language, or move the line above [{key}]."
    ),
    "portfolio.wants-table": N_("{path}, line {line}: “{key}” must be a table, such as [{key}]."),
    "portfolio.bad-url": N_(
        "{path}, line {line}: “{found}” is not a usable address. Write one such as https://name.github.io/portfolio/"
    ),
    "portfolio.bad-language": N_(
        "{path}, line {line}: “{found}” is not a language tag. Write one such as ja, en or ko."
    ),
    "portfolio.no-locale": N_(
        "{path}: dates cannot be written in the language “{language}”. Use the tag of a language that has them."
    ),
    "portfolio.catalog-unreadable": N_(
        "{path}, line {line}: this is no catalog of translations. Check the quotes there, and save it as UTF-8."
    ),
    "portfolio.catalog-places": N_(
        "{path}, line {line}: the translation must keep the places in its sentence, such as {{date}}, and add none."
    ),
    "portfolio.catalog-markup": N_(
        "{path}, line {line}: a translation is plain text. Remove <, > and straight double quotes from it."
    ),
    "portfolio.bad-split": N_(
        "{path}, line {line}: say how to divide the name: "
        'split_name = {{ separator = " / ", languages = ["ja", "en"] }}'
    ),
    "portfolio.cannot-split": N_(
        "{path}, line {line}: the name “{name}” does not divide into {number} parts at “{separator}”. Correct "
        "split_name, or remove it to show the whole name."
    ),
    "portfolio.bad-slug": N_(
        "“{slug}” cannot stand in an address. Use lower-case letters, digits and hyphens, 60 at most."
    ),
    "portfolio.badge-without-file": N_("{path} holds no badge. Add its credential file, or remove the folder."),
    "portfolio.badge-with-two-files": N_("{path} holds several badge files. Keep one."),
    "portfolio.not-published": N_(
        "There is no badge “{slug}” in the portfolio. See what is published with: wallet status"
    ),
    "portfolio.not-published-meant": N_("There is no badge “{slug}” in the portfolio. Nearest are: {meant}"),
    "portfolio.collection-bad-slug": N_(
        "{path}: “{slug}” cannot stand in an address. Rename the file, with lower-case letters, digits and hyphens, "
        "60 at most."
    ),
    "portfolio.collection-without-title": N_(
        '{path} has no title. Write [title], and below it one line for each language, such as en = "…".'
    ),
    "portfolio.collection-badge-unknown": N_(
        "{path}, line {line}: no badge “{found}” is published. Take it out of the list until it is."
    ),
    "portfolio.collection-badge-meant": N_(
        "{path}, line {line}: no badge “{found}” is published. Did you mean “{meant}”?"
    ),
    "portfolio.letter-without-collection": N_(
        "{path} belongs to no collection. Name it after one, or add the file {collection}.toml beside it."
    ),
    "portfolio.page-without-language": N_(
        "{path} names no language. Call it, for example, about.ja.md or about.en.md."
    ),
    "portfolio.page-without-title": N_(
        "{path}, line {line}: a title is expected here. A page begins with three hyphens, a line “title: …”, "
        "three hyphens."
    ),
    "portfolio.history-damaged": N_(
        "{path} cannot be read: it should be the list of what was found over time. Restore it from an earlier version "
        "of your folder, or delete it to begin anew."
    ),
    "portfolio.page-head-open": N_(
        "{path}, line {line}: the lines at the top have no end. Close them with a line of three hyphens, “---”."
    ),
}
