"""The README's lines for other servers, run by an nginx where there is one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

from tests.cli.running import run_wallet
from tests.pages.portfolios import begun
from tests.pages.programs import ROOT
from tests.preview.test_server import free_port, until

README = (ROOT / "README.md").read_text("utf-8")

AROUND = """\
daemon off; master_process off; pid {place}/pid; error_log {place}/error.log;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {place}/1; proxy_temp_path {place}/2; fastcgi_temp_path {place}/3;
  uwsgi_temp_path {place}/4; scgi_temp_path {place}/5;
{server}
}}
"""


def _block(beginning: str) -> str:
    """The indented lines of the README that begin so."""
    found = re.search(rf"^    {re.escape(beginning)}\n(?:    .*\n)*", README, re.MULTILINE)
    assert found is not None
    return textwrap.dedent(found[0])


def _headers_file() -> dict[str, dict[str, str]]:
    """The rules of the README's `_headers`: path → header → value."""
    rules: dict[str, dict[str, str]] = {}
    for line in _block("/*").splitlines():
        if not line.startswith(" "):
            rules[line] = {}
            continue
        name, _, value = line.strip().partition(": ")
        rules[list(rules)[-1]][name] = value
    return rules


@dataclass(frozen=True, slots=True)
class Served:
    """An nginx at a port with the site below a path."""

    port: int
    base: str

    def get(self, path: str) -> tuple[int, HTTPMessage, str]:
        connection = HTTPConnection("127.0.0.1", self.port)
        try:
            connection.request("GET", self.base + path)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()


@pytest.fixture(params=["/", "/portfolio/"])
def served(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Served]:
    """A new portfolio with a badge, copied to where the README says, behind the README's nginx."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is not installed")
    base, port, place = str(request.param), free_port(), tmp_path / "nginx"
    root, folder = begun(tmp_path, capsys, "--url", f"https://www.example.org{base}"), tmp_path / f"www{base}"
    assert run_wallet(tmp_path, capsys, "build", "--portfolio", root).status == 0
    shutil.copytree(root / "output", folder)
    place.mkdir()
    server = _block("server {").replace("/srv/www", str(tmp_path / "www")).replace("/404.html", f"{base}404.html")
    server = server.replace("server_name www.example.org;", f"listen 127.0.0.1:{port};")
    (place / "nginx.conf").write_text(AROUND.format(place=place, server=server), "utf-8")
    with subprocess.Popen([nginx, "-e", str(place / "error.log"), "-c", str(place / "nginx.conf")]) as process:
        try:
            until(port, f"{base}en/", "<main")
            yield Served(port, base)
        finally:
            process.terminate()


def test_nginx_serves_the_site_with_the_lines_of_the_readme(served: Served) -> None:
    for path, status, kind in (
        ("", 200, "text/html; charset=utf-8"),
        ("ja", 301, "text/html"),
        ("ja/cv.txt", 200, "text/plain; charset=utf-8"),
        ("badges/first/credential.json", 200, "application/json"),
        ("static/style.css", 200, "text/css"),
        ("no/such/page", 404, "text/html; charset=utf-8"),
    ):
        answered, headers, _ = served.get(path)
        assert (path, answered, headers["Content-Type"]) == (path, status, kind)
        assert {name: headers[name] for name in _headers_file()["/*"]} == _headers_file()["/*"]
    assert f'href="{served.base}static/style.css"' in served.get("no/such/page")[2]
    if served.base == "/":
        assert served.get(".well-known/did.json")[0] == 200


def test_a_rule_of_headers_is_one_that_both_hosts_understand() -> None:
    rules = _headers_file()
    assert set(rules) == {"/*", "/*.txt"}
    assert all(re.fullmatch(r"[A-Za-z-]+", name) and value for rule in rules.values() for name, value in rule.items())
    # Where two rules set one header, both values are sent.
    assert not rules["/*"].keys() & rules["/*.txt"].keys()
