"""What kind of credential a document is: which specification, which data model, and where the credential stands.

A JWS carries the credential as its claims (VCDM 2.0) or under the claim ``vc`` (VCDM 1.1). Both at once, or the form
of one version with the context of the other, leave open which of two documents was signed, and are problems.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wallet.credentials.versions import version_of
from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import is_assertion
from wallet.errors import CredentialError
from wallet.fields import JsonObject, Problem, as_sequence

__all__ = ["Shape", "recognise"]

_VCDM = {
    "https://www.w3.org/ns/credentials/v2": "VCDM 2.0",
    "https://www.w3.org/2018/credentials/v1": "VCDM 1.1",
}
_OPEN_BADGES = re.compile(
    r"^https://purl\.imsglobal\.org/spec/ob/v3p0/(?:context(?:-3\.\d\.\d)*\.json|context/ob_v3p0\.jsonld)\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The recognised kind of a document; `members` is the credential object itself."""

    members: JsonObject = field(repr=False)
    specification: str
    data_model: str | None
    kind: str
    problems: tuple[Problem, ...] = ()


def recognise(document: SecuredDocument) -> Shape:
    """The kind of a document; raises CredentialError("credential.not-recognised")."""
    members, envelope_problem = _credential_object(document)
    if document.envelope is not None:
        return Shape(members=members, specification="VCDM 2.0", data_model="VCDM 2.0", kind="envelope")
    kinds = {kind for kind in as_sequence(members.get("type", members.get("@type"))) if isinstance(kind, str)}
    if document.link is not None or is_assertion(members):
        kind = "endorsement" if "Endorsement" in kinds and "Assertion" not in kinds else "assertion"
        return Shape(members=members, specification=version_of(members), data_model=None, kind=kind)
    contexts = [entry for entry in as_sequence(members.get("@context")) if isinstance(entry, str)]
    data_model = next((_VCDM[entry] for entry in contexts if entry in _VCDM), None)
    if not kinds and not contexts and "credentialSubject" not in members:
        raise CredentialError("credential.not-recognised")
    kind = "presentation" if document.is_presentation else _kind(kinds)
    problems = [*_context_problems(members, contexts, kind), *_envelope(document, data_model, envelope_problem)]
    return Shape(
        members=members,
        specification=_specification(kind, data_model),
        data_model=data_model,
        kind=kind,
        problems=tuple(problems),
    )


def _credential_object(document: SecuredDocument) -> tuple[JsonObject, str | None]:
    inner = document.json.get(_claim(document)) if document.jws is not None else None
    if not isinstance(inner, dict):
        return document.json, None
    both = "credentialSubject" in document.json or "@context" in document.json
    return inner, "credential.two-in-one-envelope" if both else None


def _claim(document: SecuredDocument) -> str:
    """The claim under which a JWS of VCDM 1.1 carries what it secures."""
    return "vp" if document.is_presentation else "vc"


def _specification(kind: str, data_model: str | None) -> str:
    if kind == "presentation":
        return data_model or "VCDM"
    return "CLR 2.0" if kind == "clr" else "OB 3.0"


def _kind(kinds: set[str]) -> str:
    if "ClrCredential" in kinds:
        return "clr"
    if "EndorsementCredential" in kinds:
        return "endorsement"
    if "BitstringStatusListCredential" in kinds or "StatusList2021Credential" in kinds:
        return "status-list"
    # A verifiable credential that forgets to say which kind it is, is read as a badge and its type noted.
    return "achievement"


def _context_problems(members: JsonObject, contexts: list[str], kind: str) -> list[Problem]:
    if "@context" not in members:
        return [Problem(path="$.@context", code="field.missing")]
    first = as_sequence(members["@context"])[0] if as_sequence(members["@context"]) else None
    if not isinstance(first, str) or first not in _VCDM:
        return [Problem(path="$.@context", code="credential.first-context", found=str(first)[:80])]
    if kind != "achievement":
        return []
    if not any(_OPEN_BADGES.match(entry) for entry in contexts):
        return [Problem(path="$.@context", code="credential.no-open-badges-context")]
    second = as_sequence(members["@context"])[1]
    if not (isinstance(second, str) and _OPEN_BADGES.match(second)):
        return [Problem(path="$.@context[1]", code="credential.second-context", found=str(second)[:80], remark=True)]
    return []


def _envelope(document: SecuredDocument, data_model: str | None, problem: str | None) -> list[Problem]:
    if problem is not None:
        return [Problem(path=f"$.{_claim(document)}", code=problem)]
    if document.jws is None or data_model is None:
        return []
    expected = "VCDM 1.1" if isinstance(document.json.get(_claim(document)), dict) else "VCDM 2.0"
    if data_model != expected:
        return [Problem(path="$.@context", code="credential.envelope-of-other-version", found=data_model)]
    return []
