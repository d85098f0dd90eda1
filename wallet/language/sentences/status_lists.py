"""What a status list said beyond withdrawn or not, and why one said nothing."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "status.not-withdrawn-then": N_(
        "The issuer's list, as of {confirmed_at}, does not withdraw this badge. Its issuer lets a copy count "
        "for {ttl} seconds only, so a later withdrawal would not be seen here."
    ),
    "status.message": N_(
        "The issuer's list of {confirmed_at} says about this badge: “{message}”. That is no withdrawal."
    ),
    "status.message-undefined": N_(
        "Whether it was withdrawn could not be checked: the list gives the value {value}, for which the badge"
        " defines no message."
    ),
    "status.newer-announced": N_(
        "The issuer's list of {confirmed_at} announces that there is a newer version of this badge. Ask the "
        "issuer for it."
    ),
    "status.malformed-size": N_(
        "Whether it was withdrawn could not be checked: the size of its status is given as {size} bits."
    ),
    "status.list-gone": N_(
        "Whether it was withdrawn could not be checked: the server says that the list at {url} was taken "
        "away. Ask the issuer to restore it."
    ),
    "status.list-not-yet-valid": N_(
        "Whether it was withdrawn could not be checked: the list at {url} is not valid yet."
    ),
    "status.reason": N_("The issuer gives this reason: {reason}"),
}
