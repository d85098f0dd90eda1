"""The JSON-LD contexts that credentials may use, by exact URL. None is ever fetched.

A signature covers what a context says the words mean: whoever could change a context could change what was signed.
The W3C's are taken from pyld, which carries them unchanged; the others are stated in this package. What all of them
define stands in `tables`, worked out beforehand: the documents themselves are seldom read, and neither is what reads
them imported before.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from wallet.errors import ResolutionError
from wallet.fields import JsonObject

__all__ = ["known_contexts", "load_context", "stated_contexts"]

_BUNDLED = frozenset(
    {
        "https://www.w3.org/2018/credentials/v1",
        "https://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/did/v1",
        "https://w3id.org/security/v1",
        "https://w3id.org/security/v2",
        "https://w3id.org/security/suites/ed25519-2020/v1",
        "https://w3id.org/security/suites/jws-2020/v1",
    }
)
_STATEMENTS = Path(__file__).parent / "statements"


def known_contexts() -> frozenset[str]:
    """Every URL that `load_context` answers."""
    return _BUNDLED | stated_contexts()


@lru_cache(maxsize=1)
def stated_contexts() -> frozenset[str]:
    """The URLs of the contexts that are stated here rather than taken from pyld."""
    return frozenset(_names())


@lru_cache(maxsize=64)
def load_context(url: str) -> JsonObject:
    """The document of a context, ``{"@context": …}``, not to be changed; raises ResolutionError("context.unknown")."""
    if url in _BUNDLED:
        return _bundled(url)
    try:
        name = _names()[url]
    except KeyError:
        raise ResolutionError("context.unknown", url=url) from None
    return _document(name)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {str(_read(file.stem)["url"]): file.stem for file in sorted(_STATEMENTS.glob("*.toml"))}


def _document(name: str) -> JsonObject:
    from wallet.resolution.contexts.notation import context_document

    return context_document(_statement(name))


def _statement(name: str) -> JsonObject:
    from wallet.resolution.contexts.notation import amended

    stated = _read(name)
    base = stated.pop("extends", None)
    return amended(_statement(base), stated) if isinstance(base, str) else stated


def _read(name: str) -> JsonObject:
    import tomllib

    return tomllib.loads((_STATEMENTS / f"{name}.toml").read_text("utf-8"))


def _bundled(url: str) -> JsonObject:
    # Imported here: pyld is heavy, and most of what the wallet does needs no context.
    from pyld.documentloader.frozen import BUNDLED_CONTEXTS

    document: JsonObject = json.loads(BUNDLED_CONTEXTS[url].read_text("utf-8"))
    return document
