"""The program ``wallet``: its group of commands, in the reader's language, and what each ending means.

Exit status 0: done. 1: an error that is named. 2: wrong usage. 3 and 4: see `verify` and `build`. 130: stopped by the
reader. Anything else that goes wrong is a bug, and shows where.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from io import TextIOWrapper

import click
from click.shell_completion import CompletionItem

from wallet import __version__
from wallet.cli.completing import language_tags
from wallet.cli.console import Console
from wallet.cli.help import localized, usage_sentence
from wallet.errors import WalletError
from wallet.language.catalogs import available_languages, load_catalog, negotiate

__all__ = ["main", "program", "reader_language", "run"]

STOPPED = 130


def main() -> None:
    """Run the program with the arguments of this process."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot write Japanese shows code points instead of ending the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    status = run(sys.argv[1:], os.environ, lambda: datetime.now(UTC))
    # What is left goes with the process: to look once more for what could be freed takes a fifteenth of a short run.
    gc.freeze()
    sys.exit(status)


def run(arguments: Sequence[str], environment: Mapping[str, str], clock: Callable[[], datetime]) -> int:
    """Run one command; returns its exit status."""
    catalog = load_catalog(reader_language(arguments, environment))
    console = Console(catalog=catalog, clock=clock, environment=environment)
    try:
        status = program(console).main(list(arguments), prog_name="wallet", standalone_mode=False)
    except click.exceptions.Exit as exit_request:
        return exit_request.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        console.warn(usage_sentence(error, console))
        return 2
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except WalletError as error:
        console.warn(console.error_sentence(error))
        return 1
    except BrokenPipeError:
        # The reader closed the pipe, as `head` does; Python would complain once more while it ends.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EBADF):
            raise
        console.warn(console.gettext("The output could not be written."))
        return 1
    return status if isinstance(status, int) else 0


def reader_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to speak: ``--lang``, then the environment as gettext reads it, then English."""
    wanted = [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    positions = [index for index, argument in enumerate(arguments[:-1]) if argument == "--lang"]
    wanted += [arguments[index + 1] for index in positions]
    for name in ("WALLET_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted += environment.get(name, "").split(":")
    return negotiate([tag for tag in wanted if tag], available_languages())


_COMMANDS = {
    "verify": "verify",
    "add": "keeping",
    "list": "keeping",
    "show": "keeping",
    "remove": "keeping",
    "publish": "publishing",
    "unpublish": "publishing",
    "init": "starting",
    "build": "building",
    "serve": "building",
    "status": "surveying",
    "deploy": "deploying",
    "theme": "theming",
    "check": "reviewing",
    "new": "authoring",
    "key": "holding",
    "present": "presenting",
    "audit": "auditing",
    "collection": "collections",
    "completion": "completion",
    "help": "manual",
}
"""Each command in the order of help, and the module of this package that makes it."""


def program(console: Console) -> click.Group:
    """The group of all commands."""
    text = console.gettext

    @click.group(
        "wallet",
        cls=_Program,
        help=text("Keep your digital badges, check them, and publish the ones you choose."),
        epilog=text("Example: {command}").format(command="wallet add badge.png && wallet publish NAME && wallet build"),
        add_help_option=False,
    )
    @click.version_option(__version__, prog_name="wallet", message="%(prog)s %(version)s")
    @click.option(
        "--lang",
        metavar="TAG",
        expose_value=False,
        shell_complete=language_tags,
        help=text("The language of messages: ja or en."),
    )
    @click.option("--quiet", "-q", is_flag=True, help=text("Print results and errors only."))
    def group(quiet: bool) -> None:
        console.quiet = quiet

    assert isinstance(group, _Program)
    group.console = console
    localized(group, console)
    return group


class _Program(click.Group):
    """A group that imports the module of a command when it is asked for: the version needs none of them."""

    console: Console

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"wallet.cli.{_COMMANDS[cmd_name]}")
        make: Callable[[Console], click.Command] = getattr(module, f"{cmd_name}_command")
        return localized(make(self.console), self.console)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        # Names alone: to say what each command is for, all of them would be imported at every press of a key.
        named = [CompletionItem(name) for name in self.list_commands(ctx) if name.startswith(incomplete)]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]
