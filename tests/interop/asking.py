"""Questions to the JavaScript stack: one program answers them all, with what they bring along and without a network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest

from wallet.fields import JsonValue
from wallet.resolution.contexts import known_contexts, load_context

__all__ = ["STACK", "Answer", "Question", "ask", "node"]

STACK = Path(__file__).resolve().parents[2] / ".ci" / "javascript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked about the text of a file, with the texts that stand at the addresses it names."""

    id: str
    kind: str
    document: str = field(repr=False)
    at: datetime
    documents: Mapping[str, str] = field(default_factory=dict, repr=False)
    challenge: str | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`answer` is "verified", "failed", "unsupported" or, for a canonical form, "canonical"; `why` is for people."""

    answer: str
    why: str
    nquads: str = field(default="", repr=False)


def ask(questions: Iterable[Question]) -> Mapping[str, Answer]:
    """The answers by the ids of the questions; without the stack a test skips, and in continuous integration fails."""
    asked = tuple(questions)
    text = "".join(_lines(asked))
    done = subprocess.run(
        [node(), "verify.mjs"], cwd=STACK, input=text, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one.pop("id") for one in found] == [question.id for question in asked]
    return {question.id: Answer(**one) for question, one in zip(asked, found, strict=True)}


def _lines(questions: Iterable[Question]) -> Iterator[str]:
    contexts: JsonValue = {url: load_context(url) for url in sorted(known_contexts())}
    yield json.dumps({"contexts": contexts}) + "\n"
    for question in questions:
        members: dict[str, JsonValue] = {
            "id": question.id,
            "kind": question.kind,
            "document": question.document,
            "documents": dict(question.documents),
            "at": question.at.isoformat(),
            "challenge": question.challenge,
            "domain": question.domain,
        }
        yield json.dumps({name: value for name, value in members.items() if value is not None}) + "\n"


def node() -> str:
    """Where Node.js is, when the stack is installed beside it; else a test skips, or fails."""
    found = shutil.which("node")
    if found is None:
        _missing("no Node.js is on this machine: install Debian's package nodejs")
    if not (STACK / "node_modules" / "@digitalbazaar" / "vc").is_dir():
        _missing("the JavaScript stack is not installed: run npm install in the folder .ci/javascript")
    return found


def _missing(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
