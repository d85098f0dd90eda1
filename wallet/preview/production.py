"""The site as GitHub Pages serves it once it is published: nothing is added, and nothing is more lenient than there.

Each file comes as it is, with the headers that Pages sends and no others that a site could wish for. Below the base
path a miss is answered with the site's 404.html; above it the site has no say at all.
"""

from __future__ import annotations

import ipaddress
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tornado.web

from wallet.preview.handlers import find_file
from wallet.preview.media_types import media_type

__all__ = ["PublishedHandler", "find_published", "published_routes", "serve_published"]

MAX_AGE = 600
"""Seconds for which Pages lets browsers keep an answer."""

_LEFT_OUT = frozenset({".git", ".github"})
"""Folders that never become part of what is deployed; other hidden files do, such as .well-known."""


def published_routes(output: Path, base_path: str) -> list[Any]:
    """The routes of a site in `output` under `base_path`, which may be "/"."""
    base = base_path.rstrip("/")
    below = (rf"{re.escape(base)}/(.*)", PublishedHandler, {"output": output})
    if not base:
        return [below]
    to_base = (re.escape(base), tornado.web.RedirectHandler, {"url": f"{base}/", "permanent": True})
    return [below, to_base, (r"/(.*)", PublishedHandler, {"output": output, "outside": True})]


def find_published(output: Path, path: str) -> Path | None:
    """The file that answers `path` on Pages, or the index of the folder that it names; None when there is none."""
    *folders, last = path.split("/")
    if "" in folders or not _LEFT_OUT.isdisjoint((*folders, last)):
        return None
    file = find_file(output, path)
    if file is None or (last == "" and file.name != "index.html"):
        return None
    return file if _is_spelled_so(output.resolve(), file) else None


def _is_spelled_so(output: Path, file: Path) -> bool:
    """Whether capitals agree too; some file systems take them for small letters, and Pages does not."""
    place = output
    for name in file.relative_to(output).parts:
        if name not in os.listdir(place):
            return False
        place /= name
    return True


def _is_here(url: str) -> bool:
    """Whether the host is this computer's own name or a bare address, which no name server can turn elsewhere."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ipaddress.ip_address(host) is not None
    except ValueError:
        return False


class PublishedHandler(tornado.web.RequestHandler):
    """One file of the site with the headers of Pages; outside of the base path there is none."""

    def initialize(self, output: Path, outside: bool = False) -> None:
        """The folder that is served."""
        self.output = output
        self.outside = outside

    def set_default_headers(self) -> None:
        """What every answer carries, a miss too.

        Pages lets every site read what is public; what is still to be looked at is for this computer alone.
        """
        self.clear_header("Server")
        origin = self.request.headers.get("Origin")
        if origin is None or _is_here(origin):
            self.set_header("Access-Control-Allow-Origin", "*")

    def prepare(self) -> None:
        """Refuse a name that somebody else's server gave to this computer."""
        if not _is_here(f"//{self.request.host}"):
            self.set_status(421)
            self.finish()

    def get(self, path: str) -> None:
        """Answer with the file, a redirect to the folder's own address, or the 404 page."""
        file = None if self.outside else find_published(self.output, path)
        if file is not None and path and not path.endswith("/") and (self.output / path).is_dir():
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(f"{self.request.path}/{query}", permanent=True)
            return
        if file is None:
            self.set_status(404)
            self._answer(None if self.outside else find_published(self.output, "404.html"))
            return
        self.set_header("Cache-Control", f"max-age={MAX_AGE}")
        self._answer(file)

    def head(self, path: str) -> None:
        """As `get`; tornado leaves out the body."""
        self.get(path)

    def _answer(self, file: Path | None) -> None:
        self.set_header("Content-Type", media_type(file.name if file is not None else "404.html"))
        self.finish(file.read_bytes() if file is not None else b"")


def serve_published(*, output: Path, base_path: str, port: int, address: str) -> None:
    """Serve `output` under `base_path` at a local address until interrupted; raises OSError for a taken port."""
    import logging

    from tornado.ioloop import IOLoop

    # The command line says what there is to say, in the reader's language.
    logging.getLogger("tornado.access").setLevel(logging.ERROR)
    application = tornado.web.Application(published_routes(output, base_path), compress_response=True)
    application.listen(port, address)
    try:
        IOLoop.current().start()
    except KeyboardInterrupt:
        return
