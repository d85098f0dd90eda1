"""content/badges/<slug>/history.json: what was found about a badge over the years, one entry for each change.

Entries are only ever added, in the order of their dates, and none where nothing changed: what git shows of the file is
what changed, and what the file says is what was true when.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from wallet.credentials.times import parse_datetime
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, PortfolioError
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Verdict

__all__ = ["HISTORY_FILE", "MARKS", "PastFinding", "changes", "past_findings_file", "read_past_findings"]

HISTORY_FILE = "history.json"

MARKS = ("key-refused", "key-gone", "list-gone", "page-gone", "silent")
"""What may be true of a badge beside its verdict: the issuer no longer has its key under this name; a page of keys, the
status list, or another page is no longer at its address; a server has not answered for long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastFinding:
    """What was found from the moment `at` on; `keys` has a digest of the keys on each page of keys, by address."""

    at: datetime
    verdict: Verdict
    marks: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)


def changes(earlier: PastFinding, later: PastFinding) -> tuple[str, ...]:
    """The codes of what the later finding has that the earlier had not, and the other way round."""
    return tuple(_changes(earlier, later))


def _changes(earlier: PastFinding, later: PastFinding) -> Iterator[str]:
    if earlier.verdict is not later.verdict:
        yield f"past.{later.verdict.value}"
    for mark in MARKS:
        if mark in later.marks and mark not in earlier.marks:
            yield f"past.{mark}"
        elif mark in earlier.marks and mark not in later.marks:
            yield f"past.{mark}-over"
    # Of a page that was not asked this time nothing is known.
    if any(earlier.keys[url] != later.keys[url] for url in earlier.keys.keys() & later.keys.keys()):
        yield "past.keys-changed"


def past_findings_file(findings: Sequence[PastFinding]) -> bytes:
    """The content of the file."""
    entries: list[JsonValue] = [_entry(finding) for finding in findings]
    return json.dumps(entries, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def read_past_findings(file: Path) -> tuple[PastFinding, ...]:
    """The entries of the file, none where there is none; raises PortfolioError rather than forget what it says."""
    try:
        entries = parse_json(file.read_bytes())
    except FileNotFoundError:
        return ()
    except (OSError, DocumentError):
        raise PortfolioError("portfolio.history-damaged", path=str(file)) from None
    try:
        if not isinstance(entries, list):
            raise ValueError("no list")
        return tuple(_finding(entry) for entry in entries)
    except ValueError:
        raise PortfolioError("portfolio.history-damaged", path=str(file)) from None


def _entry(finding: PastFinding) -> JsonObject:
    marks: list[JsonValue] = list(finding.marks)
    return {
        "at": finding.at.isoformat().replace("+00:00", "Z"),
        "verdict": finding.verdict.value,
        **({"marks": marks} if marks else {}),
        **({"keys": dict(sorted(finding.keys.items()))} if finding.keys else {}),
    }


def _finding(entry: JsonValue) -> PastFinding:
    members: Mapping[str, JsonValue] = entry if isinstance(entry, dict) else {}
    at, marks, keys = members.get("at"), members.get("marks", []), members.get("keys", {})
    moment = parse_datetime(at) if isinstance(at, str) else None
    if moment is None or not isinstance(marks, list) or not isinstance(keys, dict):
        raise ValueError("no finding")
    return PastFinding(
        at=moment,
        verdict=Verdict(str(members.get("verdict"))),
        marks=tuple(mark for mark in MARKS if mark in marks),
        keys={url: digest for url, digest in keys.items() if isinstance(digest, str)},
    )
