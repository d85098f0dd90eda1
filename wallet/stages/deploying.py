"""From a built site to the branch that a host shows: first what would change and what it reveals, then one commit."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from wallet.documents.extraction import extract_credentials
from wallet.errors import DeployError
from wallet.portfolio.reading import read_badge, read_portfolio
from wallet.resolution.fetching import EvidenceFetcher
from wallet.stages.branches import Author, Branch, Tree
from wallet.stages.deployable import MANIFEST, Deployable, deployable, manifest_of, slugs_in, written_by
from wallet.stages.disclosure import Disclosure, disclosures
from wallet.stages.git_command import GitError, find_git
from wallet.stages.pages_workflows import pages_workflow
from wallet.stages.private_marks import private_marks
from wallet.stages.remotes import is_repository, remote_of, shown_url, without_passwords
from wallet.verification.verifier import verify

__all__ = [
    "BRANCH",
    "DeployOrder",
    "Deployment",
    "deploying",
    "plan_deployment",
    "push_deployment",
    "refuse_strangers",
]

BRANCH = "gh-pages"

_HOSTS_OWN = frozenset({"CNAME", ".nojekyll", MANIFEST})
"""What a host's settings page writes to the branch."""

_MESSAGE = "Publish the portfolio as it was built"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployOrder:
    """What is to be deployed and where to, with the wallet that tells what is private."""

    root: Path
    output: Path
    home: Path
    environment: Mapping[str, str] = field(repr=False)
    at: datetime
    remote: str | None = None
    branch: str = BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """What a deploy would do; `strangers` are files on the branch that no deploy wrote, `unwritten` those here that no
    build did.

    `reveals` tells by slug what is in the badges that have not been on the branch so far; `workflow` is the file of one
    that publishes the site, too.
    """

    url: str
    branch: str
    author: Author
    address: str
    is_new: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    strangers: tuple[str, ...]
    withheld: tuple[str, ...]
    unwritten: tuple[str, ...]
    reveals: Mapping[str, tuple[Disclosure, ...]]
    workflow: str | None
    files: Mapping[str, str] = field(repr=False)
    tree: Tree = field(repr=False)

    @property
    def is_there_already(self) -> bool:
        """Whether the branch holds exactly this."""
        return not (self.added or self.changed or self.removed)


@contextmanager
def deploying(order: DeployOrder) -> Iterator[Branch]:
    """The branch to deploy to, for as long as its temporary repository stands; raises DeployError."""
    if not (order.root / "content" / "portfolio.toml").is_file():
        read_portfolio(order.root, ())
    git = find_git(order.environment, order.root.resolve())
    remote = remote_of(git, order.remote)
    if is_repository(git) and git.line_or_none("symbolic-ref", "--quiet", "--short", "HEAD") == order.branch:
        raise DeployError("deploy.own-branch", branch=order.branch)
    with tempfile.TemporaryDirectory(prefix="wallet-deploy-", ignore_cleanup_errors=True) as folder:
        try:
            yield Branch(git, remote, order.branch, Path(folder).resolve())
        except GitError as failed:
            raise DeployError("deploy.git-failed", said=without_passwords(failed.said)[:200]) from failed


def plan_deployment(order: DeployOrder, branch: Branch) -> Deployment:
    """Compare the built site with the branch; raises WalletError where anything private would become public."""
    portfolio = read_portfolio(order.root, ())
    site = deployable(order.root, order.output, private_marks(order.root, order.home))
    author, tree = branch.author(), branch.fetch()
    manifest = branch.content(tree, MANIFEST)
    files = _files(site, branch, tree)
    return Deployment(
        url=shown_url(branch.url),
        branch=branch.name,
        author=author,
        address=portfolio.url,
        is_new=tree.head is None,
        added=tuple(sorted(files.keys() - tree.files.keys())),
        changed=tuple(sorted(path for path in files if tree.files.get(path, files[path]) != files[path])),
        removed=tuple(sorted(tree.files.keys() - files.keys())),
        strangers=tuple(sorted(tree.files.keys() - written_by(manifest, tree.files) - _HOSTS_OWN)),
        withheld=site.withheld,
        unwritten=site.unwritten,
        reveals=_revealed(order, slugs_in(site.paths) - slugs_in(frozenset(tree.files))),
        workflow=_workflow(order),
        files=files,
        tree=tree,
    )


def _workflow(order: DeployOrder) -> str | None:
    top = find_git(order.environment, order.root.resolve()).top()
    return pages_workflow(top) if top is not None else None


def _files(site: Deployable, branch: Branch, tree: Tree) -> dict[str, str]:
    """Every file that the branch is to hold: path → object; a domain that the host's settings wrote there stays."""
    kept = {path: made for path, made in tree.files.items() if path == "CNAME"}
    made = branch.keep(manifest_of(site.paths))
    return {**kept, **branch.keep_files(site.output, site.paths), MANIFEST: made}


def _revealed(order: DeployOrder, slugs: set[str]) -> dict[str, tuple[Disclosure, ...]]:
    return {slug: _disclosed(order.root / "content" / "badges" / slug, order.at) for slug in sorted(slugs)}


def _disclosed(folder: Path, at: datetime) -> tuple[Disclosure, ...]:
    badge = read_badge(folder)
    document = extract_credentials(badge.source)[0]
    verification = verify(document, at=at, fetcher=EvidenceFetcher(badge.evidence))
    if verification.credential is None:
        return ()
    return disclosures(document, verification.credential, verification.members)


def refuse_strangers(plan: Deployment) -> None:
    """Raise DeployError where the branch holds files that no deploy wrote."""
    if plan.strangers:
        count, example = len(plan.strangers), plan.strangers[0]
        raise DeployError("deploy.strangers", branch=plan.branch, count=count, example=example)


def push_deployment(plan: Deployment, branch: Branch, *, over_strangers: bool = False) -> str:
    """Make the branch hold the site; returns the commit. Raises DeployError, and then the branch is as it was."""
    if not over_strangers:
        refuse_strangers(plan)
    commit = branch.commit(plan.files, plan.tree, _MESSAGE)
    branch.push(commit)
    return commit
