"""A published badge on its way to a repository whose workflow builds the site: one commit of that badge, and a push."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wallet.errors import DeployError
from wallet.stages.git_command import Git, GitError
from wallet.stages.pages_workflows import pages_workflow
from wallet.stages.private_marks import PrivateMarks
from wallet.stages.remotes import remote_name, shown_url, without_passwords

__all__ = ["SourcePush", "plan_source_push", "push_source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePush:
    """Where a commit of the portfolio would go; `others` counts the commits that are here already and go along."""

    git: Git = field(repr=False)
    url: str
    remote: str
    branch: str
    target: str
    others: int


def plan_source_push(git: Git) -> SourcePush | None:
    """How the folder's branch is pushed, None where no workflow builds its site; raises DeployError."""
    top = git.top()
    workflow = pages_workflow(top) if top is not None else None
    if top is None or workflow is None:
        return None
    if pages_workflow(top, git.within(top, {}).tracked(".github/workflows")) is None:
        raise DeployError("push.workflow-not-in-git", file=workflow, path=str(git.folder))
    branch = git.line_or_none("symbolic-ref", "--quiet", "--short", "HEAD")
    if branch is None:
        raise DeployError("push.detached", path=str(git.folder))
    if git.line("ls-files", "--unmerged", ":/") or git.line_or_none("rev-parse", "-q", "--verify", "MERGE_HEAD"):
        raise DeployError("push.conflicts", path=str(git.folder))
    if git.line_or_none("var", "GIT_AUTHOR_IDENT") is None:
        raise DeployError("deploy.no-author")
    remote = git.line_or_none("config", f"branch.{branch}.remote") or remote_name(git, None)
    return SourcePush(
        git=git,
        url=shown_url(git.line("remote", "get-url", "--push", remote)),
        remote=remote,
        branch=branch,
        target=git.line_or_none("config", f"branch.{branch}.merge") or f"refs/heads/{branch}",
        others=int(git.line_or_none("rev-list", "--count", *_outgoing(remote)) or 0),
    )


def _outgoing(remote: str) -> tuple[str, ...]:
    return ("HEAD", "--not", f"--remotes={remote}")


def push_source(plan: SourcePush, folder: Path, marks: PrivateMarks) -> str:
    """Commit the badge in `folder` and nothing else, then push the branch; returns the commit. Raises DeployError."""
    git, path = plan.git, str(folder.resolve())
    try:
        if git.line("status", "--porcelain", "--untracked-files=all", "--", path):
            git.run("add", "--all", "--", path)
            git.run("commit", "--quiet", "--only", "--no-verify", "-m", f"Publish {folder.name}", "--", path)
        if not git.line("ls-files", "--", path):
            raise DeployError("push.ignored", path=path)
        _refuse_private(plan, marks)
    except GitError as failed:
        raise DeployError("deploy.git-failed", said=without_passwords(failed.said)[:200]) from failed
    try:
        git.run("push", "--porcelain", "--no-verify", plan.remote, f"HEAD:{plan.target}")
    except GitError as failed:
        said = " ".join(without_passwords(failed.said).split())
        moved = "(fetch first)" in said or "(non-fast-forward)" in said
        raise DeployError(
            "push.moved" if moved else "deploy.refused", url=plan.url, branch=plan.branch, said=said[:200]
        ) from None
    return git.line("rev-parse", "HEAD")


def _refuse_private(plan: SourcePush, marks: PrivateMarks) -> None:
    """Every content of every commit that the remote does not have, also what a later commit took out again."""
    listed = plan.git.run("rev-list", "--objects", *_outgoing(plan.remote)).decode("utf-8", "surrogateescape")
    paths = dict(line.partition(" ")[::2] for line in listed.splitlines())
    asked = "".join(f"{name}\n" for name in paths).encode()
    for name, content in _contents(plan.git.run("cat-file", "--batch", given=asked)):
        try:
            marks.refuse(paths[name], content)
        except DeployError as found:
            raise DeployError("push.private", path=paths[name], name=found.facts["name"]) from None


def _contents(batch: bytes) -> Iterator[tuple[str, bytes]]:
    """Each object of what git wrote: a line with name, kind and size, then the content and a line break."""
    place = 0
    while place < len(batch):
        end = batch.index(b"\n", place)
        name, _kind, size = batch[place:end].decode().split()
        yield name, batch[end + 1 : end + 1 + int(size)]
        place = end + 2 + int(size)
