from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from wallet.errors import PortfolioError
from wallet.portfolio.past_findings import (
    HISTORY_FILE,
    MARKS,
    PastFinding,
    changes,
    past_findings_file,
    read_past_findings,
)
from wallet.portfolio.writing import keep_history, write_badge
from wallet.verification.report import Verdict

AT = datetime(2026, 6, 1, 3, 0, tzinfo=UTC)
URL = "https://issuer.example/did.json"
FIRST = PastFinding(at=AT, verdict=Verdict.VERIFIED, keys={URL: "one"})


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    found = (FIRST, PastFinding(at=AT.replace(year=2027), verdict=Verdict.REVOKED, marks=("list-gone", "silent")))
    keep_history(tmp_path, found)
    assert read_past_findings(tmp_path / HISTORY_FILE) == found
    assert b'"at": "2026-06-01T03:00:00Z"' in past_findings_file(found)


def test_a_badge_without_the_file_has_no_history(tmp_path: Path) -> None:
    assert read_past_findings(tmp_path / HISTORY_FILE) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1]",
        "[{}]",
        '[{"at": "2026-06-01T03:00:00Z"}]',
        '[{"at": "2026-06-01T03:00:00Z", "verdict": "splendid"}]',
        '[{"at": "in June", "verdict": "verified"}]',
        '[{"at": "2026-06-01T03:00:00Z", "verdict": "verified", "marks": "silent"}]',
        '[{"at": "2026-06-01T03:00:00Z", "verdict": "verified", "keys": []}]',
    ],
)
def test_a_damaged_history_is_named_and_not_forgotten(tmp_path: Path, text: str) -> None:
    file = tmp_path / HISTORY_FILE
    file.write_text(text, "utf-8")
    with pytest.raises(PortfolioError) as caught:
        read_past_findings(file)
    assert (caught.value.code, caught.value.facts["path"]) == ("portfolio.history-damaged", str(file))


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_comes_and_goes(mark: str) -> None:
    marked = PastFinding(at=AT, verdict=Verdict.VERIFIED, marks=(mark,))
    assert changes(FIRST, marked) == (f"past.{mark}",)
    assert changes(marked, FIRST) == (f"past.{mark}-over",)
    assert changes(marked, marked) == ()


def test_keys_are_compared_where_both_are_known() -> None:
    other = PastFinding(at=AT, verdict=Verdict.VERIFIED, keys={URL: "two"})
    elsewhere = PastFinding(at=AT, verdict=Verdict.VERIFIED, keys={"https://other.example/": "two"})
    assert changes(FIRST, other) == ("past.keys-changed",)
    assert changes(FIRST, elsewhere) == changes(FIRST, PastFinding(at=AT, verdict=Verdict.VERIFIED)) == ()


def test_a_badge_that_is_published_again_keeps_its_history(tmp_path: Path) -> None:
    folder = write_badge(tmp_path, "a", file_name="credential.json", source=b"{}", evidence=(), verification={})
    keep_history(folder, (FIRST,))
    write_badge(tmp_path, "a", file_name="credential.json", source=b"{ }", evidence=(), verification={})
    assert read_past_findings(folder / HISTORY_FILE) == (FIRST,)
