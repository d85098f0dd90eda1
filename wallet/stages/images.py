"""Which picture stands for a badge, and how large it is: read from the picture's own first bytes.

A picture is taken from the file itself, from a data URL that was signed, or from evidence kept at import. Nothing is
fetched here, and nothing is redrawn: sizes are read so that a page can leave room for the picture, and count as it is
shown: turned the way its camera was held.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from urllib.parse import unquote_to_bytes

from wallet.credentials.model import Image, OpenBadgeCredential
from wallet.documents.document import Container, SecuredDocument
from wallet.resolution.fetching import Resource
from wallet.site.entries import BadgeImage
from wallet.stages.orientation import jpeg_segments, orientation

__all__ = ["MAX_IMAGE_BYTES", "badge_image", "measure_picture", "picture_urls"]

MAX_IMAGE_BYTES = 5_000_000
"""A page full of larger pictures would not load on a phone."""

MAX_PIXELS = 20_000
"""No badge is wider; a picture that says so lies, or is meant to exhaust a browser."""

_FALLBACK_SIZE = (400, 400)
_DATA_URL = re.compile(r"^data:image/[a-z0-9.+-]+(?P<base64>(?:;[a-z0-9=.-]+)*),(?P<content>.*)\Z", re.DOTALL | re.I)


def picture_urls(credential: OpenBadgeCredential) -> tuple[str, ...]:
    """The HTTPS addresses under which the issuer keeps the badge's picture."""
    return tuple(image.id for image in _images(credential) if image.id.startswith("https://"))


def badge_image(
    document: SecuredDocument, credential: OpenBadgeCredential, evidence: Sequence[Resource]
) -> BadgeImage | None:
    """The badge's picture, or None when there is none that can be shown."""
    captions = [str(image.caption) for image in _images(credential) if image.caption is not None]
    for content in _candidates(document, credential, evidence):
        found = measure_picture(content)
        if found is not None:
            extension, width, height = found
            return BadgeImage(
                content=content,
                extension=extension,
                width=width,
                height=height,
                caption=captions[0] if captions else None,
            )
    return None


def _images(credential: OpenBadgeCredential) -> list[Image]:
    places = (credential.achievement.image, credential.credential_subject.image, credential.image)
    return [image for image in places if image is not None]


def _candidates(
    document: SecuredDocument, credential: OpenBadgeCredential, evidence: Sequence[Resource]
) -> list[bytes]:
    found = [document.source] if document.container in (Container.PNG, Container.SVG) else []
    kept = {resource.url: resource.content for resource in evidence if resource.status == 200}
    for image in _images(credential):
        content = _data_url(image.id) if image.id.startswith("data:") else kept.get(image.id)
        if content:
            found.append(content)
    return found


def _data_url(url: str) -> bytes | None:
    match = _DATA_URL.match(url)
    if match is None:
        return None
    if not match["base64"].lower().endswith(";base64"):
        return unquote_to_bytes(match["content"])
    try:
        return base64.b64decode(unquote_to_bytes(match["content"]), validate=True)
    except (binascii.Error, ValueError):
        return None


def measure_picture(content: bytes) -> tuple[str, int, int] | None:
    """Extension, width and height, None for what is no picture of a known kind or is too large."""
    if len(content) > MAX_IMAGE_BYTES:
        return None
    for extension, measure in (("png", _png), ("gif", _gif), ("webp", _webp), ("jpg", _jpeg), ("svg", _svg)):
        size = measure(content)
        if size is not None:
            width, height = reversed(size) if orientation(content, extension) >= 5 else size
            return (extension, width, height) if all(0 < side <= MAX_PIXELS for side in size) else None
    return None


def _png(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or content[12:16] != b"IHDR":
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _gif(content: bytes) -> tuple[int, int] | None:
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        return None
    return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")


def _webp(content: bytes) -> tuple[int, int] | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    if content[12:16] == b"VP8X":
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if content[12:16] == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(content[26:28], "little") & 0x3FFF, int.from_bytes(content[28:30], "little") & 0x3FFF


def _jpeg(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\xff\xd8\xff"):
        return None
    for marker, start in jpeg_segments(content):
        # Start-of-frame markers carry the size; C4, C8 and CC share their range and mean something else.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = (int.from_bytes(content[start + at : start + at + 2], "big") for at in (3, 5))
            return width, height
    return None


def _svg(content: bytes) -> tuple[int, int] | None:
    head = re.search(rb"<(?:[\w.-]+:)?svg\b[^>]*>", content[:65_536])
    if head is None:
        return None
    width, height = (_length(head[0], name) for name in (b"width", b"height"))
    if width and height:
        return width, height
    box = re.search(
        rb"viewBox\s*=\s*[\"']\s*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9]+(?:\.[0-9]+)?)[\s,]+([0-9]+(?:\.[0-9]+)?)", head[0]
    )
    if box is None:
        return _FALLBACK_SIZE
    return max(1, _whole(box[1])), max(1, _whole(box[2]))


def _length(tag: bytes, name: bytes) -> int | None:
    found = re.search(rb"\s" + name + rb"\s*=\s*[\"']\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*[\"']", tag)
    return _whole(found[1]) if found else None


def _whole(number: bytes) -> int:
    # Digits enough for infinity are a lie about the size, and are cut to one that is refused.
    return round(min(float(number), MAX_PIXELS + 1.0))
