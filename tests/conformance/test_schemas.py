"""Our data model beside the published JSON schemas, over the corpus and over seeded mutations.

Where the two disagree on whether a credential conforms, the reason is one of the classes listed here, each with the
clause that decides it. A disagreement of another kind fails the test, and so does a class that never occurs.
"""

from __future__ import annotations

import copy
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft201909Validator
from jsonschema.exceptions import ValidationError

from tests.assets import sample_credential
from tests.assets.full import FULL
from tests.conformance.places import shared_folder
from tests.responses import responses
from wallet.credentials import ParsedCredential, parse_credential
from wallet.documents.document import Container, SecuredDocument, Securing
from wallet.documents.extraction import extract
from wallet.errors import CredentialError, DocumentError, ResolutionError
from wallet.fields import JsonObject
from wallet.verification.json_schema import SchemaReader

MUTATIONS = 3000
SEED = 20260401
STRICT = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_anyachievementcredential_schema.json"
JSON_LD = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json-ld/ob_v3p0_achievementcredential_schema.json"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Why the schema and the specification part; `met` recognises one leaf of the schema's errors."""

    name: str
    because: str
    met: Callable[[ValidationError], bool]


def _ends(error: ValidationError) -> str:
    names = [step for step in error.absolute_path if isinstance(step, str)]
    return names[-1] if names else ""


def _holds(error: ValidationError, kind: Any) -> bool:
    values = error.instance if isinstance(error.instance, list) else []
    return any(isinstance(value, kind) and not isinstance(value, bool) for value in values)


def _is_language_value(value: object) -> bool:
    if isinstance(value, str):
        # The schema's map from language to text, met by a value object, complains of these names.
        return value in ("@value", "@language", "@direction")
    values = value if isinstance(value, list) else [value]
    return any(isinstance(one, dict) and "@value" in one for one in values)


def _lacks(error: ValidationError, name: str) -> bool:
    return error.validator == "required" and f"'{name}'" in error.message


SCHEMA_REFUSES = (
    Disagreement(
        "what is inside an endorsement",
        "OB 3.0, 8.2 step 6: an endorsement is verified on its own; what is wrong in it is a remark on the badge",
        lambda error: any(step in ("endorsement", "endorsementJwt") for step in error.absolute_path),
    ),
    Disagreement(
        "null",
        "JSON-LD 1.1, 9.2: a member that is null is as if absent, and a null in an array is no item",
        lambda error: error.instance is None or _holds(error, type(None)),
    ),
    Disagreement(
        "an empty array",
        "JSON-LD 1.1, 9.2: an array without items says nothing; where a value is required it is missing",
        lambda error: error.instance == [],
    ),
    Disagreement(
        "one value that is no array",
        "JSON-LD 1.1, 9.2: an array of one may be written as its value; the schema of plain JSON agrees",
        lambda error: error.validator == "type" and error.validator_value == "array",
    ),
    Disagreement(
        "number for text",
        "B.2 says String; issuers write numbers, and no verifier refuses them: a remark, and coverage decides",
        lambda error: (
            not isinstance(error.instance, bool)
            and (isinstance(error.instance, int | float) or _holds(error, int | float))
        ),
    ),
    Disagreement(
        "type as an array of one",
        "JSON-LD 1.1, 9.2.1: type is a string or an array; ['Image'] is the IRI Image",
        lambda error: _ends(error) == "type" and isinstance(error.instance, list),
    ),
    Disagreement(
        "one text as an array",
        "JSON-LD 1.1, 9.2: an array of one is its value",
        lambda error: (
            isinstance(error.instance, list) and len(error.instance) == 1 and isinstance(error.instance[0], str)
        ),
    ),
    Disagreement(
        "profile or picture by its URL alone",
        "OB 3.0, B.1.15 and B.1.10: an id alone is the same node in JSON-LD; ProfileRef says so of issuer",
        lambda error: isinstance(error.instance, str) and error.validator_value == "object",
    ),
    Disagreement(
        "text with a language",
        "VCDM 2.0, 11.1: a language value object or an array of them stands where text does",
        lambda error: _is_language_value(error.instance),
    ),
    Disagreement(
        "more than one status or service",
        "VCDM 2.0, 4.10 and 5.4: credentialStatus and refreshService may be arrays",
        lambda error: isinstance(error.instance, list) and _ends(error) in ("credentialStatus", "refreshService"),
    ),
    Disagreement(
        "a member that is not provided",
        "VCDM 2.0, 5.2: the model is open; coverage decides whether the member is signed, and it is remarked",
        lambda error: error.validator == "additionalProperties",
    ),
    Disagreement(
        "a credential without a name",
        "VCDM 1.1, 4: no such member; B.1.3 requires it of version 1.1 alone, and issuers of 1.1 leave it out",
        lambda error: _lacks(error, "name") and not error.absolute_path,
    ),
    Disagreement(
        "a status without an id",
        "VCDM 2.0, 4.10: the id of a status is optional; Bitstring Status List, 2.1, says the same",
        lambda error: _lacks(error, "id") and _ends(error) == "credentialStatus",
    ),
    Disagreement(
        "the place of the Open Badges context",
        "B.1.3 orders the first two contexts; every verifier takes another order of the rest: a remark",
        lambda error: "@context" in error.absolute_path,
    ),
    Disagreement(
        "a language tag",
        "BCP 47, 2.1.1: tags are not case-sensitive and have more subtags than the pattern knows",
        lambda error: error.validator == "pattern" and _ends(error) == "inLanguage",
    ),
)

WE_REFUSE: Mapping[str, str] = {
    "field.not-a-uri": "B.2: URI; the schema says string. VCDM 2.0, 4.4: an id is a URL",
    "field.not-a-time": "B.2: DateTimeZ; the schema's format is an annotation (JSON Schema 2019-09, 7.2.1)",
    "field.not-a-date": "B.2: Date; as above",
    "field.not-text": "the schema takes a map from language to text for any string; no context defines such a member",
    "field.not-a-string": "the same map in place of a URI, a hash or a word of a vocabulary",
    "field.not-a-country-code": "B.1.1: the value must be an ISO 3166-1 alpha-2 code",
    "field.missing": "a bare word for type is not looked at by the schema; null and the empty string are members to it",
    "field.other-type": "B.1: type must include the class; the schema does not look at a bare word",
    "field.achievement-type": "B.3: an extension begins with ext:; the schema's pattern is not anchored",
    "field.target-type": "as above",
    "field.identifier-type": "as above",
    "field.result-type": "as above",
    "credential.not-verifiable": "VCDM 2.0, 4.5: type must include VerifiableCredential; not looked at in a bare word",
    "credential.first-context": "VCDM 2.0, 4.3: the first context is fixed; the schema does not look at a bare word",
    "credential.no-open-badges-context": "B.1.3: the second context is fixed; as above",
    "credential.name-of-earlier-version": "VCDM 2.0, appendix on differences: issuanceDate is no member of 2.0",
    "credential.two-in-one-envelope": "OB 3.0, 8.2.4: the claims are the credential, or vc is, never both",
    "credential.envelope-of-other-version": "OB 3.0, 8.2.4 and implementation guide: vc is of version 1.1 alone",
    "credential.ends-before-it-begins": "VCDM 2.0, 4.9: validUntil is not before validFrom; no schema compares",
    "result.description-missing": "B.1.17: the description must be in the achievement; no schema looks it up",
    "result.status-missing": "B.1.17: status is required for the result type Status; no schema looks it up",
}


@lru_cache(maxsize=4)
def _validators(folder: Path, data_model: str) -> tuple[Draft201909Validator, ...]:
    index = json.loads((folder / "index.json").read_text("utf-8"))

    def read(url: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((folder / index[url]["file"]).read_text("utf-8"))
        return found

    strict = read(STRICT)
    earlier, later = ({**branch, "$defs": strict["$defs"]} for branch in strict["anyOf"])
    if data_model == "VCDM 1.1":
        return (Draft201909Validator(earlier),)
    return (Draft201909Validator(later), Draft201909Validator(read(JSON_LD)))


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """What is wrong in the branch that was meant: the one whose kind of value is there."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    meant = [
        inner
        for inner in branches.values()
        if not any(one.validator == "type" and not one.path for one in inner) or len(branches) == 1
    ]
    if not meant:
        yield error
        return
    for inner in min(meant, key=lambda inner: (any(_of_language_map(one) for one in inner), len(inner))):
        yield from _leaves(inner)


def _of_language_map(error: ValidationError) -> bool:
    return "propertyNames" in error.schema_path or any(_of_language_map(inner) for inner in error.context or ())


def _document(members: JsonObject) -> SecuredDocument:
    return SecuredDocument(
        digest="00",
        media_type="application/vc",
        container=Container.JSON,
        source=b"",
        securing=Securing.NONE,
        json=members,
        jws=None,
    )


def _parsed(document: SecuredDocument) -> ParsedCredential | None:
    try:
        parsed = parse_credential(document)
    except CredentialError:
        return None
    return parsed if (parsed.kind, parsed.specification) == ("achievement", "OB 3.0") else None


def _compare(parsed: ParsedCredential, folder: Path, table: Counter[tuple[str, str]]) -> list[str]:
    """Count the classes of disagreement in one credential; return what belongs to none."""
    unlisted: list[str] = []
    faults = [problem for problem in parsed.problems if not problem.remark]
    for validator in _validators(folder, parsed.data_model or ""):
        leaves = [leaf for error in validator.iter_errors(parsed.members) for leaf in _leaves(error)]
        if bool(leaves) == bool(faults):
            table["both", "refuse" if faults else "accept"] += 1
        elif leaves:
            found = {_class_of(leaf) for leaf in leaves}
            unlisted += [f"{list(leaf.absolute_path)} {leaf.message[:150]}" for leaf in leaves if not _class_of(leaf)]
            table.update(("the schema refuses", name) for name in found)
        else:
            unlisted += [f"{fault.path} {fault.code} {fault.found}" for fault in faults if fault.code not in WE_REFUSE]
            table.update(("we refuse", code) for code in {fault.code for fault in faults})
    return unlisted


def _class_of(leaf: ValidationError) -> str:
    return next((one.name for one in SCHEMA_REFUSES if one.met(leaf)), "")


def _corpus(shared: Path) -> Iterator[tuple[str, ParsedCredential]]:
    for entry in json.loads((shared / "corpus" / "manifest.json").read_text("utf-8")):
        if entry["set"] == "rdfc":
            continue
        try:
            documents = extract((shared / "corpus" / entry["file"]).read_bytes())
        except DocumentError:
            continue
        for document in documents:
            parsed = _parsed(document)
            if parsed is not None:
                yield entry["id"], parsed


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, inner in list(value.items()) if isinstance(value, dict) else list(enumerate(value)):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


WORDS = (
    "Badge",
    "ext:Own",
    "xext:Own",
    "Completed",
    "Done",
    "ja",
    "EN",
    "JP",
    "Profile",
    "ext:",
    "urn:x:other",
    "2025-04-01",
)
WHOLE: tuple[Any, ...] = (None, 5, 2.5, True, "", "x y", [], {}, ["x"], [5], {"id": "urn:x:1"}, {"en": "text"})
TEXTS: tuple[Any, ...] = (
    {"@value": "文", "@language": "ja"},
    [{"@value": "a", "@language": "en"}],
    {"@value": "a", "@language": "日本"},
)


POINTING = {"resultDescription": "urn:x:scale"}
ACHIEVEMENT = ("credentialSubject", "achievement")
SCALE = (*ACHIEVEMENT, "resultDescription", 0)
AIMED: tuple[dict[tuple[str | int, ...], Any], ...] = (
    {(*ACHIEVEMENT, "achievementType"): "xext:Own"},
    {(*SCALE, "resultType"): "a ext:Own"},
    {(*SCALE, "resultType"): "Status", ("credentialSubject", "result", 0): {"type": ["Result"], **POINTING}},
    {(*ACHIEVEMENT, "alignment", 0, "targetType"): "xext:Own"},
    {(*ACHIEVEMENT, "inLanguage"): "zh-Hant-TW-x-own"},
    {("credentialSubject", "identifier", 0, "identityType"): "xext:Own"},
    {("issuer", "address", "addressCountryCode"): "JPN"},
    {("issuer", "dateOfBirth"): "1990"},
    {("credentialStatus",): {"type": "1EdTechRevocationList"}},
    {("validUntil",): "2000-01-01T00:00:00Z"},
    {("issuanceDate",): "2025-04-01T00:00:00Z"},
    {("@context",): "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"},
    {("@context",): "https://www.w3.org/ns/credentials/v2"},
    {("type",): "OpenBadgeCredential"},
)
"""What chance would hardly meet, in the fullest badge."""


def _aimed(credential: JsonObject, changes: Mapping[tuple[str | int, ...], Any]) -> JsonObject:
    changed: Any = copy.deepcopy(credential)
    for path, value in changes.items():
        place = changed
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
    found: JsonObject = changed
    return found


def _mutated(credential: JsonObject, dice: random.Random) -> JsonObject:
    changed = copy.deepcopy(credential)
    for _ in range(1 if dice.random() < 0.8 else 2):
        container, key = dice.choice(list(_places(changed)))
        turn = dice.randrange(8)
        if turn == 0:
            del container[key]
        elif turn == 1:
            container[key] = [container[key]]
        elif turn == 2 and isinstance(container[key], list) and container[key]:
            container[key] = container[key][0]
        elif turn == 3 and isinstance(container[key], dict):
            container[key][dice.choice(("grade", "issuanceDate", "validUntil", "status", "name"))] = dice.choice(WORDS)
        elif turn == 4:
            container[key] = dice.choice(WORDS)
        elif turn == 5:
            container[key] = copy.deepcopy(dice.choice(TEXTS))
        else:
            container[key] = copy.deepcopy(dice.choice(WHOLE))
    return changed


def _bases(shared: Path) -> list[JsonObject]:
    found = {
        json.dumps(parsed.members, sort_keys=True): parsed.members
        for _, parsed in _corpus(shared)
        if not [problem for problem in parsed.problems if not problem.remark]
        and len(json.dumps(parsed.members)) < 20_000
    }
    # One language only: the published schemas know no language value objects.
    full: dict[str, Any] = {**FULL, "name": "Sample"}
    return [sample_credential("2.0", **full), sample_credential("1.1", name="Sample"), *found.values()]


def test_every_disagreement_with_the_published_schemas_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    shared = shared_folder()
    table: Counter[tuple[str, str]] = Counter()
    unlisted: list[str] = []
    credentials = list(_corpus(shared))
    assert len(credentials) > 150
    for name, parsed in credentials:
        unlisted += [f"{name}: {found}" for found in _compare(parsed, shared / "schemas", table)]
    bases, dice, read = _bases(shared), random.Random(SEED), 0
    assert len(bases) > 50
    assert [list(validator.iter_errors(bases[0])) for validator in _validators(shared / "schemas", "VCDM 2.0")] == [
        [],
        [],
    ]
    for credential in (sample_credential("1.1"), *(_aimed(bases[0], changes) for changes in AIMED)):
        aimed = _parsed(_document(credential))
        assert aimed is not None
        unlisted += _compare(aimed, shared / "schemas", table)
    while read < MUTATIONS:
        # The fullest badge has the most members to go wrong: every other mutation is one of it.
        mutated = _parsed(_document(_mutated(bases[0] if read % 2 else dice.choice(bases), dice)))
        if mutated is not None:
            read += 1
            unlisted += _compare(mutated, shared / "schemas", table)
    with capsys.disabled():
        lines = [f"{len(credentials)} credentials of the corpus and {read} mutations beside the published schemas:"]
        lines += [f"  {side:20} {name:42} {count:6}" for (side, name), count in sorted(table.items())]
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert unlisted == []
    expected = {("the schema refuses", one.name) for one in SCHEMA_REFUSES} | {
        ("we refuse", code) for code in WE_REFUSE
    }
    assert expected - set(table) == set()


BROKEN = {
    "https://openbadgespec.org/extensions/accessibilityExtension/schema.json": "schema.broken",
    "https://purl.imsglobal.org/spec/ob-accred/v2p0/schema/": "resolution.not-json",
    "https://purl.imsglobal.org/spec/ob/v2p1/schema/json/"
    "imsob_v2p1v2p1-getassertions-200-responsepayload-schemav1p0.json": "resolution.not-json",
}
"""Published as they are: the first has a list where draft-04 wants an object, the others are no JSON."""


def test_our_limits_change_no_answer_of_the_library() -> None:
    """Keywords and expressions of our own, beside those of the library, over the corpus."""
    shared = shared_folder()
    index = json.loads((shared / "schemas" / "index.json").read_text("utf-8"))
    contents = {url: (shared / "schemas" / index[url]["file"]).read_bytes() for url in (STRICT, JSON_LD)}
    compared = Counter[bool]()
    for name, parsed in _corpus(shared):
        for url, content in contents.items():
            ours = SchemaReader(responses(contents)).faults(url, parsed.members, dialect=None)
            theirs = Draft201909Validator(json.loads(content)).is_valid(parsed.members)
            assert bool(ours) is not theirs, (name, url, ours)
            compared[theirs] += 1
    assert min(compared[True], compared[False]) > 20


def test_every_published_schema_can_be_applied_within_the_limits() -> None:
    shared = shared_folder()
    index = json.loads((shared / "schemas" / "index.json").read_text("utf-8"))
    refused = {}
    for url, entry in index.items():
        content = (shared / "schemas" / entry["file"]).read_bytes()
        reader = SchemaReader(responses({url: content}))
        try:
            reader.faults(url, sample_credential(), dialect="http://json-schema.org/draft-07/schema")
        except ResolutionError as error:
            refused[url] = error.code
    assert len(index) > 40
    assert refused == BROKEN
