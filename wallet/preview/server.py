"""A local server with live reload, which serves the site as GitHub Pages will.

Only this computer can reach it. Files stand under the portfolio's base path; a missing page is answered with the
site's own 404 page; text says that it is UTF-8. A change in a watched folder builds again and reloads the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from wallet.errors import BuildError

__all__ = ["require_free_port", "serve", "serve_as_published"]

LOOPBACK = "127.0.0.1"


def require_free_port(port: int) -> None:
    """Raise BuildError("serve.port-taken") where another program listens."""
    from tornado.netutil import bind_sockets

    try:
        listening = bind_sockets(port, LOOPBACK)
    except OSError:
        raise BuildError("serve.port-taken", port=str(port)) from None
    for one in listening:
        one.close()


def serve(rebuild: Callable[[], bool], *, watched: Sequence[Path], output: Path, base_path: str, port: int) -> None:
    """Serve `output` under `base_path` until interrupted; raises BuildError("serve.port-taken")."""
    server = _server(output, base_path)
    for folder in watched:
        if folder.is_dir():
            server.watch(str(folder), rebuild)
    try:
        server.serve(port=port, host=LOOPBACK, root=str(output))
    except OSError:
        raise BuildError("serve.port-taken", port=str(port)) from None


def serve_as_published(*, output: Path, base_path: str, port: int) -> None:
    """Serve `output` exactly as Pages will until interrupted; raises BuildError("serve.port-taken")."""
    from wallet.preview.production import serve_published

    try:
        serve_published(output=output, base_path=base_path, port=port, address=LOOPBACK)
    except OSError:
        raise BuildError("serve.port-taken", port=str(port)) from None


def _server(output: Path, base_path: str) -> Any:
    """livereload's server with handlers of ours: its own knows no base path, no 404 page and no character set."""
    import logging

    from livereload import Server

    from wallet.preview.handlers import routes

    class PagesServer(Server):  # type: ignore[misc]
        def get_web_handlers(self, script: bytes) -> list[Any]:
            return routes(output, base_path)

        def _setup_logging(self) -> None:
            # The command line says what there is to say, in the reader's language.
            logging.getLogger("tornado.access").setLevel(logging.ERROR)

    return PagesServer()
