"""``wallet help``: the long text about the program or a command, put together from what the commands themselves say."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

import click

from wallet.cli.completing import command_names
from wallet.cli.console import Console
from wallet.cli.manual_layout import wrapped
from wallet.cli.manual_subcommands import SUBCOMMANDS
from wallet.cli.manual_texts import ENVIRONMENT, FILES, STATUSES, TEXTS, Told

__all__ = ["help_command", "manual_lines"]

_INDENT = " " * 4
_NARROWEST, _WIDEST = 40, 96


def help_command(console: Console) -> click.Command:
    """``wallet help``."""
    text = console.gettext

    @click.command(
        "help",
        help=text("Show the long help of the program, or of a command: all options, exit statuses and files."),
        epilog=text("Example: {command}").format(command="wallet help build"),
    )
    @click.argument("path", nargs=-1, metavar="[COMMAND]...", shell_complete=command_names)
    @click.pass_context
    def command(context: click.Context, path: tuple[str, ...]) -> int:
        found = _found(context.find_root(), path)
        width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))
        click.echo_via_pager("\n".join(manual_lines(console, found, width)) + "\n")
        return 0

    return command


def _found(root: click.Context, path: Sequence[str]) -> click.Context:
    """The context of the command that the words lead to; raises NoSuchCommand."""
    context = root
    for name in path:
        group = context.command
        command = group.get_command(context, name) if isinstance(group, click.Group) else None
        if command is None:
            raise click.exceptions.NoSuchCommand(name, ctx=context)
        context = click.Context(command, parent=context, info_name=name, resilient_parsing=True)
    return context


def manual_lines(console: Console, context: click.Context, width: int) -> Iterator[str]:
    """The long help of one command, line by line."""
    text, command = console.gettext, context.command
    told = {**TEXTS, **SUBCOMMANDS}.get(_topic(context), Told(paragraphs=()))
    short, whole = command.get_short_help_str(200), command.help or ""
    yield from _section(console, text("In short"), [f"{context.command_path} – {short}"], width)
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    yield from _section(console, text("Usage"), [usage], width)
    # Of most commands the short help is one sentence, which stands above.
    described = [*([] if short in (whole, whole.rstrip(".")) else [whole]), *map(text, told.paragraphs)]
    yield from _section(console, text("Description"), described, width)
    yield from _listed(console, text("Options"), _options(context), width)
    yield from _listed(console, text("Commands"), _commands(context), width)
    yield from _section(console, text("Examples"), (command.epilog or "").split("\n\n"), width)
    statuses = [(str(number), text(meaning)) for number, meaning in sorted((*STATUSES, *told.statuses))]
    yield from _listed(console, text("Exit status"), statuses, width)
    yield from _listed(console, text("Files"), [(name, text(FILES[name])) for name in told.files], width)
    variables = [(name, text(meaning)) for name, meaning in ENVIRONMENT.items()]
    yield from _listed(console, text("Environment"), variables, width)


def _topic(context: click.Context) -> str:
    """The words that lead to the command, without the program's own name."""
    names = []
    while context.parent is not None:
        names.append(context.info_name or "")
        context = context.parent
    return " ".join(reversed(names))


def _options(context: click.Context) -> list[tuple[str, str]]:
    records = [
        parameter.get_help_record(context)
        for parameter in context.command.get_params(context)
        if isinstance(parameter, click.Option)
    ]
    return [record for record in records if record is not None]


def _commands(context: click.Context) -> list[tuple[str, str]]:
    group = context.command
    if not isinstance(group, click.Group):
        return []
    commands = [(name, group.get_command(context, name)) for name in group.list_commands(context)]
    return [(name, command.get_short_help_str(200)) for name, command in commands if command is not None]


def _section(console: Console, heading: str, paragraphs: Sequence[str], width: int) -> Iterator[str]:
    written = [paragraph for paragraph in paragraphs if paragraph.strip()]
    if not written:
        return
    yield console.heading(heading)
    for paragraph in written:
        yield from wrapped(paragraph, width, _INDENT)
        yield ""


def _listed(console: Console, heading: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    if not rows:
        return
    yield console.heading(heading)
    for name, meaning in rows:
        yield _INDENT + name
        yield from wrapped(meaning, width, _INDENT * 2)
    yield ""
