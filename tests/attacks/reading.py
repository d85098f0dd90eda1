"""Files that two readers could read differently, or that exhaust a reader."""

from __future__ import annotations

import base64
import json
import zlib

from tests.assets import badge_json, badge_jws, badge_png, badge_svg, sample_picture
from tests.assets.baking import PNG_KEYWORD, bake_png
from tests.assets.png import chunk, itxt, with_chunk
from tests.attacks.attack import READING, Attack

__all__ = ["ATTACKS"]

_INFLATED = 50_000_000


def _text() -> str:
    return badge_json().decode()


def duplicate_keys() -> bytes:
    """A second name in front of the signed one: readers that take the first see another badge than the verifier."""
    return _text().replace('"name": "Sample badge"', '"name": "Doctor", "name": "Sample badge"').encode()


def deep_nesting() -> bytes:
    """A value nested so deep that a reader's stack overflows."""
    return _text().replace('"Sample badge"', "[" * 5_000 + "]" * 5_000).encode()


def huge_number() -> bytes:
    """A number that takes quadratic time to read, or becomes infinite."""
    return _text().replace('"Sample badge"', "1" * 100_000).encode()


def infinite_number() -> bytes:
    """A number that no double can hold."""
    return _text().replace('"Sample badge"', "1e999").encode()


def not_a_number() -> bytes:
    """A constant that JSON does not have and some readers accept."""
    return _text().replace('"Sample badge"', "NaN").encode()


def lone_surrogate() -> bytes:
    """Half a character, which every reader repairs in its own way."""
    return _text().replace("Sample badge", "\\ud83d").encode()


def another_encoding() -> bytes:
    """UTF-16, which some readers detect and others read as something else."""
    return _text().encode("utf-16")


def compressed_bomb() -> bytes:
    """A compressed chunk of a few kilobytes that inflates to many megabytes."""
    content = zlib.compress(b" " * _INFLATED, 9)
    return with_chunk(sample_picture(), chunk(b"zTXt", PNG_KEYWORD.encode() + b"\0\0" + content))


def oversized_chunk() -> bytes:
    """A chunk that claims two gigabytes."""
    return with_chunk(sample_picture(), b"\x7f\xff\xff\xff" + itxt(PNG_KEYWORD, _text())[4:])


def damaged_chunk() -> bytes:
    """A chunk whose content was changed under an old checksum."""
    return badge_png().replace(b"Sample badge", b"Simple badge")


def two_chunks() -> bytes:
    """Two badges in one picture: one for the viewer, one for the verifier."""
    return bake_png(badge_png(), badge_json(name="Other").decode())


def behind_the_end() -> bytes:
    """A badge behind the picture's last chunk, where no picture program looks."""
    return sample_picture() + itxt(PNG_KEYWORD, _text())


def entities() -> bytes:
    """A drawing whose entities multiply, or name files of the reader's computer."""
    return b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + badge_svg()


def two_elements() -> bytes:
    """Two badges in one drawing."""
    drawing = badge_svg().decode()
    start, end = drawing.index("<openbadges:credential"), drawing.index("</openbadges:credential>")
    element = drawing[start : end + len("</openbadges:credential>")]
    return (drawing[:start] + element + drawing[start:]).encode()


def four_parts() -> bytes:
    """A token with a part too many."""
    return badge_jws() + b".AAAA"


def spare_bits() -> bytes:
    """A token whose last character carries bits that no byte has: two texts for one signature."""
    return badge_jws()[:-1] + b"_"


def duplicate_claims() -> bytes:
    """Two issuers in the header of a token, of which each reader takes another."""
    header = json.dumps({"alg": "EdDSA"})[:-1] + ', "alg": "none"}'
    head = base64.urlsafe_b64encode(header.encode()).rstrip(b"=")
    return head + b"." + badge_jws().split(b".", 1)[1]


ATTACKS = (
    Attack(name="duplicate JSON keys", sample=duplicate_keys, check=READING, code="json.duplicate-member"),
    Attack(name="deep nesting", sample=deep_nesting, check=READING, code="json.too-deep"),
    Attack(name="huge number", sample=huge_number, check=READING, code="json.number-too-large"),
    Attack(name="infinite number", sample=infinite_number, check=READING, code="json.number-too-large"),
    Attack(name="NaN", sample=not_a_number, check=READING, code="json.not-a-number"),
    Attack(name="lone surrogate", sample=lone_surrogate, check=READING, code="json.lone-surrogate"),
    Attack(name="UTF-16", sample=another_encoding, check=READING, code="document.not-a-badge"),
    Attack(name="compressed chunk that inflates", sample=compressed_bomb, check=READING, code="document.too-large"),
    Attack(name="oversized chunk", sample=oversized_chunk, check=READING, code="png.truncated"),
    Attack(name="changed chunk", sample=damaged_chunk, check=READING, code="png.damaged"),
    Attack(name="two badge chunks", sample=two_chunks, check=READING, code="png.several-badges"),
    Attack(name="badge behind the picture's end", sample=behind_the_end, check=READING, code="png.no-badge"),
    Attack(name="XML entities", sample=entities, check=READING, code="svg.entities"),
    Attack(name="two badge elements", sample=two_elements, check=READING, code="svg.several-badges"),
    Attack(name="token of four parts", sample=four_parts, check=READING, code="document.not-a-badge"),
    Attack(name="token with spare bits", sample=spare_bits, check=READING, code="jws.malformed"),
    Attack(name="duplicate header member", sample=duplicate_claims, check=READING, code="json.duplicate-member"),
)
