"""A secured document: one credential as it came, with the bytes that carried it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wallet.fields import JsonObject

__all__ = ["Container", "SecuredDocument", "Securing"]


class Container(StrEnum):
    """What the bytes are, decided by looking at them and never by the file's name."""

    JSON = "json"
    JWT = "jwt"
    PNG = "png"
    SVG = "svg"
    LINK = "link"


class Securing(StrEnum):
    """How a credential is protected: VCDM 2.0 section 4.12; hosted is Open Badges 2.0."""

    EMBEDDED = "embedded"
    ENVELOPING = "enveloping"
    HOSTED = "hosted"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecuredDocument:
    """One credential found in a file.

    `source` is the whole file, byte for byte, and `digest` the lower-case hex SHA-256 of it. `json` is the decoded
    object: the credential itself, or for a JWS (`jws` set) the claims of its payload, from which `credentials` picks
    the credential. `text` is what stood inside a picture, as it stood there, else None. `position` counts the
    credentials of one file from 0. `notes` are codes of oddities of the container. `link` is the address of a hosted
    assertion where the file holds nothing else; `json` is then an object with that address as its id.
    """

    digest: str
    media_type: str
    container: Container
    source: bytes = field(repr=False)
    securing: Securing
    json: JsonObject = field(repr=False)
    jws: str | None = field(default=None, repr=False)
    text: str | None = field(default=None, repr=False)
    position: int = 0
    notes: tuple[str, ...] = ()
    link: str | None = None
