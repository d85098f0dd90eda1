"""The learner's key, and presentations that they sign or that somebody asks for."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "holder.no-key": N_("There is no key of yours yet. Make one with: wallet key new"),
    "holder.key-exists": N_(
        "You have a key already ({did}). See it with: wallet key show. To make another, add --replace."
    ),
    "holder.key-damaged": N_(
        "{path} is damaged. Put your back-up copy in its place, or make another key with: wallet key new --replace"
    ),
    "holder.key-open": N_("{path} can be read by others. Close it with “chmod 600” and the path, then try again."),
    "holder.home-in-portfolio": N_(
        "The wallet's folder {path} lies in the portfolio {portfolio}, where a key could become public. Move it out, "
        "and set WALLET_HOME to its new place."
    ),
    "holder.keyring-shut": N_(
        "The keyring of your system does not give out the key {did}. Unlock the keyring and try again."
    ),
    "portfolio.bad-holder-key": N_(
        "{path}, line {line}: this is not the public half of a key. Write yours with: wallet key publish"
    ),
    "present.nothing-published": N_(
        "No published badge can be presented. Publish one of Open Badges 3.0 first: wallet publish NAME"
    ),
    "present.example-address": N_(
        "The signature would name an address that is not yours. Write the address of your site into "
        "content/portfolio.toml first, or say with --domain for whom it is."
    ),
    "present.other-key-published": N_(
        "The portfolio names another key ({published}) than yours ({own}). Name yours with: wallet key publish"
    ),
    "present.not-signable": N_(
        "The badges could not be signed so that others can check it. Nothing was written. Please report this as a bug."
    ),
    "present.not-readable": N_(
        "{count} badges are more than one file may hold for those who check it. Nothing was written. Publish fewer."
    ),
    "present.current": N_("The file that you signed holds all badges that can be in it."),
    "present.damaged": N_(
        "content/presentation.json holds no signed badges, so the site offers its badges unsigned. Sign again with: "
        "wallet present"
    ),
    "present.no-holder": N_(
        "content/holder.toml is missing, so that what you signed shows nothing. Write it with: wallet key publish"
    ),
    "present.other-address": N_(
        "What you signed was made for another address than that of this site, so the site offers its badges unsigned. "
        "Sign again with: wallet present"
    ),
    "present.other-key": N_(
        "content/presentation.json was not signed with the key in content/holder.toml, so the site offers its badges "
        "unsigned. Sign again with: wallet present"
    ),
    "present.not-verified": N_(
        "The signature in content/presentation.json could not be confirmed, so the site offers its badges unsigned. "
        "Sign again with: wallet present"
    ),
    "present.holds-more": N_(
        "content/presentation.json holds a badge that is not published as it stands there, so the site offers its "
        "badges unsigned. Sign again with: wallet present"
    ),
    "present.holds-less": N_(
        "Badges were published since you signed. They are not in the file that your site offers. Sign again with: "
        "wallet present"
    ),
    "proof.no-domain": N_("The signature does not say for whom it was made; it had to be made for {expected}."),
    "proof.no-challenge": N_("The signature does not repeat the word that was asked for; it may be an old one."),
    "presentation.audience-not-asked": N_(
        "The presentation was made for {domain}. Whether that is you was not checked: say so with --domain, and set a "
        "--challenge of your own, for a file can be copied."
    ),
    "presentation.audience-not-settled": N_("Whether it was made for you was not settled, for no signature stood."),
    "presentation.answers-challenge": N_("The presentation repeats the word that was asked for."),
    "presentation.made-for-domain": N_(
        "The presentation was made for {domain}. It answers no question of yours, so that it may be a copy."
    ),
}
