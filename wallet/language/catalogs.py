"""Message catalogs: every sentence that a person reads, in the languages that the package speaks.

The English sentence is the message id. Another language is a folder `catalogs/<language>/` of gettext `.po` files, one
for each layer, read and compiled in memory on first use. This module knows nothing of who asks or why.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

__all__ = [
    "SOURCE_LANGUAGE",
    "Catalog",
    "Untranslated",
    "available_languages",
    "catalog_files",
    "compiled",
    "load_catalog",
    "negotiate",
]

SOURCE_LANGUAGE = "en"
_FOLDER = Path(__file__).parent / "catalogs"


class Untranslated(gettext.NullTranslations):
    """The messages that were asked for and had no translation, in the order in which they were first missed."""

    def __init__(self) -> None:
        """Nothing has been missed yet."""
        super().__init__()
        self.missed: dict[str, None] = {}

    def gettext(self, message: str) -> str:
        """The message as it is, remembered."""
        return self.ngettext(message, message, 1)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The English form, remembered."""
        self.missed[msgid1] = None
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is, remembered."""
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The English form, remembered."""
        return self.ngettext(msgid1, msgid2, n)


class Catalog:
    """The messages of one language; a message that has no translation is given back as it is."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        """The messages of `language` as gettext knows them."""
        self.language = language
        self._translations = translations
        self._untranslated = Untranslated()
        translations.add_fallback(self._untranslated)

    @property
    def untranslated(self) -> tuple[str, ...]:
        """The English sentences that were given back so far, because they have no translation."""
        return tuple(self._untranslated.missed)

    def lacks(self, message: str, context: str | None = None) -> bool:
        """Whether the message would be given back as it is; to ask does not count as missing it."""
        missed, self._untranslated.missed = self._untranslated.missed, {}
        try:
            self.gettext(message) if context is None else self.pgettext(context, message)
            return bool(self._untranslated.missed)
        finally:
            self._untranslated.missed = missed

    def gettext(self, message: str) -> str:
        """Translate one message."""
        return self._translations.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Translate the form of a message that goes with `number`."""
        return self._translations.ngettext(singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message that means something else in another context."""
        return self._translations.pgettext(context, message)

    def npgettext(self, context: str, singular: str, plural: str, number: int) -> str:
        """Translate the form of a message that goes with `number` in one context."""
        return self._translations.npgettext(context, singular, plural, number)


@lru_cache(maxsize=1)
def available_languages() -> tuple[str, ...]:
    """The language tags that the package speaks, English first."""
    folders = (path.name for path in _FOLDER.iterdir() if any(path.glob("*.po")))
    return (SOURCE_LANGUAGE, *sorted(folders))


def catalog_files(language: str) -> tuple[Path, ...]:
    """The `.po` files of one language in a fixed order; none for the source language."""
    return tuple(sorted((_FOLDER / language).glob("*.po")))


@lru_cache(maxsize=8)
def load_catalog(language: str) -> Catalog:
    """The catalog of one of `available_languages`; raises KeyError for any other tag."""
    if language not in available_languages():
        raise KeyError(language)
    if language == SOURCE_LANGUAGE:
        return Catalog(language, gettext.NullTranslations())
    return Catalog(language, compiled(language, catalog_files(language)))


def compiled(language: str, files: Sequence[Path]) -> gettext.GNUTranslations:
    """The translations in the files as gettext reads them; of two for one message, the first counts."""
    from babel.messages import Catalog as MessageCatalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    locale = language.replace("-", "_")
    merged = MessageCatalog(locale=locale)
    for path in files:
        with path.open("rb") as stream:
            for message in read_po(stream, locale=locale, abort_invalid=True):
                if message.id and message.string and not message.fuzzy and not merged.get(message.id, message.context):
                    merged.add(message.id, message.string, context=message.context)
    written = BytesIO()
    write_mo(written, merged)
    return gettext.GNUTranslations(BytesIO(written.getvalue()))


def negotiate(wanted: Sequence[str], available: Sequence[str]) -> str:
    """The first of `available` that meets one of the `wanted` tags ("ja_JP.UTF-8" counts as ja), else English or the
    first available; raises ValueError when nothing is available."""
    if not available:
        raise ValueError("no language is available")
    for tag in wanted:
        primary = tag.replace("_", "-").split(".")[0].split("-")[0].lower()
        for language in available:
            if language.split("-")[0].lower() == primary:
                return language
    return SOURCE_LANGUAGE if SOURCE_LANGUAGE in available else available[0]
