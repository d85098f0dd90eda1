"""Documents that say more, or something else, than was signed."""

from __future__ import annotations

from typing import Any

from tests.assets import badge_json
from tests.assets.records import endorsement
from tests.assets.samples import OB_CONTEXT, VCDM_1_CONTEXT, VCDM_2_CONTEXT, sample_credential
from tests.attacks.attack import Attack, as_json, changed, in_achievement, loaded
from tests.members import member
from wallet.fields import JsonObject, JsonValue

__all__ = ["ATTACKS"]

_CLIQUE = 11
_FOREIGN = "https://attacker.example/context.json"


def undefined_term() -> bytes:
    """A grade added after signing, in a member that no context defines."""
    return badge_json(after=changed(grade="A"))


def undefined_nested_term() -> bytes:
    """The same, deep inside."""
    return badge_json(after=in_achievement(level="Master"))


def undefined_type() -> bytes:
    """A type added after signing that no context defines."""
    return badge_json(after=in_achievement(type=["Achievement", "Doctorate"]))


def relative_identifier() -> bytes:
    """A picture that lies wherever the page does."""
    return badge_json(before=in_achievement(image="seal.png"))


def malformed_identifier() -> bytes:
    """Evidence whose identifier holds a space, so that RDF drops all that is said about it."""
    evidence: JsonValue = [{"id": "https://x.example/ 1", "type": ["Evidence"], "name": "Forged"}]
    return badge_json(after=changed(evidence=evidence))


def language_map() -> bytes:
    """A name in two languages, in a form that the contexts do not define: none of it is signed."""
    return badge_json(before=in_achievement(name={"ja": "博士", "en": "Doctor"}))


def dropped_direction() -> bytes:
    """The direction of a text, which a careless processor leaves out of what is signed."""
    return badge_json(
        before=changed(name={"@value": "abc", "@language": "en", "@direction": "rtl"}),
        after=changed(name={"@value": "abc", "@language": "en"}),
    )


def normalised_text() -> bytes:
    """A name whose characters were replaced by like-looking ones."""
    return badge_json(before=in_achievement(name="データ")).replace("データ".encode(), "ﾃﾞｰﾀ".encode())


def hidden_keyword() -> bytes:
    """A graph of statements in a member that readers skip."""
    return badge_json(after=changed(**member("@included", [{"id": "urn:x", "type": ["Evidence"], "name": "Forged"}])))


def hidden_end() -> bytes:
    """The end of validity under its full address: the signature stays right, and no reader looks there."""
    full = "https://www.w3.org/2018/credentials#validUntil"

    def rename(document: JsonObject) -> None:
        moment = document.pop("validUntil")
        document[full] = {"@value": moment, "@type": "http://www.w3.org/2001/XMLSchema#dateTime"}

    return badge_json(validUntil="2026-01-01T00:00:00Z", after=rename)


def moved_end() -> bytes:
    """The end of validity said of the badge inside an endorsement of it, where no reader looks for it."""

    def move(document: Any) -> None:
        subject = document["endorsement"][0]["credentialSubject"]
        subject["type"] = ["EndorsementSubject", "VerifiableCredential", "OpenBadgeCredential"]
        subject["validUntil"] = document.pop("validUntil")

    praise: JsonValue = [endorsement(str(sample_credential()["id"]))]
    return badge_json(validUntil="2026-01-01T00:00:00Z", endorsement=praise, after=move)


def renamed_identifier() -> bytes:
    """The recipient under a keyword in place of its usual name."""

    def rename(document: Any) -> None:
        subject = document["credentialSubject"]
        subject["@id"] = subject.pop("id")

    return badge_json(after=rename)


def hidden_in_a_set() -> bytes:
    """The criteria inside an object that RDF looks through and a reader does not."""

    def enclose(document: Any) -> None:
        achievement = document["credentialSubject"]["achievement"]
        achievement["criteria"] = {"@set": [achievement["criteria"]]}

    return badge_json(after=enclose)


def _with_contexts(*contexts: JsonValue) -> bytes:
    document = loaded(badge_json())
    document["@context"] = list(contexts)
    return as_json(document)


def injected_context() -> bytes:
    """Two words of a badge exchanged by a context inside the document."""
    swapped: JsonValue = {"name": "https://schema.org/description", "description": "https://schema.org/name"}
    return _with_contexts(VCDM_2_CONTEXT, OB_CONTEXT, swapped)


def vocabulary_for_everything() -> bytes:
    """A context inside the document that defines every word, so that none is undefined any more."""
    document = loaded(badge_json(after=changed(grade="A")))
    document["@context"].append({"@vocab": "https://attacker.example/#"})
    return as_json(document)


def nested_context() -> bytes:
    """The same, hidden in the achievement."""
    return badge_json(after=in_achievement(**member("@context", {"@vocab": "https://attacker.example/#"})))


def unknown_context() -> bytes:
    """A context on the attacker's server, which says tomorrow what it does not say today."""
    return _with_contexts(VCDM_2_CONTEXT, OB_CONTEXT, _FOREIGN)


def protected_terms() -> bytes:
    """A known context that gives protected words of another known one a new meaning."""
    return _with_contexts(VCDM_2_CONTEXT, OB_CONTEXT, VCDM_1_CONTEXT)


def exchanged_data_model() -> bytes:
    """The contexts of the other data model, under which the same members mean something else."""
    return _with_contexts(VCDM_1_CONTEXT, OB_CONTEXT)


def blank_nodes() -> bytes:
    """Organisations without names that all belong to each other: naming them takes years."""
    nodes = [f"_:b{number}" for number in range(_CLIQUE)]
    profiles: list[JsonValue] = [_profile(node, nodes) for node in nodes]

    def poison(document: Any) -> None:
        document["issuer"]["parentOrg"] = profiles

    return badge_json(after=poison)


def _profile(node: str, nodes: list[str]) -> JsonObject:
    others: list[JsonValue] = [other for other in nodes if other != node]
    return {"id": node, "type": ["Profile"], "parentOrg": others}


ATTACKS = (
    Attack(name="undefined term", sample=undefined_term, check="coverage", code="coverage.members-not-signed"),
    Attack(
        name="undefined nested term", sample=undefined_nested_term, check="coverage", code="coverage.members-not-signed"
    ),
    Attack(name="undefined type", sample=undefined_type, check="coverage", code="coverage.members-not-signed"),
    Attack(
        name="relative identifier", sample=relative_identifier, check="coverage", code="coverage.members-not-signed"
    ),
    Attack(
        name="malformed identifier", sample=malformed_identifier, check="coverage", code="coverage.members-not-signed"
    ),
    Attack(name="language map", sample=language_map, check="coverage", code="coverage.members-not-signed"),
    Attack(name="direction dropped", sample=dropped_direction, check="proof", code="proof.signature-wrong"),
    Attack(name="like-looking characters", sample=normalised_text, check="proof", code="proof.signature-wrong"),
    Attack(name="hidden graph", sample=hidden_keyword, check="coverage", code="coverage.members-not-signed"),
    *(
        Attack(name=name, sample=sample, check="coverage", code=code)
        for name, sample, code in (
            ("end of validity under its address", hidden_end, "coverage.members-overlooked"),
            ("end of validity said elsewhere", moved_end, "coverage.members-overlooked"),
            ("recipient under a keyword", renamed_identifier, "coverage.members-overlooked"),
            ("criteria inside a set", hidden_in_a_set, "coverage.members-not-signed"),
        )
    ),
    Attack(name="injected context", sample=injected_context, check="coverage", code="context.inline"),
    Attack(name="vocabulary for everything", sample=vocabulary_for_everything, check="coverage", code="context.inline"),
    Attack(name="nested context", sample=nested_context, check="coverage", code="context.inline"),
    Attack(
        name="unknown context",
        sample=unknown_context,
        check="coverage",
        code="context.unknown",
        web={_FOREIGN: b'{"@context": {}}'},
    ),
    Attack(name="protected terms redefined", sample=protected_terms, check="coverage", code="canonicalization.json-ld"),
    Attack(
        name="contexts exchanged", sample=exchanged_data_model, check="coverage", code="coverage.members-not-signed"
    ),
    Attack(name="blank-node poisoning", sample=blank_nodes, check="coverage", code="canonicalization.work-limit"),
)
