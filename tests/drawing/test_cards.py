from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import PIL
import pytest

from tests.drawing.subjects import VERMILION, colours, drawn, monogram, pictured, subject
from tests.site.sample import picture
from wallet.drawing import card_key, draw_card
from wallet.drawing.png import encode
from wallet.site.states import LABELS
from wallet.site.views import Run

ROOT = Path(__file__).resolve().parents[2]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_card_has_the_size_that_previews_ask_for_and_is_light() -> None:
    content = draw_card(subject(pictures=(pictured(),)))
    assert drawn(content).size == (1200, 630)
    assert len(content) < 60_000


def test_the_same_card_is_the_same_file_in_another_process() -> None:
    program = (
        "import sys; from tests.drawing.subjects import pictured, subject; from wallet.drawing import draw_card;"
        "sys.stdout.buffer.write(draw_card(subject(pictures=(pictured(),))))"
    )
    once = draw_card(subject(pictures=(pictured(),)))
    assert draw_card(subject(pictures=(pictured(),))) == once
    again = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert again.stdout == once


@pytest.mark.skipif(PIL.__version__ != "13.0.0", reason="another version may draw a letter otherwise")
def test_a_change_of_the_drawing_is_noticed() -> None:
    """Where this fails on purpose, DRAWING in wallet/drawing/cards.py has to count up with the new digest."""
    assert (
        _digest(draw_card(subject(pictures=(pictured(),))))
        == "2f7329627aa828ccfd8e45b6ed8df6880ebd675ad42a22e5d1c446090e284cf3"
    )


@pytest.mark.parametrize("kind", LABELS)
def test_vermilion_is_for_what_is_verified(kind: str) -> None:
    sealed = kind in ("verified", "verified_dated")
    assert (VERMILION in colours(draw_card(subject(shape=kind)))) is sealed


def test_without_a_stamp_there_is_no_seal() -> None:
    assert VERMILION not in colours(draw_card(subject(stamp=None)))
    assert VERMILION not in colours(draw_card(subject(shape=None)))


def test_every_state_has_a_shape_of_its_own() -> None:
    assert len({_digest(draw_card(subject(shape=kind))) for kind in LABELS}) == len(LABELS)


@pytest.mark.parametrize(
    "name", ["長い名前" * 75, "LongName" * 40, "ー" * 300, "The " * 75, "（「" * 150, "A" * 5000, "数据科学" * 75]
)
def test_a_long_name_stays_on_the_card_and_clear_of_the_seal(name: str) -> None:
    runs = (Run(text=name),)
    card = drawn(draw_card(subject(titles=runs, subtitles=runs, owners=runs, place=name, lines=(name, name))))
    white = {(255, 255, 255)}
    assert {card.getpixel((x, y)) for x in range(1132, 1200) for y in range(0, 405, 3)} == white
    assert {card.getpixel((x, y)) for x in (0, 20, 40, 1190, 1199) for y in range(0, 630, 3)} == white
    assert {card.getpixel((x, y)) for x in range(0, 1200, 3) for y in (0, 10, 20, 622, 629)} == white


@pytest.mark.parametrize("name", ["שלום", "مرحبا", "한국어", "\U0001f3a3"])
def test_a_name_that_cannot_be_set_gives_way(name: str) -> None:
    runs = (Run(text=name), Run(text="Harbour Guide"))
    assert draw_card(subject(titles=runs)) == draw_card(subject(titles=runs[1:]))
    assert draw_card(subject(titles=runs[:1])) == draw_card(subject(titles=()))
    assert draw_card(subject(owners=runs[:1])) != draw_card(subject(owners=runs))


def test_a_hostile_picture_leaves_the_monogram() -> None:
    assert draw_card(subject(pictures=(pictured(b"<svg/>"),))) == draw_card(subject())
    assert draw_card(subject(pictures=(pictured(picture(5000, 4000)),))) == draw_card(subject())


def test_a_monogram_that_cannot_be_set_is_a_crest_without_a_letter() -> None:
    assert draw_card(subject(pictures=(monogram("ש"),))) == draw_card(subject(pictures=(monogram("🎣"),)))


def test_a_picture_keeps_its_colours() -> None:
    assert (32, 58, 110) in colours(draw_card(subject(pictures=(pictured(),) * 3)))


@pytest.mark.parametrize(
    "changes",
    [
        {"language": "en"},
        {"titles": (Run(text="別"),)},
        {"lines": ()},
        {"stamp": None},
        {"pictures": ()},
        {"pictures": (pictured(),)},
        {"pictures": (pictured(b"x"),)},
    ],
)
def test_the_key_follows_what_is_shown(changes: dict[str, Any]) -> None:
    assert card_key(subject(**changes)) != card_key(subject())
    assert card_key(subject(**changes)) == card_key(subject(**changes))


def test_a_picture_of_few_colours_comes_back_from_its_png() -> None:
    palette = [(255, 255, 255), (1, 2, 3), (200, 100, 0)]
    indices = bytes([0, 1, 2, 2, 2, 2, 1, 1, 0, 0, 0, 0]) * 3
    assert drawn(encode(6, 6, indices, palette)).tobytes() == b"".join(bytes(palette[index]) for index in indices)
