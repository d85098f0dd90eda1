"""Writing a site, whole or not at all.

The new site is laid out in a folder beside the old one and takes its place by renaming: a build that is killed leaves
the old site. A manifest names what a build wrote; everything else in the folder is the owner's and stays.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from wallet.errors import BuildError
from wallet.render.files import OutputFile
from wallet.render.trees import Tree, clear, folders_of
from wallet.site.urls import is_private

__all__ = ["MANIFEST", "WriteSummary", "write_site"]

MANIFEST = ".wallet-manifest.json"
_DIGEST = "sha256:"
# What may lie in a folder that no build has written to yet: settings for git and for the host.
_SETTINGS = frozenset({"CNAME"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteSummary:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def write_site(
    files: Sequence[OutputFile], output: Path, standing: Collection[str] = (), *, spare: Path | None = None
) -> WriteSummary:
    """Make `output` hold exactly `files` beside what its owner put there, or raise BuildError and change nothing.

    `standing` are paths that an earlier build wrote there and that stay as they are. At `spare` the site is laid out,
    and the one before it is left there: the next one uses its folders and unchanged files again. On another disk than
    the output nothing is.
    """
    _refuse_collisions(files)
    target = output.resolve()
    try:
        if _usable(spare, target):
            return _write(files, target, standing, spare, spare.with_name(f"{spare.name}.old"))
        return _write_beside(files, target, standing)
    except OSError as error:
        raise BuildError("build.output-not-written", file=str(output), reason=error.strerror or str(error)) from error


def _usable(spare: Path | None, target: Path) -> TypeGuard[Path]:
    if spare is None or not target.parent.is_dir() or not _takes_files(spare.parent):
        return False
    return spare.parent.stat().st_dev == target.parent.stat().st_dev


def _takes_files(folder: Path) -> bool:
    """Tried, because neither its mode nor its owner says everything."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _write_beside(files: Sequence[OutputFile], target: Path, standing: Collection[str]) -> WriteSummary:
    """Lay the site out in a folder of its own, which git passes over: unlisted pages would be in it."""
    place = target.parent / f".{target.name}.new"
    try:
        place.mkdir(parents=True, exist_ok=True)
        (place / ".gitignore").write_text("*\n", encoding="utf-8")
        return _write(files, target, standing, place / "new", place / "old")
    finally:
        if target.exists() or not (place / "old").exists():
            shutil.rmtree(place, ignore_errors=True)


def _write(
    files: Sequence[OutputFile], target: Path, standing: Collection[str], fresh: Path, old: Path
) -> WriteSummary:
    _recover(target, old)
    earlier = _read_manifest(target)
    _refuse_strangers(target, files, earlier)
    summary = _lay_out(files, target, fresh, earlier, standing)
    _swap(fresh, target, old)
    # Removing a folder takes a disk longer than making one; what was renamed away need not be removed.
    with suppress(OSError):
        old.rename(fresh)
    shutil.rmtree(old, ignore_errors=True)
    return summary


def _refuse_collisions(files: Sequence[OutputFile]) -> None:
    # Paths that differ only in case are one file on macOS and Windows; a file cannot also be a folder.
    seen: dict[str, str] = {}
    for file in files:
        parts = file.path.split("/")
        if not {"", ".", ".."}.isdisjoint(parts) or "\\" in file.path or file.path == MANIFEST:
            raise BuildError("build.path-unsafe", path=file.path)
        key = file.path.casefold()
        if key in seen:
            raise BuildError("build.paths-collide", path=file.path, other=seen[key])
        seen[key] = file.path
    for parent in folders_of(seen) & seen.keys():
        below = next(path for key, path in seen.items() if key.startswith(f"{parent}/"))
        raise BuildError("build.paths-collide", path=below, other=seen[parent])


def _recover(target: Path, old: Path) -> None:
    """Undo a swap that was killed between its two renames."""
    if old.is_dir():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)


def _read_manifest(target: Path) -> frozenset[str] | None:
    try:
        listed = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(listed, list):
        return None
    names = {path for path in listed if isinstance(path, str)}
    return frozenset(path for path in names if not path.startswith(_DIGEST)) | _private_files(target, names)


def _private_files(target: Path, listed: Collection[str]) -> frozenset[str]:
    """The files below a folder of shared pages of which the manifest has the digest."""
    folders = [target / "shared", *target.glob("*/shared")] if any(name.startswith(_DIGEST) for name in listed) else []
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    names = (path.relative_to(target).as_posix() for path in found)
    return frozenset(name for name in names if _listed(name) in listed)


def _listed(path: str) -> str:
    """The name by which the manifest, which may be published with the site, lists a file: a private one's is unread."""
    return _DIGEST + hashlib.sha256(path.encode()).hexdigest() if is_private(path) else path


def _refuse_strangers(target: Path, files: Sequence[OutputFile], earlier: frozenset[str] | None) -> None:
    if not target.is_dir():
        return
    if earlier is None:
        strangers = (path for path in target.iterdir() if not path.name.startswith("."))
        if any(path.name not in _SETTINGS for path in strangers):
            raise BuildError("build.output-not-ours", file=str(target))
    for file in files:
        place = target / file.path
        if file.path not in (earlier or ()) and place.exists() and not _same(place, file.content):
            raise BuildError("build.file-in-the-way", file=str(place))


def _same(path: Path, content: bytes) -> bool:
    if path.name in _SETTINGS:
        # Written by hand or by the host, with or without a line end.
        return path.is_file() and path.read_bytes().strip().lower() == content.strip()
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _lay_out(
    files: Sequence[OutputFile],
    target: Path,
    fresh: Path,
    earlier: frozenset[str] | None,
    standing: Collection[str],
) -> WriteSummary:
    there, ours = Tree.of(target), {*(file.path for file in files), *standing}
    changed = [file for file in files if file.path not in there.files or not _same(target / file.path, file.content)]
    known = ours | {MANIFEST} | (earlier or frozenset())
    kept = (ours - {file.path for file in changed}) | (there.files.keys() - known)
    owners = there.folders - folders_of(earlier or ())
    here = clear(fresh, {path: there.files.get(path) for path in kept}, {file.path for file in changed}, owners)
    for path in kept - here:
        _keep(f"{target}/{path}", f"{fresh}/{path}")
    for file in changed:
        with open(f"{fresh}/{file.path}", "wb") as stream:
            stream.write(file.content)
    manifest = json.dumps(sorted(map(_listed, ours)), ensure_ascii=False, indent=0) + "\n"
    (fresh / MANIFEST).write_text(manifest, encoding="utf-8")
    removed = len((earlier or frozenset()) - ours)
    return WriteSummary(written=len(changed), unchanged=len(ours) - len(changed), removed=removed)


def _keep(source: str, place: str) -> None:
    """The same file in the new folder, by a second name where the file system can, else by a copy with its times."""
    try:
        os.link(source, place, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, place, follow_symlinks=False)


def _swap(fresh: Path, target: Path, old: Path) -> None:
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
