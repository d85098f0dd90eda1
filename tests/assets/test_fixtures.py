from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assets.fixtures import fixture_files
from tests.assets.issuers import RETRIEVED_AT
from tests.assets.writing import differences, write_files
from wallet.documents.extraction import extract
from wallet.errors import DocumentError
from wallet.resolution.index import IndexFetcher
from wallet.verification.verifier import verify

_FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
_EXPECTED: dict[str, dict[str, str]] = json.loads((_FIXTURES / "badges" / "manifest.json").read_text("utf-8"))
_UNREADABLE = sorted(path.name for path in (_FIXTURES / "unreadable").iterdir())


@pytest.mark.parametrize("name", sorted(_EXPECTED))
def test_a_badge_is_what_the_manifest_says(name: str) -> None:
    document = extract((_FIXTURES / "badges" / name).read_bytes())[0]
    found = verify(document, at=RETRIEVED_AT, fetcher=IndexFetcher(_FIXTURES / "resources", RETRIEVED_AT))
    assert {
        "container": document.container.value,
        "securing": found.securing,
        "verdict": found.verdict.value,
        "data_model": found.data_model,
    } == _EXPECTED[name]


@pytest.mark.parametrize("name", _UNREADABLE)
def test_what_is_no_badge_is_not_read(name: str) -> None:
    with pytest.raises(DocumentError):
        extract((_FIXTURES / "unreadable" / name).read_bytes())


def test_the_tree_holds_what_the_script_makes() -> None:
    assert len(_EXPECTED) >= 15
    assert len(_UNREADABLE) >= 7
    assert list(differences(_FIXTURES, fixture_files(), ("badges/*", "resources/*", "unreadable/*"))) == []


def test_differences_are_named_and_mended(tmp_path: Path) -> None:
    files = {"kept/a.txt": b"a", "kept/b.txt": b"b"}
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "b.txt").write_bytes(b"other")
    (tmp_path / "kept" / "old.txt").write_bytes(b"old")
    found = [line.split(":")[0] for line in differences(tmp_path, files, ("kept/*",))]
    assert found == ["missing", "different", "not made by the script"]
    assert write_files(tmp_path, files, ("kept/*",)) == 3
    assert list(differences(tmp_path, files, ("kept/*",))) == []
    assert write_files(tmp_path, files, ("kept/*",)) == 0
