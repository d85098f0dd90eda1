"""The web manifest: the site's name from its pages, its colours and its icon from the theme."""

from __future__ import annotations

import json
import re

from wallet.render.files import OutputFile
from wallet.render.theme import Theme
from wallet.site.machine_links import MANIFEST_ADDRESS
from wallet.site.model import WebManifest

__all__ = ["manifest_file"]

ICON, TOKENS = "icon.svg", "tokens.css"

# The first value of the token: the light one, as a manifest knows no other.
_PAPER = re.compile(rb"--paper:\s*(#[0-9A-Fa-f]{3,8})\s*;")


def manifest_file(manifest: WebManifest, theme: Theme) -> OutputFile:
    """Its addresses are relative to itself, so that it holds under any base path."""
    paper = _PAPER.search(theme.static.get(TOKENS, b""))
    icon = {"src": f"static/{ICON}", "sizes": "any", "type": "image/svg+xml"}
    colour = paper.group(1).decode() if paper else None
    members = {
        "name": manifest.name,
        "short_name": manifest.name,
        "lang": manifest.language,
        "dir": manifest.direction,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        **({"theme_color": colour, "background_color": colour} if colour else {}),
        **({"icons": [icon]} if ICON in theme.static else {}),
    }
    content = json.dumps(members, ensure_ascii=False, indent=1) + "\n"
    return OutputFile(path=MANIFEST_ADDRESS, content=content.encode())
