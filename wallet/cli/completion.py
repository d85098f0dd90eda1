"""``wallet completion``: the script with which a shell completes commands, options and names of badges."""

from __future__ import annotations

import sys

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from wallet.cli.console import Console

__all__ = ["completion_command", "completion_script"]

_VARIABLE = "_WALLET_COMPLETE"


class _Zsh(ZshComplete):
    # A shell that was never set up for completion has no compdef.
    source_template = ZshComplete.source_template.replace(
        "#compdef %(prog_name)s\n",
        "#compdef %(prog_name)s\n\n(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }\n",
        1,
    )


class _Fish(FishComplete):
    # A comma parts the kind from the rest, and may stand in the rest.
    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')


_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": _Zsh, "fish": _Fish}
_PLACES = {
    "bash": "echo 'eval \"$(wallet completion bash)\"' >> ~/.bashrc",
    "zsh": "echo 'eval \"$(wallet completion zsh)\"' >> ~/.zshrc",
    "fish": "wallet completion fish > ~/.config/fish/completions/wallet.fish",
}


def completion_command(console: Console) -> click.Command:
    """``wallet completion``."""
    text = console.gettext

    @click.command(
        "completion",
        help=text("Print the script with which your shell completes commands, options and names of badges."),
        epilog=text("Example: {command}").format(command='eval "$(wallet completion bash)"'),
    )
    @click.argument("shell", type=click.Choice(tuple(_SHELLS)), metavar="bash|zsh|fish")
    @click.pass_context
    def command(context: click.Context, shell: str) -> int:
        click.echo(completion_script(context.find_root().command, shell))
        # A shell that reads the script at each start is told nothing.
        if sys.stdout.isatty():
            console.tell(text("To have it in every new shell, run: {command}").format(command=_PLACES[shell]))
        return 0

    return command


def completion_script(program: click.Command, shell: str) -> str:
    """The script of one of the shells bash, zsh and fish."""
    kind = _SHELLS[shell]
    # The class for bash would first start a bash to learn its version.
    return ShellComplete.source(kind(program, {}, "wallet", _VARIABLE)).strip()
