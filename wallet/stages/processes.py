"""Jobs side by side where the machine can: each in a process of its own that begins with all that was read so far."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

__all__ = ["can_fork", "side_by_side"]

Made = TypeVar("Made")


def can_fork() -> bool:
    """Whether a process may be split, and a second processor is there to gain from it.

    Threads are not split with it, and macOS has libraries that do not bear it.
    """
    if sys.platform == "darwin" or "fork" not in multiprocessing.get_all_start_methods():
        return False
    return threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1


def side_by_side(jobs: Sequence[Callable[[], Made]]) -> list[Made]:
    """What each job returns, in their order; the first one is done in this process. Raises what a job raises."""
    others = [_Elsewhere(job) for job in jobs[1:]]
    try:
        return [*(job() for job in jobs[:1]), *(other.result() for other in others)]
    finally:
        for other in others:
            other.end()


class _Elsewhere(Generic[Made]):
    """A job in another process."""

    def __init__(self, job: Callable[[], Made]) -> None:
        context = multiprocessing.get_context("fork")
        self._job = job
        self._answer, answering = context.Pipe(duplex=False)
        self._process = context.Process(target=_answer, args=(job, answering), daemon=True)
        self._process.start()
        answering.close()

    def result(self) -> Made:
        """What the job made there; where nothing comes, what it makes or raises here."""
        try:
            made: Made = self._answer.recv()
        except (EOFError, OSError):
            return self._job()
        return made

    def end(self) -> None:
        """Leave nothing running."""
        self._answer.close()
        self._process.terminate()
        self._process.join()


def _answer(job: Callable[[], object], answering: Connection) -> None:
    try:
        answering.send(job())
    except BaseException:
        # Whatever went wrong goes wrong again where it can be told.
        os._exit(1)
    os._exit(0)
