from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.portfolio.camera_places import tells_place

PLACE, MODEL = 0x8825, 0x0110


def notes(order: str, *tags: int) -> bytes:
    """A camera's notes with these tags, in the byte order of a "<" or ">" machine."""
    entries = b"".join(struct.pack(f"{order}HHII", tag, 4, 1, 0) for tag in tags)
    start = b"II*\0" if order == "<" else b"MM\0*"
    return start + struct.pack(f"{order}IH", 8, len(tags)) + entries


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    "before", [b"\xff\xd8\xff\xe1\0\x40Exif\0\0", b"\x89PNG....eXIf", b"RIFF....WEBPEXIF\x20\0\0\0"]
)
def test_a_place_is_found_in_each_kind_of_picture(order: str, before: bytes) -> None:
    assert tells_place(before + notes(order, MODEL, PLACE))
    assert not tells_place(before + notes(order, MODEL))


def test_a_picture_without_notes_tells_no_place() -> None:
    assert not tells_place(b"\x89PNG" + notes("<", PLACE))


@given(st.binary())
def test_any_notes_are_read_to_their_end(rest: bytes) -> None:
    assert tells_place(b"Exif\0\0II*\0" + rest) in (True, False)
