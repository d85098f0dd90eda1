"""``wallet deploy``: the built site, and nothing else, to the branch that a host shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from wallet.cli.asking import confirmed
from wallet.cli.console import Console
from wallet.cli.options import json_option, portfolio_option, yes_option
from wallet.errors import DeployError
from wallet.fields import JsonObject, JsonValue
from wallet.language.controls import one_line
from wallet.portfolio.model import EXAMPLE_URL
from wallet.stages.branches import Branch
from wallet.stages.deploying import (
    BRANCH,
    Deployment,
    DeployOrder,
    deploying,
    plan_deployment,
    push_deployment,
    refuse_strangers,
)
from wallet.store.home import wallet_home

__all__ = ["deploy_command", "deploy_now", "deploy_order"]

LONGEST_LIST = 12


def deploy_command(console: Console) -> click.Command:
    """``wallet deploy``."""
    text = console.gettext

    @click.command(
        "deploy",
        help=text("Push the built site, and nothing else, to a branch that GitHub Pages shows."),
        epilog=text("Example: {command}").format(command="wallet deploy --dry-run"),
    )
    @portfolio_option(console)
    @click.option("--remote", metavar="NAME|URL", help=text("Where to push to. Default: the remote origin."))
    @click.option("--branch", metavar="NAME", default=BRANCH, help=text("The branch to write. Default: gh-pages."))
    @click.option("--dry-run", is_flag=True, help=text("Only say what would become public."))
    @yes_option(console)
    @json_option(console)
    def command(portfolio: Path, remote: str | None, branch: str, dry_run: bool, yes: bool, as_json: bool) -> int:
        order = deploy_order(console, portfolio, remote, branch)
        with deploying(order) as place:
            plan = plan_deployment(order, place)
            _tell_plan(console, plan, dry_run and not as_json)
            if dry_run or plan.is_there_already:
                _finish(console, plan, None, as_json)
                return 0
            if not yes:
                refuse_strangers(plan)
                if not confirmed(console, text("Push it?")):
                    return 1
            plan, commit = _pushed(console, order, place, plan, over_strangers=yes)
            _finish(console, plan, commit, as_json)
        return 0

    return command


def deploy_order(console: Console, portfolio: Path, remote: str | None = None, branch: str = BRANCH) -> DeployOrder:
    """The order to deploy what the last build left in the portfolio's own output."""
    return DeployOrder(
        root=portfolio,
        output=portfolio / "output",
        home=wallet_home(console.environment),
        environment=console.environment,
        at=console.now(),
        remote=remote,
        branch=branch,
    )


def deploy_now(console: Console, order: DeployOrder) -> None:
    """Deploy what the learner said yes to before; files that are not theirs are never replaced."""
    with deploying(order) as place:
        plan = plan_deployment(order, place)
        commit = None
        if not plan.is_there_already:
            plan, commit = _pushed(console, order, place, plan, over_strangers=False)
        _finish(console, plan, commit, as_json=False, told_elsewhere=True)


def _pushed(
    console: Console, order: DeployOrder, place: Branch, plan: Deployment, *, over_strangers: bool
) -> tuple[Deployment, str]:
    try:
        return plan, push_deployment(plan, place, over_strangers=over_strangers)
    except DeployError as error:
        if error.code != "deploy.moved":
            raise
    console.tell(console.gettext("The branch was changed in the meantime; trying once more."))
    again = plan_deployment(order, place)
    if again.is_there_already and again.tree.head:
        return again, again.tree.head
    # Whoever said yes has not seen what came since.
    seen = over_strangers and set(again.strangers) <= set(plan.strangers)
    return again, push_deployment(again, place, over_strangers=seen)


def _tell_plan(console: Console, plan: Deployment, as_result: bool) -> None:
    for line in _plan_lines(console, plan):
        (console.result if as_result else console.ask)(line)
    if plan.workflow is not None:
        console.tell(console.sentence("deploy.workflow-too", {"file": plan.workflow}))


def _plan_lines(console: Console, plan: Deployment) -> Iterator[str]:
    text = console.gettext
    yield console.heading(text("What becomes public"))
    yield text("Where to: {url}, branch {branch}").format(url=one_line(plan.url), branch=one_line(plan.branch))
    if plan.is_there_already:
        yield text("Everything is there already.")
        return
    author = f"{plan.author.name} <{plan.author.email}>"
    yield text("In the name of: {author} (everybody will be able to read it)").format(author=one_line(author))
    yield from _files(console, text("Added: {count}"), plan.added)
    yield from _files(console, text("Changed: {count}"), plan.changed)
    yield from _files(console, text("Removed: {count}"), plan.removed)
    if plan.strangers:
        yield from _files(console, text("Not written by any deploy of yours: {count}"), plan.strangers)
    if plan.withheld:
        yield text("Files of unlisted pages, which stay on this computer: {count}").format(count=len(plan.withheld))
    if plan.unwritten:
        yield from _files(console, text("Not written by a build, and left here: {count}"), plan.unwritten)
    for slug, found in plan.reveals.items():
        yield text("The badge {slug} has not been public there so far:").format(slug=slug)
        yield from ("  · " + console.sentence(one.code, one.facts) for one in found)
    yield text("What was public once can be kept by others, also in the history of git.")


def _files(console: Console, line: str, paths: tuple[str, ...]) -> Iterator[str]:
    yield line.format(count=len(paths))
    yield from (f"  {one_line(path)}" for path in paths[:LONGEST_LIST])
    if len(paths) > LONGEST_LIST:
        yield "  " + console.gettext("… and {count} more").format(count=len(paths) - LONGEST_LIST)


def _finish(
    console: Console, plan: Deployment, commit: str | None, as_json: bool, *, told_elsewhere: bool = False
) -> None:
    text = console.gettext
    if as_json:
        console.result_json(_plan_json(plan, commit))
    elif commit is not None:
        done = text("Pushed to {branch}: {commit}").format(branch=plan.branch, commit=commit[:12])
        (console.tell if told_elsewhere else console.result)(done)
    if commit is None:
        told = text("Nothing was pushed: everything is there already.")
        console.tell(told if plan.is_there_already else text("Nothing was pushed."))
        return
    if plan.is_new:
        console.tell(
            text(
                "Once, on GitHub: open Settings, Pages, and choose “Deploy from a branch”, {branch} and / (root)."
            ).format(branch=plan.branch)
        )
    if plan.address != EXAMPLE_URL:
        console.tell(text("In a few minutes it is on {url}").format(url=plan.address))
    else:
        console.tell(console.sentence("build.example-address", {}))


def _plan_json(plan: Deployment, commit: str | None) -> JsonObject:
    reveals: dict[str, JsonValue] = {
        slug: [{"code": one.code, "facts": dict(one.facts)} for one in found] for slug, found in plan.reveals.items()
    }
    found: JsonObject = {"remote": plan.url, "branch": plan.branch, "pushed": commit is not None, "commit": commit}
    for name in ("added", "changed", "removed", "strangers", "withheld", "unwritten"):
        found[name] = list(getattr(plan, name))
    return {**found, "reveals": reveals}
