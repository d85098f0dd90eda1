from __future__ import annotations

from pathlib import Path

import pytest

from wallet.preview.handlers import find_file
from wallet.preview.media_types import media_type


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site of two pages, with a secret beside it."""
    folder = tmp_path / "output"
    (folder / "ja").mkdir(parents=True)
    (folder / "ja" / "index.html").write_text("<p>日本語</p>", "utf-8")
    (folder / "about.html").write_text("<p>About</p>", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "output-other").mkdir()
    (tmp_path / "output-other" / "index.html").write_text("other", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("ja/", "ja/index.html"),
        ("ja/index.html", "ja/index.html"),
        ("about", "about.html"),
        ("about.html", "about.html"),
        ("nowhere", None),
        ("", None),
    ],
)
def test_an_address_is_answered_as_pages_would(output: Path, path: str, found: str | None) -> None:
    assert find_file(output, path) == (output / found if found else None)


@pytest.mark.parametrize("path", ["../secret.txt", "ja/../../secret.txt", "../output-other/", "/etc/passwd"])
def test_nothing_outside_the_site_is_answered(output: Path, path: str) -> None:
    assert find_file(output, path) is None


def test_a_link_that_leads_out_of_the_site_is_not_followed(output: Path) -> None:
    (output / "link.txt").symlink_to(output.parent / "secret.txt")
    (output / "page.html").symlink_to(output.parent / "secret.txt")
    assert [find_file(output, path) for path in ("link.txt", "page", "page.html")] == [None, None, None]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("style.css", "text/css; charset=utf-8"),
        ("credential.txt", "text/plain; charset=utf-8"),
        ("credential.json", "application/json; charset=utf-8"),
        ("sitemap.xml", "application/xml"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("credential.jsonld", "application/ld+json"),
        ("credential.jws", "application/octet-stream"),
        ("presentation.jwt", "application/octet-stream"),
        ("PHOTO.JPG", "image/jpeg"),
        ("badge.png", "image/png"),
        ("badge.svg", "image/svg+xml"),
        ("unknown", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_that_pages_would_send(name: str, kind: str) -> None:
    assert media_type(name) == kind


@pytest.mark.parametrize("path", ["\0", "x" * 300, "..", "../..", "/etc"])
def test_a_name_that_no_file_has_and_a_folder_outside_are_not_found(output: Path, path: str) -> None:
    assert find_file(output, path) is None
