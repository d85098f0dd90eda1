"""Answering a request as GitHub Pages would: base path, content types, directory addresses and the 404 page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tornado.web

from wallet.preview.media_types import media_type

__all__ = ["PageHandler", "find_file", "routes"]

_POLICY = re.compile(rb'<meta[^>]+http-equiv=["\']?Content-Security-Policy[^>]*>', re.IGNORECASE)


def routes(output: Path, base_path: str) -> list[Any]:
    """The routes of a site in `output` under `base_path`, which may be "/"."""
    base = base_path.rstrip("/")
    inside = [(rf"{re.escape(base)}/(.*)", PageHandler, {"output": output})]
    if not base:
        return list(inside)
    to_base = {"url": f"{base}/", "permanent": False}
    outside = {"output": output, "outside": True}
    return [
        *inside,
        (rf"(?:/|{re.escape(base)})", tornado.web.RedirectHandler, to_base),
        (r"/(.*)", PageHandler, outside),
    ]


def find_file(output: Path, path: str) -> Path | None:
    """The file that answers `path`: itself, its ``.html``, or the index of its folder; None when there is none."""
    try:
        wanted = (output / path).resolve()
        wanted.stat()
    except FileNotFoundError:
        pass
    except (OSError, ValueError):
        # No file system has such a name.
        return None
    if not wanted.is_relative_to(output.resolve()):
        return None
    named = (wanted / "index.html",) if wanted.is_dir() else (wanted, wanted.with_name(f"{wanted.name}.html"))
    candidates = (candidate.resolve() for candidate in named if candidate.is_file())
    return next((candidate for candidate in candidates if candidate.is_relative_to(output.resolve())), None)


class PageHandler(tornado.web.RequestHandler):
    """One file of the site; an address outside the base path has none."""

    def initialize(self, output: Path, outside: bool = False) -> None:
        """The folder that is served."""
        self.output = output
        self.outside = outside

    def get(self, path: str) -> None:
        """Answer with the file, a redirect to the folder's own address, or the 404 page."""
        file = None if self.outside else find_file(self.output, path)
        if file is not None and file.name == "index.html" and path and not path.endswith(("/", "index.html", "index")):
            self.redirect(f"{self.request.path}/", permanent=False)
            return
        if file is None:
            self.set_status(404)
            file = find_file(self.output, "404.html")
        self.set_header("Cache-Control", "no-store")
        self._answer(file)

    def head(self, path: str) -> None:
        """As `get`; tornado leaves out the body."""
        self.get(path)

    def _answer(self, file: Path | None) -> None:
        if file is None:
            self.finish()
            return
        content = file.read_bytes()
        if file.suffix == ".html":
            # The page's own policy would keep out the script that reloads it.
            content = _POLICY.sub(b"", content)
        self.set_header("Content-Type", media_type(file.name))
        self.finish(content)
