from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.deployed import Learner, made_once
from tests.cli.running import AT
from wallet.errors import DeployError
from wallet.stages.deploying import DeployOrder, deploying, plan_deployment, push_deployment
from wallet.stages.git_command import Git


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("learner") / "made"


@pytest.fixture
def learner(tmp_path: Path, capsys: pytest.CaptureFixture[str], made: Path) -> Learner:
    return made_once(tmp_path, capsys, made)


def order_of(learner: Learner) -> DeployOrder:
    return DeployOrder(
        root=learner.mine,
        output=learner.mine / "output",
        home=learner.place / "wallet",
        environment=learner.environment(),
        at=AT,
        remote=str(learner.remote),
    )


def deploy(order: DeployOrder) -> str:
    with deploying(order) as place:
        return push_deployment(plan_deployment(order, place), place)


class Cut(BaseException):
    """The power fails."""


def counting(cut_at: int, after: bool) -> tuple[Callable[..., bytes], list[str]]:
    """Git that ends the program before or after its n-th command."""
    whole, asked = Git.run, list[str]()

    def run(self: Git, *arguments: str, **options: object) -> bytes:
        asked.append(arguments[0])
        if len(asked) == cut_at and not after:
            raise Cut
        answer = whole(self, *arguments, **options)  # type: ignore[arg-type]
        if len(asked) == cut_at:
            raise Cut
        return answer

    return run, asked


def test_wherever_a_deploy_is_cut_off_the_public_sees_one_whole_site(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = order_of(learner)
    deploy(order)
    old = learner.tree()
    learner.edit_site()
    steps = list[str]()
    for after in (False, True):
        for step in range(1, 40):
            run, asked = counting(step, after)
            with monkeypatch.context() as patch:
                patch.setattr(Git, "run", run)
                try:
                    deploy(order)
                except Cut:
                    steps.append(asked[-1])
                else:
                    break
            seen = learner.tree()
            assert (seen == old) is not (after and asked[-1] == "push"), asked
            learner.git("update-ref", "refs/heads/gh-pages", learner.git("rev-list", "--max-parents=0", "gh-pages"))
    assert {"ls-remote", "fetch", "hash-object", "update-index", "write-tree", "commit-tree", "push"} <= set(steps)
    deploy(order)
    assert learner.git("show", "gh-pages:index.html") == "<p>Newer</p>"


def test_a_branch_that_went_on_meanwhile_is_left_as_it_is(learner: Learner) -> None:
    order = order_of(learner)
    deploy(order)
    learner.edit_site()
    with deploying(order) as place:
        plan = plan_deployment(order, place)
        learner.edit_site(text="<p>From another computer</p>")
        deploy(order)
        head = learner.git("rev-parse", "gh-pages")
        with pytest.raises(DeployError, match=r"deploy\.moved"):
            push_deployment(plan, place)
        assert learner.git("rev-parse", "gh-pages") == head
        again = push_deployment(plan_deployment(order, place), place)
    assert learner.git("rev-parse", "gh-pages", "gh-pages~1").split() == [again, head]


def test_git_has_nobody_to_ask_and_nothing_of_the_callers_git(learner: Learner) -> None:
    surrounding = {**learner.environment(), "GIT_DIR": "/elsewhere", "GIT_INDEX_FILE": "/elsewhere/index"}
    git = Git(program="/usr/bin/env", folder=learner.place, environment={"PATH": surrounding["PATH"]})
    told = git.run().decode().splitlines()
    assert {"GIT_TERMINAL_PROMPT=0", "LC_ALL=C"} <= set(told)
    assert "GIT_CONFIG_KEY_0=core.hooksPath" in told
    order = order_of(learner)
    with deploying(replace(order, environment=surrounding)) as place:
        assert place.fetch().head is None


def test_what_no_build_wrote_stays_here(learner: Learner) -> None:
    order = order_of(learner)
    (learner.mine / "output" / ".env").write_text("TOKEN=abc")
    (learner.mine / "output" / "keep").mkdir()
    (learner.mine / "output" / "keep" / "notes.txt").write_text("mine")
    with deploying(order) as place:
        plan = plan_deployment(order, place)
        push_deployment(plan, place)
    assert plan.unwritten == (".env", "keep/notes.txt")
    assert {".env", "keep/notes.txt"}.isdisjoint(learner.tree())
