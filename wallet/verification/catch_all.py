"""Members that only a catch-all vocabulary defines: signed, and yet without a meaning that anybody stated.

A context with ``@vocab`` gives every unknown word an address. The specifications use such contexts for examples (VCDM
2.0 section 5.5 warns of them): a signature over them can be right, but a word that nobody defined must not be shown as
if it meant something to the issuer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from wallet.fields import JsonObject, JsonValue, Problem, as_sequence
from wallet.resolution.contexts import known_contexts, load_context
from wallet.resolution.contexts.tables import layers_of

__all__ = ["find_caught"]


def find_caught(document: JsonObject, nquads: str) -> tuple[Problem, ...]:
    """Every member and type of `document` that its canonical form `nquads` names by a catch-all vocabulary only."""
    urls = [url for url in as_sequence(document.get("@context")) if isinstance(url, str)]
    problems: list[Problem] = []
    for vocabulary in filter(None, map(_vocabulary, urls)):
        if f"<{vocabulary}" in nquads:
            found = list(_caught(document, "$", vocabulary, nquads))
            problems += found or [Problem(path="$", code="coverage.catch-all", found=vocabulary[:80])]
    return tuple(problems)


@lru_cache(maxsize=64)
def _vocabulary(url: str) -> str | None:
    # What a catch-all defines cannot be tabulated: a context with tables is none, and its document is not read.
    if layers_of(url) is not None or url not in known_contexts():
        return None
    context = load_context(url).get("@context")
    vocabulary = context.get("@vocab") if isinstance(context, Mapping) else None
    return vocabulary if isinstance(vocabulary, str) else None


def _caught(value: JsonValue, path: str, vocabulary: str, nquads: str) -> Iterator[Problem]:
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _caught(part, f"{path}[{index}]", vocabulary, nquads)
    elif isinstance(value, dict):
        for name, member in value.items():
            if f"<{vocabulary}{name}>" in nquads:
                yield Problem(path=f"{path}.{name}", code="coverage.catch-all", found=name[:80])
            elif name in ("type", "@type"):
                yield from _caught_types(member, f"{path}.{name}", vocabulary, nquads)
            elif name != "@context":
                yield from _caught(member, f"{path}.{name}", vocabulary, nquads)


def _caught_types(value: JsonValue, path: str, vocabulary: str, nquads: str) -> Iterator[Problem]:
    for kind in as_sequence(value):
        if isinstance(kind, str) and f"<{vocabulary}{kind}>" in nquads:
            yield Problem(path=path, code="coverage.catch-all", found=kind[:80])
