"""The server as a process, reached over loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import pytest

PATIENCE = 30
"""Seconds after which a server that does not answer is taken for broken; nothing is measured."""


def started(command: list[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    """A program that heeds Ctrl-C, also where these tests run behind a shell that lets nothing interrupt them."""
    heed = None if sys.platform == "win32" else partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=heed)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def get(port: int, path: str) -> tuple[int, str, str]:
    """Status, Content-Type or Location, and text."""
    connection = HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        kind = answer.headers.get("Location") or answer.headers["Content-Type"]
        return answer.status, kind, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def until(port: int, path: str, text: str) -> None:
    """Wait until a page says `text`."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            if text in get(port, path)[2]:
                return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(f"{path} never said {text!r}")


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """A new portfolio with the address https://learner.example/portfolio/."""
    command = [sys.executable, "-m", "wallet", "init", "mine", "--url", "https://learner.example/portfolio/"]
    subprocess.run(command, cwd=tmp_path, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    return tmp_path / "mine"


@pytest.fixture
def server(portfolio: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The port of a running preview, and its process."""
    port = free_port()
    environment = {**os.environ, "WALLET_LANG": "en", "WALLET_HOME": str(portfolio.parent / "wallet")}
    command = [sys.executable, "-m", "wallet", "serve", "--port", str(port)]
    with started(command, portfolio, environment) as process:
        try:
            until(port, "/portfolio/en/", "<main")
            yield port, process
        finally:
            process.kill()


def test_the_site_stands_under_its_base_path(server: tuple[int, subprocess.Popen[str]]) -> None:
    port, _ = server
    assert get(port, "/")[:2] == (302, "/portfolio/")
    assert get(port, "/portfolio/ja")[:2] == (302, "/portfolio/ja/")
    assert get(port, "/portfolio/ja/")[:2] == (200, "text/html; charset=utf-8")
    for path in ("/ja/", "/portfolio/nowhere/", "/portfolio/../content/portfolio.toml", "/portfolio/%2e%2e/content/"):
        status, _, text = get(port, path)
        assert status == 404
        assert "ページが見つかりません" in text


def test_a_page_reloads_itself_and_a_change_is_built(
    portfolio: Path, server: tuple[int, subprocess.Popen[str]]
) -> None:
    port, _ = server
    page = get(port, "/portfolio/en/")[2]
    assert "livereload.js" in page
    assert "Content-Security-Policy" not in page
    (portfolio / "content" / "profile.en.md").write_text("Quite another introduction.", "utf-8")
    until(port, "/portfolio/en/", "Quite another introduction.")


def test_a_broken_file_keeps_the_last_good_site(portfolio: Path, server: tuple[int, subprocess.Popen[str]]) -> None:
    port, process = server
    settings = portfolio / "content" / "portfolio.toml"
    good = settings.read_text("utf-8")
    settings.write_text(good + "\n[broken\n", "utf-8")
    assert process.stderr is not None
    said = next(line for line in process.stderr if "portfolio.toml" in line)
    assert said.startswith("content/portfolio.toml, line ")
    assert get(port, "/portfolio/en/")[0] == 200
    settings.write_text(good, "utf-8")
    (portfolio / "content" / "profile.en.md").write_text("Mended.", "utf-8")
    until(port, "/portfolio/en/", "Mended.")


def test_a_port_that_is_taken_is_one_sentence(portfolio: Path) -> None:
    environment = {**os.environ, "WALLET_LANG": "en"}
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        command = [sys.executable, "-m", "wallet", "serve", "--port", port]
        ran = subprocess.run(command, cwd=portfolio, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    (said,) = ran.stderr.splitlines()
    assert port in said
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_ends_it_quietly(server: tuple[int, subprocess.Popen[str]]) -> None:
    _, process = server
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in said


def test_only_this_computer_can_reach_it(server: tuple[int, subprocess.Popen[str]]) -> None:
    port, _ = server
    # Another program may still take the port at every other address.
    with socket.create_server(("127.0.0.2", port)):
        pass
