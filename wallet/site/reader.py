"""Whom a page speaks to: its language, and how text, dates and numbers are put to that reader.

Our own sentences are translated; an issuer's and a learner's never are. A text in another language than the page's
carries that language with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from wallet.language import dates
from wallet.language.catalogs import Catalog
from wallet.language.controls import visible
from wallet.language.sentences import sentence
from wallet.language.tags import guess_language, language_name, same_language
from wallet.language.text import LanguageValue, Text
from wallet.site.views import DateView, Prose, Run
from wallet.verification.report import CheckResult

__all__ = ["Reader"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The reader of one page; `han` is the language of undeclared text in Han characters alone.

    `memory` is for `wallet.site.once`.
    """

    catalog: Catalog
    han: str = "ja"
    memory: dict[tuple[str, int], tuple[object, object]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def language(self) -> str:
        """The page's language tag."""
        return self.catalog.language

    def say(self, message: str, **values: object) -> str:
        """One of our own sentences, translated, its named places filled."""
        translated = self.catalog.gettext(message)
        return translated.format(**values) if values else translated

    def found(self, result: CheckResult) -> str:
        """What a check found, as a sentence; KeyError for a code that has none."""
        return self.sentence(result.code, result.facts)

    def sentence(self, code: str, facts: Mapping[str, object]) -> str:
        """The sentence of a code; KeyError for a code that has none."""
        return sentence(self.catalog, code, facts)

    def date(self, moment: datetime) -> DateView:
        """A calendar date in the moment's own offset."""
        return DateView(text=dates.format_date(moment, self.language), exact=dates.exact(moment))

    def moment(self, moment: datetime) -> DateView:
        """Date, time and offset."""
        return DateView(text=dates.format_moment(moment, self.language), exact=dates.exact(moment))

    def number(self, value: float) -> str:
        """A number as this reader writes it."""
        return dates.format_number(value, self.language)

    def language_name(self, tag: str) -> str:
        """The name of a language in the reader's own."""
        return language_name(tag, self.language)

    def run(self, text: Text | str) -> Run:
        """Foreign text in the value that suits this reader best."""
        value = text.best(self.language) if isinstance(text, Text) else LanguageValue(value=text)
        shown = visible(value.value)
        return Run(text=shown, language=self._marked(shown, value.language), direction=value.direction)

    def prose(self, text: Text) -> Prose:
        """Foreign Markdown in the value that suits this reader best."""
        run = self.run(text)
        return Prose(source=run.text, language=run.language, direction=run.direction)

    def paragraphs(self, text: Text) -> tuple[Run, ...]:
        """Foreign plain text, one run for each paragraph that has words."""
        run = self.run(text)
        parts = (part.strip() for part in run.text.split("\n"))
        return tuple(Run(text=part, language=run.language, direction=run.direction) for part in parts if part)

    def own(self, text: str, language: str) -> Run:
        """The learner's text, whose language is known."""
        return Run(text=visible(text), language=None if same_language(language, self.language) else language)

    def own_words(self, words: Mapping[str, str]) -> Run:
        """The learner's words in the page's language, else in the first language they wrote; empty if in none."""
        written = {tag: text.strip() for tag, text in words.items() if text.strip()}
        tag = next((tag for tag in written if same_language(tag, self.language)), next(iter(written), None))
        return self.own(written[tag], tag) if tag else Run(text="")

    def _marked(self, text: str, declared: str | None) -> str | None:
        language = declared or guess_language(text, han=self.han)
        return None if language is None or same_language(language, self.language) else language
