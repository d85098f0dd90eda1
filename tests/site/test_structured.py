"""What pages say in the words of schema.org: by the vocabulary's rules, and no more than the page shows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.site.machines import nodes_of, site_of
from tests.site.sample import badge, sample_badges, sample_portfolio, sample_site_input
from tests.site.vocabulary import faults, nodes_in
from wallet.credentials.model import Achievement, Profile
from wallet.language.text import Text
from wallet.portfolio.model import Link, OwnerName
from wallet.verification.report import Verdict

SITE = site_of()
BASE = "https://mio.example/portfolio/"


def test_every_node_of_every_page_follows_the_vocabulary() -> None:
    found = {page.path: json.loads(page.structured) for page in SITE.pages if page.structured}
    # A page that stands in every language is one of its own; others lead to it or show it in a frame.
    assert {page.path for page in SITE.pages if page.alternates} == found.keys()
    for path, document in found.items():
        assert document["@context"] == "https://schema.org"
        assert [fault for node in document["@graph"] for fault in faults(node)] == [], path
    assert sum(1 for document in found.values() for _ in nodes_in(document)) > 200


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Badge"}, "no such type: Badge"),
        ({"@type": "Person"}, "Person lacks name"),
        ({"@type": "Person", "name": "x", "colour": "red"}, "Person.colour: no such property"),
        ({"@type": "Person", "name": "x", "expires": "2026-11-01"}, "Person.expires: not of this type"),
        ({"@type": "Person", "name": "x", "url": "ja/"}, "Person.url: is none of ['URL']: 'ja/'"),
        ({"@type": "WebPage", "expires": "tomorrow"}, "WebPage.expires: is none of ['Date', 'DateTime']: 'tomorrow'"),
        ({"@type": "WebPage", "publisher": {"@type": "ItemList", "itemListElement": []}}, "may not be a ItemList"),
    ],
)
def test_the_rules_find_each_fault(node: dict[str, object], fault: str) -> None:
    assert any(fault in found for found in faults(node))  # type: ignore[arg-type]


def test_a_badge_says_what_its_page_says() -> None:
    node = nodes_of(SITE, "en/badges/ds-literacy/")["EducationalOccupationalCredential"]
    assert node["name"] == "Data Science and AI for All Students (Literacy Level)"
    assert node["alternateName"] == "データサイエンス・AI全学教育プログラム（リテラシーレベル）"
    assert node["description"].startswith("Certifies the basics of mathematics")
    assert (node["credentialCategory"], node["creativeWorkStatus"]) == ("Microcredential", "Verified")
    assert node["publisher"] == {
        "@type": "Organization",
        "name": "Tosa Coastal University",
        "url": "https://tosa-kaihin.example/",
    }
    assert (node["inLanguage"], node["dateCreated"]) == ("ja", "2022-12-16T00:00:00+09:00")
    assert node["isBasedOn"] == f"{BASE}badges/ds-literacy/credential.json"
    assert node["encoding"]["sha256"] == sample_badges()[0].original.digest
    assert "expires" not in node
    assert "recognizedBy" not in node


def test_skills_and_levels_are_told_apart() -> None:
    node = nodes_of(SITE, "ja/badges/ds-literacy/")["EducationalOccupationalCredential"]
    (skill,), (level,) = node["competencyRequired"], node["educationalLevel"]
    assert (skill["name"], skill["termCode"]) == ("データ・AI利活用", "DSS-L2")
    assert skill["inDefinedTermSet"] == {"@type": "DefinedTermSet", "name": "デジタルスキル標準"}
    assert (level["name"], level["termCode"]) == ("EQF level 5", "5")


@pytest.mark.parametrize("slug", ["workshop", "legacy-suite", "altered"])
def test_no_issuer_is_named_whose_word_was_not_confirmed(slug: str) -> None:
    node = nodes_of(SITE, f"en/badges/{slug}/")["EducationalOccupationalCredential"]
    assert "publisher" not in node
    assert node["creativeWorkStatus"] not in ("Verified", "Expired")


def test_a_person_who_issues_is_a_person() -> None:
    issuer = Profile(id="did:key:z", name=Text.of("Ann"), given_name="Ann")
    entry = badge("one", Achievement(id="urn:a", name=Text.of("A", "en")), issuer=issuer)
    site = site_of(replace(sample_site_input(), badges=(entry,)))
    node = nodes_of(site, "en/badges/one/")["EducationalOccupationalCredential"]
    assert node["publisher"] == {"@type": "Person", "name": "Ann"}
    assert node["image"] == f"{BASE}en/badges/one/card.png"


def test_the_breadcrumb_leads_over_the_list_of_badges() -> None:
    crumbs = nodes_of(SITE, "en/badges/first-aid/")["BreadcrumbList"]["itemListElement"]
    assert [(crumb["position"], crumb["name"], crumb["item"]) for crumb in crumbs] == [
        (1, "HAMAGUCHI Mio", f"{BASE}en/"),
        (2, "Badges", f"{BASE}en/badges/"),
        (3, "救命講習", f"{BASE}en/badges/first-aid/"),
    ]
    pages = nodes_of(SITE, "ja/pages/works/")["BreadcrumbList"]["itemListElement"]
    assert [crumb["name"] for crumb in pages] == ["浜口 澪", "作品"]


def test_a_collection_lists_its_badges_in_its_order() -> None:
    node = nodes_of(SITE, "en/collections/for-the-harbour/")["ItemList"]
    assert (node["name"], node["numberOfItems"]) == ("For the fishing cooperative", 3)
    assert [(one["position"], one["url"]) for one in node["itemListElement"]] == [
        (1, f"{BASE}en/badges/python-basics/"),
        (2, f"{BASE}en/badges/old-licence/"),
        (3, f"{BASE}en/badges/ds-literacy/"),
    ]


def test_the_home_page_is_the_learners_profile() -> None:
    page = nodes_of(SITE, "en/")["ProfilePage"]
    person = page["mainEntity"]
    assert page["dateModified"] == "2026-11-23T08:30:00Z"
    assert (person["name"], person["alternateName"]) == ("HAMAGUCHI Mio", "浜口 澪")
    assert (person["sameAs"], person["knowsLanguage"]) == (["https://code.example/mio"], ["ja", "en"])
    assert [one["url"] for one in person["hasCredential"]] == [
        f"{BASE}en/badges/{slug}/" for slug in ("ds-literacy", "python-basics", "first-aid")
    ]


def test_the_chooser_names_the_whole_site() -> None:
    node = nodes_of(SITE, "")["WebSite"]
    assert (node["name"], node["alternateName"], node["url"]) == ("浜口 澪", ["HAMAGUCHI Mio"], BASE)
    assert node["inLanguage"] == ["ja", "en"]


def test_a_badge_that_did_not_stand_is_nobodys_credential() -> None:
    badges = tuple(entry for entry in sample_badges() if entry.verdict not in (Verdict.VERIFIED, Verdict.EXPIRED))
    person = nodes_of(site_of(replace(sample_site_input(), badges=badges)), "ja/")["ProfilePage"]["mainEntity"]
    assert "hasCredential" not in person


def test_where_no_name_is_stated_nobody_is_described() -> None:
    portfolio = replace(sample_portfolio(), owner=OwnerName())
    site = site_of(replace(sample_site_input(), portfolio=portfolio))
    page = nodes_of(site, "en/")["CollectionPage"]
    assert (page["name"], page["mainEntity"]["@type"]) == ("Badge portfolio", "ItemList")
    assert "Person" not in {node.get("@type") for found in site.pages for node in nodes_in(_parsed(found.structured))}


def _parsed(text: str) -> Any:
    return json.loads(text) if text else {}


def test_a_link_to_somebody_else_is_not_the_learner() -> None:
    links = (
        Link(url="https://code.example/mio", label={}),
        Link(url="https://employer.example/", label={}, me=False),
        Link(url="mailto:mio@mio.example", label={}),
    )
    site = site_of(replace(sample_site_input(), portfolio=replace(sample_portfolio(), links=links)))
    assert nodes_of(site, "ja/")["ProfilePage"]["mainEntity"]["sameAs"] == ["https://code.example/mio"]


def test_a_home_page_of_very_many_badges_stays_light() -> None:
    entry = sample_badges()[0]
    many = tuple(replace(entry, slug=f"badge-{number}") for number in range(130))
    person = nodes_of(site_of(replace(sample_site_input(), badges=many)), "ja/")["ProfilePage"]["mainEntity"]
    assert len(person["hasCredential"]) == 100
