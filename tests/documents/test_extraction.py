"""From bytes to credentials: by content, within limits, and never with anything but a plain refusal."""

from __future__ import annotations

import contextlib
import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assets import badge_json, badge_jws, badge_png, badge_svg, sample_picture
from tests.assets.samples import SAMPLE_KEY, SAMPLE_METHOD
from tests.assets.signing import sign_jws
from wallet.documents import Container, Securing, extract
from wallet.documents.extraction import MAX_DOCUMENT_BYTES
from wallet.errors import DocumentError
from wallet.fields import JsonObject, JsonValue

JSON, JWS = badge_json(), badge_jws()
PNG, SVG = badge_png(), badge_svg()


def refusal(source: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        extract(source)
    return caught.value.code


def chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def with_chunk(kind: bytes, content: bytes, count: int = 1) -> bytes:
    picture = sample_picture()
    return picture[:33] + chunk(kind, content) * count + picture[33:]


def itxt(text: bytes, *, compressed: bool = False, keyword: bytes = b"openbadgecredential") -> bytes:
    flag = b"\1" if compressed else b"\0"
    return keyword + b"\0" + flag + b"\0" + b"ja\0" + "バッジ".encode() + b"\0" + text


def hosted_svg(verify: str, body: str = "") -> bytes:
    element = f'<o:assertion verify="{verify}"><![CDATA[{body}]]></o:assertion>'
    start = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org">'
    return f"{start}{element}</svg>".encode()


ADDRESS = "https://issuer.example/1"
HOSTED = json.dumps({"type": "Assertion", "id": ADDRESS, "badge": "https://issuer.example/b"})


def test_a_badge_class_beside_its_assertion_is_left_aside() -> None:
    (document,) = extract(f'[{HOSTED}, {{"type": "BadgeClass", "name": "Sample"}}]'.encode())
    assert document.json["id"] == ADDRESS


@pytest.mark.parametrize(
    ("source", "container", "link"),
    [
        (f" {ADDRESS}\n".encode(), Container.LINK, ADDRESS),
        (b"http://issuer.example/1", Container.LINK, "http://issuer.example/1"),
        (with_chunk(b"tEXt", f"openbadges\0{ADDRESS}".encode()), Container.PNG, ADDRESS),
        (hosted_svg(ADDRESS), Container.SVG, ADDRESS),
        (hosted_svg(ADDRESS, HOSTED), Container.SVG, None),
        (HOSTED.encode(), Container.JSON, None),
        (with_chunk(b"iTXt", itxt(HOSTED.encode(), keyword=b"openbadges")), Container.PNG, None),
    ],
)
def test_a_hosted_badge_is_its_assertion_or_only_its_address(
    source: bytes, container: Container, link: str | None
) -> None:
    (document,) = extract(source)
    assert (document.container, document.securing, document.link) == (container, Securing.HOSTED, link)
    assert document.json["id"] == (link or ADDRESS)
    assert document.source == source


@pytest.mark.parametrize(
    ("source", "container", "securing"),
    [
        (JSON, Container.JSON, Securing.EMBEDDED),
        (b"\xef\xbb\xbf\n " + JSON, Container.JSON, Securing.EMBEDDED),
        (JWS, Container.JWT, Securing.ENVELOPING),
        (b"\n" + JWS + b"\r\n", Container.JWT, Securing.ENVELOPING),
        (PNG, Container.PNG, Securing.EMBEDDED),
        (badge_png(JWS), Container.PNG, Securing.ENVELOPING),
        (SVG, Container.SVG, Securing.EMBEDDED),
        (badge_svg(JWS), Container.SVG, Securing.ENVELOPING),
    ],
)
def test_every_container_is_known_by_its_content(source: bytes, container: Container, securing: Securing) -> None:
    (document,) = extract(source)
    assert (document.container, document.securing) == (container, securing)
    assert document.source == source
    assert "Sample badge" in json.dumps(document.json)


def test_text_in_a_picture_is_kept_as_it_stood() -> None:
    assert extract(PNG)[0].text == JSON.decode()
    assert extract(badge_svg(JWS))[0].text == JWS.decode()
    assert extract(JSON)[0].text is None


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", "document.empty"),
        (b" \n", "document.empty"),
        (b"hello", "document.not-a-badge"),
        (b"\xff\xfe\x00", "document.not-a-badge"),
        (b"PK\x03\x04rest", "document.archive-not-supported"),
        (b"%PDF-1.7", "document.pdf-not-supported"),
        (b"<html></html>", "document.web-page"),
        (b"\n<!-- a share page --><!DOCTYPE html><title>Badge</title>", "document.web-page"),
        (b'{"type": "BadgeClass", "name": "Sample"}', "document.badge-class"),
        (
            b'{"name": "Sample", "criteria": "https://a.example/c", "issuer": "https://a.example/i"}',
            "document.badge-class",
        ),
        (b'{"type": "Issuer", "name": "Sample"}', "document.issuer-profile"),
        (b'{"type": ["Profile"], "name": "Sample"}', "document.issuer-profile"),
        (b'{"errors": ["no such badge"]}', "document.error-answer"),
        (b'{"status": 500, "message": "failed"}', "document.error-answer"),
        (b'{"status": 200, "title": "list"}', "document.no-credential"),
        (b"https://issuer.example/1 and more", "document.not-a-badge"),
        (b'{"a": 1}', "document.no-credential"),
        (b"[]", "document.no-credential"),
        (b"{", "json.malformed"),
        (sample_picture(), "png.no-badge"),
        (PNG[:200], "png.truncated"),
        (PNG[:-4], "png.truncated"),
        (b"\x89PNG\r\n\x1a\n", "png.truncated"),
        (PNG.replace(b"Sample badge", b"Simple badge", 1), "png.damaged"),
        (with_chunk(b"iTXt", itxt(JSON), 2), "png.several-badges"),
        (with_chunk(b"tEXt", b"openbadges\0gopher://issuer.example/1"), "document.no-credential"),
        (with_chunk(b"iTXt", itxt(zlib.compress(b" " * 50_000_000), compressed=True)), "document.too-large"),
        (with_chunk(b"iTXt", itxt(b"no zlib", compressed=True)), "png.damaged"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "svg.no-badge"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "svg.malformed"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "svg.entities"),
        (
            hosted_svg("https://issuer.example/1", '{"type": "Assertion", "id": "https://a.example/2"}'),
            "svg.several-badges",
        ),
        (b'{"type": "EnvelopedVerifiableCredential", "id": "urn:x"}', "document.envelope-not-supported"),
        (b'{"type": "EnvelopedVerifiableCredential"}', "document.envelope-not-supported"),
        (b'{"type": "VerifiablePresentation", "proof": {}}', "document.no-credential"),
        (JWS + b"~WyJzYWx0Il0~", "document.sd-jwt-not-supported"),
    ],
)
def test_what_holds_no_badge_is_refused_for_its_own_reason(source: bytes, code: str) -> None:
    assert refusal(source) == code


def test_a_file_beyond_the_limit_is_refused() -> None:
    assert refusal(b"{" + b" " * MAX_DOCUMENT_BYTES) == "document.too-large"


def test_a_compressed_chunk_is_read_within_limits_and_noted() -> None:
    (document,) = extract(with_chunk(b"iTXt", itxt(zlib.compress(JSON), compressed=True)))
    assert document.notes == ("png.compressed",)


def test_japanese_in_a_picture_is_read_as_utf_8() -> None:
    source = badge_json(name="日本語の名前")
    (document,) = extract(with_chunk(b"iTXt", itxt(source)))
    assert document.json["name"] == "日本語の名前"


def test_nothing_behind_the_end_of_a_picture_counts() -> None:
    assert refusal(sample_picture() + chunk(b"iTXt", itxt(JSON))) == "png.no-badge"


def test_an_svg_with_a_plain_document_type_is_read() -> None:
    declaration = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert extract(declaration + SVG.partition(b"?>")[2] if SVG.startswith(b"<?xml") else declaration + SVG)


def presentation(*credentials: JsonValue, **members: JsonValue) -> JsonObject:
    return {"type": ["VerifiablePresentation"], "verifiableCredential": list(credentials), **members}


def record(*credentials: JsonValue) -> JsonObject:
    return {
        "type": ["VerifiableCredential", "ClrCredential"],
        "credentialSubject": {"verifiableCredential": list(credentials)},
        "proof": {},
    }


def enveloped(claims: JsonObject) -> str:
    return sign_jws(claims, SAMPLE_KEY, SAMPLE_KEY.algorithm, SAMPLE_METHOD)


def kinds(value: JsonValue) -> list[tuple[int, str, int | None]]:
    """Position, kind, and position of what holds it, of everything found."""
    return [
        (
            document.position,
            "presentation" if document.is_presentation else document.envelope or document.securing.value,
            document.within.position if document.within else None,
        )
        for document in extract(json.dumps(value).encode())
    ]


BADGE: JsonValue = json.loads(JSON)
EMPTY: JsonValue = {"proof": {}}


def test_a_presentation_without_a_signature_is_a_wrapping_and_no_more() -> None:
    assert kinds(presentation(BADGE, JWS.decode())) == [(0, "embedded", None), (1, "enveloping", None)]


def test_a_signed_presentation_stands_behind_its_credentials() -> None:
    found = kinds(presentation(BADGE, JWS.decode(), proof={}))
    assert found == [(0, "embedded", 2), (1, "enveloping", 2), (2, "presentation", None)]


def test_a_learner_record_stands_before_the_credentials_in_it() -> None:
    found = kinds([record(BADGE, JWS.decode()), BADGE])
    assert found == [(0, "embedded", None), (1, "embedded", 0), (2, "enveloping", 0), (3, "embedded", None)]


def test_what_holds_what_is_known_at_every_depth() -> None:
    inner = presentation(record(BADGE), proof={})
    assert kinds(presentation(inner, proof={})) == [
        (0, "embedded", 2),
        (1, "embedded", 0),
        (2, "presentation", 3),
        (3, "presentation", None),
    ]


@pytest.mark.parametrize(
    "claims", [{"vp": presentation(BADGE)}, presentation(BADGE), {"vp": presentation(JWS.decode())}]
)
def test_a_presentation_may_be_enveloped(claims: JsonObject) -> None:
    address = f"data:application/vp+jwt,{enveloped(claims)}"
    envelope: JsonObject = {"type": "EnvelopedVerifiablePresentation", "id": address}
    values: list[JsonValue] = [enveloped(claims), envelope]
    for value in values:
        assert [(position, within) for position, _, within in kinds([value])] == [(0, 1), (1, None)]
    assert extract(enveloped(claims).encode())[1].is_presentation


@pytest.mark.parametrize("claims", [{"vc": record(BADGE)}, record(BADGE)])
def test_so_may_a_record(claims: JsonObject) -> None:
    assert kinds([enveloped(claims)]) == [(0, "enveloping", None), (1, "embedded", 0)]


def test_an_envelope_is_opened() -> None:
    envelope = {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{JWS.decode()}"}
    (document,) = extract(json.dumps(envelope).encode())
    assert document.jws == JWS.decode()


def test_an_envelope_of_another_kind_is_named_and_hides_no_other() -> None:
    other: JsonObject = {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+sd-jwt,{JWS.decode()}~"}
    assert kinds(presentation(other, BADGE)) == [(0, "application/vc+sd-jwt", None), (1, "embedded", None)]


def test_more_levels_than_a_record_needs_are_refused() -> None:
    nested: JsonValue = BADGE
    for level in range(9):
        assert kinds(nested)[0][0] == 0, level
        nested = record(nested)
    assert refusal(json.dumps(nested).encode()) == "document.nested-too-deep"


def test_more_credentials_than_a_learner_has_are_refused() -> None:
    assert refusal(json.dumps(presentation(*[EMPTY] * 1_001)).encode()) == "document.too-many-credentials"


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_read_or_refused(source: bytes) -> None:
    with contextlib.suppress(DocumentError):
        assert extract(source)


@settings(max_examples=150)
@given(st.sampled_from([JSON, JWS, PNG, SVG]), st.integers(0, 5_000), st.binary(max_size=6), st.integers(0, 40))
def test_damaged_badges_are_read_or_refused(source: bytes, place: int, insert: bytes, removed: int) -> None:
    position = place % len(source)
    with contextlib.suppress(DocumentError):
        assert extract(source[:position] + insert + source[position + removed :])


@pytest.mark.parametrize("before", [b"<!---->" * 2_000, b"<!-- a - b -- >" * 2_000, b"<!DOCTYPE svg [" * 4_000])
def test_what_stands_before_an_element_costs_no_more_than_its_length(before: bytes) -> None:
    # Each comment could be taken for the beginning of a longer one.
    assert refusal(before + b"<x/>") == "document.not-a-badge"


def test_comments_and_declarations_may_precede_an_svg() -> None:
    before = b'<?xml version="1.0"?>\n<!-- a -> b -->\n<!DOCTYPE svg>\n<!-- c --><!---->\n'
    assert extract(before + SVG)[0].container is Container.SVG


def test_words_that_look_like_declarations_cost_no_more_than_their_length() -> None:
    comment = b"<!--" + b"<!DOCTYPE" * 200_000 + b"-->"
    assert extract(SVG.replace(b"</svg>", comment + b"</svg>"))[0].container is Container.SVG


def test_a_web_page_is_known_behind_comments() -> None:
    assert (
        refusal(b'<?xml version="1.0"?><!-- a -> b -->\n<!---->\n<!DOCTYPE html><html></html>') == "document.web-page"
    )
