"""The English sentences that a reader of another language meets because nobody translated them yet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from wallet.language.catalogs import SOURCE_LANGUAGE, Catalog, available_languages, catalog_files

__all__ = ["given_back"]


def given_back(catalog: Catalog) -> frozenset[str]:
    """Every form of the package's sentences for which the catalog has no translation; none for a language it speaks."""
    if catalog.language in available_languages():
        return frozenset()
    return frozenset(form for context, forms in _sentences() if catalog.lacks(forms[0], context) for form in forms)


@lru_cache(maxsize=1)
def _sentences() -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    """Every sentence: where it means something else its context, and its forms in English."""
    from babel.messages.pofile import read_po

    def read() -> Iterator[tuple[str | None, tuple[str, ...]]]:
        for path in catalog_files(_complete_language()):
            with path.open("rb") as stream:
                for message in read_po(stream):
                    if message.id:
                        yield message.context, _forms(message.id)

    return tuple(read())


def _forms(identifier: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (identifier,) if isinstance(identifier, str) else tuple(identifier)


def _complete_language() -> str:
    # English itself has no catalog; each other language of the package translates every sentence.
    return next(language for language in available_languages() if language != SOURCE_LANGUAGE)
