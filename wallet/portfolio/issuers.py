"""content/issuers.toml: whom the learner knows, and the registries they consult."""

from __future__ import annotations

from pathlib import Path

from wallet.errors import PortfolioError
from wallet.portfolio.tables import Table, read_table
from wallet.verification.registries import IssuerRegistry
from wallet.verification.trust import KnownIssuer

__all__ = ["read_known_issuers", "read_registries"]


def read_known_issuers(file: Path) -> tuple[KnownIssuer, ...]:
    """Each ``[[issuer]]``, none when there is no such file; raises PortfolioError."""
    found = []
    for entry in _tables(file, "issuer"):
        entry.allow(("id", "name", "url"))
        known = KnownIssuer(id=entry.required_text("id"), name=entry.required_text("name"), url=entry.text("url"))
        found.append(known)
    return tuple(found)


def read_registries(file: Path) -> tuple[IssuerRegistry, ...]:
    """Each ``[[registries]]``: a name, and a URL or a file beside issuers.toml; raises PortfolioError."""
    return tuple(_registry(entry, file.parent) for entry in _tables(file, "registries"))


def _tables(file: Path, name: str) -> tuple[Table, ...]:
    if not file.is_file():
        return ()
    table = read_table(file)
    table.allow(("issuer", "registries"))
    return table.tables(name)


def _registry(entry: Table, folder: Path) -> IssuerRegistry:
    entry.allow(("name", "url", "file"))
    name, url, file = entry.required_text("name"), entry.text("url"), entry.text("file")
    if (url is None) == (file is None):
        raise entry.refuse("name", "portfolio.registry-needs-one-place", name)
    if file is None:
        return IssuerRegistry(name=name, url=url)
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise entry.refuse("file", "portfolio.registry-outside", file)
    try:
        return IssuerRegistry(name=name, content=path.read_bytes())
    except FileNotFoundError:
        raise PortfolioError("portfolio.file-missing", path=str(path)) from None
    except OSError:
        raise PortfolioError("portfolio.file-closed", path=str(path)) from None
