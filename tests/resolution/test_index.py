"""Answers from an index of files."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wallet.errors import ResolutionError
from wallet.resolution.index import IndexFetcher
from wallet.resolution.limits import MAX_REDIRECTS, MAX_RESOURCE_BYTES

AT = datetime(2026, 1, 1, tzinfo=UTC)


def _fetcher(folder: Path, index: dict[str, object]) -> IndexFetcher:
    (folder / "index.json").write_text(json.dumps(index), "utf-8")
    (folder / "did.json").write_bytes(b'{"id": "x"}')
    return IndexFetcher(folder, AT)


def _code(fetcher: IndexFetcher, url: str) -> str:
    with pytest.raises(ResolutionError) as caught:
        fetcher.fetch(url)
    return caught.value.code


def test_a_string_is_a_file_and_an_object_says_more(tmp_path: Path) -> None:
    url, other = "https://issuer.example/did.json", "https://issuer.example/gone"
    entry = {"file": "did.json", "status": 410, "media_type": "application/vc"}
    fetcher = _fetcher(tmp_path, {url: "did.json", other: entry})
    assert fetcher.fetch(url).content == b'{"id": "x"}'
    assert fetcher.fetch(url).retrieved_at == AT
    gone = fetcher.fetch(other)
    assert (gone.status, gone.media_type) == (410, "application/vc")


def test_a_number_is_an_empty_answer_with_that_status(tmp_path: Path) -> None:
    fetcher = _fetcher(tmp_path, {"https://a.example/": 404, "https://b.example/": 410})
    assert _code(fetcher, "https://a.example/") == "resolution.http-status"
    assert fetcher.fetch("https://b.example/").content == b""


def test_an_unlisted_url_is_a_failed_fetch(tmp_path: Path) -> None:
    assert _code(_fetcher(tmp_path, {}), "https://a.example/") == "resolution.unreachable"


def test_redirects_are_followed_and_judged_like_the_first_address(tmp_path: Path) -> None:
    index: dict[str, object] = {
        "https://a.example/": {"location": "https://b.example/"},
        "https://b.example/": "did.json",
        "https://c.example/": {"location": "https://127.0.0.1/"},
        "https://127.0.0.1/": "did.json",
        "https://loop.example/": {"location": "https://loop.example/"},
    }
    fetcher = _fetcher(tmp_path, index)
    assert fetcher.fetch("https://a.example/").url == "https://a.example/"
    assert _code(fetcher, "https://c.example/") == "resolution.not-public"
    assert _code(fetcher, "https://loop.example/") == "resolution.too-many-redirects"
    assert MAX_REDIRECTS < 10


def test_a_listed_address_is_no_more_acceptable_than_on_the_network(tmp_path: Path) -> None:
    fetcher = _fetcher(tmp_path, {"http://a.example/": "did.json", "https://[::1]/": "did.json"})
    assert _code(fetcher, "http://a.example/") == "resolution.not-https"
    assert _code(fetcher, "https://[::1]/") == "resolution.not-public"


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as stream:
        stream.truncate(MAX_RESOURCE_BYTES + 1)
    assert _code(_fetcher(tmp_path, {"https://a.example/": "large"}), "https://a.example/") == "resolution.too-large"


@pytest.mark.parametrize("content", ["", "[]", "{"])
def test_an_index_that_is_no_json_object_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "index.json").write_text(content, "utf-8")
    with pytest.raises(ResolutionError, match=r"resolution\.index-unreadable"):
        IndexFetcher(tmp_path, AT)
