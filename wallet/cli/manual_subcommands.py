"""What the long help says of the commands within commands, by the words that lead to each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.cli.manual_texts import Told
from wallet.language.marks import N_

__all__ = ["SUBCOMMANDS"]

_THEME = ("themes/NAME/", "content/portfolio.toml")
_PRIVATE = ("$WALLET_HOME/collections/",)
_KEY = ("$WALLET_HOME/holder-key.json",)

SUBCOMMANDS: Mapping[str, Told] = {
    "theme list": Told(
        paragraphs=(N_("The packaged ones, and those in the folder themes of the portfolio. One of them is in use."),),
        files=_THEME,
    ),
    "theme show": Told(
        paragraphs=(
            N_(
                "A file comes from your portfolio where it has its own, else from the packaged theme. One that you "
                "name is printed as it is."
            ),
        ),
        files=_THEME,
    ),
    "theme copy": Told(
        paragraphs=(
            N_("Copies the packaged file, not the one that you changed already. To go back to it, delete your copy."),
        ),
        files=_THEME,
    ),
    "new page": Told(
        paragraphs=(
            N_(
                "Makes content/pages/SLUG.ja.md and SLUG.en.md, or as many as the portfolio has languages. SLUG "
                "becomes the address of the page. The line draft in each file keeps the page off the site; take it out "
                "to show the page."
            ),
        ),
        files=("content/",),
    ),
    "new collection": Told(
        paragraphs=(
            N_(
                "A collection is a page that everybody can read, with the badges in your order. For one that is not "
                "for everybody, see wallet collection."
            ),
        ),
        files=("content/collections/NAME.toml",),
    ),
    "new pathway": Told(
        paragraphs=(
            N_(
                "A pathway says what a larger qualification requires, and which of your badges count towards it. The "
                "site shows what is there and what is missing, and leaves the decision to the institution."
            ),
        ),
        files=("content/",),
    ),
    "new note": Told(
        paragraphs=(N_("The note stands on the badge's page, apart from what the issuer signed."),),
        files=("content/badges/NAME/",),
    ),
    "key new": Told(
        paragraphs=(
            N_(
                "A key that is replaced is not deleted, but badges that were issued to it can no longer be shown to "
                "be yours with the new one."
            ),
        ),
        files=_KEY,
    ),
    "key show": Told(
        paragraphs=(
            N_(
                "The identifier that begins with did:key is the public half; give it to issuers. The secret half is "
                "never printed."
            ),
        ),
        files=_KEY,
    ),
    "key publish": Told(
        paragraphs=(
            N_(
                "Writes content/holder.toml. What becomes public is said first, and you are asked. Badges are not "
                "changed by it; wallet present signs them."
            ),
        ),
        files=("content/", *_KEY),
    ),
    "collection new": Told(
        paragraphs=(
            N_(
                "Makes a folder in your wallet, with the choice of badges and a letter in each language. Badges that "
                "are not published may be among them."
            ),
        ),
        files=_PRIVATE,
    ),
    "collection list": Told(
        paragraphs=(N_("One line for each: its name, its kind, and whether it is shared and until when."),),
        files=_PRIVATE,
    ),
    "collection show": Told(
        paragraphs=(N_("Whoever has a link can open the page. Links of a collection that has ended are not shown."),),
        files=_PRIVATE,
    ),
    "collection share": Told(
        paragraphs=(
            N_(
                "Says first who will be able to read what, and asks. The page itself is made by the next build. Run it "
                "again after each change; the address stays the same."
            ),
        ),
        files=(*_PRIVATE, "content/", "output/"),
    ),
    "collection end": Told(
        paragraphs=(
            N_("The collection stays in your wallet. What was read before may have been kept by whoever read it."),
        ),
        files=(*_PRIVATE, "output/"),
    ),
    "collection remove": Told(
        paragraphs=(N_("This cannot be undone, so you are asked first. The badges in it stay in the wallet."),),
        files=(*_PRIVATE, "output/"),
    ),
}
