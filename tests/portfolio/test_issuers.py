"""content/issuers.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from wallet.errors import PortfolioError
from wallet.portfolio.issuers import read_known_issuers, read_registries
from wallet.verification.registries import IssuerRegistry
from wallet.verification.trust import KnownIssuer


def _file(folder: Path, text: str) -> Path:
    file = folder / "issuers.toml"
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_nobody_is_known(tmp_path: Path) -> None:
    missing = tmp_path / "issuers.toml"
    assert (read_known_issuers(missing), read_registries(missing)) == ((), ())


def test_issuers_and_registries_stand_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_bytes(b'{"registry": {}}')
    file = _file(
        tmp_path,
        '[[issuer]]\nid = "did:web:a.example"\nname = "A"\n'
        '[[registries]]\nname = "Consortium"\nurl = "https://registry.example/r.json"\n'
        '[[registries]]\nname = "Own"\nfile = "list.json"\n',
    )
    assert read_known_issuers(file) == (KnownIssuer(id="did:web:a.example", name="A"),)
    assert read_registries(file) == (
        IssuerRegistry(name="Consortium", url="https://registry.example/r.json"),
        IssuerRegistry(name="Own", content=b'{"registry": {}}'),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('name = "A"', "portfolio.registry-needs-one-place"),
        ('name = "A"\nurl = "https://a.example/"\nfile = "a.json"', "portfolio.registry-needs-one-place"),
        ('name = "A"\nfile = "../secret.json"', "portfolio.registry-outside"),
        ('name = "A"\nfile = "/etc/passwd"', "portfolio.registry-outside"),
        ('name = "A"\nfile = "none.json"', "portfolio.file-missing"),
        ('url = "https://a.example/"', "portfolio.missing-key"),
        ('name = "A"\nuri = "https://a.example/"', "portfolio.unknown-key-meant"),
    ],
)
def test_a_registry_that_cannot_be_asked_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(PortfolioError) as caught:
        read_registries(_file(tmp_path, f"[[registries]]\n{text}\n"))
    assert caught.value.code == code
