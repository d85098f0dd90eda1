from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.deployed import HIDDEN, HIDDEN_ID, HIDDEN_NAME, LETTER, Learner, made_once
from tests.cli.running import Terminal
from wallet.render.writing import MANIFEST
from wallet.stages.branches import Branch
from wallet.stages.deploying import Deployment, DeployOrder, plan_deployment


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("learner") / "made"


@pytest.fixture
def learner(tmp_path: Path, capsys: pytest.CaptureFixture[str], made: Path) -> Learner:
    return made_once(tmp_path, capsys, made)


def as_built(learner: Learner, name: str, content: bytes) -> None:
    """A file in the output as if the build had written it."""
    file, manifest = learner.mine / "output" / name, learner.mine / "output" / MANIFEST
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    manifest.write_text(json.dumps([*json.loads(manifest.read_text("utf-8")), name]), "utf-8")


def test_what_no_build_wrote_is_named_and_stays_here(learner: Learner) -> None:
    (learner.mine / "output" / ".env").write_text("TOKEN=abc")
    ran = learner.deploy("--remote", learner.remote, "--yes")
    assert ran.status == 0
    assert "Not written by a build, and left here: 1\n  .env" in ran.stderr
    assert b"TOKEN=abc" not in learner.everything()


def test_a_dry_run_says_what_becomes_public_and_pushes_nothing(learner: Learner) -> None:
    ran = learner.deploy("--remote", learner.remote, "--dry-run")
    assert ran.status == 0, ran.stderr
    assert "In the name of: Ann <ann@example.org> (everybody will be able to read it)" in ran.stdout
    assert "The badge sample-badge has not been public there so far:" in ran.stdout
    assert "It names you by the identifier did:" in ran.stdout
    assert "Added: " in ran.stdout
    assert learner.git("for-each-ref") == ""


def test_the_site_goes_to_the_branch_as_it_was_built(learner: Learner) -> None:
    output = learner.mine / "output"
    (output / "CNAME").write_text("ann.example\n")
    as_built(learner, ".well-known/did.json", b"{}\r\n")
    ran = learner.deploy("--remote", learner.remote, "--yes")
    assert (ran.status, ran.stdout.startswith("Pushed to gh-pages: ")) == (0, True), ran.stderr
    assert "choose “Deploy from a branch”, gh-pages" in ran.stderr
    assert {".nojekyll", "CNAME", ".well-known/did.json", "en/badges/sample-badge/index.html"} <= learner.tree().keys()
    assert (output / ".gitignore").is_file()
    assert ".gitignore" not in learner.tree()
    assert learner.git("log", "--format=%an <%ae>", "gh-pages") == "Ann <ann@example.org>"
    for path, made in learner.tree().items():
        if path != ".wallet-manifest.json":
            assert learner.git("hash-object", "--no-filters", output / path) == made


def test_nothing_private_is_in_any_object_of_the_public_repository(learner: Learner) -> None:
    ran = learner.deploy("--remote", learner.remote, "--yes")
    assert "Files of unlisted pages, which stay on this computer: " in ran.stderr
    learner.edit_site()
    assert learner.deploy("--remote", learner.remote, "--yes").status == 0
    found = learner.everything()
    assert b"sample-badge" in found
    unlisted = next(path.stem for path in (learner.mine / "output" / "shared").iterdir() if path.is_dir())
    digest = hashlib.sha256(HIDDEN).hexdigest()
    for secret in (HIDDEN_ID, HIDDEN_NAME, LETTER, unlisted, digest, hashlib.sha256(unlisted.encode()).hexdigest()):
        assert secret.encode() not in found
    assert learner.git("hash-object", learner.place / "hidden.json") not in found.decode("utf-8", "replace")
    locked = next((learner.mine / "content" / "locked").iterdir()).stem
    assert f"shared/{locked}.json" in learner.tree()


@pytest.mark.parametrize(
    ("action", "told"), [("actions/deploy-pages@v5", True), ("actions/checkout@v7", False)], ids=["pages", "other"]
)
def test_a_workflow_that_publishes_too_is_named_and_stops_nothing(learner: Learner, action: str, told: bool) -> None:
    file = learner.mine / ".github" / "workflows" / "site.yml"
    file.parent.mkdir(parents=True)
    file.write_text(f"jobs:\n  a:\n    steps:\n      - uses: {action}\n")
    assert learner.deploy("--remote", learner.remote, "--yes").status == 0
    learner.git("init", "--quiet", folder=learner.mine)
    for language, hint in (("en", ".github/workflows/site.yml publishes the site"), ("ja", "どちらか一方です")):
        ran = learner.deploy("--remote", learner.remote, "--dry-run", language=language)
        assert (ran.status, hint in ran.stderr) == (0, told)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("copied.json", HIDDEN, "careful-gardening"),
        ("note.html", f"<p>{HIDDEN_NAME}</p>".encode(), "not published"),
        ("id.txt", HIDDEN_ID.encode(), "not published"),
        ("letter.html", LETTER.encode(), "private collection"),
    ],
)
def test_private_things_in_the_output_stop_the_deploy(
    learner: Learner, name: str, content: bytes, sentence: str
) -> None:
    as_built(learner, name, content)
    ran = learner.deploy("--remote", learner.remote, "--yes")
    assert (ran.status, ran.stdout) == (1, "")
    assert name in ran.complaints[0]
    assert sentence in ran.complaints[0]
    assert learner.everything() == b""


def test_a_letter_that_ends_with_the_owners_name_stops_nothing(learner: Learner) -> None:
    settings = learner.mine / "content" / "portfolio.toml"
    named = '[owner]\nfamily = "星野山田"\ngiven = "太郎"\n'
    settings.write_text(settings.read_text("utf-8").replace("[owner]\n", named, 1), "utf-8")
    letter = next((learner.place / "wallet" / "collections").rglob("letter.*.md"))
    signed = "\u3000" * 8 + "星野山田 太郎\n" + "\u3000" * 4 + "\n"
    letter.write_text(letter.read_text("utf-8") + "\n\n" + signed, "utf-8")
    assert learner.wallet("build", "--portfolio", learner.mine).status == 0
    ran = learner.deploy("--remote", learner.remote, "--dry-run")
    assert ran.status == 0, ran.stderr


def test_a_secret_key_in_the_output_stops_the_deploy(learner: Learner) -> None:
    key = learner.place / "wallet" / "holder-key.json"
    secret = "z3u2" + "a1B2" * 10
    key.write_text(f'{{"publicKeyMultibase": "z6Mk", "secretKeyMultibase": "{secret}"}}')
    as_built(learner, "backup.txt", secret.encode())
    ran = learner.deploy("--remote", learner.remote, "--yes")
    assert ran.status == 1
    assert "backup.txt holds a secret key" in ran.stderr
    assert secret not in ran.stderr


def test_what_changed_is_one_commit_on_top_and_nothing_is_none(learner: Learner) -> None:
    learner.deploy("--remote", learner.remote, "--yes")
    first = learner.git("rev-parse", "gh-pages")
    again = learner.deploy("--remote", learner.remote, "--yes")
    assert (again.status, again.stdout) == (0, "")
    assert "Nothing was pushed: everything is there already." in again.complaints
    learner.edit_site()
    (learner.mine / "output" / "404.html").unlink()
    found = learner.deploy("--remote", learner.remote, "--yes", "--json").json
    assert (found["changed"], found["removed"]) == ([".wallet-manifest.json", "index.html"], ["404.html"])
    assert (found["pushed"], found["added"], found["reveals"]) == (True, [], {})
    assert learner.git("rev-parse", "gh-pages~1") == first


def test_the_learners_own_repository_is_not_touched(learner: Learner) -> None:
    learner.make_repository()
    (learner.mine / "draft.txt").write_text("draft")
    learner.git("add", "draft.txt", folder=learner.mine)
    hook = learner.mine / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    before = [learner.git(*asked, folder=learner.mine) for asked in (("status", "--porcelain"), ("for-each-ref",))]
    objects = learner.everything(learner.mine)
    assert learner.deploy("--yes").status == 0
    after = [learner.git(*asked, folder=learner.mine) for asked in (("status", "--porcelain"), ("for-each-ref",))]
    assert (before, objects) == (after, learner.everything(learner.mine))
    assert "content/portfolio.toml" not in learner.tree()
    assert b"[owner]" not in learner.everything()


def test_a_name_that_the_learner_wrote_in_the_portfolio_is_public_by_their_choice(learner: Learner) -> None:
    (learner.mine / "content" / "profile.en.md").write_text(f"I work towards {HIDDEN_NAME}.\n")
    assert learner.wallet("build", "--portfolio", learner.mine).status == 0
    assert learner.deploy("--remote", learner.remote, "--yes").status == 0
    (learner.mine / "content" / "profile.en.md").write_text(f"I work towards {HIDDEN_ID}.\n")
    assert learner.wallet("build", "--portfolio", learner.mine).status == 0
    assert learner.deploy("--remote", learner.remote, "--yes").status == 1


def test_it_tries_once_more_where_the_branch_went_on_meanwhile(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.deploy("--remote", learner.remote, "--yes")
    learner.edit_site()
    asked = list[str]()

    def planned(order: DeployOrder, branch: Branch) -> Deployment:
        found = plan_deployment(order, branch)
        if not asked:
            commit_elsewhere(learner, "index.html", "<p>By hand</p>")
        asked.append(found.tree.head or "")
        return found

    monkeypatch.setattr("wallet.cli.deploying.plan_deployment", planned)
    ran = learner.deploy("--remote", learner.remote, "--yes")
    assert (ran.status, len(asked)) == (0, 2)
    assert "The branch was changed in the meantime; trying once more." in ran.complaints
    assert learner.git("show", "gh-pages:index.html") == "<p>Newer</p>"
    assert learner.git("show", "gh-pages~1:index.html") == "<p>By hand</p>"


def test_what_somebody_added_meanwhile_is_not_replaced_by_a_yes_that_did_not_know_of_it(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.deploy("--remote", learner.remote, "--yes")
    learner.edit_site()
    asked = list[bool]()

    def planned(order: DeployOrder, branch: Branch) -> Deployment:
        found = plan_deployment(order, branch)
        if not asked:
            commit_elsewhere(learner, "thesis.html", "years of work")
        asked.append(True)
        return found

    monkeypatch.setattr("wallet.cli.deploying.plan_deployment", planned)
    ran = learner.deploy("--remote", learner.remote, "--yes")
    assert ran.status == 1
    assert "such as thesis.html" in ran.complaints[-1]
    assert learner.git("show", "gh-pages:thesis.html") == "years of work"


def commit_elsewhere(learner: Learner, name: str, content: str, branch: str = "gh-pages") -> None:
    """Somebody else writes one more file to the branch."""
    clone = learner.place / f"clone-{name}"
    learner.git("clone", "--quiet", learner.remote, clone, folder=learner.place)
    try:
        learner.git("switch", "--quiet", branch, folder=clone)
    except subprocess.CalledProcessError:
        learner.git("switch", "--quiet", "--orphan", branch, folder=clone)
    (clone / name).write_text(content)
    learner.git("add", ".", folder=clone)
    learner.git("commit", "--quiet", "-m", "By hand", folder=clone)
    learner.git("push", "--quiet", "origin", branch, folder=clone)


def test_files_that_no_deploy_wrote_are_listed_and_stay_unless_the_learner_insists(learner: Learner) -> None:
    commit_elsewhere(learner, "thesis.html", "years of work")
    ran = learner.deploy("--remote", learner.remote)
    assert ran.status == 1
    assert "  thesis.html" in ran.complaints
    assert "such as thesis.html" in ran.complaints[-1]
    assert list(learner.tree()) == ["thesis.html"]
    assert learner.deploy("--remote", learner.remote, "--yes").status == 0
    assert "thesis.html" not in learner.tree()
    assert learner.git("show", "gh-pages~1:thesis.html") == "years of work"


def test_the_domain_that_the_hosts_settings_wrote_stays(learner: Learner) -> None:
    (learner.mine / "output" / "CNAME").unlink(missing_ok=True)
    learner.deploy("--remote", learner.remote, "--yes")
    commit_elsewhere(learner, "CNAME", "badges.ann.example\n")
    learner.edit_site()
    assert learner.deploy("--remote", learner.remote, "--yes").status == 0
    assert learner.git("show", "gh-pages:CNAME") == "badges.ann.example"


@pytest.mark.parametrize(("answer", "pushed"), [("yes\n", True), ("\n", False)])
def test_it_asks_first(learner: Learner, monkeypatch: pytest.MonkeyPatch, answer: str, pushed: bool) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert learner.deploy("--remote", learner.remote).status == (0 if pushed else 1)
    assert (learner.everything() != b"") is pushed


def test_a_refused_push_is_told_with_the_remotes_words(learner: Learner) -> None:
    learner.hook("echo 'This branch is closed.'; exit 1")
    ran = learner.deploy("--remote", learner.remote, "--yes")
    assert ran.status == 1
    assert "refused the push to gh-pages, which stays as it was" in ran.complaints[-1]
    assert "This branch is closed." in ran.complaints[-1]
    assert learner.git("for-each-ref") == ""


def broken(learner: Learner, wrong: str) -> list[str | Path]:
    """One thing wrong each."""
    output, remote = learner.mine / "output", ["--remote", str(learner.remote)]
    if wrong == "no output":
        output.rename(learner.mine / "elsewhere")
    elif wrong == "no portfolio":
        return ["--portfolio", str(learner.place / "home"), *remote]
    elif wrong == "no remote":
        learner.git("init", "--quiet", folder=learner.mine)
        return []
    elif wrong == "no repository":
        return []
    elif wrong == "several remotes":
        learner.git("init", "--quiet", folder=learner.mine)
        for name in ("one", "two"):
            learner.git("remote", "add", name, learner.remote, folder=learner.mine)
        return []
    elif wrong == "no such remote":
        return ["--remote", "upstream"]
    elif wrong == "gone remote":
        return ["--remote", "https://ann:token@127.0.0.1:9/ann.git"]
    elif wrong == "bad branch":
        return [*remote, "--branch", "a..b"]
    elif wrong == "own branch":
        learner.make_repository()
        return ["--branch", "main"]
    elif wrong == "no author":
        learner.git("config", "--global", "--unset", "user.email", folder=learner.mine)
        learner.git("config", "--global", "user.useConfigOnly", "true", folder=learner.mine)
    elif wrong == "link":
        (output / "link").symlink_to(learner.place / "wallet")
    elif wrong == "old output":
        (learner.mine / "content" / "badges" / "sample-badge").rename(learner.place / "taken-out")
    return list(remote)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("no output", "holds no built site. Run wallet build first."),
        ("no portfolio", "portfolio"),
        ("no remote", "has no remote. Add one with git remote add origin ADDRESS"),
        ("no repository", "is no git repository, so it is not known where to push to."),
        ("several remotes", "has several remotes (one, two)"),
        ("no such remote", "There is no remote “upstream”."),
        ("gone remote", "https://127.0.0.1:9/ann.git could not be read."),
        ("bad branch", "“a..b” is no name for a branch."),
        ("own branch", "main is the branch on which your portfolio itself stands"),
        ("no author", "Git does not know who commits."),
        ("link", "is a link"),
        ("old output", "still holds the badge sample-badge"),
    ],
)
def test_what_is_wrong_is_one_sentence(learner: Learner, wrong: str, sentence: str) -> None:
    arguments = broken(learner, wrong)
    ran = learner.deploy(*arguments, "--yes")
    assert (ran.status, ran.stdout) == (1, "")
    assert len(ran.complaints) == 1
    assert sentence in ran.complaints[0]
    assert "token" not in ran.stderr
    assert learner.everything() == b""
    japanese = learner.deploy(*arguments, "--yes", language="ja").complaints
    assert len(japanese) == 1
    assert japanese != ran.complaints


def test_without_git_it_says_where_to_get_it(learner: Learner) -> None:
    surrounding = {**learner.environment(), "PATH": str(learner.place)}
    ran = learner.wallet("deploy", "--portfolio", learner.mine, "--yes", environment=surrounding)
    assert (ran.status, ran.complaints) == (
        1,
        ["The program git was not found. Install it from https://git-scm.com/, then try again."],
    )


@pytest.mark.parametrize("after", [False, True])
def test_a_deploy_that_is_killed_at_the_push_leaves_one_whole_site(learner: Learner, after: bool) -> None:
    learner.deploy("--remote", learner.remote, "--yes")
    old, git = learner.tree(), subprocess.check_output(["which", "git"], text=True).strip()
    learner.edit_site()
    fake = learner.place / "bin" / "git"
    fake.parent.mkdir()
    kill, go_on = "kill -9 $PPID", f'"{git}" "$@"'
    pushing = f"{go_on}; {kill}" if after else f"{kill}; exit 1"
    fake.write_text(f'#!/bin/sh\nif [ "$1" = push ]; then {pushing}; fi\nexec {go_on}\n')
    fake.chmod(0o755)
    surrounding = {**learner.environment(), "PATH": f"{fake.parent}{os.pathsep}{os.environ['PATH']}"}
    options = ["--portfolio", str(learner.mine), "--remote", str(learner.remote), "--yes"]
    command = [sys.executable, "-m", "wallet", "deploy", *options]
    root = Path(__file__).resolve().parents[2]
    ended = subprocess.run(command, env=surrounding, cwd=root, capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert (learner.tree() == old) is not after
    assert learner.deploy("--remote", learner.remote, "--yes").status == 0
    assert learner.git("show", "gh-pages:index.html") == "<p>Newer</p>"
    assert learner.git("rev-list", "--count", "gh-pages") == "2"
