from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.render.pages import rendered, rendered_badges
from tests.site.sample import badge, sample_badges, sample_site_input
from wallet.credentials.model import Achievement, Alignment
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.site import assemble
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.site.skills import has_skills, skills_view, top_skills
from wallet.site.views import HomeView, SkillView
from wallet.verification.report import Verdict

READER = Reader(catalog=load_catalog("en"))


def skill(name: str = "Statistics", **stated: str | None) -> Alignment:
    return Alignment(target_name=Text.of(name), **stated)  # type: ignore[arg-type]


def entry(slug: str, *alignment: Alignment, verdict: Verdict = Verdict.VERIFIED) -> BadgeEntry:
    achievement = Achievement(id="urn:a", name=Text.of(f"Badge {slug}", "en"), alignment=alignment)
    return badge(slug, achievement, verdict=verdict)


def only(entries: Sequence[BadgeEntry]) -> SkillView:
    ((found,),) = (framework.skills for framework in skills_view(READER, entries).frameworks)
    return found


@pytest.mark.parametrize(
    "pair",
    [
        (skill("A", target_url="https://f.example/1"), skill("B", target_url="https://f.example/1")),
        (
            skill("A", target_framework="F", target_code="X1"),
            skill("B", target_framework=" f ", target_code="x1"),
        ),
        (skill("Data  Use", target_framework="F"), skill("data use", target_framework="F")),
    ],
)
def test_a_skill_of_two_badges_is_one_row(pair: tuple[Alignment, Alignment]) -> None:
    found = only((entry("one", pair[0]), entry("two", pair[1])))
    assert len(found.badges) == found.verified == 2


def test_a_code_means_something_only_within_its_framework() -> None:
    entries = (
        entry("one", skill(target_framework="F", target_code="1")),
        entry("two", skill(target_framework="G", target_code="1")),
    )
    assert len(skills_view(READER, entries).frameworks) == 2


def test_a_badge_that_names_a_skill_twice_counts_once() -> None:
    assert len(only((entry("one", skill(), skill()),)).badges) == 1


def test_a_level_is_only_what_its_type_says_is_one() -> None:
    assert only((entry("one", skill("EQF level 5", target_code="5", target_type="ext:EQF")),)).levels[0].text == "5"
    rubric = skill("Proficient", target_type="CFRubricCriterionLevel")
    assert only((entry("one", rubric),)).levels[0].text == "Proficient"
    assert only((entry("one", skill("Level 5 skill", target_code="L5", target_type="CFItem")),)).levels == ()


def test_a_seal_of_quality_is_no_skill() -> None:
    assert not has_skills((entry("one", skill("JABEE", target_type="ext:QualityAssurance")),))


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.VERIFIED])
def test_a_skill_of_a_badge_that_is_not_verified_says_so(verdict: Verdict) -> None:
    badges = (entry("one", skill(), verdict=verdict),)
    assert only(badges).verified == 0
    assert only(badges).bar.solid == 0
    pages = rendered_badges(badges)
    assert "Known only from badges that are not verified." in pages["en/skills/index.html"]
    assert "検証済みではないバッジにのみ記載されています。" in pages["ja/skills/index.html"]


def test_hostile_long_and_right_to_left_names_stay_text() -> None:
    hostile = skill('"><script>alert(1)</script>', target_url="javascript:alert(1)", target_framework="<b>F")
    rest = (skill("長い" * 150), skill("مهارات البيانات", target_framework="\u202eF"))
    page = rendered_badges((entry("one", hostile, *rest),))["en/skills/index.html"]
    assert "<script>alert" not in page
    assert "javascript:" not in page
    assert "<b>F" not in page
    assert "\u202e" not in page
    assert "長い" * 150 in page


def test_without_skills_there_is_neither_page_nor_link() -> None:
    pages = rendered_badges((entry("one"),))
    assert "en/skills/index.html" not in pages
    assert "skills/" not in pages["en/index.html"]


def test_at_a_glance_verified_skills_come_first() -> None:
    badges = (
        *(entry(f"old-{number}", skill("Old"), verdict=Verdict.REVOKED) for number in range(3)),
        *(entry(f"new-{number}", skill(f"New {number}")) for number in range(6)),
    )
    assert "Old" not in [found.name.text for found in top_skills(skills_view(READER, badges))]


def test_the_sample_shows_its_skills_on_the_home_page() -> None:
    home = next(page.view for page in assemble(sample_site_input()).pages if page.path == "en/index.html")
    assert isinstance(home, HomeView)
    assert [found.code for found in home.skills] == ["DSS-L2", "5"]
    assert has_skills(sample_badges())
    assert 'role="img"' in rendered()["ja/skills/index.html"].decode()
