"""The JSON-LD contexts that credentials may use, by exact URL. None is ever fetched.

A signature covers what a context says the words mean: whoever could change a context could change what was signed.
The W3C's are taken from pyld, which carries them unchanged; the others are stated in this package.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from wallet.errors import ResolutionError
from wallet.fields import JsonObject
from wallet.resolution.contexts.notation import context_document

__all__ = ["known_contexts", "load_context", "stated_contexts"]

_BUNDLED = (
    "https://www.w3.org/2018/credentials/v1",
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/security/suites/ed25519-2020/v1",
)
_STATEMENTS = Path(__file__).parent / "statements"


def known_contexts() -> frozenset[str]:
    """Every URL that `load_context` answers."""
    return frozenset(_BUNDLED) | stated_contexts()


def stated_contexts() -> frozenset[str]:
    """The URLs of the contexts that are stated here rather than taken from pyld."""
    return frozenset(_statement_files())


@lru_cache(maxsize=64)
def load_context(url: str) -> JsonObject:
    """The document of a context, ``{"@context": …}``; raises ResolutionError("context.unknown")."""
    if url in _BUNDLED:
        return _bundled(url)
    try:
        file = _statement_files()[url]
    except KeyError:
        raise ResolutionError("context.unknown", url=url) from None
    return context_document(tomllib.loads(file.read_text("utf-8")))


@lru_cache(maxsize=1)
def _statement_files() -> Mapping[str, Path]:
    files = sorted(_STATEMENTS.glob("*.toml"))
    return {str(tomllib.loads(file.read_text("utf-8"))["url"]): file for file in files}


def _bundled(url: str) -> JsonObject:
    from pyld.documentloader.frozen import BUNDLED_CONTEXTS

    document: JsonObject = json.loads(BUNDLED_CONTEXTS[url].read_text("utf-8"))
    return document
