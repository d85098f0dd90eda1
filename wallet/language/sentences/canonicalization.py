"""What the signature leaves out, and why a document has no signed form, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "context.missing": N_("The file names no vocabulary (@context), so nothing in it has a defined meaning."),
    "context.inline": N_("The file redefines the meaning of its own words (an object in @context) and is refused."),
    "canonicalization.json-ld": N_(
        "The file breaks the rules of JSON-LD ({reason}), so its signature has no defined meaning."
    ),
    "canonicalization.work-limit": N_(
        "The file is built so that checking it would take more than {limit} steps; the check was given up."
    ),
    "coverage.undefined-member": N_("{path} is defined by no context, so the signature does not cover it."),
    "coverage.undefined-type": N_("{path} names the type {found}, which no context defines."),
    "coverage.relative-iri": N_("{path} is a relative address ({found}), which has no meaning of its own."),
    "coverage.malformed-identifier": N_(
        "{path} is no well-formed address or name ({found}), so the signature covers nothing that is said with it."
    ),
    "coverage.members-overlooked": N_(
        "{member} is covered by the signature, but written where or as readers do not look for it: a withdrawal or "
        "an end could be hidden so. Show the file as its issuer made it."
    ),
    "coverage.other-name": N_("{path} is another name ({found}) for what the context has a word for."),
    "coverage.said-elsewhere": N_("{path} says something about the credential that belongs to the top of the file."),
    "coverage.keyword": N_("{path} uses the keyword {found}, which hides values from the signature or from readers."),
}
