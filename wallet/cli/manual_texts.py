"""What the long help says beyond each command's own short one: how it works, how it ends, which files it touches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wallet.language.marks import N_

__all__ = ["ENVIRONMENT", "FILES", "STATUSES", "TEXTS", "Told"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The long text about one command: paragraphs, exit statuses of its own, and names of its files."""

    paragraphs: tuple[str, ...]
    statuses: tuple[tuple[int, str], ...] = ()
    files: tuple[str, ...] = ()


STATUSES: tuple[tuple[int, str], ...] = (
    (0, N_("Done.")),
    (1, N_("Something went wrong, which is named.")),
    (2, N_("The command line could not be understood.")),
    (130, N_("You stopped it.")),
)

ENVIRONMENT: Mapping[str, str] = {
    "WALLET_HOME": N_("The folder of your wallet, instead of the usual one of your system."),
    "WALLET_LANG": N_("The language of messages: ja or en."),
    "LANGUAGE, LC_ALL, LC_MESSAGES, LANG": N_("The language of messages, where WALLET_LANG says nothing."),
    "NO_COLOR": N_("When it is set, nothing is coloured or bold."),
    "PAGER": N_("The program that shows long help page by page."),
}

FILES: Mapping[str, str] = {
    "content/portfolio.toml": N_("The settings of the portfolio: its address, its languages, who you are, its theme."),
    "content/badges/NAME/": N_("A published badge, and the evidence with which it can be verified without a network."),
    "content/collections/NAME.toml": N_(
        "A collection that the site shows, with its letter in NAME.ja.md and NAME.en.md."
    ),
    "content/": N_("All that you write for the site. It is yours; keep copies of it."),
    "output/": N_("The finished site. It may be deleted at any time, and built again."),
    ".wallet-cache/": N_("What a build remembers to be quicker the next time. It may be deleted at any time."),
    "themes/NAME/": N_("Your own files of a theme; each takes the place of the packaged file of the same name."),
    "$WALLET_HOME/badges/": N_("Your badges, which nobody else sees."),
    "$WALLET_HOME/collections/": N_("Your private collections, and which of them are shared."),
    "$WALLET_HOME/holder-key.json": N_("Your key, or where the keyring of your system has it."),
    "$WALLET_HOME/identities.toml": N_("Your own identities, such as emailAddress; badges are compared with them."),
}

_WITHDRAWN = N_("At least one badge is invalid, revoked, suspended, expired or not yet valid.")
_UNDETERMINED = N_("None of those, and at least one badge could not be checked.")
_WALLET = ("$WALLET_HOME/badges/",)
_SITE = ("content/portfolio.toml", "content/badges/NAME/", "output/", ".wallet-cache/")

TEXTS: Mapping[str, Told] = {
    "": Told(
        paragraphs=(
            N_(
                "Your badges live in two places. The wallet is private: it keeps every badge that you add, with what "
                "is needed to verify it later. The portfolio is public: a folder with the badges that you chose, your "
                "own words, and the site that is built from them."
            ),
            N_(
                "In this order it becomes a site: add a badge file to the wallet, make a portfolio with init, publish "
                "the badge into it, look at the result with serve, and build what you upload."
            ),
            N_("What was verified once is verified again from the kept evidence, without a network."),
        ),
        files=("content/", "output/", "$WALLET_HOME/badges/", "$WALLET_HOME/identities.toml"),
    ),
    "verify": Told(
        paragraphs=(
            N_(
                "Reads badges from files, from addresses or from standard input (-): Open Badges 2.0 and 3.0, in "
                "JSON, as a compact token, or inside a PNG or SVG picture. Each is checked for its signature, its "
                "issuer, its status and its validity, and named with one verdict."
            ),
            N_("The page of a badge may be given too: then the badge that it offers is compared with what it says."),
        ),
        statuses=((3, _WITHDRAWN), (4, _UNDETERMINED)),
    ),
    "add": Told(
        paragraphs=(
            N_(
                "Each badge is verified, and kept whatever the verdict, together with the keys and status lists that "
                "were fetched for it. Nothing is public by that."
            ),
        ),
        files=("$WALLET_HOME/badges/", "$WALLET_HOME/identities.toml"),
    ),
    "list": Told(
        paragraphs=(N_("One line for each badge: the name by which other commands know it, and its verdict today."),),
        files=_WALLET,
    ),
    "show": Told(
        paragraphs=(N_("The first letters of a name are enough, where no other badge begins so. No network is used."),),
        files=_WALLET,
    ),
    "remove": Told(
        paragraphs=(N_("This cannot be undone, so you are asked first. What is published stays public."),),
        files=_WALLET,
    ),
    "publish": Told(
        paragraphs=(
            N_(
                "First you see what becomes public with the badge, such as an e-mail address inside it; then you are "
                "asked. The badge is copied as it is, for any change would break its signature."
            ),
        ),
        files=("$WALLET_HOME/badges/", "content/badges/NAME/"),
    ),
    "unpublish": Told(
        paragraphs=(
            N_(
                "The next build leaves its pages out. What was public before may have been copied by others, and stays "
                "in the history of a public repository."
            ),
        ),
        files=("content/badges/NAME/",),
    ),
    "init": Told(
        paragraphs=(
            N_(
                "Asks for the address of the site and your name, unless options answer. It is a "
                "folder of plain text files."
            ),
        ),
        files=("content/portfolio.toml", "content/"),
    ),
    "build": Told(
        paragraphs=(
            N_(
                "Verifies every published badge from the evidence beside it and writes the whole site, in every "
                "language of the portfolio. Only files that changed are written; a badge that is expired or revoked is "
                "shown as such. A badge that does not match its signature is left out and named."
            ),
        ),
        statuses=(
            (3, N_("A badge was left out, or with --strict is not verified. The site is written all the same.")),
        ),
        files=_SITE,
    ),
    "serve": Told(
        paragraphs=(
            N_(
                "Builds the site and shows it at an address that only this computer can reach. After each change of a "
                "file it is built again, and the page in your browser is loaded anew. Stop it with Ctrl-C."
            ),
            N_(
                "With --production nothing is added to the pages: they come with their security policy, below the base "
                "path of the site's address, with the media types, headers, redirects and the 404 page of GitHub Pages."
            ),
        ),
        files=_SITE,
    ),
    "status": Told(
        paragraphs=(N_("Says too which command comes next."),),
        files=("$WALLET_HOME/badges/", "content/badges/NAME/"),
    ),
    "deploy": Told(
        paragraphs=(
            N_(
                "First you see what would be added, changed and removed on the branch, in whose name, and what badges "
                "reveal that were not there before; then you are asked. It is the site of the last build, so run "
                "wallet build before."
            ),
            N_(
                "Your own files, your wallet and unlisted pages stay on this computer. Nothing is pushed where "
                "something private is found in the site. Nothing is forced: files that no deploy wrote are replaced "
                "only after your yes to them (--yes)."
            ),
            N_(
                "It pushes with your git, as it is set up on this computer. Where a workflow publishes your portfolio, "
                "git push is enough, and this command is not needed."
            ),
        ),
        files=("output/",),
    ),
    "theme": Told(
        paragraphs=(
            N_(
                "A theme is templates and static files. Copy only the files that you want to change; the others keep "
                "coming from the packaged theme, also when it is improved."
            ),
        ),
        files=("themes/NAME/", "content/portfolio.toml"),
    ),
    "check": Told(
        paragraphs=(N_("It changes nothing. Hints can be left as they are; faults are seen by your readers."),),
        statuses=((3, N_("There is something to mend.")),),
        files=("content/",),
    ),
    "new": Told(
        paragraphs=(N_("The new files say inside what can be written in them. No file that stands is changed."),),
        files=("content/", "content/collections/NAME.toml"),
    ),
    "key": Told(
        paragraphs=(
            N_(
                "Most badges need no key of yours. With one, an issuer can issue badges to you rather than to an "
                "e-mail address, and you can show that you are the one. Nobody can restore a key that is lost."
            ),
        ),
    ),
    "present": Told(
        paragraphs=(
            N_(
                "A signed file that is on the site can be copied by anybody. Who needs to know that it is you gives "
                "you a word; sign for them with --domain and --challenge, and send them the file."
            ),
        ),
        files=("content/badges/NAME/", "output/"),
    ),
    "audit": Told(
        paragraphs=(
            N_(
                "Looks at a portfolio as a careful stranger would: from its pages alone, or from the folder of a site "
                "that is not published yet. Nothing is taken from your wallet."
            ),
        ),
        statuses=(
            (3, N_("At least one thing on the site is false or broken.")),
            (4, N_("None of those, and something could not be checked.")),
        ),
    ),
    "collection": Told(
        paragraphs=(
            N_(
                "An unlisted page can be read by anybody who has its address. A locked page is encrypted in full, and "
                "opens with the key in its link or with a passphrase. A public repository would list the unlisted one; "
                "the locked one may be there."
            ),
        ),
        files=("$WALLET_HOME/collections/", "output/"),
    ),
    "completion": Told(
        paragraphs=(
            N_(
                "After commands and options, it completes the names of badges in the wallet and in the portfolio, of "
                "themes and their files, of private collections and of languages. Nothing is sent anywhere."
            ),
        ),
    ),
    "help": Told(
        paragraphs=(
            N_("Several words lead to a command within another. On a terminal the text is shown page by page."),
        ),
    ),
}
"""By the name of the command; the empty one is the program itself."""
