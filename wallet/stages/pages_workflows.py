"""What is known to go wrong in a workflow for GitHub Pages, read line by line: the file is the learner's to write."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

__all__ = ["deploys_pages", "pages_workflow", "workflow_remarks"]

_UPLOAD = re.compile(r"\s*(?:- )?\s*uses:\s*actions/upload-pages-artifact@")
_HIDDEN = re.compile(r"\s*include-hidden-files:\s*[\"']?true\b")
_SCHEDULE = re.compile(r"\s*(?:-\s*)?schedule:")
_STEP = re.compile(r"\s*- ")


def workflow_remarks(top: Path) -> Iterator[tuple[str, str, int]]:
    """Code, file and line of everything that is wrong in the workflows of the repository in `top`."""
    for file, lines in _workflows(top):
        name = file.relative_to(top).as_posix()
        for number, line in enumerate(lines):
            if _UPLOAD.match(line) and not any(map(_HIDDEN.match, _rest_of_step(lines, number))):
                yield "pages.hidden-left-out", name, number + 1
            if _SCHEDULE.match(line) and _publishes(lines):
                yield "pages.schedule-in-workflow", name, number + 1


def deploys_pages(top: Path) -> bool:
    """Whether a workflow of the repository in `top` publishes with Pages."""
    return pages_workflow(top) is not None


def pages_workflow(top: Path, among: Collection[str] | None = None) -> str | None:
    """The first workflow that publishes with Pages, by its path from `top`; `among` are the paths that count."""
    found = (file.relative_to(top).as_posix() for file, lines in _workflows(top) if _publishes(lines))
    return next((name for name in found if among is None or name in among), None)


def _workflows(top: Path) -> Iterator[tuple[Path, list[str]]]:
    for file in sorted((top / ".github" / "workflows").glob("*.y*ml")):
        yield file, file.read_text("utf-8", errors="replace").splitlines()


def _publishes(lines: list[str]) -> bool:
    return any("actions/deploy-pages@" in line and not line.lstrip().startswith("#") for line in lines)


def _rest_of_step(lines: list[str], number: int) -> list[str]:
    """The lines from this one to the next step: where a step begins, so does a line with a hyphen."""
    rest = lines[number + 1 :]
    end = next((index for index, line in enumerate(rest) if _STEP.match(line)), len(rest))
    return rest[:end]
