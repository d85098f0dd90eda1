from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from wallet.errors import StoreError
from wallet.store.files import remove_folder, replace_folder, write_file


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_file_is_written_in_place_of_another(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "report.json"
    write_file(file, b"old")
    write_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert _names(tmp_path) == ["deep", "deep/report.json"]


def test_a_folder_holds_exactly_what_was_given(tmp_path: Path) -> None:
    folder = tmp_path / "badge"
    replace_folder(folder, {"a.json": b"1", "evidence/b.json": b"2"})
    replace_folder(folder, {"a.json": b"3"})
    assert _names(tmp_path) == ["badge", "badge/a.json"]
    assert (folder / "a.json").read_bytes() == b"3"


def test_private_folders_and_files_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "badge"
    replace_folder(folder, {"a.json": b"1", "evidence/b.json": b"2"}, private=True)
    modes = {path.name: _mode(path) for path in (folder, *folder.rglob("*"))}
    assert modes == {"badge": 0o700, "a.json": 0o600, "evidence": 0o700, "b.json": 0o600}


def test_a_private_file_is_for_its_owner_only(tmp_path: Path) -> None:
    write_file(tmp_path / "identities.toml", b"", private=True)
    assert _mode(tmp_path / "identities.toml") == 0o600


def test_a_folder_is_removed_whole(tmp_path: Path) -> None:
    replace_folder(tmp_path / "badge", {"evidence/b.json": b"2"})
    remove_folder(tmp_path / "badge")
    assert _names(tmp_path) == []


def test_what_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"store\.not-writable"):
        remove_folder(tmp_path / "badge")


def test_a_write_that_fails_leaves_the_old_state(tmp_path: Path) -> None:
    folder = tmp_path / "badge"
    replace_folder(folder, {"a.json": b"old"})
    # A file cannot also be a folder, so that this write fails half-way.
    with pytest.raises(StoreError, match=r"store\.not-writable"):
        replace_folder(folder, {"b": b"new", "b/c": b"new"})
    assert _names(tmp_path) == ["badge", "badge/a.json"]
    assert (folder / "a.json").read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="a file in the way of a folder")
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        write_file(tmp_path / "file" / "report.json", b"")
    assert caught.value.facts["path"] == str(tmp_path / "file" / "report.json")
