"""What the wallet keeps of a shared collection: for its owner alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from wallet.errors import StoreError
from wallet.store.shares import Share, read_share, write_share

SHARE = Share(
    site="https://ann.example/",
    kind="locked",
    address="0123",
    asks=False,
    shared_at="2026-06-01T00:00:00+00:00",
    until="2027-04-01T00:00:00+09:00",
    key="a-key",
    ended_addresses=("4567",),
)


def test_what_is_kept_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    assert read_share(tmp_path) is None
    write_share(tmp_path, SHARE)
    assert read_share(tmp_path) == SHARE
    assert (tmp_path / "share.json").stat().st_mode & 0o777 == 0o600
    assert "a-key" not in repr(SHARE)


@pytest.mark.parametrize(
    ("moment", "over"),
    [(datetime(2027, 3, 31, 14, 59, tzinfo=UTC), False), (datetime(2027, 3, 31, 15, tzinfo=UTC), True)],
)
def test_it_is_over_from_its_end_on(moment: datetime, over: bool) -> None:
    assert SHARE.is_over(moment) is over


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"ended_addresses": []}', '{"ended_addresses": [], "x": 1}'])
def test_a_damaged_record_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "share.json").write_text(content, "utf-8")
    with pytest.raises(StoreError, match=r"private\.share-damaged"):
        read_share(tmp_path)
