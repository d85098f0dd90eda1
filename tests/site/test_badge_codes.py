from __future__ import annotations

import io
import random
import re
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image

from tests.site.sample import sample_badges
from wallet.site.badge_codes import FEW, code_files, drawn, pointed, squares_by_bits
from wallet.site.qr_codes import qr_squares
from wallet.site.short_links import ALPHABET, short_address

BASE = "https://mio.example/portfolio/"
URL = f"{BASE}b/2345678bcd/"
SVG = "{http://www.w3.org/2000/svg}"


def squares(svg: bytes) -> set[tuple[int, int]]:
    """The dark squares of a code that is drawn as lines of one square's width."""
    _, drawn = ElementTree.fromstring(svg).findall(f"{SVG}path")
    found, x, y = set(), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", drawn.attrib["d"]):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            found |= {(int(x) + step, int(y)) for step in range(int(values[0]))}
            x += values[0]
        elif command == "M":
            x, y = values
        else:
            x, y = x + values[0], y + values[1]
    return found


@pytest.mark.parametrize("text", [URL, "https://a.example/b/2345678bcd/", "https://x.example/" + "y" * 300])
def test_a_camera_reads_the_address_in_points_and_in_lines(text: str) -> None:
    code = qr_squares(text)
    points = Image.open(io.BytesIO(pointed(code)))
    assert [found.text for found in zxingcpp.read_barcodes(points)] == [text]
    assert points.size[0] == points.size[1] > 200
    size = points.size[0] // 8
    dark = {(x, y) for x in range(size) for y in range(size) if points.getpixel((8 * x, 8 * y)) == 0}
    assert squares(drawn(code)) == dark


@pytest.mark.parametrize("base", [BASE, "https://a.example/", "https://x.example/" + "y" * 200 + "/"])
def test_codes_put_together_from_bits_are_those_made_one_by_one(base: str) -> None:
    dice = random.Random(7)
    texts = [f"{base}b/{''.join(dice.choices(ALPHABET, k=10))}/" for _ in range(60)]
    by_bits = squares_by_bits()
    assert [by_bits(text) for text in texts] == [qr_squares(text) for text in texts]


def test_many_badges_have_the_same_codes_as_few() -> None:
    badges = sample_badges()
    many = badges * (FEW // len(badges) + 1)
    assert len(many) > FEW
    few = {file.path: file.content for file in code_files(badges, BASE)}
    assert {file.path: file.content for file in code_files(many, BASE)} == few
    for entry in badges:
        code = Image.open(io.BytesIO(few[f"badges/{entry.slug}/qr.png"]))
        assert [found.text for found in zxingcpp.read_barcodes(code)] == [BASE + short_address(entry)]
