from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run_wallet
from tests.pages.portfolios import begun
from tests.pages.runner import git


def test_what_would_go_wrong_on_pages_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = begun(tmp_path, capsys)
    git(root, "init", "--quiet")
    git(root, "remote", "add", "origin", "https://github.com/hanako/portfolio.git")
    said = run_wallet(tmp_path, capsys, "status", "--portfolio", root).stdout
    assert "To mend before the site goes to GitHub Pages:\n  content/portfolio.toml: the address is" in said
    assert "https://hanako.github.io/portfolio/" in said
    (remark,) = run_wallet(tmp_path, capsys, "status", "--json", "--portfolio", root).json["pages"]
    assert (remark["code"], remark["facts"]["repository"]) == ("pages.other-address", "hanako/portfolio")
    assert (
        "GitHub Pagesで公開する前に"
        in run_wallet(tmp_path, capsys, "status", "--portfolio", root, language="ja").stdout
    )
