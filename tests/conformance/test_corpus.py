"""Agreement with the expectations of a public corpus of credentials, over the command line that other programs use.

Each disagreement is listed with its reason, and nothing may ever be verified that the corpus says must not be: not
with everything that a credential refers to at hand, and not with nothing of it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conformance.disagreements import DISAGREEMENTS
from tests.conformance.places import shared_folder
from wallet.cli.main import run

SETS = ("core", "attacks", "vectors", "ob20", "clr", "presentations", "endorsements", "other", "disputed")
ENTRIES = 319


@dataclass(frozen=True, slots=True)
class Answer:
    verdicts: Sequence[str]
    outcomes: Mapping[str, Sequence[str]]


@cache
def entries() -> tuple[dict[str, Any], ...]:
    manifest: list[dict[str, Any]] = json.loads((shared_folder() / "corpus" / "manifest.json").read_text("utf-8"))
    return tuple(entry for entry in manifest if entry["set"] in SETS)


def answer(entry: Mapping[str, Any], capsys: pytest.CaptureFixture[str], resources: Path | None = None) -> Answer:
    corpus = shared_folder() / "corpus"
    source = str(entry.get("input", entry["file"]))
    recipients = [option for value in entry.get("recipient", ()) for option in ("--recipient", value)]
    index = ["--resources", str(resources or corpus / entry["resources"])]
    path = source if "://" in source else str(corpus / source)
    arguments = ["verify", "--json", "--at", entry["at"], *index, *recipients, path]
    status = run(arguments, {"WALLET_LANG": "en"}, lambda: datetime(2026, 6, 1, tzinfo=UTC))
    found = json.loads(capsys.readouterr().out)
    verdicts = [one["verdict"] for one in found]
    assert status == expected_status(verdicts)
    outcomes: dict[str, list[str]] = {}
    for result in (result for one in found for result in one.get("results", ())):
        outcomes.setdefault(result["check"], []).append(result["outcome"])
    return Answer(verdicts, outcomes)


def expected_status(verdicts: Sequence[str]) -> int:
    if "unreadable" in verdicts:
        return 1
    if {"invalid", "revoked", "suspended", "expired", "not_yet_valid"} & set(verdicts):
        return 3
    return 4 if {"undetermined", "unsupported"} & set(verdicts) else 0


def disagreement(entry: Mapping[str, Any], found: Answer) -> Iterator[str]:
    allowed = list(entry["expect"].get("verdict") or ())
    if entry.get("contexts_missing"):
        allowed += ["undetermined", "unsupported", "invalid"]
    if allowed == ["verified"] and set(found.verdicts) != {"verified"}:
        yield f"{found.verdicts} instead of verified"
    elif allowed and not set(allowed) & set(found.verdicts):
        yield f"{found.verdicts} instead of {allowed}"
    for check, outcome in (entry["expect"].get("results") or {}).items():
        if outcome not in found.outcomes.get(check, ()):
            yield f"{check} is {found.outcomes.get(check)} instead of {outcome}"


def test_every_entry_agrees_or_is_listed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(entries()) == ENTRIES
    faults = {entry["id"]: list(disagreement(entry, answer(entry, capsys))) for entry in entries()}
    disagreeing = {name: fault for name, fault in faults.items() if fault}
    report(disagreeing, capsys)
    assert disagreeing.keys() == DISAGREEMENTS.keys()


def report(disagreeing: Mapping[str, Sequence[str]], capsys: pytest.CaptureFixture[str]) -> None:
    totals = Counter(entry["set"] for entry in entries())
    agreeing = Counter(entry["set"] for entry in entries() if entry["id"] not in disagreeing)
    with capsys.disabled():
        sys.stdout.write("\n")
        for name in SETS:
            sys.stdout.write(f"conformance: {agreeing[name]} of {totals[name]} entries of the set {name} agree\n")
        for name, fault in sorted(disagreeing.items()):
            sys.stdout.write(f"  {name}: {'; '.join(fault)}: {DISAGREEMENTS.get(name, 'NOT LISTED')}\n")


def test_nothing_is_verified_that_must_not_be(capsys: pytest.CaptureFixture[str]) -> None:
    refused = [entry for entry in entries() if "verified" not in (entry["expect"].get("verdict") or ["verified"])]
    assert len(refused) > 100
    wrong = [entry["id"] for entry in refused if set(answer(entry, capsys).verdicts) == {"verified"}]
    # Its index answers 200 where the entry speaks of 410.
    assert wrong == ["ob20-scenario-hosted-410-but-full-body"]


def test_with_nothing_to_ask_nothing_becomes_verified(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("{}", "utf-8")
    verified = 0
    for entry in entries():
        alone = answer(entry, capsys, tmp_path)
        if "verified" in alone.verdicts:
            verified += 1
            assert "verified" in answer(entry, capsys).verdicts, entry["id"]
    assert verified > 10
