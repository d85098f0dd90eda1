from __future__ import annotations

from dataclasses import replace

import pytest

from tests.site.pathways import pathway, requirement
from tests.site.sample import sample_site_input
from tests.site.test_history import entry
from wallet.language.catalogs import load_catalog
from wallet.site import assemble
from wallet.site.pathways import pathway_view
from wallet.site.reader import Reader
from wallet.verification.report import Verdict

READER = Reader(catalog=load_catalog("en"))


@pytest.mark.parametrize(
    ("asked", "badges", "kind"),
    [
        (requirement("A", "one"), (entry("one"),), "met"),
        (requirement("A", "one"), (), "open"),
        (requirement("A"), (entry("one"),), "open"),
        (requirement("A", "one", "two", needed=2), (entry("one"),), "partly"),
        (requirement("A", "one", "two", needed=2), (entry("one"), entry("two")), "met"),
        (requirement("A", "one", credits=2), (entry("one", credit=2.0),), "met"),
        (requirement("A", "one", credits=2), (entry("one", credit=1.5),), "partly"),
        (requirement("A", "one", credits=2), (entry("one"),), "partly"),
        (requirement("A", "one", credits=1, needed=2), (entry("one", credit=4.0),), "partly"),
        (requirement("A", "one", "two", credits=0.8), (entry("one", credit=0.7), entry("two", credit=0.1)), "met"),
    ],
)
def test_a_requirement_is_met_partly_met_or_open(asked: object, badges: tuple[object, ...], kind: str) -> None:
    (found,) = pathway_view(READER, pathway(asked), badges).requirements  # type: ignore[arg-type]
    assert found.progress.kind == kind
    assert bool(found.progress.missing) is (kind != "met")
    bar = found.progress.bar
    assert (
        (bar.solid, bar.outline) == (1000, 0)
        if kind == "met"
        else bar.solid < 1000 <= bar.outline_start + bar.outline + 2
    )


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_verified_and_expired_badges_count_and_all_others_say_why_not(verdict: Verdict) -> None:
    view = pathway_view(
        READER, pathway(requirement("A", "one", credits=2)), (entry("one", credit=2.0, verdict=verdict),)
    )
    (badge,) = view.requirements[0].badges
    counts = verdict in (Verdict.VERIFIED, Verdict.EXPIRED)
    assert badge.counts is counts
    assert view.requirements[0].progress.kind == ("met" if counts else "open")
    assert view.total == ("2" if counts else "0")
    assert bool(badge.note) is (verdict is not Verdict.VERIFIED)
    assert bool(view.issuers) is counts


def test_what_counts_is_set_against_what_is_needed() -> None:
    asked = (requirement("A", "one", "two", credits=4, needed=3), requirement("B", "two"), requirement("C"))
    badges = (entry("one", credit=1.0), entry("two", credit=0.5))
    view = pathway_view(READER, pathway(*asked, credits=6), badges)
    first, second, _ = (found.progress for found in view.requirements)
    assert first.amounts == ("Badges: 2 (needed: 3)", "Credits: 1.5 (needed: 4)")
    assert first.missing == ("Badges still missing: 1", "Credits still missing: 2.5")
    assert first.bar.solid == 375
    assert second.amounts == ("Badges: 1 (needed: 1)",)
    assert view.whole.kind == "partly"
    assert view.whole.amounts == ("Requirements met: 1 of 3", "Credits: 1.5 (needed: 6)")
    assert view.whole.missing == ("Requirements still open: 2", "Credits still missing: 4.5")


def test_a_badge_for_two_requirements_is_added_once_and_says_so() -> None:
    asked = (requirement("A", "one", credits=2), requirement("B", "one", credits=2), requirement("C", "two"))
    badges = (entry("one", credit=2.0), entry("two", credit=1.0, issuer="did:web:two.example"))
    view = pathway_view(READER, pathway(*asked, credits=4), badges)
    assert [found.progress.kind for found in view.requirements] == ["met", "met", "met"]
    assert [run.text for run in view.requirements[0].badges[0].elsewhere] == ["B"]
    assert [(found.total, found.number) for found in view.issuers] == [("2", 1), ("1", 1)]
    assert (view.total, view.number, view.twice, view.several_issuers) == ("3", 2, True, True)
    assert view.whole.kind == "partly"
    assert view.whole.missing == ("Credits still missing: 1",)


def test_a_pathway_is_met_when_every_requirement_is() -> None:
    assert pathway_view(READER, pathway(requirement("A", "one")), (entry("one"),)).whole.kind == "met"
    assert pathway_view(READER, pathway(requirement("A", "one")), ()).whole.kind == "open"


def test_a_badge_that_the_build_left_out_is_nowhere() -> None:
    (found,) = pathway_view(READER, pathway(requirement("A", "gone")), (entry("one"),)).requirements
    assert found.badges == ()


@pytest.mark.parametrize("stated", [float("inf"), float("nan"), -3.0, 1e300])
def test_a_number_that_cannot_be_counted_with_is_shown_and_not_added(stated: float) -> None:
    view = pathway_view(READER, pathway(requirement("A", "one", credits=2)), (entry("one", credit=stated),))
    assert (view.total, view.requirements[0].progress.kind) == ("0", "partly")
    assert view.requirements[0].badges[0].note == "The number of credits cannot be counted with."


@pytest.mark.parametrize(("number", "target"), [(0, None), (1, "en/pathways/p-0/"), (2, "en/pathways/")])
def test_the_navigation_leads_to_the_one_pathway_or_to_the_list_of_several(number: int, target: str | None) -> None:
    given = sample_site_input()
    pathways = tuple(pathway(requirement("A", "python-basics"), slug=f"p-{at}") for at in range(number))
    site = assemble(replace(given, portfolio=replace(given.portfolio, pathways=pathways)))
    pages = {page.path: page for page in site.pages}
    found = {link.label: link.address for link in pages["en/index.html"].frame.navigation}
    assert found.get("Pathway" if number == 1 else "Pathways") == target
    assert ("en/pathways/index.html" in pages) is (number > 1)
    assert sum(path.startswith("ja/pathways/p-") for path in pages) == number
