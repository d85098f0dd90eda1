"""Credentials varied at random, and always in the same way for the same seed: what no issuer would think of.

Each begins as a badge with a value for nearly everything that a badge can say. Then a few things are changed anywhere
in it: contexts, types, members taken away, doubled, renamed, or given a value of any shape; members that some context
defines for something else, and members that none defines.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from tests.assets.credentials import EXTENSIONS_CONTEXT, OB_CONTEXT, VCDM_1_CONTEXT, VCDM_2_CONTEXT, both
from tests.assets.samples import sample_credential
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.contexts.tables import Term, layers_of, load_layer

__all__ = ["full_badge", "varied_badges"]

_OB = "https://purl.imsglobal.org/spec/ob/v3p0/"
_CONTEXTS: Sequence[Sequence[str]] = (
    *[(VCDM_2_CONTEXT, OB_CONTEXT)] * 20,
    (VCDM_2_CONTEXT, OB_CONTEXT, EXTENSIONS_CONTEXT),
    (VCDM_2_CONTEXT, f"{_OB}context-3.0.2.json"),
    (VCDM_2_CONTEXT, f"{_OB}context.json", EXTENSIONS_CONTEXT),
    (VCDM_1_CONTEXT, OB_CONTEXT, "https://w3id.org/security/suites/ed25519-2020/v1"),
    (VCDM_1_CONTEXT, f"{_OB}context-3.0.1.json"),
    (VCDM_2_CONTEXT, "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", OB_CONTEXT),
    (VCDM_2_CONTEXT, OB_CONTEXT, "https://w3id.org/security/data-integrity/v2"),
    (VCDM_2_CONTEXT, OB_CONTEXT, VCDM_2_CONTEXT),
    (OB_CONTEXT, VCDM_2_CONTEXT),
    (VCDM_2_CONTEXT, "https://w3id.org/security/v2"),
    (VCDM_1_CONTEXT, VCDM_2_CONTEXT),
)
_TEXTS = (
    "",
    "plain",
    '改行\n"引用"\t\\',
    "𠮷野家 🌸 ＡＢＣ",
    "\x00\x7f",
    'a"^^<x-relative:b',
    "Achievement",
    "urn:uuid:1",
    "id:x",
)
_IDENTIFIERS = (
    "urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f",
    "https://issuer.example/日本語?q=1#part",
    "did:web:issuer.example:a%3A1",
    "schema:name",
    "ob:Achievement",
    "sec:proof",
    "xsd:string",
)
_ODD_IDENTIFIERS = (
    "picture.png",
    "_:b0",
    "https://x.example/ y",
    "urn:<x>",
    "x-relative:y",
    "",
    "@type",
    "//x.example/",
)
_NUMBERS = (0, 1, -7, 2.5, 1.0, 1e-7, 0.1, 123456789.125, 10**20, -0.0, True, False)
_DIRECTED: JsonValue = {"@value": "שלום", "@language": "he", "@direction": "rtl"}
_VALUE_OBJECTS: Sequence[JsonObject] = (
    {"@value": "名前", "@language": "ja"},
    {"@value": "Name", "@language": "EN-gb"},
    {"@value": "x", "@direction": "ltr"},
    {"@value": 4.5},
    {"@value": True},
    {"@value": "x"},
)
_ODD_OBJECTS: Sequence[JsonObject] = (
    {},
    {"@value": None},
    {"@value": 10**21},
    {"@value": 1e22},
    {"@value": "2025-04-01", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    {"@value": "x", "@language": "no language"},
    {"@value": "x", "@index": "y"},
    {"@list": ["x"]},
    {"@set": ["x"]},
    {"ja": "名前", "en": "Name"},
    {"@included": [{"id": "urn:x"}]},
    {"@reverse": {"name": {"id": "urn:x"}}},
)

_Place: TypeAlias = tuple[JsonObject, str]


def full_badge() -> JsonObject:
    """An unsigned badge that says nearly everything that a badge can say."""
    credential = copy.deepcopy(sample_credential())
    subject, issuer = credential["credentialSubject"], credential["issuer"]
    assert isinstance(subject, dict)
    assert isinstance(issuer, dict)
    achievement = subject["achievement"]
    assert isinstance(achievement, dict)
    issuer.update(url="https://issuer.example/", email="office@issuer.example", image=_image("issuer"))
    achievement.update(_achievement())
    subject.update(
        creditsEarned=2.5,
        result=[{"type": ["Result"], "resultDescription": "urn:uuid:level", "achievedLevel": "urn:uuid:two"}],
        identifier=[{"type": "IdentityObject", "identityType": "emailAddress", "hashed": False, "identityHash": "a@b"}],
    )
    return {
        **credential,
        "name": both("染色の基礎", "Basics of dyeing"),
        "evidence": [{"id": "https://x.example/e", "type": ["Evidence"], "name": "布", "narrative": "A cloth."}],
        "credentialStatus": _status(),
        "endorsement": [_endorsement()],
        "awardedDate": "2025-04-01T00:00:00Z",
    }


def _achievement() -> JsonObject:
    description: JsonObject = {
        "id": "urn:uuid:level",
        "type": ["ResultDescription"],
        "name": "Level",
        "resultType": "RubricCriterionLevel",
        "rubricCriterionLevel": [{"id": "urn:uuid:two", "type": ["RubricCriterionLevel"], "level": "2", "name": "二"}],
    }
    alignment: JsonObject = {"type": ["Alignment"], "targetName": "染色", "targetUrl": "https://x.example/t"}
    return {
        "description": both("布を染める。", "Dyes cloth."),
        "criteria": {"id": "https://x.example/c", "narrative": "Dye *one* cloth."},
        "image": _image("badge"),
        "tag": ["dyeing", "染色"],
        "creditsAvailable": 3,
        "achievementType": "Course",
        "alignment": [{**alignment, "targetCode": "A1"}, {**alignment, "targetType": "ceterms:Credential"}],
        "resultDescription": [description],
        "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "D-1", "identifierType": "ext:local"}],
        "related": [{"id": "urn:uuid:other", "type": ["Related"], "version": "1"}],
    }


def _image(name: str) -> JsonObject:
    return {"id": f"https://issuer.example/{name}.png", "type": "Image", "caption": "絵"}


def _status() -> JsonObject:
    url = "https://issuer.example/status/1"
    entry: JsonObject = {"id": f"{url}#4", "type": "BitstringStatusListEntry", "statusPurpose": "revocation"}
    return {**entry, "statusListIndex": "4", "statusListCredential": url}


def _endorsement() -> JsonObject:
    endorsement = copy.deepcopy(sample_credential(type=["VerifiableCredential", "EndorsementCredential"]))
    claims: JsonObject = {"id": "urn:uuid:b", "type": ["EndorsementSubject"], "endorsementComment": "良い"}
    proof: JsonObject = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "proofValue": "z1"}
    proof |= {
        "created": "2025-04-01T09:00:00Z",
        "proofPurpose": "assertionMethod",
        "verificationMethod": "did:key:z1#z1",
    }
    # Two credentials with one id would be one node to RDF, and what one of them says the other would say too.
    return {**endorsement, "id": "urn:uuid:e", "credentialSubject": claims, "proof": [proof]}


def varied_badges(count: int, *, seed: int = 7) -> Iterator[JsonObject]:
    """So many documents; every fifth may have something that no context defines or that takes a JSON-LD processor."""
    chance = random.Random(seed)
    for number in range(count):
        document = full_badge()
        _under(document, chance.choice(_CONTEXTS))
        changes = _ORDINARY if number % 5 else (*_ORDINARY, *_ODD * 3)
        for _ in range(chance.randint(1, 4)):
            chance.choice(changes)(chance, document)
        yield document


def _under(document: JsonObject, contexts: Sequence[str]) -> None:
    document["@context"] = list(contexts)
    if VCDM_1_CONTEXT in contexts:
        document["issuanceDate"] = document.pop("validFrom")


def _places(value: JsonValue) -> Iterator[_Place]:
    if isinstance(value, list):
        for part in value:
            yield from _places(part)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name != "@context":
                yield value, name
                yield from _places(member)


def _place(chance: random.Random, document: JsonObject, *names: str) -> _Place:
    places = [place for place in _places(document) if not names or place[1] in names]
    return chance.choice(places or list(_places(document)))


def _objects(document: JsonObject) -> list[JsonObject]:
    owners = {id(owner): owner for owner, _ in _places(document) if "@value" not in owner}
    return list(owners.values())


def _remove(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document)
    if len(owner) > 1:
        del owner[name]


def _as_array(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document)
    if name not in ("id", "@value", "@language", "@direction"):
        value = owner[name]
        owner[name] = value * 2 if isinstance(value, list) else [value]


def _as_null(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document)
    if name not in ("id", "type", "@value", "@language", "@direction"):
        owner[name] = [None, owner[name]] if chance.random() < 0.3 and not isinstance(owner[name], list) else None


def _text(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document, "name", "description", "narrative", "tag", "caption", "level", "targetCode")
    value: JsonValue = chance.choice([*_TEXTS, *_VALUE_OBJECTS, _DIRECTED])
    owner[name] = value if "@value" not in owner else chance.choice(_TEXTS)


def _number(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document, "creditsEarned", "creditsAvailable", "hashed", "level", "name", "version")
    number: JsonValue = chance.choice(_NUMBERS)
    several: list[JsonValue] = [number, chance.choice(_NUMBERS), "x"]
    owner[name] = number if chance.random() < 0.7 else several


def _identifier(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document, "id", "achievedLevel", "image", "achievementType", "statusListCredential")
    owner[name] = chance.choice(_IDENTIFIERS)


def _keyword(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document, "id", "type")
    if name in ("id", "type"):
        owner[f"@{name}"] = owner.pop(name)


def _type(chance: random.Random, document: JsonObject) -> None:
    owner, _ = _place(chance, document, "type")
    typed = [name for name, term in _terms(document).items() if term.scope is not None]
    more: list[JsonValue] = list(chance.sample(typed, chance.randint(1, 2)))
    before = owner.get("type")
    owner["type"] = [*(before if isinstance(before, list) else [before or "Profile"]), *more]


def _foreign(chance: random.Random, document: JsonObject) -> None:
    owner = chance.choice(_objects(document))
    name, term = chance.choice(sorted(_terms(document, owner).items()))
    values: list[JsonValue] = [{"id": "urn:x"}]
    values += _IDENTIFIERS if term.type == "@id" else [*_TEXTS, *_NUMBERS, *_VALUE_OBJECTS, _DIRECTED]
    owner[name] = chance.choice(values)


def _moved(chance: random.Random, document: JsonObject) -> None:
    source, name = _place(chance, document)
    copied = copy.deepcopy(source[name])
    target = chance.choice([one for one in _objects(document) if name in _terms(document, one)] or [source])
    target[name] = copied


def _terms(document: JsonObject, owner: JsonObject | None = None) -> dict[str, Term]:
    """What the document's contexts define, and the types of one object in it."""
    contexts, types = document["@context"], owner.get("type") if owner else None
    assert isinstance(contexts, list)
    terms: dict[str, Term] = {}
    for url in contexts:
        for number in layers_of(str(url)) or ():
            terms |= load_layer(number).terms
    for kind in types if isinstance(types, list) else [types]:
        scope = terms[kind].scope if isinstance(kind, str) and kind in terms else None
        terms |= load_layer(scope).terms if scope is not None else {}
    return {name: term for name, term in terms.items() if term.iri[0] != "@"}


def _context(chance: random.Random, document: JsonObject) -> None:
    chance.choice(_objects(document))["@context"] = list(chance.choice(_CONTEXTS))


def _unknown(chance: random.Random, document: JsonObject) -> None:
    owner = chance.choice(_objects(document))
    owner[chance.choice(["grade", "@graph", "urn:p", "schema:name", "x y", "@nest"])] = "A"


def _odd_identifier(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document, "id", "type", "image")
    owner[name] = chance.choice(_ODD_IDENTIFIERS)


def _odd_object(chance: random.Random, document: JsonObject) -> None:
    owner, name = _place(chance, document)
    owner[name] = copy.deepcopy(chance.choice(_ODD_OBJECTS))


_Change: TypeAlias = Callable[[random.Random, JsonObject], None]
_ORDINARY: tuple[_Change, ...] = (
    *(_remove, _as_array, _as_null, _text, _text, _number, _number),
    *(_identifier, _type, _foreign, _foreign, _moved, _moved, _context),
)
_ODD: tuple[_Change, ...] = (_unknown, _keyword, _odd_identifier, _odd_object)
