"""What changed about a published badge in the course of time, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "past.verified": N_("From now on verified."),
    "past.expired": N_("Found expired."),
    "past.not_yet_valid": N_("Found not to be valid yet."),
    "past.suspended": N_("Found suspended by the issuer."),
    "past.revoked": N_("Found revoked by the issuer."),
    "past.invalid": N_("A check failed, so it is no longer shown."),
    "past.undetermined": N_("Could no longer be checked completely."),
    "past.unsupported": N_("Found to be secured in a way that is not supported."),
    "past.key-refused": N_("The issuer no longer publishes the key that this badge was signed with."),
    "past.key-refused-over": N_("The issuer publishes the key of this badge again."),
    "past.key-gone": N_("A page with keys that the check needs is no longer at its address; the kept copy is used."),
    "past.key-gone-over": N_("The page with the keys is at its address again."),
    "past.list-gone": N_("The issuer’s list of withdrawn badges is no longer at its address."),
    "past.list-gone-over": N_("The issuer’s list of withdrawn badges is at its address again."),
    "past.page-gone": N_("A page of the issuer that the check rests on is no longer at its address."),
    "past.page-gone-over": N_("The page of the issuer is at its address again."),
    "past.silent": N_("The issuer’s server had given no usable answer for a month; what was kept from before is used."),
    "past.silent-over": N_("The issuer’s server answered again."),
    "past.keys-changed": N_("The issuer changed the keys that it publishes."),
}
