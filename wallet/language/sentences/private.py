"""What stands in the way of collections that are not for everybody, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "portfolio.locked-damaged": N_(
        "{path} is no locked collection, or was changed. Restore it from git, or share the collection again."
    ),
    "private.no-such-collection": N_(
        "There is no private collection “{name}” in the wallet. See the names with: wallet collection list"
    ),
    "private.exists": N_(
        "There is a private collection “{name}” already, and it was left as it is. Open {path} and write there, or "
        "choose another name."
    ),
    "private.bad-kind": N_("{path}, line {line}: “{found}” is no kind of collection. Write unlisted or locked."),
    "private.bad-opening": N_("{path}, line {line}: “{found}” opens no locked page. Write key or passphrase."),
    "private.bad-date": N_("{path}, line {line}: “{found}” is not a day. Write one such as 2027-03-31."),
    "private.over-already": N_("{path} ends on {until}, which is over. Write a later day for until, or take it out."),
    "private.no-badges": N_("{path} names no badges. Write at least one for badges, then share it again."),
    "private.no-such-badge": N_(
        "{path} names the badge “{name}”, which is neither published nor in the wallet. See the names with: wallet list"
    ),
    "private.no-such-badge-meant": N_(
        "{path} names the badge “{name}”, which is neither published nor in the wallet. Did you mean {meant}?"
    ),
    "private.badge-not-shown": N_(
        "{path} names the badge “{name}”, which failed its check or cannot be read. Look at it with "
        "wallet show {name}, or take it out."
    ),
    "private.too-large": N_(
        "The badges of “{name}” come to {size} MB, and a locked page holds {limit} MB. Take some of them out."
    ),
    "private.passphrase-short": N_(
        "The passphrase is too short: whoever has the file can guess for ever. Choose at least {limit} characters."
    ),
    "private.passphrases-differ": N_("The two passphrases are not the same. Nothing was shared; try again."),
    "private.not-shared": N_("“{name}” has not been shared, so there is nothing to end."),
    "private.another-site": N_(
        "“{name}” was shared from the portfolio at {site}. Give that portfolio's folder with --portfolio."
    ),
    "private.share-damaged": N_(
        "{path} in the wallet is damaged. Remove the file, then share the collection again: it gets a new address."
    ),
}
