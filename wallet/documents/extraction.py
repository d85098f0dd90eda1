"""From a file's bytes to the credentials in it. What the bytes are is decided by looking at them.

A file may hold several credentials: an array, a presentation, or a learner record with the credentials in it. Each
becomes a secured document of its own that keeps the whole file as its source; a record comes before what it holds. A
presentation's own signature tells who presented the credentials, not whether they are good: where it has one, it
becomes a last document of its own, after them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from wallet.documents.answers import is_error_answer, is_web_page
from wallet.documents.document import Container, SecuredDocument, Securing
from wallet.documents.json_text import parse_json, parse_json_text
from wallet.documents.jws import decode_jws, looks_like_jws
from wallet.documents.png import PNG_SIGNATURE, BakedText, baked_texts
from wallet.documents.svg import baked_elements, looks_like_svg
from wallet.errors import DocumentError
from wallet.fields import JsonObject, JsonValue, as_sequence

__all__ = ["MAX_DOCUMENT_BYTES", "extract", "extract_credentials", "is_assertion"]

MAX_DOCUMENT_BYTES = 20_000_000
"""Ten times the largest badge picture seen; what is larger is not read into memory."""

MAX_CREDENTIALS = 1_000
"""A learner's whole collection in one presentation."""

_ADDRESS = re.compile(r"^https?://[^\s<>\"]{1,2000}\Z")
MAX_NESTING = 8
"""A record in a presentation is what occurs. Each level is verified with all that is in it, so the work is a multiple
of the file's size."""

_JWT_TYPES = frozenset(
    {
        "application/vc+jwt",
        "application/vc+ld+json+jwt",
        "application/vp+jwt",
        "application/vp+ld+json+jwt",
        "application/jwt",
    }
)
_ENVELOPED = frozenset({"EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation"})
_PRESENTATION = "VerifiablePresentation"
_SD_JWT = re.compile(r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*~")


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    json: JsonObject
    securing: Securing
    jws: str | None = None
    within: _Found | None = None
    is_presentation: bool = False
    envelope: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    container: Container
    media_type: str
    notes: tuple[str, ...] = ()
    text: str | None = None


def extract(source: bytes) -> tuple[SecuredDocument, ...]:
    """Every credential in `source`, at least one; raises DocumentError with the code of why there is none."""
    if not source.strip():
        raise DocumentError("document.empty")
    if len(source) > MAX_DOCUMENT_BYTES:
        raise DocumentError("document.too-large", limit=MAX_DOCUMENT_BYTES // 1_000_000)
    kind, found = _open(source)
    if all(one.is_presentation for one in found):
        raise DocumentError("document.no-credential")
    if len(found) > MAX_CREDENTIALS:
        raise DocumentError("document.too-many-credentials", limit=MAX_CREDENTIALS)
    return _documents(source, kind, found)


def extract_credentials(source: bytes) -> tuple[SecuredDocument, ...]:
    """Every credential in `source` as `extract` finds them, without the signed presentations around them."""
    return tuple(document for document in extract(source) if not document.is_presentation)


def _documents(source: bytes, kind: _Kind, found: Sequence[_Found]) -> tuple[SecuredDocument, ...]:
    digest, positions = hashlib.sha256(source).hexdigest(), {one: position for position, one in enumerate(found)}
    made: dict[_Found, SecuredDocument] = {}

    def document(one: _Found) -> SecuredDocument:
        if one not in made:
            made[one] = SecuredDocument(
                digest=digest,
                media_type=kind.media_type,
                container=kind.container,
                source=source,
                securing=one.securing,
                json=one.json,
                jws=one.jws,
                text=kind.text,
                position=positions[one],
                notes=kind.notes,
                within=document(one.within) if one.within is not None else None,
                is_presentation=one.is_presentation,
                envelope=one.envelope,
                link=one.link,
            )
        return made[one]

    return tuple(document(one) for one in found)


def _open(source: bytes) -> tuple[_Kind, list[_Found]]:
    if source.startswith(PNG_SIGNATURE):
        return _open_png(source)
    if source.startswith(b"PK\x03\x04"):
        raise DocumentError("document.archive-not-supported")
    if source.startswith(b"%PDF-"):
        raise DocumentError("document.pdf-not-supported")
    head = source.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if head == b"<" and looks_like_svg(source):
        return _open_svg(source)
    if head == b"<" and is_web_page(source):
        raise DocumentError("document.web-page")
    if head in (b"{", b"["):
        return _Kind(Container.JSON, "application/json"), _read_json(parse_json(source))
    return _open_text(source)


def _open_png(source: bytes) -> tuple[_Kind, list[_Found]]:
    texts = baked_texts(source)
    if not texts:
        raise DocumentError("png.no-badge")
    if len(texts) > 1:
        # Readers differ in which of several they take: each would see another badge behind one picture.
        raise DocumentError("png.several-badges")
    return _Kind(Container.PNG, "image/png", _png_notes(texts[0]), texts[0].text), _limited(_read(texts[0].text))


def _png_notes(text: BakedText) -> tuple[str, ...]:
    notes = ["png.compressed"] if text.compressed else []
    return tuple(notes + (["png.other-chunk"] if text.chunk != "iTXt" else []))


def _open_svg(source: bytes) -> tuple[_Kind, list[_Found]]:
    elements = baked_elements(source)
    if not elements:
        raise DocumentError("svg.no-badge")
    if len(elements) > 1:
        raise DocumentError("svg.several-badges")
    (element,) = elements
    found = _limited(_read(element.text))
    if element.address is not None and any(_address_of(one.json) != element.address for one in found):
        raise DocumentError("svg.several-badges")
    return _Kind(Container.SVG, "image/svg+xml", text=element.text), found


def _address_of(assertion: JsonObject) -> JsonValue:
    verify = assertion.get("verify")
    return assertion.get("id") or (verify.get("url") if isinstance(verify, dict) else None)


def _open_text(source: bytes) -> tuple[_Kind, list[_Found]]:
    try:
        text = source.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise DocumentError("document.not-a-badge") from None
    if looks_like_jws(text):
        return _Kind(Container.JWT, "text/plain"), _limited(_enveloped(text, None))
    if _ADDRESS.match(text):
        return _Kind(Container.LINK, "text/plain"), [_linked(text)]
    if _SD_JWT.match(text):
        raise DocumentError("document.sd-jwt-not-supported")
    raise DocumentError("document.not-a-badge")


def _require_shallow(within: _Found | None) -> None:
    levels = 0
    while within is not None:
        levels, within = levels + 1, within.within
    if levels > MAX_NESTING:
        raise DocumentError("document.nested-too-deep", limit=MAX_NESTING)


def _limited(found: Iterator[_Found]) -> list[_Found]:
    return list(islice(found, MAX_CREDENTIALS + 1))


def _read(text: str) -> Iterator[_Found]:
    """The credentials of a text that was baked into a picture."""
    stripped = text.strip()
    if looks_like_jws(stripped):
        yield from _enveloped(stripped, None)
    elif stripped[:1] in ("{", "["):
        yield from _read_json(parse_json_text(stripped))
    elif _ADDRESS.match(stripped):
        yield _linked(stripped)
    else:
        raise DocumentError("document.no-credential")


def _read_json(value: JsonValue) -> list[_Found]:
    found = _limited(_credentials(value))
    if not found and isinstance(value, dict):
        _refuse_others(value)
    return found


def _credentials(value: JsonValue, within: _Found | None = None) -> Iterator[_Found]:
    _require_shallow(within)
    for entry in as_sequence(value):
        if isinstance(entry, str) and looks_like_jws(entry):
            yield from _enveloped(entry, within)
        elif isinstance(entry, dict):
            yield from _credentials_of(entry, within)


def _credentials_of(entry: JsonObject, within: _Found | None) -> Iterator[_Found]:
    kinds = _types(entry)
    securing = Securing.EMBEDDED if "proof" in entry else Securing.NONE
    if _PRESENTATION in kinds:
        yield from _presented(_Found(entry, securing, within=within, is_presentation=True), entry)
    elif _ENVELOPED & kinds:
        yield from _open_envelope(entry, within)
    elif "VerifiableCredential" in kinds or "proof" in entry or "credentialSubject" in entry:
        yield from _recorded(_Found(entry, securing, within=within), entry)
    elif is_assertion(entry):
        yield _Found(entry, Securing.HOSTED, within=within)


def is_assertion(members: JsonObject) -> bool:
    """Whether an object is an assertion or an endorsement of Open Badges 2.0 or before: what was issued to somebody."""
    kinds = as_sequence(members.get("type", members.get("@type")))
    if "Assertion" in kinds or ("Endorsement" in kinds and "claim" in members):
        return True
    return "badge" in members and any(name in members for name in ("verify", "verification", "recipient"))


def _refuse_others(entry: JsonObject) -> None:
    """Raise DocumentError for what is not a badge but is often taken for one."""
    kinds = _types(entry)
    if "BadgeClass" in kinds or ("criteria" in entry and "issuer" in entry):
        raise DocumentError("document.badge-class")
    if "Issuer" in kinds or "Profile" in kinds:
        raise DocumentError("document.issuer-profile")
    if is_error_answer(entry):
        raise DocumentError("document.error-answer")


def _linked(address: str) -> _Found:
    return _Found({"id": address}, Securing.HOSTED, link=address)


def _types(entry: JsonObject) -> set[str]:
    return {kind for kind in as_sequence(entry.get("type", entry.get("@type"))) if isinstance(kind, str)}


def _presented(presentation: _Found, members: JsonObject) -> Iterator[_Found]:
    """The credentials of a presentation, and then itself when it is signed."""
    signed = presentation.securing is not Securing.NONE
    yield from _credentials(members.get("verifiableCredential"), presentation if signed else presentation.within)
    if signed:
        yield presentation


def _recorded(credential: _Found, members: JsonObject) -> Iterator[_Found]:
    """A credential, and then those that it holds when it is a learner record (CLR 2.0, ``ClrSubject``)."""
    yield credential
    subject = members.get("credentialSubject")
    if "ClrCredential" in _types(members) and isinstance(subject, dict):
        yield from _credentials(subject.get("verifiableCredential"), credential)


def _open_envelope(entry: JsonObject, within: _Found | None) -> Iterator[_Found]:
    """VCDM 2.0 sections 4.12.1 and 4.13.1: the secured text stands in a data URL."""
    media_type, comma, text = str(entry.get("id")).partition(",")
    if not comma or not media_type.startswith("data:"):
        raise DocumentError("document.envelope-not-supported")
    media_type = media_type.removeprefix("data:").lower()
    if media_type in _JWT_TYPES:
        yield from _enveloped(text, within)
    else:
        yield _Found(entry, Securing.ENVELOPING, within=within, envelope=media_type[:80])


def _enveloped(text: str, within: _Found | None) -> Iterator[_Found]:
    claims = decode_jws(text).claims
    presented, credential = claims.get("vp"), claims.get("vc")
    if isinstance(presented, dict) or _PRESENTATION in _types(claims):
        members = presented if isinstance(presented, dict) else claims
        yield from _presented(_Found(claims, Securing.ENVELOPING, text, within, is_presentation=True), members)
    else:
        members = credential if isinstance(credential, dict) else claims
        yield from _recorded(_Found(claims, Securing.ENVELOPING, text, within), members)
