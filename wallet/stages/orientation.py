"""Which way up a picture is shown: the orientation a camera wrote into it, as browsers read it.

Browsers turn JPEG and PNG by it and leave the other kinds alone.
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["UPRIGHT", "jpeg_segments", "orientation"]

UPRIGHT = 1

_TAG = 0x0112
_SHORT = 3
_MOST_ENTRIES = 512
"""A camera writes some dozens."""


def orientation(content: bytes, extension: str) -> int:
    """The EXIF orientation, 1 to 8; from 5 on width and height change places."""
    if extension == "jpg":
        return _of_tiff(_jpeg_exif(content))
    return _of_tiff(_png_exif(content)) if extension == "png" else UPRIGHT


def jpeg_segments(content: bytes) -> Iterator[tuple[int, int]]:
    """Each marker of a JPEG before its scans, with the position of what follows the marker's two bytes."""
    position = 2
    while position + 9 < len(content) and content[position] == 0xFF and content[position + 1] not in (0xD9, 0xDA):
        yield content[position + 1], position + 2
        position += 2 + int.from_bytes(content[position + 2 : position + 4], "big")


def _jpeg_exif(content: bytes) -> bytes:
    for marker, start in jpeg_segments(content):
        if marker == 0xE1 and content[start + 2 : start + 8] == b"Exif\0\0":
            return content[start + 8 : start + int.from_bytes(content[start : start + 2], "big")]
    return b""


def _png_exif(content: bytes) -> bytes:
    position = 8
    while position + 8 < len(content):
        length, kind = int.from_bytes(content[position : position + 4], "big"), content[position + 4 : position + 8]
        if kind == b"eXIf":
            return content[position + 8 : position + 8 + length]
        if kind == b"IDAT":
            break
        position += 12 + length
    return b""


def _of_tiff(block: bytes) -> int:
    if block[:4] not in (b"II*\0", b"MM\0*"):
        return UPRIGHT

    def number(at: int, length: int) -> int:
        return int.from_bytes(block[at : at + length], "little" if block[:2] == b"II" else "big")

    first = number(4, 4)
    for entry in range(first + 2, first + 2 + 12 * min(number(first, 2), _MOST_ENTRIES), 12):
        if number(entry, 2) == _TAG:
            found = number(entry + 8, 2) if number(entry + 2, 2) == _SHORT else UPRIGHT
            return found if 1 <= found <= 8 else UPRIGHT
    return UPRIGHT
