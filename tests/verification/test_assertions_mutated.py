"""Whatever a page or a file holds: an answer and never a traceback, and nothing false is ever called verified."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.assets.assertions import (
    ASSERTION_URL,
    KEY_URL,
    REVOCATIONS_URL,
    assertion,
    badge_class,
    dump,
    endorsement,
    issuer,
    key_document,
    pages,
    signed_assertion,
)
from tests.responses import responses
from wallet.documents import extract
from wallet.errors import DocumentError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.language.catalogs import load_catalog
from wallet.language.sentences import sentence
from wallet.verification.report import Verdict
from wallet.verification.verifier import Verification, verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
ENGLISH = load_catalog("en")
ODD: tuple[JsonValue, ...] = (
    None, True, 0, -1, 1.5, 10**30, "", "x", "http://a.example", "https://[", "https://a.example:x/", "urn:a", "日本",
    [], [[]], {}, [None], [{}], {"id": []}, {"id": "https://["}, {"@value": 1}, {"@language": "x"}, ["a", 1, {}],
)  # fmt: skip
MUTATIONS = 300


def objects() -> list[JsonObject]:
    related: JsonValue = [{"id": "https://a.example/x", "@language": "en"}]
    badge = badge_class(endorsement=["https://quality.example/endorsements/1"], related=related)
    profile = issuer(publicKey=KEY_URL, revocationList=REVOCATIONS_URL, verification={"startsWith": ASSERTION_URL[:40]})
    revocations: JsonObject = {"id": REVOCATIONS_URL, "type": "RevocationList", "revokedAssertions": ["urn:x"]}
    author = issuer(id="https://quality.example/profile", url="https://quality.example/")
    full = assertion(
        evidence=[{"id": "urn:e", "name": "n"}], expires="2030-01-01T00:00:00Z", image="https://a.example/i"
    )
    return [full, badge, profile, key_document(), revocations, endorsement(), author]


def places(value: JsonValue, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        yield (*path, name)
        yield from places(part, (*path, name))


def mutated(document: JsonObject, chance: random.Random) -> JsonObject:
    changed: Any = copy.deepcopy(document)
    place = chance.choice(list(places(document)))
    holder: Any = changed
    for step in place[:-1]:
        holder = holder[step]
    if chance.random() < 0.3:
        del holder[place[-1]]
    else:
        holder[place[-1]] = copy.deepcopy(chance.choice(ODD))
    return changed  # type: ignore[no-any-return]


def told(verification: Verification) -> int:
    """Every finding and every problem as the sentence that a reader gets; how many there were."""
    count = 0
    for result in verification.report.results:
        listed = result.facts.get("problems")
        for code, facts in [(result.code, result.facts), *_problems(listed)]:
            count += bool(sentence(ENGLISH, code, {"file": "a", **facts}))
    return count


def _problems(listed: JsonValue) -> Iterator[tuple[str, JsonObject]]:
    for problem in listed if isinstance(listed, list) else []:
        if isinstance(problem, dict):
            yield str(problem["code"]), problem


@pytest.mark.parametrize("target", range(7))
def test_any_change_of_a_page_gives_an_answer(target: int) -> None:
    chance = random.Random(target)
    made = objects()
    answered = 0
    for _ in range(MUTATIONS):
        changed = [mutated(one, chance) if index == target else one for index, one in enumerate(made)]
        contents = {**pages(*made), **{str(old["id"]): dump(new) for old, new in zip(made, changed, strict=True)}}
        for source in (dump(changed[0]), dump(changed[5]), signed_assertion() if target in (2, 3, 4) else b""):
            try:
                (document,) = extract(source)
            except DocumentError:
                continue
            answered += told(verify(document, at=AT, fetcher=responses(contents))) >= 9
    assert answered > MUTATIONS


def test_a_file_is_never_verified_for_what_its_page_does_not_say() -> None:
    chance = random.Random(1)
    made = objects()
    contents = pages(*made)
    assert verify(extract(dump(made[0]))[0], at=AT, fetcher=responses(contents)).verdict is Verdict.VERIFIED
    refused = 0
    for _ in range(MUTATIONS):
        changed = mutated(made[0], chance)
        try:
            (document,) = extract(dump(changed))
        except DocumentError:
            continue
        verdict = verify(document, at=AT, fetcher=responses(contents)).verdict
        refused += verdict is not Verdict.VERIFIED
        assert verdict is not Verdict.VERIFIED or _says_less(changed, made[0]), changed
    assert refused > MUTATIONS // 3


def _says_less(file: JsonValue, page: JsonValue) -> bool:
    """Whether a file repeats a part of its page and adds nothing; a bare value stands for an array of one."""
    files, confirmed = as_sequence(file), as_sequence(page)
    if not files or file == page:
        return True
    return len(files) == len(confirmed) and all(map(_repeats, files, confirmed))


def _repeats(file: JsonValue, page: JsonValue) -> bool:
    if isinstance(file, dict) and isinstance(page, dict):
        return all(name == "@context" or _says_less(value, page.get(name)) for name, value in file.items())
    return type(file) is type(page) and file == page
