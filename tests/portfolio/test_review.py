from __future__ import annotations

from pathlib import Path

import pytest

from wallet.errors import PortfolioError
from wallet.portfolio.model import Portfolio
from wallet.portfolio.reading import read_portfolio
from wallet.portfolio.remarks import Remark
from wallet.portfolio.review import review_files

SETTINGS = """[site]
url = "https://ann.example/portfolio/"
languages = ["ja", "en"]

[owner]
latin = "Ann Example"

[owner.headline]
ja = "見出し"
en = "Headline"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    _write(tmp_path, "portfolio.toml", SETTINGS)
    _write(tmp_path, "profile.ja.md", "私です。")
    _write(tmp_path, "profile.en.md", "This is me.")
    return tmp_path


PATHWAY = """title = { ja = "免許", en = "Licence" }
institution = { ja = "町", en = "Town" }
[[requirements]]
title = { ja = "一", en = "One" }
"""


def _write(root: Path, path: str, text: str) -> None:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _review(root: Path) -> tuple[Remark, ...]:
    return review_files(read_portfolio(root))[0]


def _found(root: Path) -> list[tuple[str, str]]:
    return [(remark.code, remark.path.removeprefix("content/")) for remark in _review(root)]


def test_a_finished_portfolio_has_no_remark(root: Path) -> None:
    _write(root, "pages/works.ja.md", "---\ntitle: 作品\n---\n作品です。")
    _write(root, "pages/works.en.md", "---\ntitle: Works\n---\nMy works.")
    _write(root, "collections/town.toml", '[title]\nja = "町へ"\nen = "For the town"\n')
    _write(root, "collections/town.ja.md", "町の皆さまへ")
    _write(root, "collections/town.en.md", "Dear all")
    _write(root, "pathways/licence.toml", PATHWAY)
    _write(root, "languages/fr/messages.po", "")
    _write(root, ".DS_Store", "")
    assert _review(root) == ()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("notes.txt", "review.not-read"),
        ("profile.md", "review.no-language"),
        ("README.md", "review.no-language"),
        ("profile.fr.md", "review.language-not-used"),
        ("badges/readme.txt", "review.not-read"),
        ("pages/draft.docx", "review.not-read"),
        ("pages/deep/x.ja.md", "review.not-read"),
        ("pictures/me.png", "review.not-read"),
    ],
)
def test_a_file_that_nothing_uses_is_named(root: Path, path: str, code: str) -> None:
    _write(root, path, "text")
    assert (code, path) in _found(root)


def test_stray_files_in_the_folder_of_a_badge_are_named(root: Path) -> None:
    for name in ("credential.json", "badge.toml", "verification.json", "evidence/index.json", "evidence/kept.json"):
        _write(root, f"badges/first/{name}", '[{"file": "kept.json"}]' if name.endswith("index.json") else "")
    portfolio = read_portfolio_without_evidence(root)
    for name in ("note.md", "note.fr.md", "photo.png", "evidence/left.json"):
        _write(root, f"badges/first/{name}", "words")
    found = {remark.path.removeprefix("content/badges/first/"): remark.code for remark in review_files(portfolio)[0]}
    assert found == {
        "note.md": "review.no-language",
        "note.fr.md": "review.language-not-used",
        "photo.png": "review.not-read",
        "evidence/left.json": "review.not-read",
    }


def read_portfolio_without_evidence(root: Path) -> Portfolio:
    """The settings alone: what is in a badge's folder is only listed here."""
    folder = root / "content" / "badges"
    folder.rename(root / "badges")
    portfolio = read_portfolio(root)
    (root / "badges").rename(folder)
    return portfolio


def test_a_text_in_one_language_names_the_file_to_write(root: Path) -> None:
    _write(root, "pages/works.ja.md", "---\ntitle: 作品\n---\n作品です。")
    _write(root, "profile.en.md", "<!-- Write about yourself here. -->\n")
    first, second = sorted(_review(root), key=lambda remark: remark.path)
    assert (first.path, first.facts["wanted"]) == ("content/pages/works.ja.md", "content/pages/works.en.md")
    assert (second.path, second.facts["wanted"]) == ("content/profile.ja.md", "content/profile.en.md")


@pytest.mark.parametrize(
    ("path", "text", "key", "line"),
    [
        ("portfolio.toml", SETTINGS.replace('en = "Headline"\n', ""), "owner.headline", 9),
        (
            "portfolio.toml",
            SETTINGS + '[[links]]\nurl = "https://a.example/"\nlabel.en = "Works"\n',
            "links.label",
            13,
        ),
        ("collections/town.toml", 'badges = []\n\n[title]\nen = "Town"\n', "title", 4),
        ("pathways/licence.toml", PATHWAY.replace(', en = "One"', ""), "requirements.title", 4),
    ],
)
def test_words_in_one_language_are_named_with_their_line(root: Path, path: str, text: str, key: str, line: int) -> None:
    _write(root, path, text)
    (remark,) = _review(root)
    assert (remark.code, remark.facts["key"], remark.line) == ("review.words-untranslated", key, line)


def test_what_is_not_finished_is_a_hint_and_the_example_address_a_fault(root: Path) -> None:
    settings = SETTINGS.replace("https://ann.example", "https://name.github.io").replace('latin = "Ann Example"\n', "")
    _write(root, "portfolio.toml", settings)
    _write(root, "pages/works.ja.md", "---\ntitle: 作品\ndraft: true\n---\n作品です。")
    _write(root, "pages/works.en.md", "---\ntitle: Works\n---\nA line with\ndraft: true\n")
    _write(root, "pathways/town.toml", f"draft = true\n{PATHWAY}")
    for language in ("ja", "en"):
        (root / "content" / f"profile.{language}.md").unlink()
    assert [(remark.code, remark.line, remark.hint) for remark in _review(root)] == [
        ("review.example-address", 2, False),
        ("review.no-name", None, True),
        ("review.no-profile", None, True),
        ("review.no-profile", None, True),
        ("review.draft", 3, True),
        ("review.draft", 1, True),
    ]


@pytest.mark.parametrize("other", [None, "C'est moi."])
def test_each_file_for_words_about_oneself_is_named_where_none_has_any(root: Path, other: str | None) -> None:
    for language in ("ja", "en"):
        _write(root, f"profile.{language}.md", "<!-- Write about yourself here. -->\n")
    if other is not None:
        _write(root, "profile.fr.md", other)
    assert [path for code, path in _found(root) if code == "review.no-profile"] == ["profile.ja.md", "profile.en.md"]


def test_a_settings_file_that_is_no_toml_is_an_error_with_its_line(root: Path) -> None:
    portfolio = read_portfolio(root)
    _write(root, "collections/town.toml", "title = \n")
    with pytest.raises(PortfolioError, match=r"portfolio\.not-toml"):
        review_files(portfolio)
