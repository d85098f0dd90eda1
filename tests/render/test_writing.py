from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from wallet.errors import BuildError
from wallet.render import OutputFile, WriteSummary, write_site, writing
from wallet.render.writing import MANIFEST


def files(**contents: str) -> list[OutputFile]:
    return [OutputFile(path=path.replace("__", "/"), content=text.encode()) for path, text in contents.items()]


def tree(folder: Path) -> dict[str, str]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_the_output_holds_exactly_the_files(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "output"
    output.parent.mkdir()
    assert write_site(files(index="a", ja__index="b"), output) == WriteSummary(written=2, unchanged=0, removed=0)
    assert tree(output) == {"index": "a", "ja/index": "b"}
    assert write_site(files(index="a", en__index="c"), output) == WriteSummary(written=1, unchanged=1, removed=1)
    assert tree(output) == {"index": "a", "en/index": "c"}
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_what_the_owner_put_there_stays(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / ".gitignore").write_text("*\n")
    write_site(files(index="a"), output)
    (output / "google123.html").write_text("mine")
    (output / "empty").mkdir()
    write_site(files(index="b"), output)
    assert tree(output) == {".gitignore": "*\n", "google123.html": "mine", "index": "b"}
    assert (output / "empty").is_dir()


def test_a_repository_in_the_output_stays_one(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(files(index="a", old__page="x"), output)
    (output / ".git" / "refs" / "heads").mkdir(parents=True)
    (output / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    write_site(files(index="b"), output)
    assert (output / ".git" / "refs" / "heads").is_dir()
    assert (output / ".git" / "HEAD").read_text() == "ref: refs/heads/main\n"
    assert not (output / "old").exists()


def test_an_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(files(index="a", other="x"), output)
    before = (output / "index").stat().st_mtime_ns
    write_site(files(index="a", other="y"), output)
    assert (output / "index").stat().st_mtime_ns == before


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(BuildError) as caught:
        write_site(files(index="a"), tmp_path)
    assert caught.value.code == "build.output-not-ours"
    assert tree(tmp_path) == {"thesis.txt": "years of work"}


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(files(index="a"), output)
    (output / "about").write_text("mine")
    with pytest.raises(BuildError) as caught:
        write_site(files(index="a", about="theirs"), output)
    assert caught.value.code == "build.file-in-the-way"
    assert tree(output) == {"about": "mine", "index": "a"}


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (["a", "a"], "build.paths-collide"),
        (["Badges/x", "badges/X"], "build.paths-collide"),
        (["ja", "ja/index.html"], "build.paths-collide"),
        (["../outside"], "build.path-unsafe"),
        (["/etc/passwd"], "build.path-unsafe"),
        ([MANIFEST], "build.path-unsafe"),
        ([""], "build.path-unsafe"),
    ],
)
def test_paths_that_cannot_all_be_files_are_refused_before_anything_is_written(
    tmp_path: Path, paths: list[str], code: str
) -> None:
    with pytest.raises(BuildError) as caught:
        write_site([OutputFile(path=path, content=b"x") for path in paths], tmp_path / "output")
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_dies_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    write_site(files(index="old"), output)

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_swap", die)
    with pytest.raises(KeyboardInterrupt):
        write_site(files(index="new"), output)
    assert tree(output) == {"index": "old"}


def test_git_passes_over_a_site_that_is_half_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, swap = tmp_path / "output", writing._swap
    write_site(files(index="old"), output)
    seen = list[tuple[str, str]]()

    def look(fresh: Path, target: Path, old: Path) -> None:
        within = fresh.relative_to(tmp_path).parts
        seen.append((within[0], (tmp_path / within[0] / ".gitignore").read_text()))
        swap(fresh, target, old)

    monkeypatch.setattr(writing, "_swap", look)
    write_site(files(index="new"), output)
    assert seen == [(".output.new", "*\n")]
    assert tree(output) == {"index": "new"}


def test_a_build_that_dies_between_two_renames_is_undone_by_the_next(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write_site(files(index="old"), output)
    (output / ".gitignore").write_text("*\n")
    (tmp_path / ".output.new").mkdir()
    output.rename(tmp_path / ".output.new" / "old")
    write_site(files(index="new"), output)
    assert tree(output) == {".gitignore": "*\n", "index": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_an_output_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BuildError) as caught:
        write_site(files(index="a"), tmp_path / "file" / "output")
    assert caught.value.code == "build.output-not-written"


def test_an_output_behind_a_link_is_written_where_the_link_leads(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to("elsewhere")
    write_site(files(index="a"), tmp_path / "output")
    assert tree(tmp_path / "elsewhere") == {"index": "a"}
    assert (tmp_path / "output").is_symlink()


def test_the_site_before_lends_its_folders_and_files(tmp_path: Path) -> None:
    output, spare = tmp_path / "output", tmp_path / "spare"
    first = files(index="a", ja__index="b", old__page="x", deep__er__page="y")
    write_site(first, output, spare=spare)
    write_site(files(index="a", ja__index="c"), output, spare=spare)
    assert tree(spare) == {"index": "a", "ja/index": "b", "old/page": "x", "deep/er/page": "y"}
    folder = (spare / "ja").stat().st_ino
    (output / "mine").write_text("by hand")
    third = write_site(files(index="a", ja__index="c", old="now a file"), output, spare=spare)
    assert third == WriteSummary(written=1, unchanged=2, removed=0)
    assert tree(output) == {"index": "a", "ja/index": "c", "old": "now a file", "mine": "by hand"}
    assert (output / "ja").stat().st_ino == folder
    assert not (output / "deep").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "spare"]


def test_what_was_changed_by_hand_in_both_sites_is_written_again(tmp_path: Path) -> None:
    output, spare = tmp_path / "output", tmp_path / "spare"
    for _ in range(2):
        write_site(files(index="a", ja__index="b"), output, spare=spare)
    with (output / "ja" / "index").open("w") as stream:
        stream.write("!")
    (spare / "index").unlink()
    (spare / "index").symlink_to("elsewhere")
    (spare / "left").mkdir()
    (spare / "left" / "over").write_text("half a build")
    assert write_site(files(index="a", ja__index="b"), output, spare=spare).written == 1
    assert tree(output) == {"index": "a", "ja/index": "b"}


def test_a_build_that_dies_leaves_no_use_for_a_spare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, spare = tmp_path / "output", tmp_path / "spare"
    for text in "ab":
        write_site(files(index=text), output, spare=spare)
    monkeypatch.setattr(writing, "_swap", lambda *_: (_ for _ in ()).throw(OSError("killed")))
    with pytest.raises(BuildError):
        write_site(files(index="c"), output, spare=spare)
    monkeypatch.undo()
    assert tree(output) == {"index": "b"}
    assert write_site(files(index="c"), output, spare=spare).written == 1
    assert tree(output) == {"index": "c"}


def test_a_site_beside_which_much_is_kept_is_laid_out_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, spare = tmp_path / "output", tmp_path / "kept" / "site"
    spare.parent.mkdir()

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_swap", die)
    with pytest.raises(KeyboardInterrupt):
        write_site(files(index="a"), output, spare=spare)
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_place_that_takes_no_files_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()

    def refused(**_options: object) -> None:
        raise PermissionError

    # No mode keeps the owner of a computer from writing, who may run these tests.
    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    for text in "ab":
        write_site(files(index=text), tmp_path / "output", spare=kept / "site")
    assert tree(tmp_path / "output") == {"index": "b"}
    assert list(kept.iterdir()) == []


def test_a_kept_site_that_took_no_place_yet_is_undone_by_the_next(tmp_path: Path) -> None:
    output, spare = tmp_path / "output", tmp_path / "spare"
    write_site(files(index="old"), output, spare=spare)
    (output / "mine").write_text("by hand")
    output.rename(tmp_path / "spare.old")
    write_site(files(index="new"), output, spare=spare)
    assert tree(output) == {"index": "new", "mine": "by hand"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "spare"]


def test_the_manifest_names_no_private_page_and_still_knows_its_own(tmp_path: Path) -> None:
    output = tmp_path / "output"
    private = [OutputFile(path=path, content=b"x") for path in ("ja/shared/4f2a/index.html", "shared/4f2a.json")]
    write_site([*files(index="a"), *private], output)
    assert "4f2a" not in (output / MANIFEST).read_text("utf-8")
    assert write_site([*files(index="a"), *private], output) == WriteSummary(written=0, unchanged=3, removed=0)
    (output / "ja" / "shared" / "mine.txt").write_text("the owner's", "utf-8")
    assert write_site(files(index="a"), output) == WriteSummary(written=0, unchanged=1, removed=2)
    assert tree(output) == {"index": "a", "ja/shared/mine.txt": "the owner's"}


def test_the_domain_that_the_host_wrote_is_no_stranger(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "CNAME").write_text("WWW.mio.example")
    write_site(files(index="a", CNAME="www.mio.example\n"), output)
    assert tree(output) == {"CNAME": "WWW.mio.example", "index": "a"}
    other = tmp_path / "other"
    other.mkdir()
    (other / "CNAME").write_text("mio.example")
    with pytest.raises(BuildError) as caught:
        write_site(files(index="a", CNAME="www.mio.example\n"), other)
    assert caught.value.code == "build.file-in-the-way"
