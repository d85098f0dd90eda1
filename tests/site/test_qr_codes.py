from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.architecture.sources import modules
from wallet.errors import BuildError
from wallet.language.catalogs import load_catalog
from wallet.site.qr_codes import QUIET_ZONE, qr_svg, qr_view
from wallet.site.reader import Reader

URL = "https://mio.example/portfolio/en/collections/for-the-harbour/"
SVG = "{http://www.w3.org/2000/svg}"


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
