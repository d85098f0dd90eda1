from __future__ import annotations

from pathlib import Path

import pytest

from wallet.errors import PortfolioError
from wallet.portfolio.model import Requirement
from wallet.portfolio.pathways import read_pathways

TOP = 'title.en = "Diploma"\ninstitution.en = "University"\n'
REQUIREMENT = '[[requirements]]\ntitle.en = "Basics"\nbadges = ["data-basics"]\n'
PUBLISHED = ("data-basics", "statistics")


def _write(folder: Path, text: str, name: str = "diploma.toml") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def _refusal(folder: Path) -> PortfolioError:
    with pytest.raises(PortfolioError) as caught:
        read_pathways(folder, PUBLISHED)
    return caught.value


def test_a_pathway_is_read_whole(tmp_path: Path) -> None:
    _write(
        tmp_path,
        """\
url = "https://university.example/diploma"
credits = 12

[title]
ja = "修了証"
en = "Diploma"

[summary]
en = "One year."

[institution]
ja = "大学"

[[requirements]]
title.ja = "基礎"
summary.ja = "はじめに"
credits = 2.5
badges = ["data-basics", "statistics", "data-basics"]

[[requirements]]
title.ja = "修了研究"

[[requirements]]
title.ja = "実践"
needed = 2
credits = 1
""",
    )
    _write(tmp_path, "仕事に生かします。\n", "diploma.ja.md")
    _write(tmp_path, "<!-- Write here. -->\n", "diploma.en.md")
    (pathway,) = read_pathways(tmp_path, PUBLISHED)
    assert (pathway.slug, pathway.url, pathway.credits) == ("diploma", "https://university.example/diploma", 12.0)
    assert (pathway.title, pathway.summary) == ({"ja": "修了証", "en": "Diploma"}, {"en": "One year."})
    assert (pathway.institution, pathway.words) == ({"ja": "大学"}, {"ja": "仕事に生かします。\n"})
    assert pathway.requirements == (
        Requirement(
            title={"ja": "基礎"}, summary={"ja": "はじめに"}, credits=2.5, badges=("data-basics", "statistics")
        ),
        Requirement(title={"ja": "修了研究"}, needed=1),
        Requirement(title={"ja": "実践"}, credits=1.0, needed=2),
    )


def test_without_a_folder_there_is_no_pathway(tmp_path: Path) -> None:
    assert read_pathways(tmp_path / "nowhere", PUBLISHED) == ()


def test_a_draft_is_read_for_its_faults_and_left_out(tmp_path: Path) -> None:
    assert read_pathways(_write(tmp_path, TOP + "draft = true\n" + REQUIREMENT), PUBLISHED) == ()
    assert _refusal(_write(tmp_path, TOP + "draft = true\n")).code == "portfolio.pathway-without-requirement"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (TOP + "titel = 1\n" + REQUIREMENT, "portfolio.unknown-key-meant", 3),
        (TOP + 'credits = "12"\n' + REQUIREMENT, "portfolio.wants-amount", 3),
        (TOP + "credits = -1\n" + REQUIREMENT, "portfolio.wants-amount", 3),
        (TOP + "credits = 0\n" + REQUIREMENT, "portfolio.wants-amount", 3),
        (TOP + "credits = nan\n" + REQUIREMENT, "portfolio.wants-amount", 3),
        (TOP + "credits = inf\n" + REQUIREMENT, "portfolio.wants-amount", 3),
        (TOP + "credits = true\n" + REQUIREMENT, "portfolio.wants-amount", 3),
        (TOP + 'url = "http://university.example/"\n' + REQUIREMENT, "portfolio.bad-link", 3),
        (TOP + 'url = "https://[university"\n' + REQUIREMENT, "portfolio.bad-link", 3),
        (TOP + 'url = "javascript:alert(1)"\n' + REQUIREMENT, "portfolio.bad-link", 3),
        ('title = "Diploma"\n' + REQUIREMENT, "portfolio.wants-languages", 1),
        ('institution.en = "University"\n' + REQUIREMENT, "portfolio.missing-words", 1),
        ('title.en = "Diploma"\n' + REQUIREMENT, "portfolio.missing-words", 1),
        (TOP, "portfolio.pathway-without-requirement", None),
        (TOP + "requirements = 1\n", "portfolio.wants-tables", 3),
        (TOP + REQUIREMENT + 'badges = "x"\n', "portfolio.not-toml", 6),
        (TOP + REQUIREMENT + "[[requirements]]\nbadges = []\n", "portfolio.missing-words", 6),
        (TOP + REQUIREMENT + '[[requirements]]\ntitle.en = "B"\nbadges = "x"\n', "portfolio.wants-texts", 8),
        (TOP + REQUIREMENT + '[[requirements]]\ntitle.en = "B"\nneeded = -1\n', "portfolio.wants-one-or-more", 8),
        (TOP + REQUIREMENT + '[[requirements]]\ntitle.en = "B"\nneeded = 1.5\n', "portfolio.wants-number", 8),
        (TOP + REQUIREMENT + '[[requirements]]\ntitle.en = "B"\ncredits = -2\n', "portfolio.wants-amount", 8),
        (TOP + REQUIREMENT + '[[requirements]]\ntitle.en = "B"\nbadge = []\n', "portfolio.unknown-key-meant", 8),
        (TOP + REQUIREMENT + '[[requirements]]\ntitle.en = "B"\nbadges = ["zzz"]\n', "portfolio.badge-unknown", 8),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(tmp_path: Path, text: str, code: str, line: int | None) -> None:
    refusal = _refusal(_write(tmp_path, text))
    assert refusal.code == code
    assert refusal.facts["path"] == str(tmp_path / "diploma.toml")
    assert refusal.facts.get("line") == line


def test_an_unknown_badge_is_named_with_the_nearest_that_is_published(tmp_path: Path) -> None:
    refusal = _refusal(_write(tmp_path, TOP + REQUIREMENT.replace("data-basics", "data-basic")))
    assert refusal.code == "portfolio.badge-unknown-meant"
    assert (refusal.facts["found"], refusal.facts["meant"]) == ("data-basic", "data-basics")


def test_a_file_name_that_cannot_stand_in_an_address_is_refused(tmp_path: Path) -> None:
    assert _refusal(_write(tmp_path, TOP + REQUIREMENT, "My Diploma.toml")).code == "portfolio.bad-slug"


@pytest.mark.parametrize("name", ["diplom.en.md", "diploma.md"])
def test_words_that_belong_to_no_pathway_are_refused(tmp_path: Path, name: str) -> None:
    _write(tmp_path, TOP + REQUIREMENT)
    refusal = _refusal(_write(tmp_path, "Words.\n", name))
    assert (refusal.code, refusal.facts["path"]) == ("portfolio.words-without-pathway", str(tmp_path / name))


def test_requirements_in_one_line_are_read_too(tmp_path: Path) -> None:
    text = TOP + 'requirements = [{title = {en = "A"}}, {title = {en = "B"}, credits = -1}]\n'
    refusal = _refusal(_write(tmp_path, text))
    assert refusal.code == "portfolio.wants-amount"
    assert read_pathways(_write(tmp_path, text.replace("-1", "1")), PUBLISHED)[0].requirements[1].credits == 1.0
