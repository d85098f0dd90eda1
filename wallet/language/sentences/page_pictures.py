"""Sentences about pictures in the learner's own pages."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "portfolio.picture-name": N_(
        "{path}: this name cannot stand in an address. Use Latin letters, digits, hyphens and full stops, there and in "
        "the text."
    ),
    "portfolio.picture-too-large": N_("{path} is larger than {limit} MB. Make the picture smaller."),
    "portfolio.picture-unreadable": N_(
        "{path} is no picture of the kind its name says. Save it again as PNG, JPEG, WebP, GIF or SVG."
    ),
    "review.picture-missing": N_(
        "There is no picture “{target}” in content/pages. Put it there, or correct its name in the text."
    ),
    "review.picture-elsewhere": N_(
        "The picture “{target}” is not shown, because another server would learn who reads the page. Put the file into "
        "content/pages and write its name here."
    ),
    "review.picture-tells-place": N_(
        "This picture holds the place where it was taken, and everybody could read it. Save it again without location."
    ),
    "review.picture-not-here": N_(
        "The picture “{target}” is not shown here. Pictures are shown on pages of your own, in content/pages."
    ),
}
