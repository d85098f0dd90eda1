"""What ``wallet init`` writes for GitHub, looked at by those who know what GitHub takes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages.programs import ROOT
from tests.pages.reading import read_yaml
from tests.pages.test_publishing import KINDS
from wallet.language.catalogs import load_catalog
from wallet.stages.pages_files import PagesOrder, pages_files, weekly_moment

ACTION = ROOT / ".github" / "actions" / "portfolio" / "action.yml"
PINNED = re.compile(r"uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def _written(folder: Path, kind: str = "project", languages: tuple[str, ...] = ("ja", "en")) -> Path:
    options, url = KINDS[kind]
    given = dict(zip(options[::2], options[1::2], strict=True))
    order = PagesOrder(
        url=url,
        catalogs=tuple(map(load_catalog, languages)),
        repository=given["--repository"],
        domain=given.get("--domain"),
        requirement="learner-wallet==0.1.0",
    )
    for name, text in pages_files(order).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def _asked(program: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    place = Path(sys.executable).with_name(program)
    return subprocess.run([str(place), *map(str, words)], capture_output=True, text=True)


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_is_what_github_expects(tmp_path: Path, kind: str) -> None:
    github = _written(tmp_path, kind) / ".github"
    workflows = sorted((github / "workflows").iterdir())
    assert [file.name for file in workflows] == ["portfolio.yml", "weekly.yml"]
    for schema, files in (("github-workflows", workflows), ("dependabot", [github / "dependabot.yml"])):
        asked = _asked("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
        assert asked.returncode == 0, asked.stdout
    asked = _asked("zizmor", "--offline", "--persona", "pedantic", tmp_path)
    assert asked.returncode == 0, asked.stdout


def test_the_action_of_this_repository_is_one() -> None:
    asked = _asked("check-jsonschema", "--builtin-schema", "vendor.github-actions", ACTION)
    assert asked.returncode == 0, asked.stdout
    asked = _asked("zizmor", "--offline", ACTION)
    assert asked.returncode == 0, asked.stdout


def test_the_checkers_find_a_fault(tmp_path: Path) -> None:
    file = _written(tmp_path) / ".github" / "workflows" / "weekly.yml"
    file.write_text(file.read_text("utf-8").replace("cron:", "corn:"), "utf-8")
    assert _asked("check-jsonschema", "--builtin-schema", "vendor.github-workflows", file).returncode != 0
    file.write_text("on: pull_request_target\npermissions: write-all\njobs: {}\n", "utf-8")
    assert _asked("zizmor", "--offline", tmp_path).returncode != 0


def test_every_action_is_pinned_and_the_same_everywhere(tmp_path: Path) -> None:
    texts = [file.read_text("utf-8") for file in (_written(tmp_path) / ".github" / "workflows").iterdir()]
    lines = [
        line.strip().removeprefix("- ") for text in (*texts, ACTION.read_text("utf-8")) for line in text.splitlines()
    ]
    used = {line for line in lines if line.startswith("uses:") and "$/" not in line}
    assert len(used) == 8
    assert [line for line in used if not PINNED.fullmatch(line)] == []
    assert len({line.partition("@")[0] for line in used}) == len(used)


def test_no_job_may_do_more_than_it_does(tmp_path: Path) -> None:
    workflow = read_yaml(_written(tmp_path) / ".github" / "workflows" / "portfolio.yml")
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "record": {"contents": "write"},
        "tell": {"issues": "write"},
    }
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_the_schedule_stands_alone_and_off_the_hour(tmp_path: Path) -> None:
    folder = _written(tmp_path) / ".github" / "workflows"
    (schedule,) = read_yaml(folder / "weekly.yml")["on"]["schedule"]
    assert schedule["timezone"] == "Asia/Tokyo"
    assert schedule["cron"] == weekly_moment("hanako/portfolio")
    assert "schedule" not in read_yaml(folder / "portfolio.yml")["on"]
    moments = [weekly_moment(f"learner-{number}/portfolio").split() for number in range(200)]
    assert {int(minute) % 2 for minute, *_ in moments} == {1}
    assert {hour for _, hour, *_ in moments} == set("23456")
    assert {day for *_, day in moments} == set("0123456")


@pytest.mark.parametrize("languages", [("ja", "en"), ("en", "ja"), ("en",)])
def test_the_words_are_in_the_languages_of_the_portfolio(tmp_path: Path, languages: tuple[str, ...]) -> None:
    root = _written(tmp_path, languages=languages)
    headings = {"ja": "# バッジのポートフォリオ\n", "en": "# My badge portfolio\n"}
    readme = (root / "README.md").read_text("utf-8")
    assert readme.startswith(headings[languages[0]])
    assert [tag for tag, heading in headings.items() if heading in readme] == sorted(languages, reverse=True)
    # A line of hyphens right below a sentence would make a heading of it.
    assert re.search(r"[^\n]\n---\n", readme) is None
    remark = (root / ".github" / "workflows" / "portfolio.yml").read_text("utf-8").splitlines()[0]
    assert remark.startswith("# ")
    assert remark.isascii() == (languages[0] == "en")


def test_a_domain_has_its_steps_and_no_workflow_has_none(tmp_path: Path) -> None:
    readme = (_written(tmp_path, "domain") / "README.md").read_text("utf-8")
    assert "`www.hanako.example`" in readme
    assert "`hanako.github.io`" in readme
    order = PagesOrder(url="https://a.example/", catalogs=[load_catalog("en")], requirement="", workflow=False)
    files = pages_files(order)
    assert set(files) == {".gitattributes", "README.md"}
    assert "git push" not in files["README.md"]
    assert "`wallet deploy --remote https://github.com/OWNER/NAME.git --dry-run`" in files["README.md"]
