from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import partial

import pytest

from wallet.stages.processes import can_fork, side_by_side

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be split on this system")


def _own() -> int:
    return os.getpid()


def _wrong() -> int:
    return 1 // 0


def _endless() -> int:
    return int(threading.Event().wait())


@needs_fork
def test_each_job_after_the_first_has_a_process_of_its_own() -> None:
    here, one, other = side_by_side([_own, _own, _own])
    assert here == os.getpid()
    assert len({here, one, other}) == 3


@needs_fork
def test_large_results_come_back_in_order() -> None:
    jobs: list[Callable[[], bytes]] = [partial(bytes, size) for size in (3, 5_000_000, 1)]
    assert [len(made) for made in side_by_side(jobs)] == [3, 5_000_000, 1]


@needs_fork
def test_what_goes_wrong_elsewhere_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side([_own, _wrong])


@needs_fork
def test_a_process_that_is_killed_costs_time_and_nothing_else() -> None:
    parent = os.getpid()

    def mortal() -> str:
        if os.getpid() != parent:
            os._exit(9)
        return "made here"

    assert side_by_side([mortal, mortal]) == ["made here", "made here"]


@needs_fork
def test_a_failing_first_job_leaves_nothing_running() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side([_wrong, _endless])


def test_a_program_with_threads_is_not_split() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        done.set()
        thread.join()


def test_one_processor_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0}, raising=False)
    assert not can_fork()
