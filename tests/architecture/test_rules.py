"""Rules that no linter knows: one clock, one door to the network, no markup past the sanitiser, no stray words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, modules, tracked_files, tree_of

WALLET = modules("wallet")
LONG_MODULES = {
    "wallet/credentials/model.py": "nothing but the frozen classes of the appendix, one beside the other",
}
MAX_LINES = 300

NETWORK = "wallet/resolution/network.py"
CLOCKS = {"wallet/cli/main.py", NETWORK, "wallet/cli/building.py", "wallet/cli/pushing.py"}
"""The command line reads the clock; the fetcher measures how long an answer takes, the build how long it took."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_only_one_module_reaches_the_network() -> None:
    forbidden = ("socket", "urllib.request", "http.client", "requests", "httpx", "httpcore2", "asyncio")
    found = {
        name_of(path)
        for path in WALLET
        for module in imported(tree_of(path))
        if any(module == name or module.startswith(f"{name}.") for name in forbidden)
    }
    assert found == {NETWORK}


def reads_a_clock(tree: ast.Module) -> bool:
    clocks = {"now", "utcnow", "today", "time", "monotonic", "perf_counter", "time_ns"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            return True
        if isinstance(node, ast.Attribute) and node.attr in clocks:
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if owner in ("datetime", "date", "time"):
                return True
    return False


def test_the_clock_is_read_at_the_edge() -> None:
    assert {name_of(path) for path in WALLET if reads_a_clock(tree_of(path))} == CLOCKS


def test_markup_is_made_safe_in_one_place() -> None:
    found = {
        name_of(path)
        for path in WALLET
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Name) and node.id == "Markup"
    }
    assert found <= {"wallet/render/prose.py", "wallet/render/environment.py"}
    templates = list((ROOT / "themes").rglob("*.html"))
    assert templates
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+false")
    assert [path.name for path in templates if unsafe.search(path.read_text("utf-8"))] == []


def test_no_module_does_work_or_keeps_state_when_it_is_imported() -> None:
    allowed = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign, ast.If, ast.Expr)
    for path in WALLET:
        for node in tree_of(path).body:
            assert isinstance(node, allowed), f"{name_of(path)}:{node.lineno}"
            if isinstance(node, ast.Expr):
                assert isinstance(node.value, ast.Constant), f"{name_of(path)}:{node.lineno}"
        assert not [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Global)], name_of(path)


def test_modules_are_small_and_say_what_they_are() -> None:
    for path in (*WALLET, *modules("tests")):
        lines = len(path.read_text("utf-8").splitlines())
        if path.is_relative_to(ROOT / "wallet"):
            assert ast.get_docstring(tree_of(path)), name_of(path)
            assert lines <= MAX_LINES or name_of(path) in LONG_MODULES, f"{name_of(path)}: {lines}"
    assert all((ROOT / name).is_file() for name in LONG_MODULES)


def test_functions_are_short() -> None:
    lengths = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in WALLET
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef)
    ]
    assert len(lengths) > 300
    assert sum(length > 50 for length in lengths) * 12 <= len(lengths)


def test_names_are_the_fields() -> None:
    banned = re.compile(r"(^|_)(utils?|helpers?|manager|handlers?|common|payload|is_valid|cert|data|info|item)($|_)")
    allowed = {"data_model", "data_integrity", "data_url"}
    found = [name_of(path) for path in WALLET if banned.search(path.stem) and path.stem not in allowed]
    assert found in ([], ["wallet/preview/handlers.py"])


# Words that name a workplace rather than the project are put together here, so that this file does not hold them.
STRAY = [
    "/" + "work/",
    "/" + "root/",
    "/tmp/" + "venv",
    "pypi" + ".org",
    "npmjs" + ".org",
    "deb.debian" + ".org",
    "TO" + "DO",
    "FIX" + "ME",
    "Not" + "ImplementedError",
]


@pytest.mark.parametrize("word", STRAY)
def test_no_path_of_a_machine_and_no_unfinished_mark(word: str) -> None:
    texts = {".py", ".toml", ".md", ".html", ".css", ".js", ".po", ".json", ".yml", ""}
    files = [path for path in tracked_files() if path.suffix in texts]
    assert len(files) > 150
    assert [name_of(path) for path in files if word in path.read_text("utf-8", errors="replace")] == []


def test_the_top_level_holds_what_was_agreed() -> None:
    agreed = {"pyproject.toml", "README.md", "wallet", "themes", "content", "output", "tests"}
    visible = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    assert {name for name in visible if not name.startswith(".")} <= agreed


def test_no_pattern_lets_a_line_break_through_at_its_end() -> None:
    patterns = {
        (name_of(path), str(argument.value))
        for path in WALLET
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }
    assert len(patterns) > 10
    assert {name for name, pattern in patterns if str(pattern).endswith("$")} == set()
