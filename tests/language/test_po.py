from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from wallet.language.catalogs import available_languages, catalog_files
from wallet.language.po import Messages, parse_po

PO = r"""
# A comment.
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

#. of a module
msgctxt "seal"
msgid "VERIFIED"
msgstr "検証済"

msgid "one \"badge\"\n"
msgid_plural "{number} badges"
msgstr[0] "un badge"
msgstr[1] "{number} "
"badges\t"

#, fuzzy
msgid "guessed"
msgstr "deviné"

msgid "not yet"
msgstr ""

#~ msgid "old"
#~ msgstr "vieux"
"""


def test_messages_are_read_with_contexts_and_plurals() -> None:
    found = dict(parse_po(PO))
    assert list(found) == [(None, ""), ("seal", "VERIFIED"), (None, 'one "badge"\n')]
    messages = Messages(found, lambda number: int(number > 1))
    assert messages.pgettext("seal", "VERIFIED") == "検証済"
    assert messages.gettext("VERIFIED") == "VERIFIED"
    assert messages.ngettext('one "badge"\n', "{number} badges", 1) == "un badge"
    assert messages.ngettext('one "badge"\n', "{number} badges", 2) == "{number} badges\t"
    assert messages.ngettext("one key", "many keys", 2) == "many keys"
    assert messages.npgettext("seal", "one key", "many keys", 1) == "one key"


@pytest.mark.parametrize("text", ['msgid "a', "msgid a", 'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"', '"a"', "what"])
def test_what_is_no_po_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"PO file|empty line"):
        list(parse_po(text))


def as_forms(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def test_every_catalog_is_read_as_babel_reads_it() -> None:
    files = [path for language in available_languages() for path in catalog_files(language)]
    assert len(files) >= 10
    for path in files:
        expected = {
            (message.context, as_forms(message.id)[0]): as_forms(message.string)
            for message in read_po(BytesIO(path.read_bytes()))
            if message.id and message.string
        }
        found = dict(parse_po(path.read_text("utf-8")))
        del found[None, ""]
        assert found == expected
