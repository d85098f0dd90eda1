"""Text with a language: what issuers write, in one language, in several, or in none they named.

VCDM 2.0 section 11.1 writes such text as a string, a language value object (``@value``, ``@language``,
``@direction``) or an array of them; Open Badges 2.0 names one ``@language`` for a whole object.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LanguageValue", "Text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageValue:
    """One run of text; `language` is a BCP 47 tag or None, `direction` is "ltr", "rtl" or None."""

    value: str
    language: str | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """The same text in one or more languages; never empty."""

    values: tuple[LanguageValue, ...]

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError("a Text has at least one value")

    @classmethod
    def of(cls, value: str, language: str | None = None) -> Text:
        """Text in one language, or in none that was named."""
        return cls((LanguageValue(value=value, language=language),))

    def best(self, language: str) -> LanguageValue:
        """The value in `language`, else the one without a language, else the first."""
        primary = language.split("-")[0].lower()
        for value in self.values:
            if value.language and value.language.split("-")[0].lower() == primary:
                return value
        return next((value for value in self.values if value.language is None), self.values[0])

    def __str__(self) -> str:
        return self.values[0].value
