from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from wallet.stages.made_files import MadeFiles


def _never() -> bytes:
    raise AssertionError("made again")


def _making(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    assert MadeFiles(tmp_path / "a" / "b").get_or_make("key.webp", _making(b"drawn")) == b"drawn"
    assert MadeFiles(tmp_path / "a" / "b").get_or_make("key.webp", _never) == b"drawn"
    assert (tmp_path / "a" / "b" / "key.webp").read_bytes().startswith(b"drawn")


def test_nothing_is_a_result_too(tmp_path: Path) -> None:
    assert MadeFiles(tmp_path).get_or_make("key", _making(b"")) == b""
    assert MadeFiles(tmp_path).get_or_make("key", _never) == b""


@pytest.mark.parametrize("damage", [b"", b"d", b"drawn", b"\0" * 64])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: bytes) -> None:
    MadeFiles(tmp_path).get_or_make("key", _making(b"drawn"))
    (tmp_path / "key").write_bytes(damage)
    assert MadeFiles(tmp_path).get_or_make("key", _making(b"again")) == b"again"
    assert MadeFiles(tmp_path).get_or_make("key", _never) == b"again"


def test_one_changed_byte_is_found_out(tmp_path: Path) -> None:
    MadeFiles(tmp_path).get_or_make("key", _making(b"drawn"))
    kept = (tmp_path / "key").read_bytes()
    (tmp_path / "key").write_bytes(b"D" + kept[1:])
    assert MadeFiles(tmp_path).get_or_make("key", _making(b"again")) == b"again"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    made = MadeFiles(tmp_path / "file" / "folder")
    assert made.get_or_make("key", _making(b"drawn")) == b"drawn"
    made.forget_others()
    assert (tmp_path / "file").read_bytes() == b"in the way"


def test_a_folder_in_the_place_of_a_file_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "key").mkdir()
    made = MadeFiles(tmp_path)
    assert made.get_or_make("key", _making(b"drawn")) == b"drawn"
    MadeFiles(tmp_path).forget_others()
    assert (tmp_path / "key").is_dir()


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        MadeFiles(tmp_path).get_or_make("key", _never)
    assert list(tmp_path.iterdir()) == []


def test_what_was_not_asked_for_is_forgotten(tmp_path: Path) -> None:
    first = MadeFiles(tmp_path)
    first.get_or_make("old", _making(b"1"))
    first.get_or_make("used", _making(b"2"))
    (tmp_path / ".used.0123abcd").write_bytes(b"a run was cut off here")
    second = MadeFiles(tmp_path)
    second.get_or_make("used", _never)
    second.get_or_make("new", _making(b"3"))
    second.forget_others()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".gitignore", "new", "used"]


def test_to_forget_in_a_folder_that_never_was_is_no_error(tmp_path: Path) -> None:
    MadeFiles(tmp_path / "none").forget_others()
    assert not (tmp_path / "none").exists()


def test_git_sees_nothing_of_it(tmp_path: Path) -> None:
    subprocess.run(("git", "init", "-q", tmp_path), check=True)
    MadeFiles(tmp_path / "kept").get_or_make("key", _making(b"drawn"))
    status = subprocess.run(("git", "-C", tmp_path, "status", "--porcelain"), check=True, capture_output=True)
    assert status.stdout == b""
