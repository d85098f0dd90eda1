from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.assets import badge_json
from wallet.errors import PortfolioError
from wallet.language.catalogs import load_catalog
from wallet.portfolio.model import Portfolio
from wallet.portfolio.reading import read_portfolio
from wallet.stages.authoring import begin_collection, begin_note, begin_page, begin_pathway

EN, JA = load_catalog("en"), load_catalog("ja")


@pytest.fixture
def portfolio(tmp_path: Path) -> Portfolio:
    for name, content in {
        "content/portfolio.toml": b'[site]\nurl = "https://ann.example/"\n',
        "content/badges/data-basics/credential.json": badge_json(),
        "content/badges/data-practice/credential.json": badge_json(),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return read_portfolio(tmp_path)


def _names(portfolio: Portfolio, files: tuple[Path, ...]) -> list[str]:
    return [path.relative_to(portfolio.root / "content").as_posix() for path in files]


def test_a_page_is_begun_in_every_language_as_a_draft(portfolio: Portfolio) -> None:
    files = begin_page(portfolio, EN, "works", "My\n works: all")
    assert _names(portfolio, files) == ["pages/works.ja.md", "pages/works.en.md"]
    assert read_portfolio(portfolio.root).pages == ()
    for file in files:
        file.write_text(file.read_text("utf-8").replace("draft: true", "draft: false"), "utf-8")
    (page,) = read_portfolio(portfolio.root).pages
    assert page.title == {"ja": "My works: all", "en": "My works: all"}
    assert "この注釈は表示されません。" in page.body["ja"]
    assert "This remark is not shown." in page.body["en"]


def test_without_a_title_there_is_one_to_write_over(portfolio: Portfolio) -> None:
    japanese, english = begin_page(portfolio, EN, "works", "  ")
    assert "title: このページのタイトル\n" in japanese.read_text("utf-8")
    assert "title: A title for this page\n" in english.read_text("utf-8")


def test_a_pathway_is_begun_as_a_draft_that_is_read_without_a_fault(portfolio: Portfolio) -> None:
    file, *letters = begin_pathway(portfolio, JA, "diploma", 'A "great" \\ diploma')
    assert _names(portfolio, (file, *letters)) == [
        "pathways/diploma.toml",
        "pathways/diploma.ja.md",
        "pathways/diploma.en.md",
    ]
    text = file.read_text("utf-8")
    assert "# 要件の数だけ" in text
    assert read_portfolio(portfolio.root).pathways == ()
    file.write_text(text.replace("draft = true", "draft = false").replace("# credits", "credits"), "utf-8")
    (pathway,) = read_portfolio(portfolio.root).pathways
    assert pathway.title["ja"] == 'A "great" \\ diploma'
    assert (pathway.credits, pathway.words, pathway.requirements[0].needed) == (12.0, {}, 1)
    assert pathway.institution == {"ja": "受け入れ機関", "en": "The receiving institution"}


def test_a_collection_holds_the_badges_and_has_a_letter_in_every_language(portfolio: Portfolio) -> None:
    files = begin_collection(portfolio, EN, "for-you", ("data-practice", "data-basics", "data-practice"))
    assert _names(portfolio, files) == [
        "collections/for-you.toml",
        "collections/for-you.ja.md",
        "collections/for-you.en.md",
    ]
    assert tomllib.loads(files[0].read_text("utf-8")) == {
        "badges": ["data-practice", "data-basics"],
        "title": {"ja": "このコレクションのタイトル", "en": "A title for this collection"},
    }
    assert files[1].read_text("utf-8").startswith("<!-- ")


def test_a_note_stands_beside_its_badge_and_shows_nothing_yet(portfolio: Portfolio) -> None:
    files = begin_note(portfolio, EN, "data-basics")
    assert _names(portfolio, files) == ["badges/data-basics/note.ja.md", "badges/data-basics/note.en.md"]
    assert all(badge.notes == {} for badge in read_portfolio(portfolio.root).badges)


def test_what_stands_is_named_and_left_as_it_is(portfolio: Portfolio) -> None:
    file = portfolio.root / "content" / "badges" / "data-basics" / "note.en.md"
    file.write_text("Mine.\n")
    with pytest.raises(PortfolioError) as caught:
        begin_note(portfolio, EN, "data-basics")
    assert (caught.value.code, caught.value.facts["file"]) == ("authoring.file-stands", str(file))
    assert file.read_text() == "Mine.\n"
    assert not file.with_name("note.ja.md").exists()


@pytest.mark.parametrize(
    ("slug", "meant"),
    [("My Works", "my-works"), ("作品", "my-page"), ("../escape", "escape"), ("", "my-page"), ("badges", "my-page")],
)
def test_a_name_that_cannot_stand_in_an_address_is_refused_with_one_that_can(
    portfolio: Portfolio, slug: str, meant: str
) -> None:
    with pytest.raises(PortfolioError) as caught:
        begin_page(portfolio, EN, slug)
    assert (caught.value.code, caught.value.facts["meant"]) == ("authoring.bad-slug", meant)
    assert not (portfolio.root / "content" / "pages").exists()


def test_an_unknown_badge_is_answered_with_the_nearest(portfolio: Portfolio) -> None:
    with pytest.raises(PortfolioError) as caught:
        begin_note(portfolio, EN, "data-basic")
    assert (caught.value.code, caught.value.facts["meant"]) == (
        "portfolio.not-published-meant",
        "data-basics, data-practice",
    )
    with pytest.raises(PortfolioError, match=r"portfolio\.not-published"):
        begin_collection(portfolio, EN, "for-you", ("zzzzzz",))
    assert not (portfolio.root / "content" / "collections").exists()


def test_a_language_that_the_program_does_not_speak_has_remarks_in_the_learners(portfolio: Portfolio) -> None:
    (korean,) = begin_note(replace(portfolio, languages=("ko",)), JA, "data-basics")
    assert "この注釈は表示されません。" in korean.read_text("utf-8")
