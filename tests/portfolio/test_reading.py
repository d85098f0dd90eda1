from __future__ import annotations

from pathlib import Path

import pytest

from tests.responses import FETCHED_AT
from wallet.errors import PortfolioError, StoreError
from wallet.portfolio.model import BadgeChoices, Link, OwnerName, OwnPage
from wallet.portfolio.reading import read_badge, read_portfolio
from wallet.resolution.fetching import Resource
from wallet.store.evidence import write_evidence
from wallet.verification.trust import KnownIssuer

SITE = '[site]\nurl = "https://ann.example/portfolio"\n'
RESOURCE = Resource(
    url="https://issuer.example/did.json", content=b"{}", media_type="application/json", retrieved_at=FETCHED_AT
)


def _write(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"content/portfolio.toml": SITE, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def _refusal(root: Path, files: dict[str, str]) -> PortfolioError:
    with pytest.raises(PortfolioError) as caught:
        read_portfolio(_write(root, files))
    return caught.value


def test_the_smallest_portfolio_is_an_address(tmp_path: Path) -> None:
    portfolio = read_portfolio(_write(tmp_path, {}))
    assert (portfolio.url, portfolio.languages, portfolio.theme) == (
        "https://ann.example/portfolio/",
        ("ja", "en"),
        "default",
    )
    assert (portfolio.badges, portfolio.pages, portfolio.links, portfolio.known_issuers) == ((), (), (), ())


def test_the_owner_says_who_they_are(tmp_path: Path) -> None:
    text = (
        SITE
        + 'languages = ["en", "ja", "en"]\ntheme = "mine"\n'
        + '[owner]\nfamily = "星野"\ngiven = "青"\nfamily_reading = "ほしの"\nlatin = "HOSHINO Ao"\n'
        + '[owner.headline]\nja = "学ぶ人"\n'
        + '[[links]]\nurl = "https://example.org/"\nlabel.ja = "作品"\nlabel.en = "Works"\n'
    )
    portfolio = read_portfolio(_write(tmp_path, {"content/portfolio.toml": text}))
    assert portfolio.owner == OwnerName(family="星野", given="青", family_reading="ほしの", latin="HOSHINO Ao")
    assert (portfolio.languages, portfolio.theme, portfolio.headline) == (("en", "ja"), "mine", {"ja": "学ぶ人"})
    assert portfolio.links == (Link(url="https://example.org/", label={"ja": "作品", "en": "Works"}),)


def test_a_link_may_lead_to_somebody_else(tmp_path: Path) -> None:
    links = '[[links]]\nurl = "https://a.example/"\n[[links]]\nurl = "https://b.example/"\nme = false\n'
    portfolio = read_portfolio(_write(tmp_path, {"content/portfolio.toml": SITE + links}))
    assert [link.me for link in portfolio.links] == [True, False]


def test_profiles_pages_and_known_issuers_are_read(tmp_path: Path) -> None:
    files = {
        "content/profile.ja.md": "こんにちは。\n",
        "content/profile.en.md": "Hello.\n",
        "content/pages/works.ja.md": "---\ntitle: 作品\n---\n本文\n",
        "content/pages/works.en.md": '---\r\ntitle: "Works: all"\r\n---\r\nBody\n',
        "content/issuers.toml": '[[issuer]]\nid = "did:web:a.example"\nname = "A"\nurl = "https://a.example/"\n',
    }
    portfolio = read_portfolio(_write(tmp_path, files))
    assert portfolio.profile == {"ja": "こんにちは。\n", "en": "Hello.\n"}
    assert portfolio.pages == (
        OwnPage(slug="works", title={"ja": "作品", "en": "Works: all"}, body={"ja": "本文\n", "en": "Body\n"}),
    )
    assert portfolio.known_issuers == (KnownIssuer(id="did:web:a.example", name="A", url="https://a.example/"),)


def test_a_badge_comes_with_its_choices_notes_and_evidence(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "badges" / "data"
    files = {
        "content/badges/data/credential.json": "{}\n",
        "content/badges/data/badge.toml": 'order = 2\nfeatured = true\ntags = ["a"]\n[name]\nja = "データ"\n',
        "content/badges/data/note.ja.md": "覚え書き\n",
    }
    write_evidence(folder / "evidence", [RESOURCE])
    (badge,) = read_portfolio(_write(tmp_path, files)).badges
    assert (badge.slug, badge.folder, badge.file_name, badge.source) == ("data", folder, "credential.json", b"{}\n")
    assert badge.choices == BadgeChoices(order=2, featured=True, tags=("a",), name={"ja": "データ"})
    assert (badge.notes, badge.evidence) == ({"ja": "覚え書き\n"}, (RESOURCE,))


def test_badges_come_in_the_order_of_their_slugs(tmp_path: Path) -> None:
    files = {f"content/badges/{slug}/credential.jws": "e30" for slug in ("b", "a", "c")}
    files["content/badges/.half-written/credential.jws"] = "e30"
    portfolio = read_portfolio(_write(tmp_path, files))
    assert [badge.slug for badge in portfolio.badges] == ["a", "b", "c"]


def test_a_folder_without_portfolio_toml_is_no_portfolio(tmp_path: Path) -> None:
    with pytest.raises(PortfolioError, match=r"portfolio\.not-a-portfolio"):
        read_portfolio(tmp_path)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[site]\n", "portfolio.missing-key", None),
        ('[site]\nurl = "ftp://ann.example/"\n', "portfolio.bad-url", 2),
        ('[site]\nurl = "ann.example"\n', "portfolio.bad-url", 2),
        ('[site]\nurl = "https://ann.example/?a=1"\n', "portfolio.bad-url", 2),
        (SITE + 'languages = ["Japanese!"]\n', "portfolio.bad-language", 3),
        (SITE + 'langauges = ["ja"]\n', "portfolio.unknown-key-meant", 3),
        (SITE + "[owner]\nfamily = 5\n", "portfolio.wants-text", 4),
        (SITE + '[owner]\nemail = "ann@example.org"\n', "portfolio.unknown-key", 4),
        (SITE + '[[links]]\nurl = "javascript:alert(1)"\n', "portfolio.bad-url", None),
        (SITE + '[[links]]\nlabel.ja = "作品"\n', "portfolio.missing-key", None),
        (SITE + "headline = {}\n", "portfolio.unknown-key", 3),
    ],
)
def test_a_fault_in_portfolio_toml_is_named(tmp_path: Path, text: str, code: str, line: int | None) -> None:
    error = _refusal(tmp_path, {"content/portfolio.toml": text})
    assert error.code == code
    assert error.facts["path"] == str(tmp_path / "content" / "portfolio.toml")
    if line is not None:
        assert error.facts["line"] == line


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"content/badges/data/badge.toml": ""}, "portfolio.badge-without-file"),
        (
            {"content/badges/data/credential.json": "{}", "content/badges/data/credential.jws": "e30"},
            "portfolio.badge-with-two-files",
        ),
        ({"content/badges/Data/credential.json": "{}"}, "portfolio.bad-slug"),
        (
            {"content/badges/data/credential.json": "{}", "content/badges/data/badge.toml": "fetured = true"},
            "portfolio.unknown-key-meant",
        ),
        ({"content/pages/works.md": "---\ntitle: A\n---\n"}, "portfolio.page-without-language"),
        ({"content/pages/Works!.ja.md": "---\ntitle: A\n---\n"}, "portfolio.bad-slug"),
        ({"content/issuers.toml": '[[issuer]]\nid = "did:web:a.example"\n'}, "portfolio.missing-key"),
    ],
)
def test_a_fault_in_another_file_is_named(tmp_path: Path, files: dict[str, str], code: str) -> None:
    assert _refusal(tmp_path, files).code == code


def test_a_text_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    _write(tmp_path, {})
    (tmp_path / "content" / "profile.ja.md").write_bytes("こんにちは".encode("shift_jis"))
    with pytest.raises(PortfolioError, match=r"portfolio\.file-unreadable"):
        read_portfolio(tmp_path)


def test_changed_evidence_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    write_evidence(folder / "evidence", [RESOURCE])
    (folder / "credential.json").write_bytes(b"{}")
    (folder / "evidence" / f"{RESOURCE.digest[:16]}.json").write_bytes(b"[]")
    with pytest.raises(StoreError, match=r"evidence\.changed"):
        read_badge(folder)


def test_a_page_that_is_a_draft_is_not_read(tmp_path: Path) -> None:
    files = {
        "content/pages/works.ja.md": "---\ntitle: 作品\ndraft: false\n---\n本文\n",
        "content/pages/works.en.md": "---\ntitle: Works\ndraft: true\n---\nBody\n",
        "content/pages/plans.en.md": "---\ndraft: true\ntitle: Plans\n---\nBody\n",
    }
    portfolio = read_portfolio(_write(tmp_path, files))
    assert portfolio.pages == (OwnPage(slug="works", title={"ja": "作品"}, body={"ja": "本文\n"}),)


def test_a_draft_that_is_neither_true_nor_false_is_refused_with_its_line(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, {"content/pages/works.ja.md": "---\ntitle: 作品\ndraft: yes\n---\n本文\n"})
    assert (refusal.code, refusal.facts["line"], refusal.facts["key"]) == ("portfolio.wants-flag", 3, "draft")


def test_the_owner_may_write_in_another_script_and_for_further_languages(tmp_path: Path) -> None:
    text = SITE + '[owner]\nfamily = "김"\nlanguage = "ko"\n[owner.name]\nes = "Kim"\n'
    owner = read_portfolio(_write(tmp_path, {"content/portfolio.toml": text})).owner
    assert owner == OwnerName(family="김", language="ko", forms={"es": "Kim"})


def test_a_language_of_the_owner_that_is_none_is_refused(tmp_path: Path) -> None:
    error = _refusal(tmp_path, {"content/portfolio.toml": SITE + '[owner]\nlanguage = "Korean"\n'})
    assert (error.code, error.facts["line"]) == ("portfolio.bad-language", 4)


def test_catalogs_are_read_for_the_languages_of_the_site_alone(tmp_path: Path) -> None:
    catalog = 'msgid "Badges"\nmsgstr "{}"\n'
    files = {
        "content/portfolio.toml": SITE + 'languages = ["ko", "ja"]\n',
        "content/languages/ko/a.po": catalog.format("배지"),
        "content/languages/ja/a.po": catalog.format("わたしのバッジ"),
        "content/languages/es/a.po": "not read",
    }
    portfolio = read_portfolio(_write(tmp_path, files))
    assert [(found.language, found.gettext("Badges")) for found in portfolio.catalogs] == [
        ("ko", "배지"),
        ("ja", "わたしのバッジ"),
    ]
