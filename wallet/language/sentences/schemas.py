"""What the schemas that an issuer names say about the credential, and why one could not be checked."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "conformance.conforms-with-own-schema": N_(
        "The file follows the {specification} data model in every member that was read, and the schema that its "
        "issuer names."
    ),
    "conformance.conforms-own-schema-not-checked": N_(
        "The file follows the {specification} data model in every member that was read. Whether it follows the schema "
        "that its issuer names could not be checked."
    ),
    "conformance.own-schema-not-met": N_(
        "The file does not meet the schema that its issuer names, {schema} (faults: {count}; the first: {member})."
    ),
    "schema.met": N_("The file meets the schema {id}."),
    "schema.met-in-other-form": N_(
        "The file meets the specification's schema in its other published form, not in the one that is named: {id}"
    ),
    "schema.met-in-one-language": N_(
        "The file meets the schema {id}, if each text with its language is read as plain text; the schema knows no "
        "other, the specification does."
    ),
    "schema.not-met": N_("The file does not meet the schema {id}."),
    "schema.rule-not-met": N_("{path} does not meet the schema's rule {found}."),
    "schema.not-asked": N_(
        "The schema {id} was not asked for, because the signature, its coverage or its key did not stand."
    ),
    "schema.unsupported-type": N_("Schemas of the type {type} are not supported; {id} was not checked."),
    "schema.unknown-dialect": N_(
        "The schema was not checked: it does not say which version of JSON Schema it is written in, or one that is not "
        "known, or two ({dialect})."
    ),
    "schema.broken": N_("The schema was not checked: what stands at its address ({url}) is no valid JSON Schema."),
    "schema.digest-differs": N_(
        "The schema was not checked: what stands at {url} is not what the issuer gave the digest of."
    ),
    "schema.too-large": N_("The schema at {url} was not checked: it has more than {limit} bytes."),
    "schema.too-many": N_("The schema was not checked: it refers to more than {limit} other documents."),
    "schema.too-many-named": N_("The schema {id} was not checked: the file names too many."),
    "schema.too-costly": N_("The schema was not checked: to apply it takes more than {limit} steps."),
    "schema.pattern-refused": N_(
        "The schema was not checked: its regular expression is not one that can be matched safely: {pattern}"
    ),
}
