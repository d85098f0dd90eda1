"""Static files as GitHub Pages serves them, on loopback: base path, directory addresses, media types, the 404 page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

__all__ = ["TYPES", "served"]

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".nq": "application/n-quads",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".xml": "application/xml",
}


@contextmanager
def served(folder: Path, base_path: str) -> Iterator[str]:
    """The address of the site in `folder` under `base_path`, which starts and ends with "/"."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            file = folder / path.removeprefix(base_path) if path.startswith(base_path) else folder / "404.html"
            if file.is_dir() and not path.endswith("/"):
                self._head(301, {"Location": f"{path}/"})
                return
            file = file / "index.html" if file.is_dir() else file
            found = file.is_file() and path.startswith(base_path)
            content = (file if found else folder / "404.html").read_bytes()
            kind = TYPES[file.suffix] if found else TYPES[".html"]
            self._head(200 if found else 404, {"Content-Type": kind, "Content-Length": str(len(content))})
            self.wfile.write(content)

        def _head(self, status: int, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that leaves a page drops its connections: nothing is wrong."""

    server = Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{base_path}"
    finally:
        server.shutdown()
        server.server_close()
