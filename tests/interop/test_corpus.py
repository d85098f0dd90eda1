"""The public corpus, asked of the JavaScript stack: what is valid there verifies, or the disagreement is listed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conformance.places import shared_folder
from tests.interop.comparing import Comparison, compare, differing, report
from tests.interop.disagreements import CORPUS_DISAGREEMENTS
from tests.interop.samples import Sample
from wallet.errors import ResolutionError
from wallet.resolution.fetching import Resource
from wallet.resolution.index import IndexFetcher

SETS = ("core", "attacks", "clr", "endorsements", "vectors", "presentations", "other")
# Hash labels for ten like blank nodes take JavaScript without a limit as long as they take anyone.
ENDLESS = "blank-node-clique"


def corpus_samples() -> Iterator[Sample]:
    """The entries whose files are signed; a file that the wallet cannot even read is no question of proofs."""
    corpus = shared_folder() / "corpus"
    entries: list[dict[str, Any]] = json.loads((corpus / "manifest.json").read_text("utf-8"))
    for entry in entries:
        if entry["set"] in SETS and "input" not in entry and ENDLESS not in entry["id"]:
            found = _sample(corpus, entry)
            if found.secured:
                yield found


def _sample(corpus: Path, entry: Mapping[str, Any]) -> Sample:
    at = datetime.fromisoformat(entry["at"])
    return Sample(
        name=entry["id"],
        source=(corpus / entry["file"]).read_bytes(),
        at=at,
        resources=tuple(_resources(corpus / entry["resources"], at)),
    )


def _resources(index: Path, at: datetime) -> Iterator[Resource]:
    fetcher = IndexFetcher(index, at)
    for url in json.loads(index.read_text("utf-8")):
        try:
            yield fetcher.fetch(url)
        except ResolutionError:
            continue


@cache
def everything() -> Mapping[str, Comparison]:
    return compare(corpus_samples())


def test_every_answer_agrees_or_is_listed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    found = everything()
    report("the public corpus", found, capsys)
    listed = {name: str(found[name]) for name in differing(found)}
    assert listed.keys() == CORPUS_DISAGREEMENTS.keys(), listed


def test_the_controls_are_verified_by_both() -> None:
    controls = [one for one in everything().values() if "control" in one.sample.name and one.sample.is_verified]
    assert len({one.sample.name for one in controls}) >= 5
    assert sum(one.theirs.answer == "verified" for one in controls) >= 9
