"""``wallet check``: what the learner should mend before the site is published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from wallet.cli.console import Console
from wallet.cli.options import json_option, portfolio_option
from wallet.fields import JsonObject
from wallet.language.controls import one_line
from wallet.portfolio.remarks import Kind, Remark
from wallet.stages.reviewing import review

__all__ = ["check_command"]

TO_MEND = 3


def check_command(console: Console) -> click.Command:
    """``wallet check``."""
    text = console.gettext

    @click.command(
        "check",
        help=text(
            "List what you should mend in your portfolio: files that nothing uses, missing translations, broken "
            "links, pictures without a description. Exit with status 3 when there is something to mend, and with 0 "
            "when there are only hints. No network is used."
        ),
        epilog=text("Example: {command}").format(command="wallet check --strict"),
    )
    @portfolio_option(console)
    @click.option("--strict", is_flag=True, help=text("Exit with status 3 for hints too."))
    @json_option(console)
    def command(portfolio: Path, strict: bool, as_json: bool) -> int:
        remarks = review(portfolio, console.now())
        if as_json:
            console.result_json([_json(console, remark) for remark in remarks])
        else:
            for line in _lines(console, remarks):
                console.result(line)
        return TO_MEND if any(strict or not remark.hint for remark in remarks) else 0

    return command


def _json(console: Console, remark: Remark) -> JsonObject:
    return {
        "code": remark.code,
        "kind": remark.kind.value,
        "level": "hint" if remark.hint else "fault",
        "file": remark.path,
        "line": remark.line,
        "facts": dict(remark.facts),
        "message": console.sentence(remark.code, remark.facts),
    }


def _lines(console: Console, remarks: Sequence[Remark]) -> Iterator[str]:
    for (hint, kind), group in groupby(remarks, key=lambda remark: (remark.hint, remark.kind)):
        heading = _heading(console, kind)
        yield console.heading(console.gettext("{kind} (hints)").format(kind=heading) if hint else heading)
        for remark in group:
            yield f"  {_place(console, remark)}"
            yield f"    {console.sentence(remark.code, remark.facts)}"
        yield ""
    yield _count(console, remarks)


def _place(console: Console, remark: Remark) -> str:
    path = one_line(remark.path)
    return path if remark.line is None else console.gettext("{path}, line {line}").format(path=path, line=remark.line)


def _heading(console: Console, kind: Kind) -> str:
    text = console.gettext
    return {
        Kind.FILE: text("Files that nothing uses"),
        Kind.TRANSLATION: text("Missing translations"),
        Kind.LINK: text("Broken links"),
        Kind.PICTURE: text("Pictures"),
        Kind.UNFINISHED: text("Not finished yet"),
    }[kind]


def _count(console: Console, remarks: Sequence[Remark]) -> str:
    hints = sum(remark.hint for remark in remarks)
    if not remarks:
        return console.gettext("There is nothing to mend.")
    return console.gettext("To mend: {faults}. Hints: {hints}.").format(faults=len(remarks) - hints, hints=hints)
