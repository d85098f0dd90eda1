"""JSON Resume: the facts of its schema, and nothing that the portfolio does not state."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest
from jsonschema import Draft7Validator

from tests.browser.tools import CHECKERS
from tests.site.hostile import hostile_site_input
from tests.site.machines import json_of_site, site_of
from tests.site.sample import TOKYO, badge, sample_badges, sample_portfolio, sample_site_input
from wallet.credentials.model import Achievement, AchievementSubject
from wallet.fields import JsonObject
from wallet.language.text import Text
from wallet.portfolio.model import Link, OwnerName

SITE = site_of()
BASE = "https://mio.example/portfolio/"


def _texts(*names: str, **others: JsonObject) -> JsonObject:
    members: JsonObject = {**{name: {"type": "string"} for name in names}, **others}
    return {"type": "object", "additionalProperties": False, "properties": members}


def _all(of: JsonObject) -> JsonObject:
    return {"type": "array", "items": of}


URI: JsonObject = {"type": "string", "pattern": r"^https?://[^\s]+$"}
DATE: JsonObject = {"type": "string", "pattern": r"^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$"}
PROFILES = _all(_texts("network", "username", url=URI))
EMAIL: JsonObject = {"type": "string", "pattern": r"^[^@\s<>\"]+@[^@\s<>\"]+$"}
SCHEMA: JsonObject = _texts(
    basics=_texts("name", "label", "summary", email=EMAIL, url=URI, profiles=PROFILES),
    education=_all(_texts("institution", "area", "studyType", url=URI, startDate=DATE, endDate=DATE)),
    certificates=_all(_texts("name", "issuer", date=DATE, url=URI)),
    skills=_all(_texts("name", "level", keywords=_all({"type": "string"}))),
    languages=_all(_texts("language", "fluency")),
    meta=_texts("version", canonical=URI, lastModified={"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT[\d:]{8}$"}),
    **{"$schema": URI},
)
"""The members that JSON Resume 1.0.0 knows of those that are written here, and what each of them is.

The standard lets further members stand; none is written, so none is let through.
"""


def faults(resume: object) -> list[str]:
    """By the facts above, and by the published schema where it is installed."""
    file = CHECKERS / "@jsonresume" / "schema" / "schema.json"
    schemas = [SCHEMA, *([json.loads(file.read_text("utf-8"))] if file.is_file() else [])]
    return [error.message for schema in schemas for error in Draft7Validator(schema).iter_errors(resume)]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_follows_the_schema(language: str) -> None:
    assert faults(json_of_site(SITE, f"{language}/resume.json")) == []
    assert faults(json_of_site(site_of(hostile_site_input()), f"{language}/resume.json")) == []
    assert faults({"basics": {"email": "<script>"}})
    assert faults({"certificates": [{"date": "yesterday"}]})


def test_it_holds_what_the_cv_holds() -> None:
    resume = json_of_site(SITE, "en/resume.json")
    assert resume["certificates"] == [
        {
            "name": "Python Basics",
            "date": "2025-03-31",
            "issuer": "Tosa Coastal University",
            "url": f"{BASE}en/badges/python-basics/",
        },
        {
            "name": "Data Science and AI for All Students (Literacy Level)",
            "date": "2022-12-16",
            "issuer": "Tosa Coastal University",
            "url": f"{BASE}en/badges/ds-literacy/",
        },
        {
            "name": "救命講習",
            "date": "2021-06-30",
            "issuer": "Tosa Coastal University",
            "url": f"{BASE}en/badges/first-aid/",
        },
    ]
    assert {"name": "データ・AI利活用"} in resume["skills"]
    assert resume["languages"] == [{"language": "Japanese"}, {"language": "English"}]
    assert resume["meta"] == {
        "canonical": f"{BASE}en/resume.json",
        "version": "v1.0.0",
        "lastModified": "2026-11-23T08:30:00",
    }


def test_it_says_who_the_learner_is_as_the_portfolio_says_it() -> None:
    basics = json_of_site(SITE, "ja/resume.json")["basics"]
    assert basics == {
        "name": "浜口 澪",
        "label": "海のデータで、浜の仕事を支える",
        "url": f"{BASE}ja/",
        "profiles": [{"network": "作ったもの", "url": "https://code.example/mio"}],
    }


@pytest.mark.parametrize(
    ("links", "email"),
    [
        ((), None),
        ((Link(url="mailto:mio@mio.example?subject=x", label={}),), "mio@mio.example"),
        ((Link(url='mailto:"><script>@x.example', label={}),), None),
        ((Link(url="mailto:%3Cb%3E@x.example", label={}), Link(url="mailto:b@x.example", label={})), "b@x.example"),
    ],
)
def test_an_address_is_there_only_where_the_learner_publishes_one(links: tuple[Link, ...], email: str | None) -> None:
    portfolio = replace(sample_portfolio(), links=links)
    resume = json_of_site(site_of(replace(sample_site_input(), portfolio=portfolio)), "en/resume.json")
    assert resume["basics"].get("email") == email
    assert "profiles" not in resume["basics"]


def test_a_name_that_is_not_stated_is_not_made_up() -> None:
    portfolio = replace(sample_portfolio(), owner=OwnerName())
    resume = json_of_site(site_of(replace(sample_site_input(), portfolio=portfolio)), "en/resume.json")
    assert "name" not in resume["basics"]


def test_a_degree_is_education_and_a_course_is_not() -> None:
    achievement = Achievement(
        id="urn:a", name=Text.of("学士（情報学）", "ja"), achievement_type="BachelorDegree", field_of_study="情報学"
    )
    subject = AchievementSubject(
        achievement=achievement,
        activity_start_date=datetime(2018, 4, 1, tzinfo=TOKYO),
        activity_end_date=datetime(2022, 3, 31, tzinfo=TOKYO),
    )
    site = site_of(
        replace(sample_site_input(), badges=(*sample_badges(), badge("degree", achievement, subject=subject)))
    )
    resume = json_of_site(site, "ja/resume.json")
    assert resume["education"] == [
        {
            "institution": "土佐海浜大学",
            "url": "https://tosa-kaihin.example/",
            "area": "情報学",
            "studyType": "学士号",
            "startDate": "2018-04-01",
            "endDate": "2022-03-31",
        }
    ]
    assert faults(resume) == []
    assert json_of_site(SITE, "ja/resume.json")["education"] == []
