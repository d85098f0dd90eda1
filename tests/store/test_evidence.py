from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.responses import FETCHED_AT
from wallet.errors import StoreError
from wallet.resolution.fetching import Resource
from wallet.resolution.terms import Terms
from wallet.store.evidence import INDEX, evidence_files, read_evidence, write_evidence


def _resource(url: str = "https://issuer.example/did.json", content: bytes = b"{}", **members: object) -> Resource:
    values: dict[str, object] = {"media_type": "application/json", "retrieved_at": FETCHED_AT, **members}
    return Resource(url=url, content=content, **values)  # type: ignore[arg-type]


TERMS = Terms(
    etag='W/"1"',
    last_modified="Mon, 01 Jun 2026 09:00:00 GMT",
    fresh_until=datetime(2026, 6, 1, tzinfo=UTC),
    wait_until=datetime(2026, 6, 2, tzinfo=UTC),
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    kept = (
        _resource("https://a.example/did.json", b'{"id": "did:web:a.example"}', media_type="application/did+json"),
        _resource("https://b.example/picture", b"\x89PNG", media_type="image/png"),
        _resource("https://c.example/list", b"", status=410),
        _resource("https://d.example/key", b"text", media_type="text/plain", gone_at=datetime(2026, 6, 1, tzinfo=UTC)),
        _resource("https://e.example/key", b"e", media_type="text/plain", terms=TERMS),
    )
    write_evidence(tmp_path / "evidence", kept)
    assert read_evidence(tmp_path / "evidence") == kept


def test_a_time_keeps_its_own_offset(tmp_path: Path) -> None:
    moment = datetime(2026, 5, 1, 9, 0, tzinfo=timezone(timedelta(hours=9)))
    write_evidence(tmp_path, [_resource(retrieved_at=moment)])
    assert read_evidence(tmp_path)[0].retrieved_at.isoformat() == "2026-05-01T09:00:00+09:00"


def test_files_are_named_by_their_content_and_never_by_their_address() -> None:
    resource = _resource("https://evil.example/../../etc/passwd", b"{}")
    names = set(evidence_files([resource]))
    assert names == {resource.digest[:16] + ".json", INDEX}


def test_the_order_of_fetching_does_not_change_the_files() -> None:
    one, other = _resource("https://a.example/", b"1"), _resource("https://b.example/", b"2")
    assert evidence_files([one, other]) == evidence_files([other, one])


def test_a_folder_that_is_not_there_holds_no_evidence(tmp_path: Path) -> None:
    assert read_evidence(tmp_path / "none") == ()


def test_a_changed_resource_is_refused(tmp_path: Path) -> None:
    resource = _resource(content=b'{"revoked": true}')
    write_evidence(tmp_path, [resource])
    (tmp_path / f"{resource.digest[:16]}.json").write_bytes(b'{"revoked": false}')
    with pytest.raises(StoreError) as caught:
        read_evidence(tmp_path)
    assert caught.value.code == "evidence.changed"


def test_a_missing_resource_is_named(tmp_path: Path) -> None:
    resource = _resource()
    write_evidence(tmp_path, [resource])
    missing = tmp_path / f"{resource.digest[:16]}.json"
    missing.unlink()
    with pytest.raises(StoreError) as caught:
        read_evidence(tmp_path)
    assert (caught.value.code, caught.value.facts["path"]) == ("evidence.missing", str(missing))


@pytest.mark.parametrize(
    "index",
    [
        "",
        "{}",
        "[1]",
        "[{}]",
        '[{"url": "https://a.example/", "file": "a.json"}]',
        '[{"url": "https://a.example/", "file": "a.json", "retrieved_at": "yesterday"}]',
        '[{"url": 5, "file": "a.json", "retrieved_at": "2026-05-01T03:00:00Z"}]',
        '[{"url": "https://a.example/", "file": "../a.json", "retrieved_at": "2026-05-01T03:00:00Z"}]',
        '[{"url": "https://a.example/", "file": "/etc/passwd", "retrieved_at": "2026-05-01T03:00:00Z"}]',
        '[{"url": "https://a.example/", "file": "..", "retrieved_at": "2026-05-01T03:00:00Z"}]',
    ],
)
def test_a_damaged_index_is_refused(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / INDEX).write_text(index, "utf-8")
    (tmp_path / "a.json").write_bytes(b"{}")
    with pytest.raises(StoreError):
        read_evidence(folder)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda parts: st.lists(parts, max_size=3)))
def test_json_that_lists_no_resources_is_refused(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    folder = tmp_path_factory.mktemp("evidence")
    (folder / INDEX).write_text(json.dumps(value), "utf-8")
    if value == []:
        assert read_evidence(folder) == ()
    else:
        with pytest.raises(StoreError, match=r"evidence\.index-damaged"):
            read_evidence(folder)
