"""What a page offers and claims, read from HTML of every kind."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.documents.site_index import read_site_index, read_sitemap
from wallet.documents.web_pages import PageClaim, read_web_page
from wallet.errors import DocumentError

PAGE = """<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>  A
 badge | Owner</title><meta property="og:title" content="A badge"><link rel="canonical" href="https://a.example/">
<link rel="Alternate icon" type="image/PNG" href="b.png"><script type="application/vc">{"a": 1 < 2}</script></head>
<body><!-- <h1 data-claim="name">Not this</h1> --><h1 data-claim="name">A <wbr><b>ba</b>dge</h1>
<p><time datetime="2026-01-02" data-claim="issued">2 January</time> <span data-claim="valid-until">until
<time datetime="2027-01-02">then</time></span></p><h2 data-claim="state" data-state="verified">Verified</h2>
<a href="credential.json" data-claim="original">file</a> <a href="../x#y">x</a> <img src="i.png"></body></html>"""


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    page = read_web_page(PAGE.encode())
    assert (page.language, page.title, page.shared_title, page.heading) == (
        "ja",
        "A badge | Owner",
        "A badge",
        "A badge",
    )
    assert page.canonical == "https://a.example/"
    assert page.claims == (
        PageClaim(name="name", text="A badge"),
        PageClaim(name="issued", text="2 January", value="2026-01-02"),
        PageClaim(name="valid-until", text="until then", value="2027-01-02"),
        PageClaim(name="state", text="Verified", value="verified"),
        PageClaim(name="original", text="file", value="credential.json"),
    )
    assert [(offer.media_type, offer.address, offer.text) for offer in page.offers] == [
        ("", "credential.json", None),
        ("image/png", "b.png", None),
        ("application/vc", None, '{"a": 1 < 2}'),
    ]
    assert set(page.addresses) == {"credential.json", "../x#y", "https://a.example/", "b.png", "i.png"}


@pytest.mark.parametrize("content", [b"", b" \n", b"<!-- nothing", b"<!doctype html>"])
def test_a_page_without_anything_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentError, match=r"page\.empty"):
        read_web_page(content)


HOSTILE = (
    "<!--",
    "<![CDATA[",
    "<a ",
    "<a x='",
    "</",
    "<?",
    "<a/",
    "<div>",
    "<p><b>",
    "<table><tr>",
    "<script><!--<script>",
    "<title>",
    "&#x41;",
    '<i data-claim="name">',
    '<a href="x">',
    '<script type="application/vc">{</script>',
    "<svg><foreignObject>",
    "\0",
    "<template>",
)


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_page_takes_no_more_time_than_its_length(part: str) -> None:
    content = ("<html>" + part * (1_900_000 // len(part))).encode()
    begun = process_time()
    page = read_web_page(content)
    assert process_time() - begun < 6
    assert len(page.claims) <= 20_000
    assert len(page.addresses) <= 20_000


@given(st.lists(st.sampled_from((*HOSTILE, "x", '">', "'", ">", "<h1>", "é")) | st.text(max_size=5), max_size=20))
def test_anything_is_a_page_or_none(parts: list[str]) -> None:
    try:
        page = read_web_page("".join(parts).encode("utf-8", "replace"))
    except DocumentError:
        return
    assert all(isinstance(claim.text, str) for claim in page.claims)


def test_a_sitemap_is_read_for_its_addresses_alone() -> None:
    content = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><urlset>'
        "<url><loc>https://a.example/?x=1&amp;y=2</loc></url><url><loc> https://a.example/b/ </loc></url>"
        "<url><loc>https://a.example/b/</loc></url><url><loc>&e;</loc></url><loc>a b</loc></urlset>"
    )
    assert read_sitemap(content.encode()) == ("https://a.example/?x=1&y=2", "https://a.example/b/", "&e;")
    begun = process_time()
    assert read_sitemap(b"<loc>" * 400_000) == ()
    assert read_sitemap(b"<loc>" + b" " * 2_000_000) == ()
    assert process_time() - begun < 3


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"version": 1}', b'{"version": 2, "badges": []}', b'{"version": 1, "badges": [1]}'],
)
def test_what_is_no_index_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentError):
        read_site_index(content)


def test_an_index_says_only_what_is_text() -> None:
    (found,) = read_site_index(
        b'{"version": 1, "badges": [{"file": "a", "slug": 1, "page": {"ja": "p", "en": 2}, "name": [],'
        b' "issuer": {"id": "did:x", "name": "X"}, "issued": {}}]}'
    )
    assert (found.slug, found.file, found.pages, found.names) == ("–", "a", {"ja": "p"}, {})
    assert (found.issuer, found.issued, found.digest) == ("X", None, None)
