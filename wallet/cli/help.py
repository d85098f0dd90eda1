"""Help and usage errors in the reader's language; click itself speaks English only."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

import click

from wallet.cli.console import Console
from wallet.language.controls import one_line
from wallet.language.marks import N_

__all__ = ["localized", "usage_sentence"]

_HEADINGS = (N_("Usage"), N_("Options"), N_("Commands"))


def localized(command: click.Command, console: Console) -> click.Command:
    """The command, whose help has its headings and standard options in the reader's language."""
    words = {name: console.gettext(name) for name in _HEADINGS}
    kind = _GroupHelp if isinstance(command, click.Group) else _CommandHelp
    command.__class__ = type("Localized", (kind, type(command)), {"words": words})
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name == "version":
            parameter.help = console.gettext("Show the version and exit.")
    help_text = console.gettext("Show this message and exit.")
    command.params.append(_help_option(help_text))
    command.add_help_option = False
    return command


def _help_option(text: str) -> click.Option:
    def show(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
        if value and not context.resilient_parsing:
            click.echo(context.get_help(), color=context.color)
            context.exit()

    return click.Option(["-h", "--help"], is_flag=True, expose_value=False, is_eager=True, callback=show, help=text)


class ExtraWordsError(click.UsageError):
    """More words stand behind a command than it takes; `word` is the first of them."""

    def __init__(self, word: str, context: click.Context) -> None:
        super().__init__(word, context)
        self.word = word


class _CommandHelp(click.Command):
    words: dict[str, str]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        strict, ctx.allow_extra_args = not ctx.allow_extra_args, True
        left = super().parse_args(ctx, args)
        if strict and left and not ctx.resilient_parsing:
            raise ExtraWordsError(left[0], ctx)
        return left

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{self.words['Usage']}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section(self.words["Options"]):
                formatter.write_dl(rows)


class _GroupHelp(_CommandHelp):
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        group: Any = self
        commands = [(name, group.get_command(ctx, name)) for name in group.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(200)) for name, command in commands]
        with formatter.section(self.words["Commands"]):
            formatter.write_dl(rows)


def usage_sentence(error: click.UsageError, console: Console) -> str:
    """What is wrong with the arguments, and where help is."""
    text = console.gettext
    if isinstance(error, click.NoSuchOption) and (moved := _before_the_command(error)) is not None:
        return text("{name} stands before the command: {command}").format(name=error.option_name, command=moved)
    path = error.ctx.command_path if error.ctx else "wallet"
    return console.join(_fault(error, console), text("For help, run: {command}").format(command=f"{path} --help"))


def _fault(error: click.UsageError, console: Console) -> str:
    text = console.gettext
    if isinstance(error, click.NoSuchOption):
        missing = text("There is no option {name}.").format(name=error.option_name)
        return _with_guess(missing, error.possibilities, console)
    if isinstance(error, click.MissingParameter):
        return text("{name} is missing.").format(name=_parameter(error))
    if isinstance(error, click.BadParameter):
        return text("{name} cannot be used: {reason}").format(name=_parameter(error), reason=_reason(error, console))
    if isinstance(error, click.exceptions.NoSuchCommand):
        missing = text("There is no command “{name}”.").format(name=error.command_name)
        return _with_guess(missing, _like(error.command_name, error.ctx), console)
    if isinstance(error, ExtraWordsError):
        extra = text("“{word}” is more than this command takes. Write a name with spaces in quotation marks.")
        return extra.format(word=one_line(error.word))
    return text("The command line could not be understood.")


def _before_the_command(error: click.NoSuchOption) -> str | None:
    """The command line with an option of the program where that belongs; None for any other option."""
    root = error.ctx.find_root() if error.ctx else None
    for option in root.command.params if root else ():
        if isinstance(option, click.Option) and error.option_name in option.opts and error.ctx and root:
            value = [] if option.is_flag else [option.make_metavar(root)]
            command = error.ctx.command_path.removeprefix(f"{root.command_path} ")
            return " ".join((root.command_path, error.option_name, *value, command))
    return None


def _like(name: str, context: click.Context | None) -> list[str]:
    group = context.command if context else None
    known = group.list_commands(context) if context and isinstance(group, click.Group) else []
    return difflib.get_close_matches(name, known, 1)


def _parameter(error: click.BadParameter) -> str:
    if isinstance(error.param_hint, str):
        return error.param_hint
    if error.param is None:
        return "–"
    return error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.make_metavar(_context(error))


def _context(error: click.BadParameter) -> click.Context:
    return error.ctx or click.Context(click.Command("wallet"))


def _reason(error: click.BadParameter, console: Console) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Path):
        wanted = console.gettext("Give a file or folder that exists."), console.gettext("Give a folder, not a file.")
        return wanted[0] if kind.exists else wanted[1]
    if isinstance(kind, click.Choice):
        return console.gettext("Give one of these: {names}.").format(names=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return console.gettext("Give a number from 1 to 65535.")
    return error.message


def _with_guess(sentence: str, names: Sequence[str] | None, console: Console) -> str:
    if not names:
        return sentence
    return console.join(sentence, console.gettext("Did you mean {name}?").format(name=names[0]))
