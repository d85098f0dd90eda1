from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.responses import FETCHED_AT
from wallet.errors import PortfolioError
from wallet.portfolio.reading import published_slugs, read_badge
from wallet.portfolio.writing import create_portfolio, keep_verification, remove_badge, write_badge
from wallet.resolution.fetching import Resource

RESOURCE = Resource(
    url="https://issuer.example/did.json", content=b"{}", media_type="application/json", retrieved_at=FETCHED_AT
)


def _publish(root: Path, source: bytes = b"{}\r\n", file_name: str = "credential.json") -> Path:
    return write_badge(
        root, "data", file_name=file_name, source=source, evidence=[RESOURCE], verification={"verdict": "verified"}
    )


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_published_badge_is_read_again_byte_for_byte(tmp_path: Path) -> None:
    folder = _publish(tmp_path)
    badge = read_badge(folder)
    assert (badge.source, badge.evidence, badge.file_name) == (b"{}\r\n", (RESOURCE,), "credential.json")
    assert json.loads((folder / "verification.json").read_text("utf-8")) == {"verdict": "verified"}
    assert published_slugs(tmp_path) == ("data",)


def test_what_the_learner_chose_and_wrote_stays_when_it_is_published_again(tmp_path: Path) -> None:
    folder = _publish(tmp_path)
    (folder / "badge.toml").write_text("featured = true\n", "utf-8")
    (folder / "note.ja.md").write_text("覚え書き\n", "utf-8")
    _publish(tmp_path, b"\x89PNG", "credential.png")
    badge = read_badge(folder)
    assert (badge.choices.featured, badge.notes, badge.source) == (True, {"ja": "覚え書き\n"}, b"\x89PNG")
    assert "credential.json" not in _names(folder)


def test_whatever_else_the_learner_put_there_stays_too(tmp_path: Path) -> None:
    folder = _publish(tmp_path)
    own = {"scan-of-paper-certificate.pdf", "pictures/seal.png", "credential.pdf", ".keep"}
    for name in own:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"mine")
    (folder / "scan.pdf").symlink_to("scan-of-paper-certificate.pdf")
    (folder / "evidence" / "left.json").write_bytes(b"{}")
    _publish(tmp_path, b"\x89PNG", "credential.png")
    assert _names(folder) >= own
    assert (folder / "scan.pdf").is_symlink()
    assert not {"credential.json", "evidence/left.json"} & _names(folder)


def test_a_slug_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PortfolioError, match=r"portfolio\.bad-slug"):
        write_badge(tmp_path, "../data", file_name="a.json", source=b"", evidence=[], verification={})
    assert list(tmp_path.iterdir()) == []


def test_a_new_report_replaces_the_old_and_evidence_only_with_evidence(tmp_path: Path) -> None:
    folder = _publish(tmp_path)
    keep_verification(folder, {"verdict": "revoked"}, None)
    assert read_badge(folder).evidence == (RESOURCE,)
    keep_verification(folder, {"verdict": "revoked"}, [])
    assert read_badge(folder).evidence == ()
    assert json.loads((folder / "verification.json").read_text("utf-8")) == {"verdict": "revoked"}


def test_a_badge_is_taken_out_whole(tmp_path: Path) -> None:
    _publish(tmp_path)
    remove_badge(tmp_path, "data")
    assert published_slugs(tmp_path) == ()
    assert _names(tmp_path) == set()


@pytest.mark.parametrize("slug", ["none", "../badges", ""])
def test_what_is_not_published_cannot_be_taken_out(tmp_path: Path, slug: str) -> None:
    _publish(tmp_path)
    with pytest.raises(PortfolioError, match=r"portfolio\.not-published"):
        remove_badge(tmp_path, slug)
    assert published_slugs(tmp_path) == ("data",)


def test_a_portfolio_without_badges_publishes_none(tmp_path: Path) -> None:
    assert published_slugs(tmp_path) == ()


def test_a_new_portfolio_replaces_nothing(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine\n", "utf-8")
    create_portfolio(tmp_path, {"content/portfolio.toml": "[site]\n", "README.md": "theirs\n"})
    assert (tmp_path / "README.md").read_text("utf-8") == "mine\n"
    with pytest.raises(PortfolioError, match=r"portfolio\.exists"):
        create_portfolio(tmp_path, {"content/portfolio.toml": ""})
    assert (tmp_path / "content" / "portfolio.toml").read_text("utf-8") == "[site]\n"
