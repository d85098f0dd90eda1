"""What came of asking the issuer for a newer version."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "refresh.same": N_("The issuer has no newer version: on {confirmed_at} its service gave this one."),
    "refresh.newer-stands": N_(
        "The issuer has a newer version (as of {confirmed_at}), which was verified. Add it from {url}"
    ),
    "refresh.newer-expired": N_("The issuer has another version (as of {confirmed_at}), which has expired."),
    "refresh.newer-not-yet-valid": N_("The issuer has a newer version (as of {confirmed_at}), which is not valid yet."),
    "refresh.newer-withdrawn": N_(
        "The issuer has a newer version (as of {confirmed_at}) and has withdrawn it, and this badge with it."
    ),
    "refresh.not-confirmed": N_(
        "The issuer's service gave another version (on {confirmed_at}), which could not be confirmed; this one stays."
    ),
    "refresh.of-another": N_(
        "The issuer's service gave another credential (on {confirmed_at}), not a newer version of this one."
    ),
    "refresh.unreadable": N_("What the issuer's service gave at {url} is no credential that can be read."),
    "refresh.not-obtained": N_("Whether the issuer has a newer version is not known: nothing could be had from {url}."),
    "refresh.unsupported-type": N_("The badge names a way to renew it that is not supported here ({type})."),
}
