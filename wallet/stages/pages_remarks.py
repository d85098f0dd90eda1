"""What would go wrong on GitHub Pages, found on this computer before it is public."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from wallet.errors import FactValue
from wallet.portfolio.model import EXAMPLE_URL
from wallet.stages.pages_address import address_of, is_pages_host
from wallet.stages.pages_repository import GitFolder, git_folder, names_below
from wallet.stages.pages_workflows import deploys_pages, workflow_remarks
from wallet.store.wallet import WalletEntry

__all__ = ["PagesRemark", "pages_remarks"]

LARGEST_SITE = 1_000_000_000
LARGEST_FILE = 100 * 1024 * 1024
"""GitHub's own limits: of a site, and of a file in a push."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesRemark:
    """The code of what is wrong, and what its sentence needs."""

    code: str
    facts: dict[str, FactValue]


def pages_remarks(
    root: Path, url: str, home: Path, private: Sequence[WalletEntry], environment: Mapping[str, str]
) -> tuple[PagesRemark, ...]:
    """Everything that is wrong with the portfolio in `root` for Pages; nothing where it is not meant for GitHub."""
    git = git_folder(root, environment)
    found = [*_names(root), *_sizes(root), *_cname(root, url)]
    if git is not None:
        found += _output(root, git)
        found += _wallet(git, home)
        found += _private(git, private)
        if git.repository is not None:
            found += _address(url, git.repository)
            found += _workflow(git)
    return tuple(found)


def _remark(code: str, **facts: FactValue) -> PagesRemark:
    return PagesRemark(code=code, facts=facts)


def _address(url: str, repository: str) -> Iterator[PagesRemark]:
    parts = urlsplit(url)
    host, expected = parts.netloc.lower(), address_of(repository)
    if url == EXAMPLE_URL or (is_pages_host(host) and host != urlsplit(expected).netloc):
        yield _remark("pages.other-address", url=url, repository=repository, expected=expected)
    elif is_pages_host(host) and parts.path != urlsplit(expected).path:
        yield _remark("pages.other-path", url=url, expected=expected)
    elif not is_pages_host(host) and parts.path != "/":
        yield _remark("pages.domain-with-path", expected=f"https://{parts.netloc}/")
    elif parts.scheme == "http":
        yield _remark("pages.not-https", expected=f"https://{parts.netloc}{parts.path}")


def _cname(root: Path, url: str) -> Iterator[PagesRemark]:
    host = urlsplit(url).netloc.lower()
    for file in (root / "CNAME", root / "output" / "CNAME"):
        if file.is_file():
            found = file.read_text("utf-8", errors="replace").strip()
            if found.lower() != host:
                yield _remark("pages.other-cname", file=_shown(root, file), found=found, host=host)


def _names(root: Path) -> Iterator[PagesRemark]:
    for folder in ("content", "output"):
        seen: dict[str, str] = {}
        for file in _files(root / folder):
            name = _shown(root, file)
            earlier = seen.setdefault(name.casefold(), name)
            if earlier != name:
                yield _remark("pages.case-collision", first=earlier, second=name)


def _sizes(root: Path) -> Iterator[PagesRemark]:
    for file in _files(root / "content"):
        size = file.stat().st_size
        if size > LARGEST_FILE:
            yield _remark("pages.file-too-large", file=_shown(root, file), size=size // 1_000_000)
    total = sum(file.stat().st_size for file in _files(root / "output"))
    if total > LARGEST_SITE:
        yield _remark("pages.site-too-large", file="output", size=total // 1_000_000)


def _output(root: Path, git: GitFolder) -> Iterator[PagesRemark]:
    names = [name for name in names_below(git, root / "output") if not name.endswith("/.gitignore")]
    if names:
        yield _remark("pages.output-in-git", file=names[0], folder=names[0].partition("output/")[0] + "output")


def _wallet(git: GitFolder, home: Path) -> Iterator[PagesRemark]:
    if home.is_dir() and home.resolve().is_relative_to(git.top.resolve()):
        yield _remark("pages.wallet-in-repository", folder=str(home))


def _private(git: GitFolder, private: Sequence[WalletEntry]) -> Iterator[PagesRemark]:
    """Files that are a badge of the wallet alone, byte for byte."""
    names = {hashlib.sha256(entry.source).digest(): entry.handle for entry in private}
    sizes = {len(entry.source) for entry in private}
    for tracked in git.tracked:
        file = git.top / tracked
        if not file.is_file() or file.stat().st_size not in sizes:
            continue
        name = names.get(hashlib.sha256(file.read_bytes()).digest())
        if name is not None:
            yield _remark("pages.private-in-git", file=tracked, name=name)


def _workflow(git: GitFolder) -> Iterator[PagesRemark]:
    for code, file, line in workflow_remarks(git.top):
        yield _remark(code, file=file, line=line)
    if not git.published and not deploys_pages(git.top):
        yield _remark("pages.no-workflow")


def _files(folder: Path) -> Iterator[Path]:
    for place, _folders, names in sorted(os.walk(folder)):
        yield from (Path(place, name) for name in sorted(names) if Path(place, name).is_file())


def _shown(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()
