"""Texts that want to break out, in every file that programs read: each stays a text."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree

from tests.site.hostile import HOSTILE, hostile_site_input
from tests.site.machines import site_of
from tests.site.vocabulary import faults
from wallet.language.controls import visible

SITE = site_of(hostile_site_input())
NAMES = {"feed.xml", "index.json", "oembed.json", "resume.json", "sitemap.xml"}
FILES = {file.path: file.content for file in SITE.files if file.path.rpartition("/")[2] in NAMES}
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.mark.parametrize("path", sorted(path for path in FILES if path.endswith(".json")))
def test_json_is_json_and_carries_no_control(path: str) -> None:
    assert json.loads(FILES[path])
    assert not FORBIDDEN.search(FILES[path].decode())


@pytest.mark.parametrize("path", sorted(path for path in FILES if path.endswith(".xml")))
def test_xml_is_well_formed_and_has_no_element_of_a_strangers(path: str) -> None:
    root = etree.fromstring(FILES[path], etree.XMLParser(resolve_entities=False, no_network=True))
    namespaces = {etree.QName(element).namespace for element in root.iter(etree.Element)}
    assert namespaces <= {
        "http://www.w3.org/2005/Atom",
        "http://www.sitemaps.org/schemas/sitemap/0.9",
        "http://www.w3.org/1999/xhtml",
    }
    assert not {"evil", "script"} & {etree.QName(element).localname for element in root.iter(etree.Element)}
    assert not [node for node in root.iter() if isinstance(node, (etree._Comment, etree._ProcessingInstruction))]


def test_a_feed_keeps_the_words_of_each_title() -> None:
    root = etree.fromstring(FILES["en/feed.xml"])
    titles = {found.text for found in root.iterfind(".//{*}entry/{*}title")}
    # What XML has no way to write is replaced by the mark for it.
    assert {re.sub("[\ufffe\uffff]", "\ufffd", visible(text)) for text in HOSTILE} <= titles


def test_an_index_keeps_the_words_of_each_name() -> None:
    names = {one["name"]["en"] for one in json.loads(FILES["index.json"])["badges"]}
    assert {visible(text) for text in HOSTILE} <= names


def test_structured_data_follows_the_vocabulary_whatever_is_said() -> None:
    for page in SITE.pages:
        if page.structured:
            assert [fault for node in json.loads(page.structured)["@graph"] for fault in faults(node)] == [], page.path
            assert not FORBIDDEN.search(page.structured)


def test_all_of_them_were_looked_at() -> None:
    assert {path.rpartition("/")[2] for path in FILES} == NAMES
    assert len(FILES) == 6 + 2 * len(hostile_site_input().badges)


def test_no_address_but_that_of_a_web_page_gets_into_a_file() -> None:
    for path, content in FILES.items():
        if path.endswith(".json"):
            urls = _values(json.loads(content), {"url", "file", "thumbnail_url", "provider_url"})
            assert [url for url in urls if not url.startswith("https://")] == [], path


def _values(found: object, names: set[str]) -> list[str]:
    if isinstance(found, dict):
        own = [value for name, value in found.items() if name in names and isinstance(value, str)]
        return own + [url for value in found.values() for url in _values(value, names)]
    return [url for one in found for url in _values(one, names)] if isinstance(found, list) else []
