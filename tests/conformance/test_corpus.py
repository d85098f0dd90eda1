"""Agreement with the expectations of a public corpus of credentials, over the command line that other programs use.

Each disagreement is listed with its reason. An entry whose mechanism is not implemented must be *unsupported*; nothing
may ever be verified that the corpus says must not be.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conformance.places import shared_folder
from wallet.cli.main import run

DISAGREEMENTS = {
    "1edtech-ob30-simple-err-issued-json": (
        "The subject has no achievement, which Open Badges 3.0 (B.1.4, multiplicity 1) demands: the credential does "
        "not conform, and that is decided before its dates."
    ),
    "1edtech-ob30-complete-v1-json": (
        "The type 1EdTechJsonSchemaValidator2019 is defined by none of its contexts (extensions.json is missing), so "
        "that no signature covers it; and its key #key-1 is not in the issuer's document, which is a refusal and no "
        "mere lack of an answer (Controlled Identifiers 1.0, section 3.3)."
    ),
}

OTHER_SUITES = {
    "1edtech-ob30-simple-eddsa-2022-json": "eddsa-2022 is the name of a draft and not implemented",
    "1edtech-ob30-sd-derivedcredential-json": "ecdsa-sd-2023 is not implemented yet",
    "attack-control-valid-jcs": "eddsa-jcs-2022 is not implemented yet",
}


@dataclass(frozen=True, slots=True)
class Answer:
    verdicts: Sequence[str]
    outcomes: Mapping[str, Sequence[str]]


def entries(*sets: str) -> list[dict[str, Any]]:
    manifest: list[dict[str, Any]] = json.loads((shared_folder() / "corpus" / "manifest.json").read_text("utf-8"))
    return [entry for entry in manifest if entry["set"] in sets]


def answer(entry: Mapping[str, Any], capsys: pytest.CaptureFixture[str]) -> Answer:
    corpus = shared_folder() / "corpus"
    recipients = [option for value in entry.get("recipient", ()) for option in ("--recipient", value)]
    index = ["--resources", str(corpus / entry["resources"])]
    arguments = ["verify", "--json", "--at", entry["at"], *index, *recipients, str(corpus / entry["file"])]
    status = run(arguments, {"WALLET_LANG": "en"}, lambda: datetime(2026, 6, 1, tzinfo=UTC))
    found = json.loads(capsys.readouterr().out)
    verdicts = [one["verdict"] for one in found]
    assert status == expected_status(verdicts)
    results = [result for one in found for result in one.get("results", ())]
    outcomes: dict[str, list[str]] = {}
    for result in results:
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


def test_the_core_set_agrees(capsys: pytest.CaptureFixture[str]) -> None:
    core = entries("core")
    assert len(core) >= 100
    answers = {entry["id"]: (entry, answer(entry, capsys)) for entry in core}
    faults = {name: list(disagreement(entry, found)) for name, (entry, found) in answers.items()}
    for name in OTHER_SUITES:
        assert set(answers[name][1].verdicts) == {"unsupported"}, name
    disagreeing = {name for name, fault in faults.items() if fault}
    with capsys.disabled():
        sys.stdout.write(
            f"\nconformance: {len(core) - len(disagreeing)} of {len(core)} entries of the core set agree\n"
        )
        for name in sorted(disagreeing):
            sys.stdout.write(f"  {name}: {DISAGREEMENTS.get(name) or OTHER_SUITES.get(name) or faults[name]}\n")
    assert disagreeing == set(DISAGREEMENTS) | set(OTHER_SUITES)


def test_every_attack_is_answered_as_it_must_be(capsys: pytest.CaptureFixture[str]) -> None:
    attacks = entries("attacks")
    assert len(attacks) >= 80
    faults = {entry["id"]: list(disagreement(entry, answer(entry, capsys))) for entry in attacks}
    assert {name: fault for name, fault in faults.items() if fault} == {}


def test_nothing_is_verified_that_must_not_be(capsys: pytest.CaptureFixture[str]) -> None:
    # A presentation's own signature is noted as not checked: its badges are judged for themselves.
    others = entries("core", "attacks", "clr", "endorsements", "ob20", "vectors", "other")
    judged = [entry for entry in others if Path(shared_folder() / "corpus" / entry["file"]).is_file()]
    wrong = [
        entry["id"]
        for entry in judged
        if "verified" not in (entry["expect"].get("verdict") or ["verified"])
        and "verified" in answer(entry, capsys).verdicts
    ]
    assert len(judged) > 200
    assert wrong == []
