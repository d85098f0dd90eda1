"""What a learner is told about their published badges, and what they can do, in an issue of their own repository."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "reminder.title": N_("Your badges: something for you to look at"),
    "reminder.opening": N_(
        "Your portfolio was checked, and something about these badges needs your attention. Your site already says so "
        "wherever it concerns visitors."
    ),
    "reminder.in-passing": N_(
        "Only for your information: nothing is wrong with these badges, but some of it could not be confirmed. "
        "It often mends itself."
    ),
    "reminder.closing": N_(
        "You may close this issue: another one is opened only when there is something new to tell. While it is open, "
        "it is updated when something changes, and closed by itself when there is nothing left to tell."
    ),
    "reminder.revoked": N_(
        "The issuer has revoked this badge, and your site says so. If you do not know why, ask the issuer. "
        "To take the badge out of your site: wallet unpublish {slug}"
    ),
    "reminder.suspended": N_(
        "The issuer has suspended this badge for the time being, and your site says so. Ask the issuer why; when it is "
        "in force again, your site will say that by itself."
    ),
    "reminder.expired": N_(
        "This badge expired on {until}. It stays on your site as a record. If it can be renewed, ask the issuer, and "
        "add the new file with: wallet add FILE"
    ),
    "reminder.expires": N_(
        "This badge expires on {until}. If you want to keep it in force, ask the issuer now how it is renewed."
    ),
    "reminder.key-refused": N_(
        "The issuer no longer publishes the key that this badge was signed with, so nobody can confirm the signature "
        "any more. Ask the issuer to publish the old key again, or to issue the badge anew ({slug})."
    ),
    "reminder.key-gone": N_(
        "Since {since}, a page with keys that is needed to check this badge is no longer at its address. Your site "
        "uses the copy of {confirmed}, but others cannot check the badge. Ask the issuer whether the page has moved."
    ),
    "reminder.list-gone": N_(
        "Since {since}, the issuer’s list of withdrawn badges is no longer at its address, so the status of this badge "
        "cannot be confirmed (last confirmed on {confirmed}). Ask the issuer to restore it."
    ),
    "reminder.page-gone": N_(
        "Since {since}, a page of the issuer about this badge is no longer at its address. Your site uses the copy of "
        "{confirmed}. Ask the issuer whether the page has moved, and keep your own file safe."
    ),
    "reminder.left-out": N_(
        "This badge did not stand up to verification and is no longer shown. See why with: wallet status (its name "
        "there is {slug}). If you did not change the file, ask the issuer."
    ),
    "reminder.silent": N_(
        "The issuer’s server has given no usable answer since {since}. Your site uses what was kept on that day and "
        "says so."
    ),
    "reminder.not-answered": N_(
        "Something that is needed to check this badge has never been had from the issuer’s server. It is asked for "
        "again on each look."
    ),
}
