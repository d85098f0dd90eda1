from __future__ import annotations

import string

import pytest
from babel.messages.pofile import read_po

from tests.language.extraction import extracted_messages
from wallet.language.catalogs import available_languages, catalog_files, load_catalog, negotiate

TRANSLATED = [language for language in available_languages() if language != "en"]


def test_japanese_is_among_the_languages() -> None:
    assert "ja" in TRANSLATED
    assert available_languages()[0] == "en"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    messages = extracted_messages()
    catalog = load_catalog(language)
    assert len(messages) > 200

    missing = [
        f"{file}: {message}"
        for (context, message), file in messages.items()
        if (catalog.pgettext(context, message) if context else catalog.gettext(message)) == message
        and any(character.isalpha() for character in _without_places(message))
        and message not in _SAME_IN_BOTH
    ]

    assert missing == []


# Units and names that Japanese writes in the same way.
_SAME_IN_BOTH = {"{number} kB"}


def _without_places(message: str) -> str:
    return "".join(literal for literal, *_ in string.Formatter().parse(message))


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_catalog_holds_a_message_that_nobody_asks_for(language: str) -> None:
    asked = set(extracted_messages())
    held = {
        (message.context, message.id if isinstance(message.id, str) else message.id[0])
        for path in catalog_files(language)
        for message in read_po(path.open("rb"))
        if message.id
    }
    assert held
    assert held - asked == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_is_translated_in_two_ways(language: str) -> None:
    found: dict[tuple[str | None, str], set[str]] = {}
    for path in catalog_files(language):
        for message in read_po(path.open("rb")):
            if isinstance(message.id, str) and message.id:
                found.setdefault((message.context, message.id), set()).add(str(message.string))
    assert {key: words for key, words in found.items() if len(words) > 1} == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_the_places_of_their_messages(language: str) -> None:
    wrong = []
    for path in catalog_files(language):
        for message in read_po(path.open("rb")):
            original = message.id if isinstance(message.id, str) else message.id[0]
            translation = message.string if isinstance(message.string, str) else (message.string or [""])[0]
            if message.id and _places(original) != _places(translation):
                wrong.append(f"{path.name}: {original}")
    assert wrong == []


def _places(message: str) -> set[str | None]:
    if "%(" in message:
        return {part.split(")")[0] for part in message.split("%(")[1:]}
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(message)} - {None}


def test_a_message_without_a_translation_comes_back_as_it_is() -> None:
    assert load_catalog("ja").gettext("no such message") == "no such message"
    assert load_catalog("en").ngettext("one badge", "many badges", 2) == "many badges"


def test_a_message_depends_on_its_context() -> None:
    assert load_catalog("ja").pgettext("top of the seal", "VERIFIED") == "検証済"
    assert load_catalog("ja").gettext("VERIFIED") == "VERIFIED"


def test_a_language_without_a_catalog_is_refused() -> None:
    with pytest.raises(KeyError):
        load_catalog("tlh")


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["ja_JP.UTF-8"], "ja"),
        (["fr-CH", "ja"], "ja"),
        (["en-GB", "ja"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_negotiation_follows_the_reader(wanted: list[str], chosen: str) -> None:
    assert negotiate(wanted, ("ja", "en")) == chosen


def test_negotiation_without_english_takes_the_first() -> None:
    assert negotiate(["fr"], ("ja", "ko")) == "ja"
    with pytest.raises(ValueError, match="no language"):
        negotiate(["fr"], ())
