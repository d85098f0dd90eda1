from __future__ import annotations

import base64
import io
import struct
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Picture

from tests.assets import badge_json, badge_jws, badge_png, badge_svg, sample_picture
from tests.responses import FETCHED_AT
from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.reading import parse_credential
from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource
from wallet.site.entries import BadgeImage
from wallet.stages.images import MAX_IMAGE_BYTES, badge_image, picture_urls

URL = "https://issuer.example/badge.png"


def _picture(kind: str, width: int, height: int, **options: bool) -> bytes:
    stream = io.BytesIO()
    Picture.new("RGB", (width, height), (40, 60, 80)).save(stream, kind, **options)
    return stream.getvalue()


def _read(source: bytes) -> tuple[SecuredDocument, OpenBadgeCredential]:
    (document,) = extract(source)
    credential = parse_credential(document).credential
    assert credential is not None
    return document, credential


def _with_image(image: JsonValue) -> bytes:
    def change(credential: JsonObject) -> None:
        subject = credential["credentialSubject"]
        assert isinstance(subject, dict)
        achievement = subject["achievement"]
        assert isinstance(achievement, dict)
        achievement["image"] = image

    return badge_json(before=change)


def _shown(content: bytes) -> BadgeImage | None:
    document, credential = _read(_with_image({"id": URL, "type": "Image", "caption": "A compass"}))
    kept = Resource(url=URL, content=content, media_type="image/png", retrieved_at=FETCHED_AT)
    return badge_image(document, credential, [kept])


@pytest.mark.parametrize(
    ("content", "extension", "size"),
    [
        (_picture("PNG", 3, 7), "png", (3, 7)),
        (_picture("GIF", 300, 7), "gif", (300, 7)),
        (_picture("JPEG", 640, 480), "jpg", (640, 480)),
        (_picture("JPEG", 64, 48, progressive=True), "jpg", (64, 48)),
        (_picture("WEBP", 31, 17), "webp", (31, 17)),
        (_picture("WEBP", 31, 17, lossless=True), "webp", (31, 17)),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80px"/>', "svg", (120, 80)),
        (b"<?xml version='1.0'?><!-- a --><svg viewBox='0 0 512 256'/>", "svg", (512, 256)),
        (b'<svg width="100%" height="100%" viewBox="0,0,40.4,30"/>', "svg", (40, 30)),
        (b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="-5 -5 10 10"/>', "svg", (10, 10)),
        (b"<svg/>", "svg", (400, 400)),
    ],
)
def test_a_picture_is_measured_by_its_own_first_bytes(content: bytes, extension: str, size: tuple[int, int]) -> None:
    image = _shown(content)
    assert image is not None
    assert (image.extension, (image.width, image.height)) == (extension, size)
    assert (image.content, image.caption) == (content, "A compass")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html></html>",
        b"not a picture",
        b"\x89PNG\r\n\x1a\n",
        _picture("PNG", 3, 7)[:20],
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBP",
        b'<svg width="999999" height="10"/>',
        b'<svg viewBox="0 0 1' + b"0" * 400 + b' 10"/>',
        b"\x89PNG\r\n\x1a\n" + b"\x00" * MAX_IMAGE_BYTES,
    ],
)
def test_what_is_no_picture_or_lies_about_its_size_is_not_shown(content: bytes) -> None:
    assert _shown(content) is None


def _exif(orientation: int, order: str = "MM") -> bytes:
    """A TIFF header and a directory of one entry."""
    layout = ">" if order == "MM" else "<"
    return order.encode() + struct.pack(f"{layout}HIHHHIHxxI", 42, 8, 1, 0x0112, 3, 1, orientation, 0)


@pytest.mark.parametrize("order", ["MM", "II"])
@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_as_wide_as_it_is_shown(kind: str, turn: int, order: str) -> None:
    stream = io.BytesIO()
    Picture.new("RGB", (64, 48)).save(stream, kind, exif=b"Exif\0\0" + _exif(turn, order))
    image = _shown(stream.getvalue())
    assert image is not None
    assert (image.width, image.height) == ((48, 64) if turn >= 5 else (64, 48))


@pytest.mark.parametrize("block", [b"", b"MM", _exif(0), _exif(9), _exif(6)[:16], _exif(6)[:9], b"XX" + _exif(6)[2:]])
def test_what_a_camera_wrote_wrongly_turns_nothing(block: bytes) -> None:
    stream = io.BytesIO()
    Picture.new("RGB", (64, 48)).save(stream, "JPEG", exif=b"Exif\0\0" + block)
    image = _shown(stream.getvalue())
    assert image is not None
    assert (image.width, image.height) == (64, 48)


@given(
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xd8\xff", b"RIFF0000WEBPVP8 ", b"<svg "]),
    st.binary(),
)
def test_any_bytes_are_measured_or_left_out(head: bytes, rest: bytes) -> None:
    image = _shown(head + rest)
    assert image is None or min(image.width, image.height) > 0


@pytest.mark.parametrize("source", [badge_png(), badge_svg()])
def test_a_badge_in_a_picture_is_its_own_picture(source: bytes) -> None:
    document, credential = _read(source)
    image = badge_image(document, credential, ())
    assert image is not None
    assert (image.content, image.width, image.height) == (source, 8, 8)


@pytest.mark.parametrize("source", [badge_json(), badge_jws()])
def test_a_badge_without_a_picture_has_none(source: bytes) -> None:
    assert badge_image(*_read(source), ()) is None


@pytest.mark.parametrize(
    "url",
    [
        "data:image/png;base64," + base64.b64encode(sample_picture()).decode("ascii"),
        "data:image/svg+xml;charset=utf-8," + quote('<svg viewBox="0 0 8 8"/>'),
        "data:image/svg+xml," + quote('<svg width="8" height="8"/>'),
    ],
)
def test_a_picture_in_a_data_url_was_signed_with_the_badge(url: str) -> None:
    image = badge_image(*_read(_with_image({"id": url, "type": "Image"})), ())
    assert image is not None
    assert (image.width, image.height, image.caption) == (8, 8, None)


@pytest.mark.parametrize("url", ["data:image/png;base64,***", "data:image/png", "data:text/html,<svg/>"])
def test_a_data_url_that_holds_no_picture_is_passed_over(url: str) -> None:
    assert badge_image(*_read(_with_image({"id": url, "type": "Image"})), ()) is None


def test_a_kept_answer_that_was_gone_is_no_picture() -> None:
    document, credential = _read(_with_image({"id": URL, "type": "Image"}))
    gone = Resource(url=URL, content=sample_picture(), media_type="image/png", retrieved_at=FETCHED_AT, status=410)
    assert badge_image(document, credential, [gone]) is None


def test_only_pictures_at_https_addresses_are_asked_for() -> None:
    assert picture_urls(_read(_with_image({"id": URL, "type": "Image"}))[1]) == (URL,)
    assert picture_urls(_read(_with_image({"id": "data:image/png;base64,", "type": "Image"}))[1]) == ()
    assert picture_urls(_read(_with_image({"id": "http://issuer.example/a.png", "type": "Image"}))[1]) == ()
