"""A small GitHub: it reads the workflows of a bare repository and runs their own steps with real git.

Actions are played by what they are known to do: checking out is a clone, publishing a copy of the folder without what
the action leaves out. Everything that a workflow says in ``run:`` is run as it stands.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.pages.programs import write_programs
from tests.pages.reading import evaluated, filled, read_yaml

__all__ = ["GitHub", "JobFailedError", "git"]


class JobFailedError(Exception):
    """A step ended with another status than 0; the text is all that it said."""


def git(folder: Path, *words: str) -> str:
    """What a git command says in `folder`, with no setting of this machine's."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C"}
    return subprocess.run(
        ["git", *words], cwd=folder, env=environment, check=True, capture_output=True, text=True
    ).stdout


@dataclass(slots=True, kw_only=True)
class GitHub:
    """The repository `remote` with its Pages site at `address`; everything that happens is under `folder`.

    `settings` are variables of the environment that the stand-ins obey; `said` is what the steps said.
    """

    folder: Path
    remote: Path
    address: str
    settings: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    _runs: int = 0

    @property
    def site(self) -> Path:
        """What Pages shows."""
        return self.folder / "site"

    def push(self, workflow: str = "portfolio.yml") -> Mapping[str, str]:
        """Run a workflow as a push does; how each job ended."""
        return self.run(workflow, {})

    def run(self, workflow: str, inputs: Mapping[str, Any]) -> Mapping[str, str]:
        """Run a workflow of the repository's head; raises JobFailedError at the first job that fails."""
        head = self._begun()
        return self._jobs(read_yaml(head / ".github" / "workflows" / workflow), inputs, head)

    def job(self, workflow: str, name: str, found: Mapping[str, str]) -> None:
        """Run one job alone, after a build that set these files aside."""
        job = read_yaml(self._begun() / ".github" / "workflows" / workflow)["jobs"][name]
        one = _Job(github=self, name=name, job=job, context={"github": self._github()})
        for file, text in found.items():
            place = one.artifact("found") / file
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        one.run()

    def _begun(self) -> Path:
        self._runs += 1
        head = self.folder / f"head-{self._runs}"
        git(self.folder, "clone", "--quiet", str(self.remote), str(head))
        return head

    def _jobs(self, workflow: Any, inputs: Mapping[str, Any], head: Path) -> Mapping[str, str]:
        ended: dict[str, str] = {}
        needs: dict[str, Any] = {}
        for name, job in workflow["jobs"].items():
            context = {"inputs": inputs, "needs": needs, "github": self._github()}
            if "uses" in job:
                called = read_yaml(head / job["uses"].removeprefix("$/"))
                granted(job["permissions"], called)
                ended.update(self._jobs(called, job["with"], head))
            elif "if" in job and not evaluated(job["if"], context):
                ended[name] = "skipped"
            else:
                needs[name] = {"outputs": _Job(github=self, name=name, job=job, context=context).run()}
                ended[name] = "success"
        return ended

    def _github(self) -> Mapping[str, Any]:
        return {"token": "token", "repository": "hanako/portfolio", "run_id": str(self._runs)}


def granted(permissions: Mapping[str, str], called: Any) -> None:
    """A called workflow may do no more than its caller: GitHub refuses to begin it otherwise."""
    order = ("none", "read", "write")
    for job in called["jobs"].values():
        for name, wanted in job["permissions"].items():
            assert order.index(permissions.get(name, "none")) >= order.index(wanted), name


class _Job:
    def __init__(self, *, github: GitHub, name: str, job: Any, context: Mapping[str, Any]) -> None:
        place = github.folder / f"run-{github._runs}" / name
        self.github, self.job = github, job
        self.workspace, self.temporary = place / "workspace", place / "temporary"
        self.workspace.mkdir(parents=True)
        self.temporary.mkdir()
        self.steps: dict[str, Any] = {}
        self.context = {**context, "steps": self.steps, "runner": {"temp": str(self.temporary)}}
        write_programs(place / "programs")
        self.programs = place / "programs"

    def run(self) -> Mapping[str, str]:
        for number, step in enumerate(self.job["steps"]):
            if "if" in step and not evaluated(step["if"], self.context):
                continue
            outputs = self._used(step) if "uses" in step else self._ran(step, number)
            if "id" in step:
                self.steps[step["id"]] = {"outputs": outputs}
        return {name: filled(value, self.context) for name, value in self.job.get("outputs", {}).items()}

    def _ran(self, step: Any, number: int) -> Mapping[str, str]:
        script, outputs = self.temporary / f"step-{number}.sh", self.temporary / f"outputs-{number}"
        script.write_text(step["run"], "utf-8")
        own = {name: filled(str(value), self.context) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            env={**self._environment(), **own, "GITHUB_OUTPUT": str(outputs)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.github.said += done.stdout
        if done.returncode:
            raise JobFailedError(done.stdout)
        lines = outputs.read_text("utf-8").splitlines() if outputs.exists() else []
        return dict(line.split("=", 1) for line in lines)

    def _environment(self) -> Mapping[str, str]:
        return {
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.temporary),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_SYSTEM": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_REF_NAME": "main",
            "GH_STATE": str(self.github.folder / "issues.json"),
            **self.github.settings,
        }

    def _used(self, step: Any) -> Mapping[str, str]:
        play: Mapping[str, Callable[[Mapping[str, str]], Mapping[str, str]]] = {
            "actions/checkout": self._checkout,
            "actions/setup-python": lambda _: {},
            "actions/cache": lambda _: {},
            "actions/configure-pages": lambda _: {"base_url": self.github.address.rstrip("/")},
            "actions/upload-artifact": self._upload,
            "actions/download-artifact": self._download,
            "actions/upload-pages-artifact": lambda given: self._upload({**given, "name": "github-pages"}),
            "actions/deploy-pages": self._deploy,
        }
        given = {name: filled(str(value), self.context) for name, value in step.get("with", {}).items()}
        return play[step["uses"].partition("@")[0]](given)

    def _checkout(self, given: Mapping[str, str]) -> Mapping[str, str]:
        git(self.workspace, "clone", "--quiet", "--depth", "1", self.github.remote.as_uri(), ".")
        return {}

    def artifact(self, name: str) -> Path:
        return self.github.folder / f"run-{self.github._runs}" / "artifacts" / name

    def _upload(self, given: Mapping[str, str]) -> Mapping[str, str]:
        hidden = given.get("include-hidden-files", "False").lower() == "true"

        def left_out(_folder: str, names: list[str]) -> list[str]:
            return [name for name in names if name in (".git", ".github") or (name.startswith(".") and not hidden)]

        shutil.copytree(self.workspace / given["path"], self.artifact(given["name"]), ignore=left_out)
        return {}

    def _download(self, given: Mapping[str, str]) -> Mapping[str, str]:
        shutil.copytree(self.artifact(given["name"]), given["path"], dirs_exist_ok=True)
        return {}

    def _deploy(self, given: Mapping[str, str]) -> Mapping[str, str]:
        shutil.rmtree(self.github.site, ignore_errors=True)
        shutil.copytree(self.artifact("github-pages"), self.github.site)
        return {"page_url": self.github.address}
