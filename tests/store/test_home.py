from __future__ import annotations

from pathlib import Path

import pytest

from wallet.errors import StoreError
from wallet.store.home import read_identities, wallet_home
from wallet.verification.identity import Identity


def test_the_environment_says_where_the_wallet_is(tmp_path: Path) -> None:
    assert wallet_home({"WALLET_HOME": str(tmp_path)}) == tmp_path


@pytest.mark.parametrize("environment", [{}, {"WALLET_HOME": ""}])
def test_without_it_the_platform_does(environment: dict[str, str]) -> None:
    assert wallet_home(environment).name == "learner-wallet"


def test_identities_are_read_one_or_several_of_a_type(tmp_path: Path) -> None:
    text = 'emailAddress = ["ann@example.org", "ann@example.com"]\nid = "did:key:z6Mk"\n'
    (tmp_path / "identities.toml").write_text(text, "utf-8")
    assert read_identities(tmp_path) == (
        Identity(type="emailAddress", value="ann@example.org"),
        Identity(type="emailAddress", value="ann@example.com"),
        Identity(type="id", value="did:key:z6Mk"),
    )


def test_a_wallet_without_identities_knows_none(tmp_path: Path) -> None:
    assert read_identities(tmp_path) == ()


@pytest.mark.parametrize("text", ["emailAddress = ", "emailAddress = 5", "emailAddress = [1]", "[emailAddress]\na = 1"])
def test_identities_that_cannot_be_read_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "identities.toml").write_text(text, "utf-8")
    with pytest.raises(StoreError, match=r"store\.identities-damaged"):
        read_identities(tmp_path)
