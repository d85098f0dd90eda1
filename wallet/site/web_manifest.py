"""How a device names the site among those that it keeps."""

from __future__ import annotations

from collections.abc import Sequence

from wallet.language.tags import direction_of
from wallet.site.editions import Edition
from wallet.site.model import WebManifest

__all__ = ["web_manifest"]


def web_manifest(editions: Sequence[Edition]) -> WebManifest:
    """A manifest knows one name: that of the site's first language."""
    first = editions[0]
    return WebManifest(name=first.owner.text, language=first.language, direction=direction_of(first.language))
