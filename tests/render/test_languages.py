from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from tests.site.sample import badge, sample_portfolio, sample_site_input
from wallet.credentials.model import Achievement, Related
from wallet.language.text import Text
from wallet.portfolio.model import BadgeChoices, OwnPage, SplitName
from wallet.render import load_theme, render
from wallet.site import assemble

WHOLE = "データ入門 / <b>Data</b>"


@lru_cache(maxsize=1)
def pages() -> dict[str, str]:
    """The pages of three badges: one whose name holds two languages, one with another edition, one translated."""
    crammed = Achievement(id="https://a.example/ja", name=Text.of(WHOLE), related=_related())
    twin = Achievement(id="https://a.example/en", name=Text.of("Data, first steps", "en"))
    split = SplitName(separator=" / ", languages=("ja", "en"))
    given = sample_site_input()
    portfolio = replace(
        sample_portfolio(),
        pages=(OwnPage(slug="works", title={"ja": "作品"}, body={"ja": "一覧です。"}),),
        collections=(),
    )
    entries = (
        badge("crammed", crammed, choices=BadgeChoices(split_name=split, featured=True)),
        badge("twin", twin, choices=BadgeChoices(name={"ja": "データ、はじめの一歩"}, summary={"ja": "要約です。"})),
    )
    site = assemble(replace(given, portfolio=portfolio, badges=entries))
    files = render(site, load_theme("default", Path()))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def _related() -> tuple[Related, ...]:
    return (
        Related(id="https://a.example/en", in_language="en"),
        Related(id="https://b.example/old", version="1"),
        Related(id="javascript:alert(1)", in_language="fr"),
    )


def test_a_divided_name_has_its_part_as_title_and_the_issuers_whole_beside_it() -> None:
    page = pages()["en/badges/crammed/index.html"]
    assert "<h1>&lt;b&gt;Data&lt;/b&gt;</h1>" in page
    assert '<span lang="ja">データ入門</span> / &lt;b&gt;Data&lt;/b&gt;</span></p>' in page
    assert "Divided by the learner, not a translation" in page
    assert "The whole name, as the issuer wrote it:" in page
    assert "Translated by the learner" not in page


def test_a_card_says_who_divided_the_name() -> None:
    listed = pages()["ja/badges/index.html"]
    assert "データ入門 / <span" in listed
    assert "本人が言語ごとに分けた名称" in listed


def test_other_editions_are_linked_where_they_stand() -> None:
    page = pages()["ja/badges/crammed/index.html"]
    assert "同じアチーブメントの英語版：" in page
    assert '<a href="../twin/">データ、はじめの一歩</a>' in page
    assert '<a href="https://b.example/old" rel="nofollow noopener">b.example</a>' in page
    assert "<code>javascript:alert(1)</code>" in page
    assert 'href="javascript' not in page


def test_a_translation_is_labelled_and_stands_beside_the_issuers_words() -> None:
    page = pages()["ja/badges/twin/index.html"]
    assert "本人による翻訳" in page
    assert '<span lang="en">Data, first steps</span>' in page
    assert page.index("本人が書いた内容") < page.index("<p>要約です。")
    for path in ("ja/badges/index.html", "ja/index.html"):
        assert "Data, first steps" in pages()[path]
        assert "名称は本人による翻訳" in pages()[path]


def test_a_link_to_a_page_in_another_language_says_so() -> None:
    home = pages()["en/index.html"]
    assert 'lang="ja">作品</a>' in home
    assert "Not translated yet; shown in Japanese." in pages()["en/pages/works/index.html"]
