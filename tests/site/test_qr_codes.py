from __future__ import annotations

import io
import re
from functools import partial
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image

from tests.architecture.sources import modules
from wallet.errors import BuildError
from wallet.language.catalogs import load_catalog
from wallet.site.qr_codes import QUIET_ZONE, draw_code, drawn_by, qr_view
from wallet.site.reader import Reader

URL = "https://mio.example/portfolio/en/collections/for-the-harbour/"
SVG = "{http://www.w3.org/2000/svg}"

qr_svg = partial(draw_code, kind="svg")


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
    points = Image.open(io.BytesIO(draw_code(text, "png")))
    assert [found.text for found in zxingcpp.read_barcodes(points)] == [text]
    assert points.size[0] == points.size[1] > 200
    size = points.size[0] // 8
    dark = {(x, y) for x in range(size) for y in range(size) if points.getpixel((8 * x, 8 * y)) == 0}
    assert squares(qr_svg(text)) == dark


def test_what_draws_a_code_is_told_by_kind() -> None:
    assert drawn_by("svg") == drawn_by("svg") != drawn_by("png")


def test_a_code_is_dark_on_white_with_a_quiet_zone() -> None:
    root = ElementTree.fromstring(qr_svg(URL))
    ground, squares = root.findall(f"{SVG}path")
    size = int(root.attrib["viewBox"].split()[2])
    assert ground.attrib == {"fill": "#fff", "d": f"M0 0h{size}v{size}h-{size}z"}
    assert squares.attrib["stroke"] == "#000"
    assert squares.attrib["d"].startswith(f"M{QUIET_ZONE} {QUIET_ZONE}.5h7")
    assert QUIET_ZONE == 4


def test_a_code_needs_no_style_and_is_the_same_each_time() -> None:
    assert b"style" not in qr_svg(URL)
    assert b"class" not in qr_svg(URL)
    assert qr_svg(URL) == qr_svg(URL)
    assert qr_svg(URL) != qr_svg(URL + "x")


def test_a_code_says_in_words_where_it_leads() -> None:
    view = qr_view(Reader(catalog=load_catalog("ja")), "ja/cv/qr.svg", URL)
    assert (view.alt, view.url) == (f"アドレス {URL} のQRコード", URL)


def test_an_address_beyond_all_codes_is_refused_in_words() -> None:
    with pytest.raises(BuildError) as caught:
        qr_svg("https://mio.example/" + "x" * 4000)
    assert caught.value.code == "build.address-too-long"


def test_the_library_is_used_in_one_module() -> None:
    using = [path.name for path in modules("wallet") if "import segno" in path.read_text("utf-8")]
    assert using == ["qr_codes.py"]
