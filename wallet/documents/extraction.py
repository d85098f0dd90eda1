"""From a file's bytes to the credentials in it. What the bytes are is decided by looking at them.

A file may hold several credentials: an array, or a presentation. Each becomes a secured document of its own that
keeps the whole file as its source. A presentation's own signature tells who presented the credentials, not whether
they are good; it is noted as not checked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wallet.documents.answers import is_error_answer, is_web_page
from wallet.documents.document import Container, SecuredDocument, Securing
from wallet.documents.json_text import parse_json, parse_json_text
from wallet.documents.jws import decode_jws, looks_like_jws
from wallet.documents.png import PNG_SIGNATURE, BakedText, baked_texts
from wallet.documents.svg import baked_elements, looks_like_svg
from wallet.errors import DocumentError
from wallet.fields import JsonObject, JsonValue, as_sequence

__all__ = ["MAX_DOCUMENT_BYTES", "extract", "is_assertion"]

MAX_DOCUMENT_BYTES = 20_000_000
"""Ten times the largest badge picture seen; what is larger is not read into memory."""

MAX_CREDENTIALS = 1_000
"""A learner's whole collection in one presentation."""

_ENVELOPES = ("data:application/vc+jwt,", "data:application/vc+ld+json+jwt,", "data:application/jwt,")
_ENVELOPED = "EnvelopedVerifiableCredential"
_ADDRESS = re.compile(r"^https?://[^\s<>\"]{1,2000}\Z")


@dataclass(frozen=True, slots=True)
class _Found:
    json: JsonObject
    securing: Securing
    jws: str | None = None
    notes: tuple[str, ...] = ()
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
    if not found:
        raise DocumentError("document.no-credential")
    if len(found) > MAX_CREDENTIALS:
        raise DocumentError("document.too-many-credentials", limit=MAX_CREDENTIALS)
    digest = hashlib.sha256(source).hexdigest()
    return tuple(
        SecuredDocument(
            digest=digest,
            media_type=kind.media_type,
            container=kind.container,
            source=source,
            securing=one.securing,
            json=one.json,
            jws=one.jws,
            text=kind.text,
            position=position,
            notes=kind.notes + one.notes,
            link=one.link,
        )
        for position, one in enumerate(found)
    )


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
    if is_web_page(source):
        raise DocumentError("document.web-page")
    if head in (b"{", b"["):
        return _Kind(Container.JSON, "application/json"), list(_credentials(parse_json(source)))
    return _open_text(source)


def _open_png(source: bytes) -> tuple[_Kind, list[_Found]]:
    texts = baked_texts(source)
    if not texts:
        raise DocumentError("png.no-badge")
    if len(texts) > 1:
        # Readers differ in which of several they take: each would see another badge behind one picture.
        raise DocumentError("png.several-badges")
    return _Kind(Container.PNG, "image/png", _png_notes(texts[0]), texts[0].text), list(_read(texts[0].text))


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
    found = list(_read(element.text))
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
        return _Kind(Container.JWT, "text/plain"), [_enveloped(text)]
    if _ADDRESS.match(text):
        return _Kind(Container.LINK, "text/plain"), [_linked(text)]
    raise DocumentError("document.not-a-badge")


def _read(text: str) -> Iterator[_Found]:
    """The credentials of a text that was baked into a picture."""
    stripped = text.strip()
    if looks_like_jws(stripped):
        yield _enveloped(stripped)
    elif stripped[:1] in ("{", "["):
        yield from _credentials(parse_json_text(stripped))
    elif _ADDRESS.match(stripped):
        yield _linked(stripped)
    else:
        raise DocumentError("document.no-credential")


def _credentials(value: JsonValue) -> Iterator[_Found]:
    for entry in as_sequence(value):
        if isinstance(entry, str) and looks_like_jws(entry):
            yield _enveloped(entry)
        elif isinstance(entry, dict):
            yield from _credentials_of(entry)


def _credentials_of(entry: JsonObject) -> Iterator[_Found]:
    kinds = as_sequence(entry.get("type", entry.get("@type")))
    if "VerifiablePresentation" in kinds:
        for found in _credentials(entry.get("verifiableCredential")):
            yield _Found(found.json, found.securing, found.jws, (*found.notes, "presentation.proof-not-checked"))
    elif _ENVELOPED in kinds:
        yield _open_envelope(entry.get("id"))
    elif "VerifiableCredential" in kinds or "proof" in entry or "credentialSubject" in entry:
        yield _Found(entry, Securing.EMBEDDED if "proof" in entry else Securing.NONE)
    elif is_assertion(entry):
        yield _Found(entry, Securing.HOSTED)
    else:
        _refuse_others(entry, kinds)


def is_assertion(members: JsonObject) -> bool:
    """Whether an object is an assertion or an endorsement of Open Badges 2.0 or before: what was issued to somebody."""
    kinds = as_sequence(members.get("type", members.get("@type")))
    if "Assertion" in kinds or ("Endorsement" in kinds and "claim" in members):
        return True
    return "badge" in members and any(name in members for name in ("verify", "verification", "recipient"))


def _refuse_others(entry: JsonObject, kinds: Sequence[JsonValue]) -> None:
    if "BadgeClass" in kinds or ("criteria" in entry and "issuer" in entry):
        raise DocumentError("document.badge-class")
    if "Issuer" in kinds or "Profile" in kinds:
        raise DocumentError("document.issuer-profile")
    if is_error_answer(entry):
        raise DocumentError("document.error-answer")


def _linked(address: str) -> _Found:
    return _Found({"id": address}, Securing.HOSTED, link=address)


def _open_envelope(identifier: JsonValue) -> _Found:
    if isinstance(identifier, str):
        for prefix in _ENVELOPES:
            if identifier.startswith(prefix):
                return _enveloped(identifier.removeprefix(prefix))
    raise DocumentError("document.envelope-not-supported")


def _enveloped(text: str) -> _Found:
    return _Found(decode_jws(text).claims, Securing.ENVELOPING, text)
