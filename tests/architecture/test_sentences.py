"""Every code that the program can answer with has its sentence, and every sentence is of use."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import modules, tree_of
from wallet.language.sentences import all_sentences

CODE = re.compile(r"^[a-z0-9]+(?:\.[a-z0-9]+(?:[-_][a-z0-9]+)*)+$")
RAISED = {
    "DocumentError",
    "CredentialError",
    "ResolutionError",
    "RefusalError",
    "StoreError",
    "PortfolioError",
    "ThemeError",
    "BuildError",
    "DeployError",
    "Disclosure",
    "Problem",
    "Vocabulary",
    "RegistryFinding",
    "Remark",
}
FINDINGS = {"passed", "failed", "undetermined", "not_applicable"}


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def used_codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in modules("wallet"):
        if "sentences" in path.parts:
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and _name(node.func) in RAISED | FINDINGS | {"note", "_Finding"}:
                for argument in [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "code")]:
                    if (
                        isinstance(argument, ast.Constant)
                        and isinstance(argument.value, str)
                        and CODE.match(argument.value)
                    ):
                        found[argument.value] = path.name
    return found


def test_every_code_in_the_source_has_a_sentence() -> None:
    used = used_codes()
    assert len(used) > 120
    assert {code: place for code, place in used.items() if code not in all_sentences()} == {}


def test_every_sentence_belongs_to_a_code_in_the_source() -> None:
    texts = "\n".join(path.read_text("utf-8") for path in modules("wallet") if "sentences" not in path.parts)
    composed = ("verdict.", "outcome.", "check.", "add.", "disclosure.", "past.")
    assert [code for code in all_sentences() if f'"{code}"' not in texts and not code.startswith(composed)] == []
