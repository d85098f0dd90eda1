"""What a run remembers, for whom it holds, and what is forgotten."""

from __future__ import annotations

import pytest

from tests.responses import responses
from wallet.errors import ResolutionError
from wallet.resolution.fetching import Fetcher, RecordingFetcher
from wallet.verification.memory import Memory

KEYS = "https://issuer.example/keys"


class Finding:
    """Asks for the keys, and counts how often it had to look."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, fetcher: Fetcher) -> str:
        self.times += 1
        try:
            return fetcher.fetch(KEYS).content.decode()
        except ResolutionError as error:
            return error.code


def test_what_was_found_is_found_once_and_asked_for_by_everybody() -> None:
    memory, find = Memory[str](10), Finding()
    for _ in range(3):
        recorder = RecordingFetcher(responses({KEYS: b"one"}))
        assert memory.recall("a", recorder, find) == "one"
        assert [resource.url for resource in recorder.resources] == [KEYS]
    assert find.times == 1


def test_it_holds_only_where_everything_behind_it_looks_the_same() -> None:
    memory, find = Memory[str](10), Finding()
    answers = (responses({KEYS: b"one"}), responses({KEYS: b"two"}), responses({}), responses({KEYS: b"two"}))
    found = [memory.recall("a", fetcher, find) for fetcher in answers]
    assert found == ["one", "two", "resolution.not-kept", "two"]
    assert find.times == 4


def test_the_same_bytes_with_another_status_are_another_answer() -> None:
    memory = Memory[int](10)
    fetchers = [responses({KEYS: b"one"}), responses({KEYS: b"one"}, status=410), responses({KEYS: b"one"})]
    assert [memory.recall("a", fetcher, lambda door: door.fetch(KEYS).status) for fetcher in fetchers] == [
        200,
        410,
        200,
    ]


@pytest.mark.parametrize(("weight", "times"), [(1, 2), (6, 3), (20, 3)])
def test_what_was_found_longest_ago_is_forgotten_first(weight: int, times: int) -> None:
    memory, find = Memory[str](10), Finding()
    for key in ("a", "b", "a"):
        memory.recall(key, responses({}), find, lambda _: weight)
    assert find.times == times
