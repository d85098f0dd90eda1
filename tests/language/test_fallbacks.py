from __future__ import annotations

from pathlib import Path

from wallet.language.added import read_catalog
from wallet.language.catalogs import load_catalog
from wallet.language.fallbacks import given_back

LANGUAGES = Path(__file__).parents[1] / "fixtures" / "languages"


def test_what_a_partial_catalog_gives_back_is_known_before_anyone_asks() -> None:
    catalog = read_catalog("ko", sorted((LANGUAGES / "ko").glob("*.po")))
    found = given_back(catalog)
    assert {"All badges", "Issued by"} <= found
    assert found.isdisjoint({"Badges", "Profile", "%(number)s badge", "%(number)s badges"})
    assert all(catalog.gettext(sentence) == sentence for sentence in sorted(found)[:50])


def test_to_look_for_what_is_missing_is_not_to_miss_it() -> None:
    catalog = read_catalog("ko", sorted((LANGUAGES / "ko").glob("*.po")))
    catalog.gettext("All badges")
    given_back(catalog)
    assert catalog.untranslated == ("All badges",)
    assert (catalog.lacks("All badges"), catalog.lacks("Badges")) == (True, False)
    assert (catalog.lacks("VERIFIED", "top of the seal"), catalog.lacks("VERIFIED", "elsewhere")) == (False, True)


def test_the_languages_of_the_package_give_nothing_back() -> None:
    assert given_back(load_catalog("ja")) == given_back(load_catalog("en")) == frozenset()
