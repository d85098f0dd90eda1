"""What a look over the portfolio asks the learner to mend, in one sentence each; the file and line stand before it."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "review.not-read": N_("No page uses this file. Check its name and its folder, or remove it."),
    "review.no-language": N_("The name tells no language, so no page uses this text. Call it, for example, {wanted}."),
    "review.language-not-used": N_(
        "“{language}” is not among the languages in portfolio.toml. Add it there, or remove this file."
    ),
    "review.text-untranslated": N_(
        "This text is not written in “{language}”, and readers of that language see it in another. Write {wanted}."
    ),
    "review.words-untranslated": N_(
        "“{key}” is not written in “{language}”. Add a line for that language beside the others."
    ),
    "review.name-untranslated": N_(
        "The badge is named “{name}” by its issuer and has no name in “{language}”. You can add your translation "
        "under [name]."
    ),
    "review.link-malformed": N_(
        "The link “{target}” is no usable address. Write a whole one, such as https://example.org/page."
    ),
    "review.link-missing": N_(
        "The link “{target}” leads to no page or file of the site. Correct the address, counted from the page on which "
        "the text stands."
    ),
    "review.link-no-place": N_(
        "The link “{target}” names a place that the page has not. Correct what follows the #, or leave it out."
    ),
    "review.link-outside": N_(
        "The link “{target}” leads out of the site. Write the whole address if that is meant, else one within the site."
    ),
    "review.page-link-missing": N_(
        "This page links to “{target}”, which the site has not. If your theme changes the page, correct it there."
    ),
    "review.page-link-no-place": N_(
        "This page links to “{target}”, and no such place is there. If your theme changes the page, correct it there."
    ),
    "review.page-loads-foreign": N_(
        "This page loads “{target}” from another server, which then learns who reads it. Put the file into your theme."
    ),
    "review.page-id-twice": N_(
        "The id “{target}” stands twice on this page. If your theme changes the page, give one of them another id."
    ),
    "review.picture-without-words": N_(
        "The picture “{target}” has no description for readers who cannot see it. Write it between the brackets: ![…]."
    ),
    "review.example-address": N_(
        "The address is still the example, and links to your pages would lead there. Write your own."
    ),
    "review.no-name": N_("There is no name yet. Write your own under [owner]."),
    "review.no-profile": N_("There are no words about yourself yet. Write a few here."),
    "review.draft": N_("This is a draft, and no page shows it yet. When it is ready, remove the line “draft”."),
}
