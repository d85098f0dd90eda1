"""Which URLs may be fetched."""

from __future__ import annotations

import pytest

from wallet.errors import ResolutionError
from wallet.resolution.addresses import MAX_URL_LENGTH, ascii_url, is_public_address, require_fetchable

REFUSED = {
    "http://issuer.example/status": "resolution.not-https",
    "file:///etc/passwd": "resolution.not-https",
    "ftp://issuer.example/x": "resolution.not-https",
    "https://localhost/x": "resolution.not-public",
    "https://issuer.localhost/x": "resolution.not-public",
    "https://printer.local/x": "resolution.not-public",
    "https://127.0.0.1/x": "resolution.not-public",
    "https://10.1.2.3/x": "resolution.not-public",
    "https://169.254.169.254/latest/meta-data/": "resolution.not-public",
    "https://[::1]/x": "resolution.not-public",
    "https://[::ffff:10.0.0.1]/x": "resolution.not-public",
    "https://[fe80::1]/x": "resolution.not-public",
    "https://2130706433/x": "resolution.not-public",
    "https://0x7f000001/x": "resolution.not-public",
    "https://0x7f.0.0.1/x": "resolution.not-public",
    "https://user@issuer.example/x": "resolution.not-a-url",
    "https://user:secret@issuer.example/x": "resolution.not-a-url",
    "https:///x": "resolution.not-a-url",
    "https://issuer.example:port/x": "resolution.not-a-url",
    "https://issuer.example/a b": "resolution.not-a-url",
    "https://[::1/x": "resolution.not-a-url",
    "https://issuer.example/" + "x" * MAX_URL_LENGTH: "resolution.not-a-url",
}


@pytest.mark.parametrize("url", REFUSED)
def test_a_url_that_may_not_be_fetched_is_refused_for_its_reason(url: str) -> None:
    with pytest.raises(ResolutionError) as caught:
        require_fetchable(url)
    assert caught.value.code == REFUSED[url]


@pytest.mark.parametrize(
    "url",
    ["https://issuer.example/did.json", "https://issuer.example:8443/a?b=c", "https://8.8.8.8/x", "https://bad.cafe/x"],
)
def test_a_public_https_url_is_accepted(url: str) -> None:
    require_fetchable(url)


def test_addresses_inside_other_addresses_are_judged_by_what_they_contain() -> None:
    assert is_public_address("2606:4700::1111")
    assert not is_public_address("::ffff:192.168.0.1")
    assert not is_public_address("2002:7f00:1::")
    assert not is_public_address("224.0.0.1")


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::127.0.0.1",
        "64:ff9b:1::a00:1",
        "::127.0.0.1",
        "::a9fe:a9fe",
        "::ffff:0:a9fe:a9fe",
        "fec0::1",
        "fe80::1%eth0",
        "ff02::1",
        "::",
    ],
)
def test_no_way_of_writing_a_private_address_makes_it_public(address: str) -> None:
    assert not is_public_address(address)


def test_a_public_host_is_reached_through_a_translator_too() -> None:
    assert is_public_address("64:ff9b::8.8.8.8")


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://issuer.example/a b", None),
        (
            "https://発行者.example/バッジ?年=2026&x=%E3",
            "https://xn--6wyo7rvzg.example/%E3%83%90%E3%83%83%E3%82%B8?%E5%B9%B4=2026&x=%E3",
        ),
        ("https://issuer.example/ü#ö", "https://issuer.example/%C3%BC"),
        ("https://issuer.example/%E3%83%90", "https://issuer.example/%E3%83%90"),
    ],
)
def test_an_address_is_sent_in_ascii(url: str, sent: str | None) -> None:
    if sent is None:
        with pytest.raises(ResolutionError):
            require_fetchable(url)
    else:
        assert ascii_url(url) == sent
        require_fetchable(url)


@pytest.mark.parametrize(
    "url", ["https://１２７.０.０.１/", "https://ｌｏｃａｌｈｏｓｔ/", "https://１０．０．０．１/"]
)
def test_an_address_in_other_digits_is_judged_as_what_it_is(url: str) -> None:
    with pytest.raises(ResolutionError) as caught:
        require_fetchable(url)
    assert caught.value.code == "resolution.not-public"
