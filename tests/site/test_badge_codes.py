from __future__ import annotations

import io

import zxingcpp
from PIL import Image

from tests.site.sample import sample_badges
from wallet.site.badge_codes import code_files
from wallet.site.qr_codes import draw_code
from wallet.site.short_links import short_address

BASE = "https://mio.example/portfolio/"


def test_each_badge_has_its_short_link_as_a_code_of_both_kinds() -> None:
    files = {file.path: file for file in code_files(sample_badges(), BASE)}
    for entry in sample_badges():
        drawn, pointed = (files.pop(f"badges/{entry.slug}/qr.{kind}") for kind in ("svg", "png"))
        code = Image.open(io.BytesIO(pointed.content))
        assert [found.text for found in zxingcpp.read_barcodes(code)] == [BASE + short_address(entry)]
        assert drawn.content == draw_code(BASE + short_address(entry), "svg")
        assert drawn.badge == pointed.badge == entry.slug
    assert files == {}
