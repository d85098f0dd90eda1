"""What goes wrong with the wallet and its evidence, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "store.not-writable": N_(
        "{path} could not be written. Check that the disk has room and that the folder is yours, then try again."
    ),
    "store.no-such-badge": N_("There is no badge “{name}” in the wallet. See the names with: wallet list"),
    "store.ambiguous-name": N_("“{name}” could mean several badges: {found}. Write more of the name."),
    "store.entry-damaged": N_(
        "{path} in the wallet is damaged. Remove its folder, then add the badge again from the original file."
    ),
    "store.identities-damaged": N_(
        '{path} cannot be read. Write each identity as a line such as: emailAddress = "ann@example.org"'
    ),
    "evidence.index-damaged": N_("{path} is damaged. Publish the badge again, or restore the file from git."),
    "evidence.missing": N_("{path} is missing. Publish the badge again, or restore the file from git."),
    "evidence.changed": N_(
        "{path} was changed since it was kept, so it proves nothing. Publish the badge again, or restore it from git."
    ),
}
