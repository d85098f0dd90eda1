"""``wallet verify`` of the address of a page: the badge that it offers, and what the page says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets import badge_json, badge_jws, badge_png
from tests.cli.published import BADGES, BASE, DAY, Published, published_demo
from tests.cli.running import Ran, resources, run_wallet
from wallet.fields import JsonValue

PAGE = "https://people.example/hanako/badge/"
NAME = "Sample badge"


def html(head: str = "", body: str = f"<h1>{NAME}</h1>", title: str = NAME) -> bytes:
    return f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


def link(kind: str, address: str) -> str:
    return f'<link rel="alternate" type="{kind}" href="{address}">'


def verified(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    page: bytes,
    files: dict[str, bytes] | None = None,
    entries: dict[str, JsonValue] | None = None,
    *options: str,
    address: str = PAGE,
) -> Ran:
    listed: dict[str, JsonValue] = {PAGE: "page.html", **(entries or {})}
    index = resources(tmp_path, listed, {"page.html": page, **(files or {})})
    return run_wallet(tmp_path, capsys, "verify", "--json", "--resources", index, *options, address)


@pytest.mark.parametrize(
    ("kind", "content", "container"),
    [
        ("application/vc+ld+json", badge_json(), "json"),
        ("application/vc", badge_json(), "json"),
        ("Application/LD+JSON; profile=x", badge_json(), "json"),
        ("application/vc+jwt", badge_jws(), "jwt"),
        ("application/jose", badge_jws(), "jwt"),
        ("image/png", badge_png(), "png"),
    ],
)
def test_a_badge_that_a_page_links_to_is_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, content: bytes, container: str
) -> None:
    place = "https://people.example/files/badge"
    page = html(link(kind, "../../files/badge"))
    ran = verified(tmp_path, capsys, page, {"badge": content}, {place: "badge"})
    (found,) = ran.json
    assert (ran.status, found["path"], found["container"], found["verdict"]) == (0, PAGE, container, "verified")
    assert found["page"] == {"url": PAGE, "file": place, "compared": [], "findings": []}


def test_a_badge_within_the_page_is_verified_where_no_file_is_to_be_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    described = '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Person"}</script>'
    inside = f'<script type="application/vc+ld+json">{badge_json().decode()}</script>'
    page = html(link("application/vc+ld+json", "gone.json") + described + inside)
    ran = verified(tmp_path, capsys, page)
    assert (ran.status, ran.json[0]["verdict"], ran.json[0]["page"]["file"]) == (0, "verified", None)


def test_relative_addresses_count_from_where_the_page_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, place = "https://short.example/b1", "https://people.example/hanako/badge/b.json"
    page, files = html(link("application/vc+ld+json", "b.json")), {"b.json": badge_json()}
    entries: dict[str, JsonValue] = {given: {"location": PAGE}, place: "b.json"}
    ran = verified(tmp_path, capsys, page, files, entries, address=given)
    assert (ran.status, ran.json[0]["path"], ran.json[0]["page"]["url"]) == (0, given, PAGE)


def test_a_page_that_only_leads_on_stands_for_the_badges_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    short, badge = "https://people.example/b/k7/", "https://people.example/hanako/badge.json"
    leading = html(
        body='<a href="https://evil.example/" hreflang="ja">x</a><a href="../../hanako/badge/" hreflang="en">y</a>'
    )
    files = {"short": leading, "badge": badge_json()}
    page = html(link("application/vc", "../badge.json"))
    ran = verified(tmp_path, capsys, page, files, {short: "short", badge: "badge"}, address=short)
    assert (ran.status, ran.json[0]["path"], ran.json[0]["page"]["url"]) == (0, short, PAGE)


def test_a_page_that_leads_on_is_followed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = html(body='<a href="2" hreflang="en">x</a>')
    other = html(body='<a href="3" hreflang="en">x</a>')
    third = html(f'<script type="application/vc">{badge_json().decode()}</script>')
    files = {"other": other, "third": third}
    ran = verified(tmp_path, capsys, page, files, {f"{PAGE}2": "other", f"{PAGE}3": "third"})
    assert ran.json[0]["error"]["code"] == "page.no-badge"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (html(), "page.no-badge"),
        (html(link("application/vc+ld+json", "absent.json")), "page.no-badge"),
        (html(link("application/vc+ld+json", "page.html")), "page.no-badge"),
        (html(link("text/html", "b.json")), "page.no-badge"),
        (html('<link rel="stylesheet" type="application/vc" href="b.json">'), "page.no-badge"),
        (html('<script type="application/ld+json">{"@type": "Person"}</script>'), "page.no-badge"),
        (html('<script type="application/vc">' + "[" * 5000 + "</script>"), "page.no-badge"),
        (html(link("application/vc", "https://evil.example/b.json")), "page.badge-elsewhere"),
        (html(link("application/vc", "//evil.example/b.json")), "page.badge-elsewhere"),
        (html(link("application/vc", "http://people.example/b.json")), "page.badge-elsewhere"),
        (html(link("application/vc", "https://people.example:444/b.json")), "page.badge-elsewhere"),
        (html(link("application/vc", "file:///etc/passwd")), "page.badge-elsewhere"),
        (html(link("application/vc", "https://[")), "page.badge-elsewhere"),
        (html("<!--" + "x" * 2_100_000), "page.too-large"),
    ],
)
def test_a_page_that_offers_nothing_is_unreadable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], page: bytes, code: str
) -> None:
    entries: dict[str, JsonValue] = {
        "https://evil.example/b.json": "b.json",
        "http://people.example/b.json": "b.json",
        f"{PAGE}page.html": "page.html",
    }
    ran = verified(tmp_path, capsys, page, {"b.json": badge_json()}, entries)
    (found,) = ran.json
    assert (ran.status, found["verdict"], found["error"]["code"]) == (1, "unreadable", code)
    assert PAGE in found["error"]["message"]
    assert "page" not in found


def test_a_page_of_another_program_is_not_blamed_for_what_it_does_not_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, entries = {"b.json": badge_json()}, {f"{PAGE}b.json": "b.json"}
    page = html(link("application/vc", "b.json"), "<h1>Hanako</h1>", "Hanako’s badges")
    ran = verified(tmp_path, capsys, page, files, dict(entries))
    assert ran.status == 0
    assert [one["code"] for one in ran.json[0]["page"]["findings"]] == ["audit.nothing-marked"]


def test_of_a_page_with_several_badges_none_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = b"[" + badge_json() + b"," + badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000000") + b"]"
    page = html(link("application/vc", "b.json"), '<h1 data-claim="name">Another</h1>')
    ran = verified(tmp_path, capsys, page, {"b.json": content}, {f"{PAGE}b.json": "b.json"})
    assert (ran.status, [one["page"]["findings"] for one in ran.json]) == (0, [[], []])


def test_a_page_among_files_is_no_badge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(html(link("application/vc", "b.json")))
    ran = run_wallet(tmp_path, capsys, "verify", "--json", path)
    assert ran.json[0]["error"]["code"] == "document.web-page"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return published_demo(tmp_path_factory.mktemp("published"))


@pytest.mark.parametrize("slug", BADGES)
def test_pages_of_ours_agree_with_their_badges(
    whole: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str], slug: str
) -> None:
    pages = [f"{BASE}{language}/badges/{slug}/" for language in ("ja", "en")]
    ran = run_wallet(tmp_path, capsys, "verify", "--json", "--resources", whole.online(), "--at", DAY, *pages)
    for one in ran.json:
        assert one["page"]["findings"] == []
        statements = {"name", "issuer-name", "issuer-id", "issued", "valid-until", "recipient", "state"}
        assert statements == set(one["page"]["compared"]) - {"valid-from"}
    assert ran.status == (3 if slug == "data-practice-exam-grade-2" else 0)


def test_a_page_that_lies_about_a_genuine_badge_ends_as_a_false_one(
    whole: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = whole.copy(tmp_path)
    page = site.page("open-data-steward")
    page.write_text(page.read_text("utf-8").replace("Open Data Steward", "Open Data Director"), "utf-8")
    arguments = ("--resources", site.online(), "--at", DAY, f"{BASE}en/badges/open-data-steward/")
    ran = run_wallet(tmp_path, capsys, "verify", "--json", *arguments)
    (found,) = ran.json
    assert (ran.status, found["verdict"], found["name"]) == (3, "verified", "Open Data Steward")
    assert [one["code"] for one in found["page"]["findings"]] == ["audit.name-differs"]
    told = run_wallet(tmp_path, capsys, "verify", *arguments)
    assert told.status == 3
    assert "The page and the badge:" in told.stdout
    assert "calls the badge “Open Data Director”; its issuer named it “Open Data Steward”." in told.stdout
