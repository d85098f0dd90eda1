"""Every attack is refused, by the check that is there for it and for that check's own reason."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.attacks import binding, holders, hosted, meaning, reading, suites, tokens, withdrawal
from tests.attacks.attack import READING, Answer, Attack
from wallet.documents import extract
from wallet.errors import DocumentError
from wallet.fields import JsonObject
from wallet.resolution.fetching import Fetcher
from wallet.resolution.index import IndexFetcher
from wallet.verification.report import Outcome, Verdict
from wallet.verification.verifier import verify

AT = datetime(2026, 6, 1, tzinfo=UTC)

TABLE: tuple[Attack, ...] = (
    *reading.ATTACKS,
    *meaning.ATTACKS,
    *binding.ATTACKS,
    *tokens.ATTACKS,
    *withdrawal.ATTACKS,
    *suites.ATTACKS,
    *hosted.ATTACKS,
    *holders.ATTACKS,
)


def web(folder: Path, answers: Mapping[str, Answer]) -> Fetcher:
    """The network that the attack needs, under the same rules as the real one."""
    index: JsonObject = {}
    for number, (url, answer) in enumerate(answers.items()):
        if isinstance(answer, bytes):
            (folder / str(number)).write_bytes(answer)
            index[url] = str(number)
        else:
            index[url] = answer if isinstance(answer, int) else {"location": answer}
    (folder / "index.json").write_text(json.dumps(index), "utf-8")
    return IndexFetcher(folder, AT)


def refusals(attack: Attack, fetcher: Fetcher) -> list[tuple[str, str]]:
    """The checks that did not pass, with their codes; an attack on an endorsement leaves the badge as it is."""
    try:
        documents = extract(attack.sample())
    except DocumentError as error:
        return [(READING, error.code)]
    found = [verify(document, at=AT, fetcher=fetcher) for document in documents]
    assert attack.check == "endorsement" or any(one.verdict is not Verdict.VERIFIED for one in found)
    open_or_failed = (Outcome.FAILED, Outcome.UNDETERMINED)
    return [
        (result.check.value, result.code)
        for one in found
        for result in one.report.results
        if result.outcome in open_or_failed
    ]


@pytest.mark.parametrize("attack", TABLE, ids=lambda attack: attack.name)
def test_an_attack_is_refused_for_its_own_reason(attack: Attack, tmp_path: Path) -> None:
    assert (attack.check, attack.code) in refusals(attack, web(tmp_path, attack.web))


def test_the_table_names_each_attack_once(capsys: pytest.CaptureFixture[str]) -> None:
    names = [attack.name for attack in TABLE]
    assert len(set(names)) == len(names) > 70
    with capsys.disabled():
        sys.stdout.write("\nattack | sample | check | code\n")
        for attack in TABLE:
            size = len(attack.sample())
            sys.stdout.write(f"{attack.name} | {size} bytes | {attack.check} | {attack.code}\n")
