"""Put a badge into a portfolio, take one out, and lay out a new portfolio."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.fields import JsonObject
from wallet.portfolio.past_findings import HISTORY_FILE, PastFinding, past_findings_file
from wallet.portfolio.reading import CREDENTIAL_FILES, published_slugs
from wallet.portfolio.slugs import require_slug
from wallet.resolution.fetching import Resource
from wallet.store.evidence import evidence_files
from wallet.store.files import remove_folder, replace_folder, write_file

__all__ = ["create_portfolio", "keep_history", "keep_verification", "remove_badge", "write_badge"]

_CHOICES = "badge.toml"
_BADGE_TOML = b"featured = false\ntags = []\n"
_REPORT, _EVIDENCE = "verification.json", "evidence"
_REPLACED = frozenset({*CREDENTIAL_FILES, _REPORT, _EVIDENCE})
"""What publishing writes. All else in a badge's folder is the learner's, or was found in earlier years, and stays."""


def write_badge(
    root: Path,
    slug: str,
    *,
    file_name: str,
    source: bytes,
    evidence: Sequence[Resource],
    verification: JsonObject,
) -> Path:
    """Publish a badge under `slug`, keeping its history and all that the learner put there; returns its folder."""
    require_slug(slug)
    folder = root / "content" / "badges" / slug
    kept = [path for path in folder.iterdir() if path.name not in _REPLACED] if folder.is_dir() else []
    files = {f"{_EVIDENCE}/{name}": content for name, content in evidence_files(evidence).items()}
    files |= {file_name: source, _REPORT: _dump(verification)}
    if not any(path.name == _CHOICES for path in kept):
        files[_CHOICES] = _BADGE_TOML
    replace_folder(folder, files, kept=kept)
    return folder


def keep_verification(folder: Path, verification: JsonObject, evidence: Sequence[Resource] | None) -> None:
    """Replace the kept report of a published badge, and its evidence where new evidence was gathered."""
    if evidence is not None:
        replace_folder(folder / _EVIDENCE, evidence_files(evidence))
    write_file(folder / _REPORT, _dump(verification))


def keep_history(folder: Path, past: Sequence[PastFinding]) -> None:
    """Replace the history of a published badge, which begins with what it was."""
    write_file(folder / HISTORY_FILE, past_findings_file(past))


def remove_badge(root: Path, slug: str) -> None:
    """Take a badge out of the portfolio; raises PortfolioError("portfolio.not-published")."""
    if slug not in published_slugs(root):
        raise PortfolioError("portfolio.not-published", slug=slug)
    remove_folder(root / "content" / "badges" / slug)


def create_portfolio(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files of a new portfolio, and return the names of those that stood there before and were left.

    Raises PortfolioError("portfolio.exists") rather than replace a portfolio.
    """
    if (root / "content" / "portfolio.toml").exists():
        raise PortfolioError("portfolio.exists", path=str(root))
    left = tuple(name for name in files if (root / name).exists())
    for name, text in files.items():
        if name not in left:
            write_file(root / name, text.encode("utf-8"))
    return left


def _dump(value: JsonObject) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
