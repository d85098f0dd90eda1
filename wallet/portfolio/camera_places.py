"""Whether a photograph says where it was taken: cameras and telephones write it into the file, and nobody sees it."""

from __future__ import annotations

import re

__all__ = ["tells_place"]

# How JPEG, PNG and WebP introduce the camera's notes, which are laid out as a TIFF file.
_NOTES = re.compile(rb"(?:Exif\0\0|eXIf|EXIF.{4}(?:Exif\0\0)?)(?=II\*\0|MM\0\*)", re.DOTALL)
_PLACE = 0x8825
_MOST_ENTRIES = 512
"""A camera writes some dozens."""


def tells_place(content: bytes) -> bool:
    """Whether the camera's notes of a picture have a part about the place."""
    found = _NOTES.search(content)
    return found is not None and _PLACE in _tags(content[found.end() :])


def _tags(notes: bytes) -> set[int]:
    def number(at: int, length: int) -> int:
        return int.from_bytes(notes[at : at + length], "little" if notes.startswith(b"II") else "big")

    first = number(4, 4)
    count = min(number(first, 2), _MOST_ENTRIES)
    return {number(first + 2 + 12 * entry, 2) for entry in range(count)}
