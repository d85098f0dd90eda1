"""A folder answers as the server of the site would."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.responses import FETCHED_AT, responses
from wallet.errors import ResolutionError
from wallet.resolution.site_folder import SiteFolderFetcher

BASE = "https://mio.example/portfolio/"


@pytest.fixture
def fetcher(tmp_path: Path) -> SiteFolderFetcher:
    site = tmp_path / "site"
    (site / "ja" / "日 本").mkdir(parents=True)
    (site / "ja" / "index.html").write_bytes(b"ja")
    (site / "ja" / "日 本" / "a.txt").write_bytes(b"a")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (site / "way-out").symlink_to(tmp_path)
    return SiteFolderFetcher(site, BASE, responses({"https://else.example/": b"else"}), FETCHED_AT)


@pytest.mark.parametrize(
    ("url", "content"),
    [
        (f"{BASE}ja/", b"ja"),
        (f"{BASE}ja", b"ja"),
        (f"{BASE}ja/index.html", b"ja"),
        (f"{BASE}ja/%E6%97%A5%20%E6%9C%AC/a.txt#x", b"a"),
        ("https://else.example/", b"else"),
    ],
)
def test_what_stands_in_the_folder_is_answered(fetcher: SiteFolderFetcher, url: str, content: bytes) -> None:
    assert fetcher.fetch(url).content == content


@pytest.mark.parametrize(
    "path", ["", "en/", "../secret.txt", "%2e%2e/secret.txt", "way-out/secret.txt", "ja/%00", "x" * 3000]
)
def test_what_is_not_there_or_leads_out_is_not_found(fetcher: SiteFolderFetcher, path: str) -> None:
    with pytest.raises(ResolutionError) as refused:
        fetcher.fetch(BASE + path)
    assert refused.value.facts["status"] == 404


def test_an_address_outside_the_site_is_asked_elsewhere(fetcher: SiteFolderFetcher) -> None:
    with pytest.raises(ResolutionError, match=r"resolution\.not-kept"):
        fetcher.fetch("https://mio.example/portfolio-of-another/")
