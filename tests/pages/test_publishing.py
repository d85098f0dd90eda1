"""From an empty folder to a public site, in the three places where Pages shows one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.portfolios import begun, pushed
from tests.pages.runner import JobFailedError, git
from tests.pages.visiting import visit

KINDS = {
    "project": (("--repository", "Hanako/portfolio"), "https://hanako.github.io/portfolio/"),
    "user": (("--repository", "hanako/hanako.github.io"), "https://hanako.github.io/"),
    "domain": (("--repository", "hanako/portfolio", "--domain", "www.hanako.example"), "https://www.hanako.example/"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_pushed_is_public_and_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    options, address = KINDS[kind]
    github = pushed(tmp_path, begun(tmp_path, capsys, *options), address)
    before = git(github.remote, "rev-parse", "main")
    assert github.push() == {"build": "success", "deploy": "success", "record": "skipped", "tell": "skipped"}
    # Whoever has just pushed must not find that the branch moved.
    assert git(github.remote, "rev-parse", "main") == before
    with visit(github.site, address) as seen:
        assert len(seen.found) > 30
        assert {place: status for place, status in seen.found.items() if status != 200} == {}
        status, missing = seen.missing
        assert status == 404
        assert f'href="{address.removeprefix("https://").partition("/")[1]}' in missing
        assert seen.get("did.json")[0] == 200
        # Without a path of its own the site's identifier is looked for in the folder that uploads leave out.
        assert seen.get(".well-known/did.json")[0] == (404 if kind == "project" else 200)
        assert f'<link rel="canonical" href="{address}en/badges/first/">' in seen.get("en/badges/first/")[1]
    assert (github.site / ".nojekyll").is_file()
    cname = github.site / "CNAME"
    assert (cname.read_text("utf-8") if cname.exists() else None) == (
        "www.hanako.example\n" if kind == "domain" else None
    )


def test_what_pages_says_of_the_address_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = begun(tmp_path, capsys, "--repository", "hanako/old-name")
    github = pushed(tmp_path, root, "http://hanako.github.io/new-name/")
    github.push()
    assert 'href="https://hanako.github.io/new-name/en/"' in (github.site / "index.html").read_text("utf-8")


def test_a_portfolio_with_a_fault_leaves_the_site_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = begun(tmp_path, capsys, "--repository", "hanako/portfolio")
    github = pushed(tmp_path, root, "https://hanako.github.io/portfolio/")
    github.push()
    before = (github.site / "index.html").read_bytes()
    with (root / "content" / "portfolio.toml").open("a", encoding="utf-8") as stream:
        stream.write("[[\n")
    git(root, "commit", "--quiet", "--all", "--message", "Oh")
    git(root, "push", "--quiet")
    with pytest.raises(JobFailedError, match=r"portfolio\.toml, line"):
        github.push()
    assert (github.site / "index.html").read_bytes() == before


def test_a_badge_that_was_changed_is_left_out_and_the_rest_is_public(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = begun(tmp_path, capsys, "--repository", "hanako/portfolio")
    file = root / "content" / "badges" / "first" / "credential.json"
    file.write_bytes(file.read_bytes().replace(b"Sample", b"Forged", 1))
    github = pushed(tmp_path, root, "https://hanako.github.io/portfolio/")
    assert github.push()["deploy"] == "success"
    assert "::warning::A badge does not match" in github.said
    assert (github.site / "en" / "index.html").is_file()
    assert not (github.site / "en" / "badges" / "first").exists()
