"""``wallet publish --push``: said before, done after the badge is in the portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from wallet.cli.building import left_out_line
from wallet.cli.console import Console
from wallet.cli.deploying import deploy_now, deploy_order
from wallet.errors import DeployError
from wallet.language.controls import one_line
from wallet.stages.deploying import DeployOrder, deploying
from wallet.stages.git_command import find_git
from wallet.stages.private_marks import private_marks
from wallet.stages.rebuilding import rebuild
from wallet.stages.remotes import shown_url
from wallet.stages.source_pushing import SourcePush, plan_source_push, push_source

__all__ = ["Pushing", "plan_push", "push_published"]


_NOWHERE = {
    "deploy.no-repository": "push.no-repository",
    "deploy.no-remote": "push.no-remote",
    "deploy.several-remotes": "push.several-remotes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushing:
    """The portfolio's own branch where a workflow builds its site, else the deploy of the site that is built here."""

    order: DeployOrder
    source: SourcePush | None


def plan_push(console: Console, portfolio: Path) -> Pushing:
    """Say what pushing will do; raises DeployError where it cannot, before anything is published."""
    order = deploy_order(console, portfolio)
    source = plan_source_push(find_git(console.environment, portfolio.resolve()))
    if source is None:
        with _without_options(), deploying(order) as place:
            place.author()
            said = console.gettext(
                "Then the site is built here and goes to {url}, branch {branch}. The files of your portfolio stay here."
            ).format(url=one_line(shown_url(place.url)), branch=place.name)
        console.ask(said)
        return Pushing(order=order, source=None)
    said = console.gettext(
        "Then the badge's folder is committed, and branch {branch} goes to {url}, where a workflow builds the site."
    )
    console.ask(said.format(branch=one_line(source.branch), url=one_line(source.url)))
    if source.others:
        along = console.gettext("Commits that go along because they are only here so far: {count}")
        console.ask(along.format(count=source.others))
    return Pushing(order=order, source=source)


@contextmanager
def _without_options() -> Iterator[None]:
    """What is advised where it is not known where to push to must not be an option of another command."""
    try:
        yield
    except DeployError as error:
        if error.code not in _NOWHERE:
            raise
        raise DeployError(_NOWHERE[error.code], **error.facts) from None


def push_published(console: Console, pushing: Pushing, folder: Path) -> None:
    """Build the site, then push; raises WalletError, and then what the public sees is as it was."""
    order = pushing.order
    _build(console, order)
    if pushing.source is None:
        deploy_now(console, order)
        return
    commit = push_source(pushing.source, folder, private_marks(order.root, order.home))
    done = console.gettext("Pushed to {branch}: {commit}").format(branch=pushing.source.branch, commit=commit[:12])
    console.tell(done)
    console.tell(console.gettext("The workflow builds your page now, which takes a few minutes."))


def _build(console: Console, order: DeployOrder) -> None:
    summary = rebuild(order.root, output=order.output, base_url=None, at=order.at, timer=perf_counter, home=order.home)
    for badge in summary.left_out:
        console.warn(left_out_line(console, badge))
