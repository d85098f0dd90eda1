"""``wallet status``: what is in the wallet, what is published, and what a build would leave out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from wallet.cli.building import left_out_line
from wallet.cli.console import Console
from wallet.cli.keeping import open_wallet
from wallet.cli.options import json_option, portfolio_option
from wallet.cli.past_lines import past_json, past_lines
from wallet.fields import JsonObject, JsonValue
from wallet.stages.build_record import LeftOut
from wallet.stages.judging import Judged
from wallet.stages.surveying import Survey, survey
from wallet.stages.worth import can_be_suggested

__all__ = ["status_command"]


def status_command(console: Console) -> click.Command:
    """``wallet status``."""
    text = console.gettext

    @click.command(
        "status",
        help=text("Say what is in the wallet, what is published, and what a build would leave out."),
        epilog=text("Example: {command}").format(command="wallet status"),
    )
    @portfolio_option(console)
    @json_option(console)
    def command(portfolio: Path, as_json: bool) -> int:
        wallet = open_wallet(console)
        found = survey(wallet, portfolio, console.now(), console.environment)
        if as_json:
            console.result_json(_json(found, wallet.home, portfolio))
        else:
            for line in _lines(console, found, wallet.home, portfolio):
                console.result(line)
        console.tell(_next_step(console, found))
        return 0

    return command


def _verdict(badge: Judged | LeftOut) -> str:
    return badge.verdict if isinstance(badge, LeftOut) else badge.verification.verdict.value


def _slug(badge: Judged | LeftOut) -> str:
    return badge.slug if isinstance(badge, LeftOut) else badge.badge.slug


def _json(found: Survey, home: Path, root: Path) -> JsonObject:
    published: list[JsonValue] = [
        {
            "slug": _slug(badge),
            "verdict": _verdict(badge),
            "shown": isinstance(badge, Judged),
            **past_json(root, _slug(badge)),
        }
        for badge in found.published or ()
    ]
    private: list[JsonValue] = [entry.handle for entry in found.private]
    pages: list[JsonValue] = [{"code": remark.code, "facts": dict(remark.facts)} for remark in found.pages]
    return {
        "wallet": str(home),
        "badges": len(found.entries),
        "portfolio": found.published is not None,
        "published": published,
        "not_published": private,
        "presentation": found.presentation,
        "pages": pages,
    }


def _lines(console: Console, found: Survey, home: Path, root: Path) -> Iterator[str]:
    text = console.gettext
    yield text("Badges in the wallet: {count} ({folder})").format(count=len(found.entries), folder=home)
    if found.published is None:
        yield text("There is no portfolio in this folder.")
        return
    yield text("Published badges: {count}").format(count=len(found.published))
    for badge in found.published:
        if isinstance(badge, LeftOut):
            yield "  " + left_out_line(console, badge)
        else:
            yield f"  {_slug(badge)}  [{console.sentence(f'verdict.{_verdict(badge)}', {})}]"
        yield from past_lines(console, root, _slug(badge))
    if found.presentation is not None:
        yield console.sentence(found.presentation or "present.current", {})
    if found.private:
        names = ", ".join(entry.handle for entry in found.private)
        yield text("In the wallet only: {names}").format(names=names)
    if found.pages:
        yield text("To mend before the site goes to GitHub Pages:")
    for remark in found.pages:
        yield "  " + console.sentence(remark.code, remark.facts)


def _next_step(console: Console, found: Survey) -> str:
    text = console.gettext
    if not found.entries:
        return text("Add a badge: {command}").format(command="wallet add FILE")
    if found.published is None:
        return text("To make a portfolio, run: {command}").format(command="wallet init DIR")
    worthy = [entry for entry in found.private if can_be_suggested(entry.source, entry.verification.get("verdict"))]
    if worthy:
        command = f"wallet publish {worthy[0].handle}"
        return text("To put a badge into your portfolio, run: {command}").format(command=command)
    return text("To update your page, run: {command}").format(command="wallet build")
