"""content/locked: read as it was written, and refused when it was changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from wallet.errors import PortfolioError
from wallet.portfolio.locked import bound_text, locked_bytes, locked_file, read_locked, read_locked_file
from wallet.portfolio.model import LockedCollection

ADDRESS = "0123456789abcdef"
UNTIL = datetime(2027, 4, 1, tzinfo=timezone(timedelta(hours=9)))
BY_KEY = LockedCollection(address=ADDRESS, until=UNTIL, sealed=b"sealed")
BY_PASSPHRASE = LockedCollection(address=ADDRESS, salt=b"salt", iterations=600_000, sealed=b"sealed")
ENDED = LockedCollection(address=ADDRESS)


def written(root: Path, content: bytes, address: str = ADDRESS) -> Path:
    file = locked_file(root, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("locked", [BY_KEY, BY_PASSPHRASE, ENDED])
def test_what_is_written_is_read(tmp_path: Path, locked: LockedCollection) -> None:
    written(tmp_path, locked_bytes(locked))
    assert read_locked(tmp_path / "content" / "locked") == (locked,)


def test_a_portfolio_without_locked_collections_has_none(tmp_path: Path) -> None:
    assert read_locked(tmp_path / "content" / "locked") == ()


def test_the_file_tells_its_end_and_how_it_opens_and_nothing_else() -> None:
    assert json.loads(locked_bytes(BY_KEY)) == {
        "format": "learner-wallet locked 1",
        "address": ADDRESS,
        "until": "2027-04-01T00:00:00+09:00",
        "iterations": None,
        "salt": None,
        "sealed": "c2VhbGVk",
    }
    assert b"sealed" not in locked_bytes(ENDED)


def test_everything_in_the_open_is_bound_to_the_content() -> None:
    others = (
        LockedCollection(address="other", until=UNTIL),
        LockedCollection(address=ADDRESS),
        LockedCollection(address=ADDRESS, until=datetime(2028, 4, 1, tzinfo=UTC)),
        LockedCollection(address=ADDRESS, until=UNTIL, salt=b"salt", iterations=1),
        LockedCollection(address=ADDRESS, until=UNTIL, salt=b"salt", iterations=2),
        LockedCollection(address=ADDRESS, until=UNTIL, salt=b"tlas", iterations=1),
    )
    assert len({bound_text(BY_KEY), *(bound_text(other) for other in others)}) == len(others) + 1


@pytest.mark.parametrize(
    "change",
    [
        {"format": "another"},
        {"address": "another"},
        {"until": "tomorrow"},
        {"until": 2027},
        {"iterations": 5},
        {"iterations": "many", "salt": "c2FsdA=="},
        {"salt": "c2FsdA=="},
        {"sealed": "no base64!"},
        {"sealed": ""},
        {"sealed": None},
    ],
)
def test_a_changed_file_is_refused_by_its_name(tmp_path: Path, change: dict[str, Any]) -> None:
    file = written(tmp_path, json.dumps({**json.loads(locked_bytes(BY_KEY)), **change}).encode())
    with pytest.raises(PortfolioError) as caught:
        read_locked_file(file)
    assert (caught.value.code, caught.value.facts["path"]) == ("portfolio.locked-damaged", str(file))


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"{}", b"\xff", b"null"])
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes) -> None:
    file = written(tmp_path, content)
    with pytest.raises(PortfolioError, match=r"portfolio\.locked-damaged"):
        read_locked(file.parent)


def test_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, locked_bytes(BY_KEY), "Not A Slug")
    with pytest.raises(PortfolioError, match=r"portfolio\.locked-damaged"):
        read_locked_file(file)
