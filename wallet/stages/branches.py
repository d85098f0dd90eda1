"""A branch of a remote, written by one commit on top of what stands there and never by force.

All work is done in a repository of its own in a temporary folder: the learner's working tree, index, branches and
objects are not touched. The remote changes at one moment, when it takes the whole commit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wallet.errors import DeployError
from wallet.stages.git_command import Git, GitError
from wallet.stages.remotes import Remote, without_passwords

__all__ = ["Author", "Branch", "Tree"]

_MOVED = ("(fetch first)", "(non-fast-forward)", "cannot lock ref", "failed to update ref", "reference already exists")
_FILE = "100644"
_OLD = "refs/heads/old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who commits, as git is told."""

    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The head of the branch, None where there is no branch yet, and its files: path → object."""

    head: str | None
    files: Mapping[str, str]


class Branch:
    """The branch `name` of a remote, with the temporary `folder` to work in."""

    def __init__(self, git: Git, remote: Remote, name: str, folder: Path) -> None:
        self.url, self.name = remote.url, name
        self._reference = f"refs/heads/{name}"
        self._index = folder / "index"
        self._git = git.within(folder, remote.settings)
        self._git.run("init", "--quiet", "--bare", "--template=", str(folder))
        try:
            self._git.run("check-ref-format", self._reference)
        except GitError:
            raise DeployError("deploy.bad-branch", branch=name[:80]) from None

    def author(self) -> Author:
        """Who commits; raises DeployError where git does not know."""
        try:
            name, _, rest = self._git.line("var", "GIT_AUTHOR_IDENT").rpartition(" <")
        except GitError:
            raise DeployError("deploy.no-author") from None
        return Author(name=name, email=rest.partition(">")[0])

    def fetch(self) -> Tree:
        """What stands on the branch now; raises DeployError where the remote does not answer."""
        try:
            if not self._git.line("ls-remote", "--heads", "--", self.url, self._reference):
                return Tree(head=None, files={})
            wanted = f"+{self._reference}:{_OLD}"
            self._git.run("fetch", "--quiet", "--no-tags", "--depth=1", "--", self.url, wanted)
        except GitError as failed:
            raise self._told("deploy.remote-not-read", failed) from None
        head = self._git.line("rev-parse", _OLD)
        return Tree(head=head, files=dict(self._listed(head)))

    def _listed(self, tree: str) -> list[tuple[str, str]]:
        lines = self._git.run("ls-tree", "-r", "-z", tree).decode("utf-8", "surrogateescape").split("\0")
        pairs = (line.split("\t", 1) for line in lines if line)
        return [(path, about.split()[2]) for about, path in pairs]

    def content(self, tree: Tree, path: str) -> bytes:
        """The content of a file of the tree, empty where there is none."""
        found = tree.files.get(path)
        return self._git.run("cat-file", "blob", found) if found else b""

    def keep_files(self, folder: Path, paths: tuple[str, ...]) -> dict[str, str]:
        """Take files in, byte for byte: path → object."""
        given = "".join(f"{(folder / path).resolve()}\n" for path in paths).encode("utf-8", "surrogateescape")
        made = self._git.run("hash-object", "-w", "--no-filters", "--stdin-paths", given=given).decode().split()
        return dict(zip(paths, made, strict=True))

    def keep(self, content: bytes) -> str:
        """Take one content in; returns its object."""
        return self._git.run("hash-object", "-w", "--stdin", given=content).decode().strip()

    def commit(self, files: Mapping[str, str], tree: Tree, message: str) -> str:
        """A commit of exactly these files after the tree's head; the remote does not know of it yet."""
        self._index.unlink(missing_ok=True)
        lines = "".join(f"{_FILE} {made}\t{path}\0" for path, made in files.items())
        given = lines.encode("utf-8", "surrogateescape")
        self._git.run("update-index", "-z", "--index-info", given=given, index=self._index)
        written = self._git.run("write-tree", index=self._index).decode().strip()
        parents = ("-p", tree.head) if tree.head else ()
        return self._git.line("commit-tree", written, *parents, "-m", message)

    def push(self, commit: str) -> None:
        """Let the branch go on to the commit, all or nothing; raises DeployError, "deploy.moved" where it went on."""
        try:
            self._git.run("push", "--porcelain", "--", self.url, f"{commit}:{self._reference}")
        except GitError as failed:
            if any(sign in failed.said for sign in _MOVED):
                raise DeployError("deploy.moved", branch=self.name) from None
            raise self._told("deploy.refused", failed) from None

    def _told(self, code: str, failed: GitError) -> DeployError:
        said = " ".join(without_passwords(failed.said).split())
        return DeployError(code, url=without_passwords(self.url), branch=self.name, said=said[:200])
