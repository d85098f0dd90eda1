"""Two answers to each question, the wallet's and the stack's, and where they differ."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pytest

from tests.interop.asking import Answer, Question, ask
from tests.interop.samples import Sample
from wallet.fields import as_sequence

__all__ = ["Comparison", "compare", "differing", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What both say of one sample; agreement is about what counts: is it verified, or is it not?"""

    sample: Sample
    theirs: Answer

    @property
    def agrees(self) -> bool:
        return self.sample.is_verified == (self.theirs.answer == "verified")

    def __str__(self) -> str:
        return f"{[str(one) for one in self.sample.verdicts]} here, {self.theirs.answer} there: {self.theirs.why}"


def compare(samples: Iterable[Sample]) -> Mapping[str, Comparison]:
    """Id of the question → both answers; what is no token goes to both verifiers of the stack."""
    asked = {question.id: (one, question) for one in samples for question in _questions(one)}
    answers = ask(question for _, question in asked.values())
    return {name: Comparison(sample=one, theirs=answers[name]) for name, (one, _) in asked.items()}


def differing(found: Mapping[str, Comparison]) -> frozenset[str]:
    """The ids of the questions to which the answers differ."""
    return frozenset(name for name, one in found.items() if not one.agrees)


def report(title: str, found: Mapping[str, Comparison], capsys: pytest.CaptureFixture[str]) -> None:
    """How many agree, for whoever reads what the tests print."""
    there = sum(one.theirs.answer == "verified" for one in found.values())
    with capsys.disabled():
        sys.stdout.write(
            f"\ninterop: {len(found) - len(differing(found))} of {len(found)} answers about {title} agree, "
            f"{there} of them verified there\n"
        )


def _questions(one: Sample) -> Iterator[Question]:
    occasion = _occasion(one) if one.kind == "presentation" else {}
    yield one.question(**occasion)
    if one.kind != "token":
        yield one.question(f"verifier-core {one.kind}", **occasion)


def _occasion(one: Sample) -> dict[str, str]:
    """The challenge and domain that a presentation names: whether they are the reader's is asked elsewhere."""
    proof = next(iter(as_sequence(json.loads(one.text).get("proof"))), None)
    members = proof if isinstance(proof, dict) else {}
    return {name: value for name in ("challenge", "domain") if isinstance(value := members.get(name), str)}
