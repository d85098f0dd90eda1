from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.browser.site import AT, REPOSITORY
from tests.responses import responses
from wallet.portfolio.remarks import Kind
from wallet.stages.importing import import_badges
from wallet.stages.publishing import propose, publish
from wallet.stages.reviewing import review
from wallet.stages.starting import NewPortfolio, start_portfolio
from wallet.store.wallet import Wallet

ANSWERS = NewPortfolio(
    url="https://ann.example/portfolio/",
    latin="Ann Example",
    profile={"ja": "私", "en": "Me"},
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portfolio with one badge, whose name is in English."""
    root = tmp_path / "mine"
    start_portfolio(root, ANSWERS)
    wallet = Wallet(tmp_path / "wallet")
    (found,) = import_badges(badge_json(), source_name="badge", wallet=wallet, at=AT, fetcher=responses({}))
    publish(propose(found.entry, root, slug="first", at=AT), root)
    write(root, "badges/first/badge.toml", '[name]\nja = "はじめのバッジ"\n')
    for language in ("ja", "en"):
        write(root, f"profile.{language}.md", "A. 私です。")
    return root


def write(root: Path, path: str, text: str) -> None:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def told(root: Path) -> list[tuple[str, str, int | None]]:
    return [(one.code, one.path.removeprefix("content/"), one.line) for one in review(root, AT)]


def test_the_demo_has_nothing_to_mend() -> None:
    assert review(REPOSITORY, AT) == ()


def test_a_mended_portfolio_has_nothing_to_mend(root: Path) -> None:
    assert review(root, AT) == ()


def test_a_badge_whose_name_is_in_one_language_is_a_hint(root: Path) -> None:
    (root / "content" / "badges" / "first" / "badge.toml").unlink()
    (remark,) = review(root, AT)
    assert (remark.code, remark.facts["language"], remark.hint) == ("review.name-untranslated", "ja", True)


def test_links_within_the_site_are_followed_from_the_page_of_their_text(root: Path) -> None:
    good = "[a](badges/first/) [b](badges/) [c](/portfolio/en/checking/) [d](https://ann.example/portfolio/)"
    write(root, "profile.en.md", f"{good} [e](https://elsewhere.example/gone) [f](badges/first/#state)\n")
    assert told(root) == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("badges/gone/", "review.link-missing"),
        ("../fr/", "review.link-missing"),
        ("/portfolio/gone/", "review.link-missing"),
        ("https://ann.example/portfolio/gone.pdf", "review.link-missing"),
        ("学び/", "review.link-missing"),
        ("www.example.org/page", "review.link-missing"),
        ("badges/first/#gone", "review.link-no-place"),
        ("#gone", "review.link-no-place"),
        ("/elsewhere/", "review.link-outside"),
        ("../../", "review.link-outside"),
        ("htps://typo.example/", "review.link-malformed"),
        ("https://", "review.link-malformed"),
    ],
)
def test_a_broken_link_is_named_once_with_its_line(root: Path, target: str, code: str) -> None:
    write(root, "profile.en.md", f"Words.\n\n[more]({target})\n")
    assert told(root) == [(code, "profile.en.md", 3)]


def test_a_link_is_broken_where_it_stands_and_not_where_it_leads_somewhere(root: Path) -> None:
    for language in ("ja", "en"):
        write(root, f"profile.{language}.md", "[all](badges/)")
        write(root, f"badges/first/note.{language}.md", "\n[all](badges/)")
    found = [("review.link-missing", f"badges/first/note.{language}.md", 2) for language in ("en", "ja")]
    assert told(root) == found


def test_a_link_of_the_settings_to_a_page_that_is_gone_is_named_there(root: Path) -> None:
    settings = root / "content" / "portfolio.toml"
    url = "https://ann.example/portfolio/ja/pages/gone/"
    label = 'label.ja = "頁"\nlabel.en = "Page"\n'
    settings.write_text(f'{settings.read_text("utf-8")}\n[[links]]\nurl = "{url}"\n{label}', "utf-8")
    ((code, path, line),) = told(root)
    assert (code, path) == ("review.link-missing", "portfolio.toml")
    assert url in settings.read_text("utf-8").splitlines()[(line or 0) - 1]


def test_what_a_theme_breaks_is_named_with_the_page(root: Path) -> None:
    template = root / "themes" / "default" / "templates" / "404.html"
    template.parent.mkdir(parents=True)
    bad = '<a href="gone/">x</a><p id="a"></p><p id="a"></p><img src="https://cdn.example/x.png"><a href="#b">y</a>'
    template.write_text(f'{{% extends "base.html" %}}{{% block body %}}{bad}{{% endblock %}}', "utf-8")
    found = review(root, AT)
    assert {(one.code, one.path) for one in found} == {
        (f"review.{code}", "output/404.html") for code in ("page-link-missing", "page-id-twice", "page-loads-foreign")
    }
    assert {one.kind for one in found} == {Kind.LINK}


def test_faults_come_before_hints_and_each_kind_together(root: Path) -> None:
    (root / "content" / "badges" / "first" / "badge.toml").unlink()
    write(root, "profile.en.md", "[x](gone/)")
    write(root, "notes.txt", "")
    write(root, "pages/works.ja.md", "---\ntitle: 作品\ndraft: true\n---\n")
    found = review(root, AT)
    assert [(one.hint, one.kind) for one in found] == [
        (False, Kind.FILE),
        (False, Kind.TRANSLATION),
        (False, Kind.LINK),
        (True, Kind.TRANSLATION),
        (True, Kind.UNFINISHED),
    ]


def test_a_look_changes_no_file(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    review(root, AT)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
