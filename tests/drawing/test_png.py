"""The PNG holds the picture that went in, whatever way its rows were packed."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from wallet.drawing.png import encode

PALETTE = tuple((value, 255 - value, value // 2) for value in range(256))


@given(st.integers(1, 40), st.lists(st.sampled_from([0, 1, 2, 127, 128, 129, 255]), min_size=40, max_size=200))
def test_what_was_drawn_is_read_again(width: int, indices: list[int]) -> None:
    height = len(indices) // width
    content = bytes(indices[: width * height])
    with Image.open(BytesIO(encode(width, height, content, PALETTE))) as picture:
        assert (picture.size, picture.tobytes()) == ((width, height), content)
        assert list(picture.convert("RGB").tobytes()) == [part for index in content for part in PALETTE[index]]
