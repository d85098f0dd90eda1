"""The schemas that the issuer says a credential follows (Open Badges 3.0, section 8.2 step 1; VC JSON Schema 1.0).

1. Each `credentialSchema` of the type `1EdTechJsonSchemaValidator2019` or `JsonSchema` is fetched and applied to the
   credential as it stands. Not meeting it is a fault of the check *conformance*.
2. The specification's own schemas are published in two forms, for plain JSON and for JSON-LD, of which issuers name
   either. They transcribe one data model: meeting one of them is enough. What JSON-LD and VCDM 2.0 say and neither form
   can express is reduced beforehand: a null is no member, and text with its language is text (section 11.1). What our
   reader of the model accepts beyond that is still a fault here, because the issuer promised more.
3. A schema that cannot be had, or is of another type, leaves *conformance* as the data model says; that it was not
   checked is reported.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.model import SchemaReference
from wallet.errors import ResolutionError, WalletError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.verification.json_schema import SchemaFault, SchemaReader
from wallet.verification.report import Outcome

__all__ = ["MAX_REFERENCES", "SchemaFinding", "examine_schemas", "unexamined_schemas"]

MAX_REFERENCES = 5
"""Issuers name one, or one for the specification and one of their own; each may cost a fetch."""

_DIALECTS: dict[str, str | None] = {
    "1EdTechJsonSchemaValidator2019": "https://json-schema.org/draft/2019-09/schema",
    "JsonSchemaValidator2018": "http://json-schema.org/draft-07/schema",
    "JsonSchema": None,
}
"""The dialect of a schema that names none; VC JSON Schema 1.0, section 2.1, demands that it names one."""

_PLAIN, _JSON_LD = "/schema/json/", "/schema/json-ld/"
_SRI = ("sha256", "sha384", "sha512")
_PUBLISHED = "https://purl.imsglobal.org/spec/"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaFinding:
    """What was found about one schema that the credential names; `faults` where it is not met."""

    id: str
    type: str
    outcome: Outcome
    code: str
    faults: tuple[SchemaFault, ...] = ()
    reason: WalletError | None = None


def examine_schemas(
    members: JsonObject, references: Sequence[SchemaReference], fetcher: Fetcher
) -> tuple[SchemaFinding, ...]:
    """Apply each schema to the credential; never raises for what a schema contains."""
    reader = SchemaReader(fetcher)
    examined = [_examine(members, reference, reader) for reference in references[:MAX_REFERENCES]]
    return (*examined, *unexamined_schemas(references[MAX_REFERENCES:], "schema.too-many-named"))


def unexamined_schemas(references: Sequence[SchemaReference], code: str) -> tuple[SchemaFinding, ...]:
    """The findings for schemas that were not asked for, with the reason."""
    return tuple(
        SchemaFinding(id=reference.id, type=reference.type, outcome=Outcome.UNDETERMINED, code=code)
        for reference in references
    )


def _examine(members: JsonObject, reference: SchemaReference, reader: SchemaReader) -> SchemaFinding:
    if reference.type not in _DIALECTS:
        return _finding(reference, Outcome.UNDETERMINED, "schema.unsupported-type")
    published = reference.id.startswith(_PUBLISHED)
    subject = _without_nulls(members) if published else members
    try:
        faults = reader.faults(reference.id, subject, dialect=_DIALECTS[reference.type])
        _require_digest(reader.content(reference.id), reference)
    except ResolutionError as error:
        return _finding(reference, Outcome.UNDETERMINED, error.code, reason=error)
    if not faults:
        return _finding(reference, Outcome.PASSED, "schema.met")
    code = _met_otherwise(subject, reference, reader) if published else None
    if code is not None:
        return _finding(reference, Outcome.PASSED, code, faults)
    return _finding(reference, Outcome.FAILED, "schema.not-met", faults)


def _met_otherwise(members: JsonObject, reference: SchemaReference, reader: SchemaReader) -> str | None:
    here, there = (_JSON_LD, _PLAIN) if _JSON_LD in reference.id else (_PLAIN, _JSON_LD)
    other = reference.id.replace(here, there)
    if other != reference.id and _meets(other, members, reference, reader):
        return "schema.met-in-other-form"
    plain = _in_one_language(members)
    if any(_meets(url, plain, reference, reader) for url in dict.fromkeys((reference.id, other))):
        return "schema.met-in-one-language"
    return None


def _meets(url: str, members: JsonObject, reference: SchemaReference, reader: SchemaReader) -> bool:
    try:
        return not reader.faults(url, members, dialect=_DIALECTS[reference.type])
    except ResolutionError:
        return False


def _require_digest(content: bytes, reference: SchemaReference) -> None:
    """Refuse a schema other than the one that was signed for (VCDM 2.0, section 5.3; Subresource Integrity)."""
    wanted = [part.partition("-") for part in (reference.digest_sri or "").split()]
    known = [(name, digest) for name, _, digest in wanted if name in _SRI]
    if not wanted:
        return
    strongest = max((name for name, _ in known), default="")
    digests = {digest for name, digest in known if name == strongest}
    if not known or base64.b64encode(hashlib.new(strongest, content).digest()).decode("ascii") not in digests:
        raise ResolutionError("schema.digest-differs", url=reference.id)


def _finding(
    reference: SchemaReference,
    outcome: Outcome,
    code: str,
    faults: tuple[SchemaFault, ...] = (),
    reason: WalletError | None = None,
) -> SchemaFinding:
    return SchemaFinding(id=reference.id, type=reference.type, outcome=outcome, code=code, faults=faults, reason=reason)


def _without_nulls(value: JsonObject) -> JsonObject:
    return {name: _pruned(member) for name, member in value.items() if member is not None}


def _pruned(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [_pruned(part) for part in value if part is not None]
    return _without_nulls(value) if isinstance(value, dict) else value


def _in_one_language(value: JsonObject) -> JsonObject:
    return {name: _plain(member) for name, member in value.items()}


def _plain(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        # Several texts are one text in several languages; plain texts alone are a list of texts.
        if value and any(_is_language_value(part) for part in value):
            return _plain(value[0])
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return value["@value"] if _is_language_value(value) else _in_one_language(value)
    return value


def _is_language_value(value: JsonValue) -> bool:
    return isinstance(value, dict) and isinstance(value.get("@value"), str)
