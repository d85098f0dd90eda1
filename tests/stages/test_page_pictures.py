from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.site import AT
from tests.portfolio.test_camera_places import PLACE, notes
from tests.site.sample import picture
from tests.stages.test_reviewing import ANSWERS, told, write
from wallet.errors import PortfolioError
from wallet.stages.building import build
from wallet.stages.images import MAX_IMAGE_BYTES
from wallet.stages.starting import start_portfolio


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portfolio with a page of its learner's own that shows a picture."""
    root = tmp_path / "mine"
    start_portfolio(root, ANSWERS)
    for language in ("ja", "en"):
        write(root, f"profile.{language}.md", "A. 私です。")
        write(root, f"pages/works.{language}.md", "---\ntitle: W\n---\n![A > b](sea.png)\n")
    place(root, "sea.png", picture(60, 40))
    return root


def place(root: Path, name: str, content: bytes) -> None:
    (root / "content" / "pages" / name).write_bytes(content)


def built(root: Path) -> dict[str, bytes]:
    output = root / "output"
    build(root, output=output, base_url=None, at=AT, timer=float)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_a_picture_is_published_once_and_shown_with_its_size(root: Path) -> None:
    files = built(root)
    assert files["pages/sea.png"] == picture(60, 40)
    wanted = '<img src="../../../pages/sea.png" alt="A &gt; b" width="60" height="40" loading="lazy">'
    for language in ("ja", "en"):
        assert wanted in files[f"{language}/pages/works/index.html"].decode()
    assert told(root) == []


def test_what_no_page_shows_is_not_published_and_named(root: Path) -> None:
    place(root, "other.png", picture(9, 9))
    assert "pages/other.png" not in built(root)
    assert told(root) == [("review.not-read", "pages/other.png", None)]


def test_a_picture_of_a_draft_stays_at_home(root: Path) -> None:
    for language in ("ja", "en"):
        write(root, f"pages/works.{language}.md", "---\ntitle: W\ndraft: true\n---\n![sea](sea.png)\n")
    assert "pages/sea.png" not in built(root)
    assert {code for code, _path, _line in told(root)} == {"review.draft"}


def test_a_picture_that_is_not_there_leaves_its_words(root: Path) -> None:
    write(root, "pages/works.en.md", "---\ntitle: W\n---\n![the <b>sea](gone.png) ![far](https://a.example/x.png)\n")
    page = built(root)["en/pages/works/index.html"].decode()
    assert "the &lt;b&gt;sea far" in page
    assert not re.search(r"<img[^>]*(gone|example/x)", page)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("sea.jpg", picture(9, 9), "portfolio.picture-unreadable"),
        ("sea.gif", b"no picture", "portfolio.picture-unreadable"),
        ("海.png", picture(9, 9), "portfolio.picture-name"),
        ("sea side.png", picture(9, 9), "portfolio.picture-name"),
        ("large.png", picture(9, 9) + bytes(MAX_IMAGE_BYTES), "portfolio.picture-too-large"),
    ],
)
def test_a_picture_that_no_page_can_show_is_refused(root: Path, name: str, content: bytes, code: str) -> None:
    place(root, name, content)
    write(root, "pages/works.en.md", f"---\ntitle: W\n---\n![sea](<{name}>)\n")
    with pytest.raises(PortfolioError, match=code.replace(".", r"\.")) as caught:
        built(root)
    assert str(caught.value.facts["path"]).endswith(name)


def test_other_kinds_are_shown_too(root: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'
    place(root, "plan.svg", drawing)
    write(root, "pages/works.en.md", "---\ntitle: W\n---\n![the plan][1]\n\n[1]: plan.svg\n")
    page = built(root)["en/pages/works/index.html"].decode()
    assert 'src="../../../pages/plan.svg" alt="the plan" width="30" height="20"' in page


def test_a_photograph_that_tells_its_place_is_named_when_a_page_shows_it(root: Path) -> None:
    told_place = picture(9, 9) + b"eXIf" + notes("<", PLACE)
    place(root, "sea.png", told_place)
    place(root, "unused.png", told_place)
    assert told(root) == [
        ("review.not-read", "pages/unused.png", None),
        ("review.picture-tells-place", "pages/sea.png", None),
    ]
