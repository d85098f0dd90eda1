from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import click
import pytest

from tests.cli.running import run_wallet
from wallet.cli.console import Console
from wallet.cli.main import program
from wallet.cli.manual_layout import columns, wrapped
from wallet.cli.manual_subcommands import SUBCOMMANDS
from wallet.cli.manual_texts import FILES, TEXTS
from wallet.language.catalogs import load_catalog

CONSOLE = Console(catalog=load_catalog("en"), clock=lambda: datetime(2026, 6, 1, tzinfo=UTC), environment={})


TOLD = {**TEXTS, **SUBCOMMANDS}


@cache
def _commands() -> dict[str, click.Command]:
    """The program and each command, by the words that lead to it."""
    return dict(_found("", program(CONSOLE)))


def _found(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _found(f"{path} {name}".strip(), below)


def test_every_command_has_a_long_text_and_each_text_is_of_a_command() -> None:
    assert set(TOLD) == set(_commands())
    assert {name for told in TOLD.values() for name in told.files} == set(FILES)


@pytest.mark.parametrize("path", sorted(TOLD))
def test_a_long_text_says_something_in_every_language(path: str) -> None:
    assert TOLD[path].paragraphs
    for paragraph in TOLD[path].paragraphs:
        assert load_catalog("ja").gettext(paragraph) != paragraph
    assert _commands()[path].epilog, "an example"


@pytest.mark.parametrize(
    ("language", "words"), [("en", ("Options", "Exit status")), ("ja", ("オプション", "終了コード"))]
)
@pytest.mark.parametrize("command", [*sorted(TOLD)])
def test_long_help_has_every_option_and_what_only_it_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, language: str, words: tuple[str, ...]
) -> None:
    ran = run_wallet(tmp_path, capsys, "help", *command.split(), language=language)
    assert (ran.status, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert {*words} <= {*lines}
    found = _commands()[command]
    for parameter in found.params:
        if isinstance(parameter, click.Option):
            assert any(line.startswith("    ") and parameter.opts[-1] in line for line in lines), parameter.opts
    told = re.sub(r"\s", "", ran.stdout)
    for paragraph in TOLD[command].paragraphs:
        assert re.sub(r"\s", "", load_catalog(language).gettext(paragraph)) in told
    assert [line for line in lines if columns(line) > 96] == []


def test_each_exit_status_of_a_command_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run_wallet(tmp_path, capsys, "help", "verify").stdout.splitlines()
    assert [line.strip() for line in lines if line.strip().isdigit()] == ["0", "1", "2", "3", "4", "130"]
    assert "3" not in [line.strip() for line in run_wallet(tmp_path, capsys, "help", "add").stdout.splitlines()]


def test_a_command_within_a_command_has_long_help(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run_wallet(tmp_path, capsys, "help", "theme", "copy").stdout
    assert "wallet theme copy [OPTIONS] FILE..." in said
    assert "    --force" in said.splitlines()


def test_long_help_that_goes_to_a_file_is_plain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run_wallet(tmp_path, capsys, "help").stdout
    assert "\x1b" not in said
    assert "    publish" in said.splitlines()


def test_help_about_nothing_names_what_was_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run_wallet(tmp_path, capsys, "help", "biuld")
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith("There is no command “biuld”. Did you mean build?")
    assert run_wallet(tmp_path, capsys, "help", "build", "more").status == 2


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("unbreakable", 4, ["unbreakable"]),
        ("あいう。えお", 6, ["あい", "う。え", "お"]),
        ("（あい）う", 6, ["（あ", "い）う"]),
        ("鍵は key です", 8, ["鍵は key", "です"]),
    ],
)
def test_lines_break_where_the_language_allows(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width, "")) == lines
