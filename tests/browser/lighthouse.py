"""How Lighthouse judges the main pages on a slow phone: ``python -m tests.browser.lighthouse`` prints the marks.

It fails below them. Accessibility, best practices and findability are the same on every machine; speed is not, and
is measured by hand.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.browser.serving import served
from tests.browser.site import LANGUAGES, built_demo
from tests.browser.tools import checker, chromium, missing

__all__ = ["CERTAIN", "PAGES", "scores"]

CERTAIN = ("accessibility", "best-practices", "seo")
"""The marks that the speed of a machine does not change."""
PAGES = tuple(f"{language}/{page}" for language in LANGUAGES for page in ("", "badges/", "badges/plain-japanese/"))
FASTEST = 98
FLAGS = "--headless=new --no-sandbox --disable-background-networking --disable-component-update --no-first-run"


def scores(address: str, categories: tuple[str, ...]) -> tuple[Mapping[str, int], list[str]]:
    """The marks of a page, of 100 each, and the names of the audits that cost one a point."""
    program = checker("lighthouse", "cli", "index.js")
    node = shutil.which("node") or missing("Node is not on this machine: Lighthouse needs it")
    command = [node, str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={','.join(categories)}", "--no-enable-error-reporting"]
    answer = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "CHROME_PATH": chromium()}
    )
    if answer.returncode:
        raise RuntimeError(answer.stderr)
    found = json.loads(answer.stdout)
    marks = {name: round(100 * (one["score"] or 0)) for name, one in found["categories"].items()}
    # An audit that says nothing about a page has no mark.
    return marks, [name for name, audit in found["audits"].items() if audit["score"] is not None and audit["score"] < 1]


def main() -> None:
    """Print the marks of the demo's main pages; speed counts here too."""
    low = False
    with tempfile.TemporaryDirectory() as made, served(built_demo(Path(made)).folder, "/portfolio/") as address:
        for page in PAGES:
            marks, costly = scores(address + page, ("performance", *CERTAIN))
            low = low or marks["performance"] < FASTEST or any(marks[name] < 100 for name in CERTAIN)
            print(page, dict(marks), *costly)  # noqa: T201
    sys.exit(low)


if __name__ == "__main__":
    main()
