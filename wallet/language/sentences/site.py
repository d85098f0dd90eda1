"""The sentences of the site's and the renderer's codes."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "build.language-unknown": N_(
        "There are no sentences in the language “{language}”. Put a catalog into content/languages/{language}, or set "
        "languages in portfolio.toml to ja, en or both."
    ),
    "build.untranslated": N_(
        "On the pages in {language}, sentences still in English: {number}. Translate them in {folder}, for example "
        "“{example}”"
    ),
    "build.address-too-long": N_("{address} is too long for a QR code. Set a shorter url in portfolio.toml."),
    "build.paths-collide": N_(
        "{path} and {other} would be the same file on some computers. Give one of them another name."
    ),
    "build.path-unsafe": N_("{path} cannot be the name of a file of the site. Give it a plain name."),
    "build.file-in-the-way": N_(
        "{file} is in the output folder but was not made by a build. Move it away, or choose another output folder."
    ),
    "build.output-not-ours": N_(
        "The folder {file} holds files that no build made. Choose an empty folder for the output."
    ),
    "build.output-not-written": N_("The site could not be written to {file} ({reason}). The old site is unchanged."),
    "theme.missing": N_("There is no theme called “{theme}”. See which there are with: wallet theme list"),
    "theme.name-unsafe": N_("“{theme}” cannot be the name of a theme. Use letters, digits and hyphens."),
    "theme.name-differs": N_("{file} names the theme “{theme}”, but its folder is {folder}. Give both the same name."),
    "theme.static-missing": N_(
        "The theme “{theme}” has no file static/{file}, for which a template asks. Add the file, or take the call of "
        "integrity out of the template."
    ),
    "theme.template-missing": N_(
        "The theme “{theme}” has no template {template}. Add it, or take it from the default theme."
    ),
    "theme.template-wrong": N_("{file}, line {line}: {reason}. Correct the template and build again."),
}
