from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

import pytest

from wallet.language.catalogs import Catalog, load_catalog
from wallet.portfolio.model import OwnerName
from wallet.site.names import name_view, owner_run
from wallet.site.reader import Reader
from wallet.site.views import Run

JAPANESE = Reader(catalog=load_catalog("ja"))
ENGLISH = Reader(catalog=load_catalog("en"))
FULL = OwnerName(family="山田", given="花子", family_reading="やまだ", given_reading="はなこ", latin="YAMADA Hanako")


def test_each_page_has_the_name_in_its_own_script_and_the_other_beside_it() -> None:
    japanese, english = name_view(JAPANESE, FULL), name_view(ENGLISH, FULL)
    assert japanese.parts == (("山田", "やまだ"), ("花子", "はなこ"))
    assert japanese.other is not None
    assert (japanese.other.text, japanese.other.language) == ("YAMADA Hanako", "ja-Latn")
    assert english.parts == (("YAMADA Hanako", None),)
    assert english.other is not None
    assert (english.other.text, english.other.language) == ("山田 花子", "ja")


@pytest.mark.parametrize(
    ("owner", "japanese", "english"),
    [
        (OwnerName(latin="Ann Example"), "Ann Example", "Ann Example"),
        (OwnerName(given="澪"), "澪", "澪"),
        (OwnerName(family="山田", given="花子"), "山田 花子", "山田 花子"),
    ],
)
def test_a_name_with_parts_missing_still_fits(owner: OwnerName, japanese: str, english: str) -> None:
    assert owner_run(JAPANESE, owner).text == japanese
    assert owner_run(ENGLISH, owner).text == english
    assert name_view(ENGLISH, owner).parts


def test_a_page_in_another_language_has_the_form_that_the_learner_wrote_for_it() -> None:
    owner = replace(FULL, forms={"ko": "야마다 하나코"})
    korean = Reader(catalog=Catalog("ko", NullTranslations()))
    assert owner_run(korean, owner) == Run(text="야마다 하나코")
    view = name_view(korean, owner)
    assert view.other is not None
    assert (view.other.text, view.other.language) == ("山田 花子", "ja")
    assert owner_run(korean, FULL) == Run(text="YAMADA Hanako", language="ja-Latn")


def test_the_native_script_need_not_be_japanese() -> None:
    owner = OwnerName(family="김", given="하늘", latin="KIM Haneul", language="ko")
    assert owner_run(Reader(catalog=Catalog("ko", NullTranslations())), owner) == Run(text="김 하늘")
    assert owner_run(JAPANESE, owner) == Run(text="KIM Haneul", language="ko-Latn")
    view = name_view(ENGLISH, owner)
    assert view.other is not None
    assert (view.other.text, view.other.language) == ("김 하늘", "ko")
