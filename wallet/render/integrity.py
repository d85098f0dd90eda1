"""What a browser compares a script with before it runs it (Subresource Integrity, section 3.1)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache

from wallet.errors import ThemeError
from wallet.render.theme import Theme

__all__ = ["integrity_of"]


def integrity_of(theme: Theme) -> Callable[[str], str]:
    """The value of ``integrity`` for a static file of the theme; raises ThemeError where there is no such file."""

    @cache
    def integrity(name: str) -> str:
        content = theme.static.get(name)
        if content is None:
            raise ThemeError("theme.static-missing", theme=theme.name, file=name)
        return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode("ascii")

    return integrity
