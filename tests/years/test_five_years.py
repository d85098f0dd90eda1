"""Five years in which the learner does nothing: their issuers are well, slow, silent, stern, forgetful and gone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.assets.issuers import HISAKATA, SHIONAMI
from tests.assets.keys import ed25519_key
from tests.assets.status_lists import bitstring_entry, bitstring_list
from tests.years.world import Looked, World, day, look, publish_into
from wallet.fields import JsonObject, JsonValue
from wallet.stages.building import build
from wallet.stages.starting import NewPortfolio, start_portfolio

HOST = "https://credentials.hisakata-u.example"
REVOKED, PAUSED = f"{HOST}/status/revoked", f"{HOST}/status/suspended"
HISAKATA_KEYS, SHIONAMI_KEYS = str(HISAKATA.document_url), str(SHIONAMI.document_url)
COURSE, YEARLY, CLUB = "course", "yearly", "club"
NEXT = replace(SHIONAMI, key=ed25519_key("Shionami, the next"), method=f"{SHIONAMI.id}#badges-2")


def _lists(world: World, *, revoked: tuple[int, ...] = (), paused: tuple[int, ...] = ()) -> None:
    since = "2026-01-01T00:00:00Z"
    world.put(REVOKED, bitstring_list(REVOKED, HISAKATA, valid_from=since, marked=revoked))
    world.put(PAUSED, bitstring_list(PAUSED, HISAKATA, valid_from=since, marked=paused, purpose="suspension"))


def _keys(world: World, *documents: JsonObject) -> None:
    """The page of keys of the club, which lists the keys of all these documents."""
    methods = [one for document in documents for one in _listed(document, "verificationMethod")]
    names = [one for document in documents for one in _listed(document, "assertionMethod")]
    world.put(SHIONAMI_KEYS, {**documents[0], "verificationMethod": methods, "assertionMethod": names})


def _listed(document: JsonObject, name: str) -> list[JsonValue]:
    found = document[name]
    assert isinstance(found, list)
    return [*found]


def _begin(root: Path) -> World:
    world = World(day("2026-05-01"))
    world.put(HISAKATA_KEYS, HISAKATA.controller_document)
    _keys(world, SHIONAMI.controller_document)
    _lists(world)
    answers = NewPortfolio(url="https://a.example/badges/", latin="Ann", profile={"ja": "私", "en": "Me"})
    start_portfolio(root, answers)
    signed = {"key": HISAKATA.key, "method": HISAKATA.method, "issuer": HISAKATA.profile}
    entries = [bitstring_entry(REVOKED, 8), bitstring_entry(PAUSED, 8, "suspension")]
    publish_into(root, badge_json(**signed, credentialStatus=entries), COURSE, world)  # type: ignore[arg-type]
    short = badge_json(**signed, id="urn:uuid:2", validUntil="2028-09-01T00:00:00Z")  # type: ignore[arg-type]
    publish_into(root, short, YEARLY, world)
    club = badge_json(key=SHIONAMI.key, method=SHIONAMI.method, issuer=SHIONAMI.profile, id="urn:uuid:3")
    publish_into(root, club, CLUB, world)
    return world


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Looked]:
    """Every look of the five years, by its day."""
    root = tmp_path_factory.mktemp("years") / "mine"
    world = _begin(root)
    found: dict[str, Looked] = {}

    def on(date: str) -> None:
        found[date] = look(root, world, date)

    on("2026-06-01")
    del world.pages[SHIONAMI_KEYS]
    on("2026-06-08")
    on("2026-08-10")
    _keys(world, SHIONAMI.controller_document)
    on("2026-09-01")
    _lists(world, paused=(8,))
    on("2027-02-01")
    _lists(world)
    on("2027-03-01")
    _keys(world, SHIONAMI.controller_document, NEXT.controller_document)
    on("2027-09-01")
    world.pages[SHIONAMI_KEYS] = 404
    on("2027-12-01")
    world.pages[SHIONAMI_KEYS] = b"<!doctype html><html><title>This domain is for sale</title></html>"
    on("2028-01-01")
    _keys(world, SHIONAMI.controller_document, NEXT.controller_document)
    on("2028-02-01")
    _keys(world, NEXT.controller_document)
    on("2028-03-01")
    _keys(world, SHIONAMI.controller_document, NEXT.controller_document)
    on("2028-07-15")
    on("2028-10-01")
    on("2029-01-01")
    _lists(world, revoked=(8,))
    on("2029-06-01")
    world.pages[REVOKED] = world.pages[PAUSED] = world.pages[HISAKATA_KEYS] = 404
    on("2030-02-01")
    world.pages.clear()
    on("2031-05-01")
    build(root, output=root / "again", base_url=None, at=world.now, timer=float, cards=False)
    _assert_same(root / "output", root / "again")
    return found


def _assert_same(one: Path, other: Path) -> None:
    """What a schedule made is, byte for byte, what anybody makes of its portfolio later, without a network."""
    first, second = (
        {path.relative_to(top): path for path in top.rglob("*") if path.is_file() and path.name != ".gitignore"}
        for top in (one, other)
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name].read_bytes() != second[name].read_bytes()] == []


def _state(years: Mapping[str, Looked], date: str, slug: str) -> str | None:
    page = years[date].pages.get(f"en/{slug}")
    found = re.search(r'data-state="(\w+)"', page) if page else None
    return found[1] if found else None


@pytest.mark.parametrize(
    ("date", "course", "yearly", "club"),
    [
        ("2026-06-01", "verified", "verified", "verified"),
        ("2026-06-08", "verified", "verified", "verified"),
        ("2026-08-10", "verified", "verified", "verified"),
        ("2026-09-01", "verified", "verified", "verified"),
        ("2027-02-01", "suspended", "verified", "verified"),
        ("2027-03-01", "verified", "verified", "verified"),
        ("2027-09-01", "verified", "verified", "verified"),
        ("2027-12-01", "verified", "verified", "verified"),
        ("2028-01-01", "verified", "verified", "verified"),
        ("2028-03-01", "verified", "verified", None),
        ("2028-07-15", "verified", "verified", "verified"),
        ("2028-10-01", "verified", "expired", "verified"),
        ("2029-06-01", "revoked", "expired", "verified"),
        ("2030-02-01", "revoked", "expired", "verified"),
        ("2031-05-01", "revoked", "expired", "verified"),
    ],
)
def test_the_state_that_visitors_see(
    years: Mapping[str, Looked], date: str, course: str, yearly: str, club: str | None
) -> None:
    assert [_state(years, date, slug) for slug in (COURSE, YEARLY, CLUB)] == [course, yearly, club]


@pytest.mark.parametrize(
    ("date", "before", "slug", "codes"),
    [
        ("2026-06-08", "2026-06-01", CLUB, ()),
        ("2026-08-10", "2026-06-08", CLUB, ("past.silent",)),
        ("2026-09-01", "2026-08-10", CLUB, ("past.silent-over",)),
        ("2027-02-01", "2026-09-01", COURSE, ("past.suspended",)),
        ("2027-03-01", "2027-02-01", COURSE, ("past.verified",)),
        ("2027-09-01", "2027-03-01", CLUB, ("past.keys-changed",)),
        ("2027-12-01", "2027-09-01", CLUB, ("past.key-gone",)),
        ("2028-01-01", "2027-12-01", CLUB, ()),
        ("2028-02-01", "2028-01-01", CLUB, ("past.key-gone-over",)),
        ("2028-03-01", "2028-02-01", CLUB, ("past.invalid", "past.key-refused", "past.keys-changed")),
        ("2028-07-15", "2028-03-01", CLUB, ("past.verified", "past.key-refused-over", "past.keys-changed")),
        ("2028-10-01", "2028-07-15", YEARLY, ("past.expired",)),
        ("2029-01-01", "2028-10-01", YEARLY, ()),
        ("2029-06-01", "2029-01-01", COURSE, ("past.revoked",)),
        ("2030-02-01", "2029-06-01", COURSE, ("past.key-gone", "past.list-gone")),
        ("2031-05-01", "2030-02-01", CLUB, ("past.silent",)),
    ],
)
def test_what_changed_is_kept_with_its_day(
    years: Mapping[str, Looked], date: str, before: str, slug: str, codes: tuple[str, ...]
) -> None:
    assert years[date].new(slug, years[before]) == codes
    if codes:
        assert years[date].pasts[slug][-1].at == day(date)


def test_a_history_begins_with_what_was_true_before_the_first_change(years: Mapping[str, Looked]) -> None:
    first = years["2027-02-01"].pasts[COURSE][0]
    assert (first.verdict, first.at) == ("verified", day("2026-09-01"))
    assert years["2026-06-01"].pasts == {COURSE: (), YEARLY: (), CLUB: ()}


@pytest.mark.parametrize("date", ["2026-06-01", "2026-06-08", "2026-09-01", "2027-03-01", "2027-09-01", "2029-01-01"])
def test_nothing_is_told_where_there_is_nothing_to_do(years: Mapping[str, Looked], date: str) -> None:
    assert years[date].report == ""


@pytest.mark.parametrize(
    ("date", "english", "japanese"),
    [
        (
            "2026-08-10",
            "has given no usable answer since 1 June 2026",
            "2026年6月1日を最後に、発行者のサーバーから有効な応答がありません",
        ),
        ("2027-02-01", "The issuer has suspended this badge", "発行者がこのバッジを一時停止しています"),
        ("2027-12-01", "Since 1 December 2027, a page with keys", "鍵のページが、2027年12月1日以降"),
        ("2028-01-01", "Since 1 December 2027, a page with keys", "鍵のページが、2027年12月1日以降"),
        ("2028-03-01", "The issuer no longer publishes the key", "署名に使った鍵を公開しなくなった"),
        ("2028-07-15", "This badge expires on 1 September 2028", "2028年9月1日に有効期限を迎えます"),
        ("2028-10-01", "This badge expired on 1 September 2028", "2028年9月1日に有効期限が切れました"),
        ("2029-06-01", "The issuer has revoked this badge", "発行者がこのバッジを失効させました"),
        ("2030-02-01", "Since 1 February 2030, the issuer’s list", "発行者の失効リストが、2030年2月1日以降"),
    ],
)
def test_the_learner_is_told_in_their_languages(
    years: Mapping[str, Looked], date: str, english: str, japanese: str
) -> None:
    report = years[date].report
    title, ours, theirs = report.split("\n## ")
    assert title == "<!-- title: バッジについて、ご確認いただきたいことがあります -->\n"
    assert (ours.splitlines()[0], theirs.splitlines()[0]) == ("日本語", "English")
    assert japanese in ours
    assert english in theirs
    assert "{" not in report


def test_a_server_that_is_down_is_told_in_passing_only(years: Mapping[str, Looked]) -> None:
    quiet, loud = years["2026-08-10"].report, years["2027-02-01"].report
    assert "nothing is wrong with these badges" in quiet
    assert "needs your attention" not in quiet
    assert "needs your attention" in loud
    assert "nothing is wrong" not in loud


def test_the_same_is_said_in_the_same_words_while_nothing_changes(years: Mapping[str, Looked]) -> None:
    assert years["2028-01-01"].report == years["2027-12-01"].report


def test_the_page_tells_its_story_in_both_languages(years: Mapping[str, Looked]) -> None:
    page = years["2027-03-01"].pages[f"en/{COURSE}"]
    story = page.partition("What was found over time")[2].partition("</ol>")[0]
    assert re.findall(r"<time[^>]*>([^<]+)</time>", story) == ["1 March 2027", "1 February 2027", "1 September 2026"]
    assert re.findall(r"<span>([^<]+)</span>", story) == ["Verified", "Suspended", "Verified"]
    japanese = years["2031-05-01"].pages[f"ja/{COURSE}"].partition("これまでの経過")[2].partition("</ol>")[0]
    assert "2029年6月1日" in japanese
    assert "発行者の失効リストが元のアドレスからなくなりました。" in japanese
    assert "What was found over time" not in years["2026-06-01"].pages[f"en/{COURSE}"]


def test_a_page_carries_the_day_of_its_last_check_for_the_notice(years: Mapping[str, Looked]) -> None:
    page = years["2027-03-01"].pages[f"en/{CLUB}"]
    assert '<p class="stale" data-checked="2027-03-01T03:00:00Z" hidden>This page has not been checked since' in page


def test_what_did_not_change_is_not_sent_again(years: Mapping[str, Looked]) -> None:
    first = years["2026-06-01"]
    assert sorted(first.unchanged) == sorted([HISAKATA_KEYS, PAUSED, REVOKED, SHIONAMI_KEYS])
    assert len(first.asked) == 4
    index = json.loads(first.files["index.json/" + COURSE])
    assert {entry["retrieved_at"] for entry in index} == {"2026-06-01T03:00:00Z"}
    assert all(entry["etag"].startswith('"') for entry in index)


def test_evidence_is_never_replaced_by_nothing(years: Mapping[str, Looked]) -> None:
    first, last = years["2026-06-01"].files, years["2031-05-01"].files
    assert {name.split("/")[1] for name in first} == {name.split("/")[1] for name in last}
    urls = {entry["url"] for name, text in last.items() if name.startswith("index") for entry in json.loads(text)}
    assert urls == {HISAKATA_KEYS, SHIONAMI_KEYS, REVOKED, PAUSED}
    gone = {entry["url"]: entry.get("gone_at") for entry in json.loads(last["index.json/" + COURSE])}
    assert set(gone.values()) == {"2030-02-01T03:00:00Z"}


def test_a_server_that_asked_to_wait_is_not_asked_before_its_time_by_any_run(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    world = _begin(root)
    page = world.pages[SHIONAMI_KEYS]
    world.pages[SHIONAMI_KEYS] = timedelta(days=3)
    first = look(root, world, "2026-05-08")
    index = json.loads(first.files["index.json/" + CLUB])
    assert [(one["retrieved_at"], one["wait_until"]) for one in index] == [
        ("2026-05-01T03:00:00Z", "2026-05-11T03:00:00Z")
    ]
    world.pages[SHIONAMI_KEYS] = page
    early = look(root, world, "2026-05-10")
    assert SHIONAMI_KEYS in first.asked
    assert SHIONAMI_KEYS not in early.asked
    assert (early.report, early.files["index.json/" + CLUB]) == ("", first.files["index.json/" + CLUB])
    later = look(root, world, "2026-05-15")
    assert SHIONAMI_KEYS in later.asked
    assert "wait_until" not in later.files["index.json/" + CLUB].decode()


def test_servers_that_answer_with_something_else_leave_everything_as_it_was(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    world = _begin(root)
    _lists(world, revoked=(8,))
    before = look(root, world, "2026-06-01")
    genuine = dict(world.pages)
    world.put(REVOKED, {"error": "maintenance"})
    world.pages |= {PAUSED: b"{}", HISAKATA_KEYS: b"OK", SHIONAMI_KEYS: b"<p>Maintenance</p>"}
    after = look(root, world, "2026-06-08")
    assert [_state({"": after}, "", slug) for slug in (COURSE, YEARLY, CLUB)] == ["revoked", "verified", "verified"]
    assert after.pasts == before.pasts
    assert after.files["index.json/" + COURSE] == before.files["index.json/" + COURSE]
    world.pages = genuine
    _lists(world)
    assert _state({"": look(root, world, "2026-06-15")}, "", COURSE) == "verified"
