"""The wheel and the sdist: whole, told truly, and the same bytes whoever builds them."""

from __future__ import annotations

import email
import importlib.util
import io
import os
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, tracked_files
from tests.packaging.releases import build, copy_tree
from wallet import __version__

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None, reason="hatchling, of the extra test, is not installed"
)

WHEEL = f"learner_wallet-{__version__}-py3-none-any.whl"
SDIST = f"learner_wallet-{__version__}.tar.gz"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    place = tmp_path_factory.mktemp("built")
    return build(copy_tree(place / "tree"), place / "dist", "wheel", "sdist")


def test_the_same_tree_gives_the_same_bytes(built: Mapping[str, bytes], tmp_path: Path) -> None:
    tree = copy_tree(tmp_path / "elsewhere" / "tree")
    for number, path in enumerate(sorted(tree.rglob("*"), reverse=True)):
        if path.is_file():
            os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))
            path.chmod(0o600)
    again = build(tree, tmp_path / "dist", "wheel", "sdist")
    assert list(again) == sorted(built) == sorted([WHEEL, SDIST])
    assert {name for name in built if built[name] != again[name]} == set()


def test_the_sdist_builds_the_same_wheel(built: Mapping[str, bytes], tmp_path: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(built[SDIST])) as archive:
        archive.extractall(tmp_path, filter="data")
    (tree,) = tmp_path.iterdir()
    assert build(tree, tmp_path / "dist", "wheel")[WHEEL] == built[WHEEL]


def test_the_wheel_holds_every_file_of_the_program_and_its_themes(built: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(built[WHEEL])) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    tracked = [path.relative_to(ROOT).as_posix() for path in tracked_files()]
    program = {name for name in tracked if name.startswith("wallet/")}
    themes = {f"wallet/{name}" for name in tracked if name.startswith("themes/")}
    assert held == program | themes
    assert {"wallet/themes/default/templates/home.html", "wallet/language/catalogs/ja/site.po"} <= held


def test_the_metadata_is_what_the_project_says(built: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(built[WHEEL])) as archive:
        folder = f"learner_wallet-{__version__}.dist-info"
        told = email.message_from_bytes(archive.read(f"{folder}/METADATA"))
        points = archive.read(f"{folder}/entry_points.txt").decode()
    assert told["Version"] == __version__
    assert told["Requires-Python"] == ">=3.11"
    spoken = {kind.rsplit(" ", 1)[1] for kind in told.get_all("Classifier") or () if "Python :: 3." in kind}
    assert spoken == {"3.11", "3.12", "3.13", "3.14"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [line for line in told.get_all("Requires-Dist") or () if "extra ==" not in line]
    assert len(needed) == len(project["dependencies"])
    assert "wallet = wallet.cli:main" in points
