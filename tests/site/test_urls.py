from __future__ import annotations

import posixpath
from urllib.parse import quote, unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.site.urls import absolute, badge_address, file_of, host_of, link, own_domain, page_address, web_url

SEGMENT = st.text(alphabet="abcxyz019-", min_size=1, max_size=6)
ADDRESS = st.lists(SEGMENT, max_size=4).map(lambda parts: "/".join(parts) + "/" if parts else "")


@pytest.mark.parametrize("base_url", ["https://mio.example/", "https://mio.example/portfolio/"])
@given(target=ADDRESS, here=ADDRESS)
def test_a_link_leads_to_its_address_under_any_base(base_url: str, target: str, here: str) -> None:
    assert urljoin(base_url + here, link(base_url, target, seen_from=here)) == base_url + target


@pytest.mark.parametrize("base_url", ["https://mio.example/", "https://mio.example/portfolio/"])
def test_a_page_shown_anywhere_links_from_the_base_path(base_url: str) -> None:
    found = link(base_url, "ja/badges/", seen_from=None)
    assert urljoin("https://mio.example/portfolio/no/such/page", found) == base_url + "ja/badges/"


def test_files_are_linked_without_a_slash() -> None:
    found = link("https://mio.example/", badge_address("x", "credential.json"), seen_from="ja/badges/x/")
    assert found == "../../../badges/x/credential.json"
    assert posixpath.basename(unquote(found)) == "credential.json"


def test_addresses_and_their_files() -> None:
    assert page_address("ja", "badges", "x") == "ja/badges/x/"
    assert (file_of(""), file_of("ja/"), file_of("404.html")) == ("index.html", "ja/index.html", "404.html")
    assert absolute("https://mio.example/p/", "ja/") == "https://mio.example/p/ja/"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "https://", "//host/x", "https://a b/", None],
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert web_url(url) is None


def test_a_web_address_has_a_host() -> None:
    assert web_url("https://user@issuer.example/x") == "https://user@issuer.example/x"
    assert host_of("https://user@issuer.example:8443/x") == "issuer.example"
    assert host_of("https://[broken") is None


@given(st.text())
def test_an_address_is_quoted_as_the_library_quotes_it(address: str) -> None:
    text = address.encode("utf-8", "replace").decode()
    assert absolute("https://mio.example/", text) == "https://mio.example/" + quote(text)


@pytest.mark.parametrize(
    ("base_url", "domain"),
    [
        ("https://www.mio.example/", "www.mio.example"),
        ("https://mio.example/portfolio/", None),
        ("https://mio.github.io/", None),
        ("https://mio.github.io/portfolio/", None),
        ("http://127.0.0.1/", None),
        ("http://mio.example:8000/", None),
        ("http://localhost/", None),
    ],
)
def test_a_domain_is_the_sites_own_where_nothing_else_can_stand_there(base_url: str, domain: str | None) -> None:
    assert own_domain(base_url) == domain
