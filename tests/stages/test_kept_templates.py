"""Compiled templates are programs: they are kept with the wallet, for this version alone, and never in a portfolio."""

from __future__ import annotations

from pathlib import Path

from wallet.stages.kept_templates import TEMPLATES_FOLDER, kept_templates


def test_one_version_has_one_folder(tmp_path: Path) -> None:
    folder = kept_templates(tmp_path)
    assert folder is not None
    assert folder.is_dir()
    assert kept_templates(tmp_path) == folder


def test_those_of_another_version_go(tmp_path: Path) -> None:
    old = tmp_path / TEMPLATES_FOLDER / "0123456789abcdef"
    old.mkdir(parents=True)
    (old / "kept").write_bytes(b"program")
    folder = kept_templates(tmp_path)
    assert list((tmp_path / TEMPLATES_FOLDER).iterdir()) == [folder]


def test_what_others_keep_beside_them_stays(tmp_path: Path) -> None:
    own = tmp_path / TEMPLATES_FOLDER
    (own / "letters").mkdir(parents=True)
    (own / "letters" / "letter.odt").write_bytes(b"mine")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "letter.odt").write_bytes(b"mine")
    kept_templates(tmp_path)
    assert (own / "letters" / "letter.odt").read_bytes() == b"mine"
    assert (tmp_path / "templates" / "letter.odt").read_bytes() == b"mine"


def test_no_wallet_is_made_for_them(tmp_path: Path) -> None:
    assert kept_templates(tmp_path / "none") is None
    assert kept_templates(None) is None
    assert list(tmp_path.iterdir()) == []
