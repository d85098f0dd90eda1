"""Which files of a built site go where the public reads them, each looked at before it does."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wallet.errors import DeployError
from wallet.portfolio.reading import published_slugs
from wallet.render.writing import MANIFEST
from wallet.site.urls import is_private
from wallet.stages.private_marks import PrivateMarks

__all__ = ["MANIFEST", "Deployable", "deployable", "manifest_of", "slugs_in", "written_by"]

_DIGEST = "sha256:"
_SETTINGS = frozenset({"CNAME"})
"""What the owner may write into the output for the host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployable:
    """The paths of a built site that may become public, of the unlisted pages, and of what no build wrote.

    The latter two stay here.
    """

    output: Path
    paths: tuple[str, ...]
    withheld: tuple[str, ...]
    unwritten: tuple[str, ...]


def deployable(root: Path, output: Path, marks: PrivateMarks) -> Deployable:
    """The files of the site in `output`; raises DeployError where there is none or it holds anything private."""
    if not (output / MANIFEST).is_file() or not (output / "index.html").is_file():
        raise DeployError("deploy.no-output", path=str(output))
    found = sorted(_files(output))
    ours = written_by(_content(output / MANIFEST), found) | _SETTINGS
    unwritten = tuple(path for path in found if path not in ours and path != MANIFEST)
    locked = {path.stem for path in (root / "content" / "locked").glob("*.json")}
    withheld = tuple(path for path in found if is_private(path) and _shared_name(path) not in locked)
    paths = tuple(path for path in found if path not in {*withheld, *unwritten, MANIFEST})
    left = slugs_in(paths) - set(published_slugs(root))
    if left:
        raise DeployError("deploy.output-old", path=str(output), slug=min(left))
    for path in paths:
        marks.refuse(str(output / path), _content(output / path))
    return Deployable(output=output, paths=paths, withheld=withheld, unwritten=unwritten)


def _files(output: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(output):
        folders[:] = [name for name in folders if name != ".git"]
        for name in (*folders, *names):
            path = Path(folder, name)
            if path.is_symlink() or not name.isprintable():
                raise DeployError("deploy.no-plain-file", path=str(path))
        # What settles how this folder stands in git here is no part of the site.
        plain = (name for name in names if not name.startswith(".git"))
        yield from (Path(folder, name).relative_to(output).as_posix() for name in plain)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise DeployError("deploy.no-plain-file", path=str(path)) from None


def _shared_name(path: str) -> str:
    """The address of a collection in the path of one of its files: shared/<address>.json, en/shared/<address>/…"""
    return path.partition("shared/")[2].partition("/")[0].removesuffix(".json")


def slugs_in(paths: tuple[str, ...] | frozenset[str]) -> set[str]:
    """The badges that have files among `paths`."""
    return {path.split("/")[1] for path in paths if path.startswith("badges/") and path.count("/") > 1}


def manifest_of(paths: tuple[str, ...]) -> bytes:
    """What is written beside the files, so that the next deploy knows them as ours."""
    return (json.dumps(sorted(map(_listed, paths)), ensure_ascii=False, indent=0) + "\n").encode()


def written_by(manifest: bytes, paths: Iterable[str]) -> frozenset[str]:
    """Which of the files a manifest lists."""
    try:
        listed = json.loads(manifest or b"[]")
    except ValueError:
        listed = []
    names = {name for name in listed if isinstance(name, str)} if isinstance(listed, list) else set()
    return frozenset(path for path in paths if path in names or _listed(path) in names)


def _listed(path: str) -> str:
    return _DIGEST + hashlib.sha256(path.encode()).hexdigest() if is_private(path) else path
