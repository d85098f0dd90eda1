from __future__ import annotations

from pathlib import Path

import pytest

from wallet.language.added import CatalogFaultError, read_catalog
from wallet.language.tags import direction_of, has_locale, script_of

FIXTURES = Path(__file__).parents[1] / "fixtures" / "languages"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def written(folder: Path, text: str) -> Path:
    file = folder / "pages.po"
    file.write_text(HEAD + text, "utf-8")
    return file


def test_what_is_translated_is_said_and_what_is_not_is_remembered() -> None:
    catalog = read_catalog("ko", [FIXTURES / "ko" / "pages.po"])
    assert catalog.gettext("Badges") == "배지"
    assert catalog.pgettext("top of the seal", "VERIFIED") == "검증"
    assert catalog.ngettext("%(number)s badge", "%(number)s badges", 1) == "배지 %(number)s개"
    assert not catalog.untranslated
    assert catalog.gettext("All badges") == "All badges"
    assert catalog.pgettext("bottom of the seal", "SIGNED") == "SIGNED"
    assert catalog.ngettext("one", "many", 2) == "many"
    assert catalog.npgettext("somewhere", "one", "many", 1) == "one"
    assert catalog.untranslated == ("All badges", "SIGNED", "one")


def test_a_learners_words_go_before_those_of_the_package(tmp_path: Path) -> None:
    file = written(tmp_path, 'msgid "Badges"\nmsgstr "デジタルバッジ"\n')
    catalog = read_catalog("ja", [file])
    assert (catalog.gettext("Badges"), catalog.gettext("Skills")) == ("デジタルバッジ", "スキル")


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        ('msgid Badges\nmsgstr "배지"\n', "unreadable", 4),
        ('msgid "Badges"\nmsgstr "배지\n', "unreadable", 5),
        ('msgid "as of {date}"\nmsgstr "기준"\n', "places", 4),
        ('msgid "as of {date}"\nmsgstr "{day} 기준"\n', "places", 4),
        ('msgid "as of {date}"\nmsgstr "{date.__class__}"\n', "places", 4),
        ('msgid "as of {date}"\nmsgstr "{date:>999999999}"\n', "places", 4),
        ('msgid "as of {date}"\nmsgstr "{date"\n', "places", 4),
        ('msgid "Badges"\nmsgstr "100%"\n', "places", 4),
        ('msgid "%(n)s badge"\nmsgid_plural "%(n)s badges"\nmsgstr[0] "%(m)s"\n', "places", 4),
        ('msgid "Badges"\nmsgstr "<script>alert(1)</script>"\n', "markup", 4),
        ('msgid "Badges"\nmsgstr "x\\" onclick=\\"y"\n', "markup", 4),
    ],
)
def test_a_translation_that_does_not_fit_is_refused(tmp_path: Path, text: str, fault: str, line: int) -> None:
    file = written(tmp_path, text)
    with pytest.raises(CatalogFaultError) as caught:
        read_catalog("ko", [file])
    assert (caught.value.fault, caught.value.path, caught.value.line) == (fault, file, line)


@pytest.mark.parametrize(
    "content",
    [b'msgid "a"\nmsgstr "\xff"\n', b'msgid ""\nmsgstr "Content-Type: a; charset=no\\n"\n\nmsgid "a"\nmsgstr "b"\n'],
)
def test_a_file_in_no_known_encoding_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.po").write_bytes(content)
    with pytest.raises(CatalogFaultError):
        read_catalog("ko", [tmp_path / "a.po"])


def test_a_plural_form_may_say_its_number_in_words(tmp_path: Path) -> None:
    text = 'msgid "%(n)s badge"\nmsgid_plural "%(n)s badges"\nmsgstr[0] "una insignia"\nmsgstr[1] "%(n)s insignias"\n'
    catalog = read_catalog("es", [written(tmp_path, text)])
    assert catalog.ngettext("%(n)s badge", "%(n)s badges", 1) == "una insignia"


@pytest.mark.parametrize(
    ("tag", "direction", "script"),
    [
        ("ar", "rtl", "Arab"),
        ("ko", "ltr", "Kore"),
        ("es", "ltr", "Latn"),
        ("ja", "ltr", "Jpan"),
        ("zh-Hant", "ltr", "Hant"),
    ],
)
def test_direction_and_script_of_a_language(tag: str, direction: str, script: str) -> None:
    assert (direction_of(tag), script_of(tag), has_locale(tag)) == (direction, script, True)


def test_a_language_without_a_locale_is_known_as_such() -> None:
    assert (direction_of("xx"), script_of("xx"), has_locale("xx")) == ("ltr", None, False)
