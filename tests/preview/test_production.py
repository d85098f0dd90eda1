"""What GitHub Pages would answer, over loopback: headers, redirects, misses, and pages as they were written."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.preview.test_server import PATIENCE, free_port, started, until
from wallet.preview.production import find_published


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site with files of every kind, and a folder without an index."""
    folder = tmp_path / "output"
    for name in ("index.html", "about.html", "ja/index.html", "static/a.css", ".well-known/did.json", ".git/config"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", "index.html"),
        ("about", "about.html"),
        ("about/", None),
        ("About", None),
        ("JA/", None),
        ("ja//", None),
        ("/ja/", None),
        ("static/", None),
        ("static", None),
        ("static/a.css/", None),
        (".well-known/did.json", ".well-known/did.json"),
        (".git/config", None),
        ("../output/index.html", "index.html"),
    ],
)
def test_an_address_is_answered_no_more_leniently_than_on_pages(output: Path, path: str, found: str | None) -> None:
    assert find_published(output, path) == (output / found if found else None)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path, subprocess.Popen[str]]]:
    """The port of a new portfolio served as published at https://learner.example/portfolio/, and its folder."""
    place, port = tmp_path_factory.mktemp("production"), free_port()
    environment = {**os.environ, "WALLET_LANG": "en", "WALLET_HOME": str(place / "wallet")}
    command = [sys.executable, "-m", "wallet", "init", "mine", "--url", "https://learner.example/portfolio/"]
    subprocess.run(command, cwd=place, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    command = [sys.executable, "-m", "wallet", "serve", "--production", "--port", str(port)]
    with started(command, place / "mine", environment) as process:
        try:
            until(port, "/portfolio/en/", "<main")
            yield port, place / "mine" / "output", process
        finally:
            process.kill()


def _ask(
    port: int, path: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> tuple[int, Mapping[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", port)
    try:
        connection.request(method, path, headers=dict(headers or {}))
        answer = connection.getresponse()
        return answer.status, dict(answer.headers), answer.read()
    finally:
        connection.close()


def test_a_page_comes_as_it_was_written(site: tuple[int, Path, subprocess.Popen[str]]) -> None:
    port, output, _ = site
    status, headers, content = _ask(port, "/portfolio/en/")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert content == (output / "en" / "index.html").read_bytes()
    assert b"Content-Security-Policy" in content
    assert b"livereload" not in content


def test_an_answer_may_be_read_from_anywhere_and_kept_for_ten_minutes(
    site: tuple[int, Path, subprocess.Popen[str]],
) -> None:
    port, _, _ = site
    status, headers, _ = _ask(port, "/portfolio/sitemap.xml")
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "*")
    assert (headers["Cache-Control"], headers["Content-Type"]) == ("max-age=600", "application/xml")
    again = _ask(port, "/portfolio/sitemap.xml", {"If-None-Match": headers["Etag"]})
    assert (again[0], again[2]) == (304, b"")
    told = _ask(port, "/portfolio/sitemap.xml", method="HEAD")
    assert (told[0], told[1]["Etag"], told[2]) == (200, headers["Etag"], b"")


def test_no_other_site_reads_what_is_not_published_yet(site: tuple[int, Path, subprocess.Popen[str]]) -> None:
    port, _, _ = site
    _, headers, _ = _ask(port, "/portfolio/index.json", {"Origin": "https://elsewhere.example"})
    assert "Access-Control-Allow-Origin" not in headers
    status, _, content = _ask(port, "/portfolio/index.json", {"Host": "elsewhere.example"})
    assert (status, content) == (421, b"")


def test_text_is_compressed_for_who_asks(site: tuple[int, Path, subprocess.Popen[str]]) -> None:
    port, output, _ = site
    _, headers, content = _ask(port, "/portfolio/en/", {"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(content) == (output / "en" / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("path", "target"),
    [("/portfolio", "/portfolio/"), ("/portfolio/ja", "/portfolio/ja/"), ("/portfolio/en?a=1", "/portfolio/en/?a=1")],
)
def test_a_folder_is_sent_to_its_own_address(
    site: tuple[int, Path, subprocess.Popen[str]], path: str, target: str
) -> None:
    status, headers, _ = _ask(site[0], path)
    assert (status, headers["Location"]) == (301, target)


@pytest.mark.parametrize(
    "path", ["/portfolio/nowhere/deep", "/portfolio/static/", "/portfolio/../content/", "/portfolio/JA/"]
)
def test_a_miss_below_the_base_path_is_the_sites_own_page(
    site: tuple[int, Path, subprocess.Popen[str]], path: str
) -> None:
    port, output, _ = site
    status, headers, content = _ask(port, path)
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert content == (output / "404.html").read_bytes()


@pytest.mark.parametrize("path", ["/", "/ja/", "/portfolios/"])
def test_above_the_base_path_the_site_has_no_say(site: tuple[int, Path, subprocess.Popen[str]], path: str) -> None:
    status, _, content = _ask(site[0], path)
    assert (status, content) == (404, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_ends_it_quietly(site: tuple[int, Path, subprocess.Popen[str]]) -> None:
    # The last of this module: the process ends with it.
    _, _, process = site
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in said
    assert process.returncode == 0
