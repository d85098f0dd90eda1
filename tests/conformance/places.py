"""Where the public suites stand: a folder `shared` beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

__all__ = ["shared_folder"]


def shared_folder() -> Path:
    """The folder; without it a test skips itself, and in continuous integration it fails instead."""
    folder = Path(os.environ.get("WALLET_SHARED") or Path(__file__).resolve().parents[3] / "shared")
    if not (folder / "corpus" / "manifest.json").is_file():
        if os.environ.get("CI"):
            pytest.fail(f"the conformance suites are not at {folder}")
        pytest.skip("the conformance suites are not beside this repository")
    return folder
