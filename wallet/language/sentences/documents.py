"""Why a file could not be read as a badge, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "document.empty": N_("{file} is empty. Download the badge again from where you received it."),
    "document.too-large": N_("{file} is larger than {limit} MB, which no badge is. Choose the badge file itself."),
    "document.not-a-badge": N_(
        "{file} is not a badge file. Choose the JSON, PNG, SVG or JWT file that the issuer gave you."
    ),
    "document.no-credential": N_("{file} contains no digital badge. Choose the badge file that the issuer gave you."),
    "document.archive-not-supported": N_("{file} is a ZIP archive. Unpack it and add the badges one by one."),
    "document.pdf-not-supported": N_(
        "{file} is a PDF. Ask the issuer, or the wallet it came from, for the badge as a PNG, SVG or JSON file."
    ),
    "document.too-many-credentials": N_("{file} contains more than {limit} badges. Split it and add the parts."),
    "document.envelope-not-supported": N_(
        "{file} wraps its badge in a form that is not supported here. Ask the issuer for it as JSON or JWT."
    ),
    "png.no-badge": N_(
        "{file} is a picture without a badge inside. Screenshots, and pictures sent by chat or saved from a "
        "web page, lose it: download the badge again from its site."
    ),
    "png.several-badges": N_(
        "{file} contains several badges in one picture, so it is not clear which one it shows. Ask the "
        "issuer for a new file."
    ),
    "png.truncated": N_("{file} is cut off before its end. Download the badge again."),
    "png.damaged": N_("{file} is a damaged picture. Download the badge again."),
    "svg.no-badge": N_("{file} is a picture without a badge inside. Download the badge again from its site."),
    "svg.several-badges": N_(
        "{file} contains several badges in one picture, so it is not clear which one it shows. Ask the "
        "issuer for a new file."
    ),
    "svg.malformed": N_("{file} is a damaged SVG picture. Download the badge again."),
    "svg.entities": N_(
        "{file} is an SVG picture with entity declarations, which can be used for attacks. Ask the issuer "
        "for a plain file."
    ),
    "json.not-utf-8": N_(
        "{file} is not written in UTF-8. Download the badge again without opening and saving it in an editor."
    ),
    "json.malformed": N_("{file} is damaged: line {line}, column {column} is not JSON. Download the badge again."),
    "json.duplicate-member": N_(
        "{file} gives the member {member} twice, so that two programs could read two different badges. Ask "
        "the issuer for a new file."
    ),
    "json.too-deep": N_("{file} nests deeper than {limit} levels, which no badge does. Ask the issuer for a new file."),
    "json.not-a-number": N_("{file} contains {found} where JSON allows only a number. Ask the issuer for a new file."),
    "json.number-too-large": N_(
        "{file} contains a number that is too large to be read reliably ({found}…). Ask the issuer for a new file."
    ),
    "json.lone-surrogate": N_(
        "{file} contains half of a character, which cannot be written as text. Ask the issuer for a new file."
    ),
    "jws.malformed": N_(
        "{file} looks like a signed badge (JWT) but is damaged or cut short. Download the badge again."
    ),
}
