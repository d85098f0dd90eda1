"""A build of what changed gives, byte for byte, what a whole build gives."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

import pytest

from tests.assets.presenting import signed_demo
from tests.browser.site import REPOSITORY
from wallet.stages.build_record import BuildSummary
from wallet.stages.building import build
from wallet.stages.made_files import CACHE_FOLDER
from wallet.stages.rebuilding import rebuild

AT = datetime(2026, 11, 17, tzinfo=UTC)
BADGES = (
    "community-interpreter",
    "data-practice-exam-grade-2",
    "open-data-steward",
    "plain-japanese",
    "statistics-for-public-services",
    "town-map-making",
    "working-with-data",
)
NOTED, PLAIN = "plain-japanese", "town-map-making"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some of the demo, on a disk whose clock is exact enough to need no time between two changes."""
    monkeypatch.setattr("wallet.stages.rebuilding.FINE", 0)
    chosen = shutil.ignore_patterns("collections", "pathways")
    shutil.copytree(REPOSITORY / "content", tmp_path / "mine" / "content", ignore=chosen)
    for folder in (tmp_path / "mine" / "content" / "badges").iterdir():
        if folder.name not in BADGES:
            shutil.rmtree(folder)
    return tmp_path / "mine"


def _rebuild(root: Path, at: datetime = AT) -> BuildSummary:
    # The disk's clock may stand still for some milliseconds.
    sleep(0.02)
    return rebuild(root, output=root / "output", base_url=None, at=at, timer=float, cards=False)


def _badge(root: Path, slug: str) -> Path:
    return root / "content" / "badges" / slug


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _assert_as_whole(root: Path, at: datetime = AT) -> None:
    whole = root.with_name("whole")
    shutil.rmtree(whole, ignore_errors=True)
    build(root, output=whole, base_url=None, at=at, timer=float, cards=False)
    one, other = _contents(root / "output"), _contents(whole)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []


def test_nothing_changed_writes_nothing_and_says_so(root: Path) -> None:
    first = _rebuild(root)
    second = _rebuild(root)
    assert (first.pages, first.verdicts, first.left_out) == (second.pages, second.verdicts, second.left_out)
    assert (second.written, second.unchanged, second.removed) == (0, first.written, 0)
    assert list(second.seconds) == ["compare"]
    _assert_as_whole(root)


def test_a_note_makes_its_own_pages_and_no_other(root: Path) -> None:
    first = _rebuild(root)
    (_badge(root, NOTED) / "note.en.md").write_text("Said otherwise.", "utf-8")
    second = _rebuild(root)
    assert (second.written, second.unchanged, second.pages) == (1, first.written - 1, first.pages)
    _assert_as_whole(root)


def test_a_name_makes_the_pages_that_list_it_and_no_other_badge(root: Path) -> None:
    _rebuild(root)
    (_badge(root, PLAIN) / "badge.toml").write_text('[summary]\nen = "Said otherwise."\n', "utf-8")
    summary = _rebuild(root)
    assert 2 <= summary.written <= 4
    _assert_as_whole(root)


def test_a_renamed_badge_keeps_its_short_link(root: Path) -> None:
    _rebuild(root)
    before = _contents(root / "output" / "b")
    _badge(root, PLAIN).rename(_badge(root, "another-name"))
    _rebuild(root)
    after = _contents(root / "output" / "b")
    assert before.keys() == after.keys()
    assert sum(before[path] != after[path] for path in before) == 1
    _assert_as_whole(root)


def test_one_file_published_twice_has_one_short_link_whichever_badge_changes(root: Path) -> None:
    shutil.copytree(_badge(root, PLAIN), _badge(root, "zz-again"))
    _rebuild(root)
    number = len(_contents(root / "output" / "b"))
    assert number == len(BADGES)
    for slug in (PLAIN, "zz-again"):
        (_badge(root, slug) / "note.en.md").write_text(f"Said of {slug}.", "utf-8")
        _rebuild(root)
        _assert_as_whole(root)
    shutil.rmtree(_badge(root, PLAIN))
    _rebuild(root)
    assert len(_contents(root / "output" / "b")) == number
    _assert_as_whole(root)


def test_a_badge_that_goes_takes_its_links_along(root: Path) -> None:
    _rebuild(root)
    shutil.rmtree(_badge(root, PLAIN))
    summary = _rebuild(root)
    assert len(_contents(root / "output" / "b")) == len(BADGES) - 1
    assert summary.removed >= 7
    _assert_as_whole(root)


def test_a_badge_expires_though_no_file_changed(root: Path) -> None:
    _rebuild(root)
    much_later = AT + timedelta(days=3000)
    summary = _rebuild(root, much_later)
    assert summary.verdicts["expired"] > 1
    _assert_as_whole(root, much_later)


def test_what_changed_just_before_a_build_is_looked_at_once_more(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wallet.stages.rebuilding.FINE", 3600 * 10**9)
    _rebuild(root)
    assert "make" in _rebuild(root).seconds


def test_an_earlier_moment_is_judged_anew(root: Path) -> None:
    _rebuild(root)
    earlier = AT - timedelta(days=3000)
    assert "not_yet_valid" in _rebuild(root, earlier).verdicts
    _assert_as_whole(root, earlier)


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda page: page.write_text("another page", "utf-8"),
        lambda page: page.unlink(),
        lambda page: page.with_name("mine.txt").write_text("the learner's own", "utf-8"),
    ],
)
def test_a_site_that_somebody_changed_is_built_whole(root: Path, spoilt: Callable[[Path], object]) -> None:
    _rebuild(root)
    spoilt(root / "output" / "en" / "badges" / NOTED / "index.html")
    _rebuild(root)
    (root / "output" / "en" / "badges" / NOTED / "mine.txt").unlink(missing_ok=True)
    _assert_as_whole(root)


@pytest.mark.parametrize("record", [b"", b"{}", b"[1]", b'{"summary": {"left_out": []}}', b"\xff"])
def test_a_damaged_record_is_as_good_as_none(root: Path, record: bytes) -> None:
    _rebuild(root)
    for file in (root / CACHE_FOLDER).glob("build-*.json"):
        file.write_bytes(record)
    assert "make" in _rebuild(root).seconds
    _assert_as_whole(root)


def test_a_build_without_cards_leaves_the_kept_ones(root: Path) -> None:
    kept = root / CACHE_FOLDER / "cards" / "kept.png"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"drawn before")
    _rebuild(root)
    assert kept.read_bytes() == b"drawn before"


def test_a_theme_may_have_a_folder_called_as_that_of_the_badges(root: Path) -> None:
    own = root / "themes" / "default" / "static" / "badges" / PLAIN / "own.css"
    own.parent.mkdir(parents=True)
    own.write_text("/* mine */", "utf-8")
    _rebuild(root)
    (_badge(root, NOTED) / "badge.toml").write_text('[summary]\nen = "Said otherwise."\n', "utf-8")
    _rebuild(root)
    _assert_as_whole(root)


def test_a_portfolio_that_nothing_can_be_written_beside_is_built_whole(root: Path) -> None:
    (root / CACHE_FOLDER).write_text("a file in its place", "utf-8")
    assert _rebuild(root).pages == _rebuild(root).pages
    _assert_as_whole(root)


def _edits(root: Path, chance: random.Random) -> dict[str, Callable[[], object]]:
    slug = chance.choice(sorted(path.name for path in (root / "content" / "badges").iterdir()))
    folder, word = _badge(root, slug), f"word-{chance.randrange(10**6)}"
    credential = next(path for path in folder.iterdir() if path.stem == "credential")
    content, choices = root / "content", folder / "badge.toml"
    profile, portfolio = content / "profile.en.md", content / "portfolio.toml"
    return {
        "note": lambda: (folder / "note.ja.md").write_text(word, "utf-8"),
        "no note": lambda: (folder / "note.ja.md").unlink(missing_ok=True),
        "name": lambda: choices.write_text(f'[name]\nen = "{word}"\n', "utf-8"),
        "featured": lambda: choices.write_text(f'featured = true\ntags = ["{word}"]\n', "utf-8"),
        "order": lambda: choices.write_text(f"order = {chance.randrange(9)}\n", "utf-8"),
        "no choices": lambda: choices.unlink(missing_ok=True),
        "another badge": lambda: shutil.copytree(folder, _badge(root, word), dirs_exist_ok=True),
        "one badge less": lambda: shutil.rmtree(folder),
        "a damaged badge": lambda: credential.write_bytes(credential.read_bytes().replace(b"a", b"o", 40)),
        "no evidence": lambda: shutil.rmtree(folder / "evidence", ignore_errors=True),
        "no report": lambda: (folder / "verification.json").unlink(missing_ok=True),
        "profile": lambda: profile.write_text(word, "utf-8"),
        "another page": lambda: (content / "pages" / f"{word}.en.md").write_text(f"---\ntitle: {word}\n---\n", "utf-8"),
        "languages": lambda: portfolio.write_text(
            portfolio.read_text("utf-8").replace('"ja", "en"', '"en", "ja"'), "utf-8"
        ),
        "nothing": lambda: None,
    }


@pytest.mark.parametrize("seed", range(2))
def test_random_edits_are_built_as_a_whole_build_would(root: Path, seed: int) -> None:
    chance, at = random.Random(seed), AT
    _rebuild(root, at)
    for _ in range(12):
        for _ in range(chance.choice((1, 1, 1, 2))):
            edits = _edits(root, chance)
            edits[chance.choice(sorted(edits))]()
        at += timedelta(days=chance.choice((0, 0, 0, 0, 1, 400)), hours=chance.choice((0, 1)))
        _rebuild(root, at)
        _assert_as_whole(root, at)


def test_what_the_learner_signed_is_on_every_page_as_in_a_whole_build(root: Path) -> None:
    content, presented = root / "content", "presentation.json"
    sources = [path.read_bytes() for path in sorted(content.glob("badges/*/credential.*"))]
    (content / presented).write_bytes(signed_demo(sources))
    _rebuild(root)
    assert (root / "output" / presented).read_bytes() == (content / presented).read_bytes()
    told = "このサイトの所有者は、バッジの授与先である識別子の鍵を持っている"
    page = root / "output" / "ja" / "badges" / "open-data-steward" / "index.html"
    assert told in page.read_text("utf-8")
    (_badge(root, "open-data-steward") / "note.ja.md").write_text("別の言葉。", "utf-8")
    _rebuild(root)
    _assert_as_whole(root)
    # One badge less: what was signed holds more than the site now, and is shown on no page any more.
    shutil.rmtree(_badge(root, "statistics-for-public-services"))
    summary = _rebuild(root)
    assert "present.holds-more" in summary.unfinished
    assert told not in page.read_text("utf-8")
    assert (root / "output" / presented).read_bytes() != (content / presented).read_bytes()
    _assert_as_whole(root)
    (content / presented).unlink()
    assert _rebuild(root).unfinished == ()
    _assert_as_whole(root)
