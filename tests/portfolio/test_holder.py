from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets.keys import p256_key
from tests.assets.presenting import holder_key
from wallet.errors import PortfolioError
from wallet.portfolio.holder import read_holder, read_kept_presentation, write_holder, write_presentation

DID = holder_key("sample holder").did


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = write_holder(tmp_path, DID, "あなたの鍵")
    assert (path, read_holder(path)) == (tmp_path / "content" / "holder.toml", DID)
    assert read_kept_presentation(write_presentation(tmp_path, b"{}")) == b"{}"


def test_a_portfolio_without_a_key_has_none(tmp_path: Path) -> None:
    assert read_holder(tmp_path / "holder.toml") is None
    assert read_kept_presentation(tmp_path / "presentation.json") is None


@pytest.mark.parametrize(
    "did",
    [
        "did:web:ann.example",
        "did:key:",
        "did:key:uAAAA",
        DID[:-1],
        f"{DID}#x",
        f"did:key:{p256_key('x').multikey}",
        # The private half, put there by mistake.
        "did:key:z3u2en7t5LR2WtQH5PfFqMqwVHgeXouLzo6haApm8XHqvjxq",
    ],
)
def test_what_is_no_public_key_of_ours_is_refused_with_its_line(tmp_path: Path, did: str) -> None:
    file = tmp_path / "holder.toml"
    file.write_text(f'# mine\n\nkey = "{did}"\n', "utf-8")
    with pytest.raises(PortfolioError) as caught:
        read_holder(file)
    assert (caught.value.code, caught.value.facts["line"]) == ("portfolio.bad-holder-key", 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "portfolio.missing-key"),
        ("key = 5", "portfolio.wants-text"),
        ("keys = 'x'", "portfolio.unknown-key-meant"),
        ("key", "portfolio.not-toml"),
    ],
)
def test_a_typing_error_is_named(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "holder.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(PortfolioError) as caught:
        read_holder(file)
    assert caught.value.code == code
