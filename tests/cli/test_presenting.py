"""``wallet present``: from the learner's key to what a stranger can check, and nothing private on the way."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.assets.encoding import multibase58
from tests.cli.running import OFFLINE, Ran, Terminal, given, resources, run_wallet
from wallet.fields import JsonObject
from wallet.store.holder_key import read_key

OTHER = "urn:uuid:2f7c1f3e-0000-4000-8000-000000000000"
SITE = "https://ann.github.io/portfolio/"

Wallet = Callable[..., Ran]


@pytest.fixture
def wallet(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Wallet:
    """Runs a command in a portfolio with two badges: one issued to the learner's own key, one to another."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--url", SITE)
    run_wallet(tmp_path, capsys, "key", "new")
    monkeypatch.chdir(tmp_path / "mine")
    did = read_key(tmp_path / "wallet").did
    own = badge_json(id=OTHER, before=partial(_issued_to, did))
    for slug, source in (("own", own), ("other", badge_json())):
        _publish(tmp_path, capsys, slug, source)
    return lambda *arguments, language="en": run_wallet(tmp_path, capsys, *arguments, language=language)


def _issued_to(did: str, credential: JsonObject) -> None:
    subject = credential["credentialSubject"]
    assert isinstance(subject, dict)
    subject["id"] = did


def _publish(tmp_path: Path, capsys: pytest.CaptureFixture[str], slug: str, source: bytes) -> None:
    index = resources(tmp_path, OFFLINE)
    ran = run_wallet(tmp_path, capsys, "add", "--json", "--resources", index, given(tmp_path, f"{slug}.json", source))
    assert run_wallet(tmp_path, capsys, "publish", ran.json[0]["handle"], "--as", slug, "--yes").status == 0


def _content(tmp_path: Path) -> Path:
    return tmp_path / "mine" / "content"


def test_it_is_told_first_what_the_signature_says(tmp_path: Path, wallet: Wallet) -> None:
    ran = wallet("present")
    assert ran.complaints[:4] == [
        "Before you sign",
        "Badges in the file: 2. Issued to your own identifier: 1.",
        f"Signed as: {read_key(tmp_path / 'wallet').did}",
        f"Made for: {SITE}",
    ]
    assert ran.complaints[-1] == "Nothing was done. Add --yes to confirm."
    assert (ran.status, ran.stdout) == (1, "")
    assert not (_content(tmp_path) / "presentation.json").exists()
    assert not (_content(tmp_path) / "holder.toml").exists()


@pytest.mark.parametrize(("answer", "signed"), [("yes\n", True), ("\n", False)])
def test_signing_needs_a_clear_yes(
    tmp_path: Path, wallet: Wallet, monkeypatch: pytest.MonkeyPatch, answer: str, signed: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    wallet("present")
    assert (_content(tmp_path) / "presentation.json").is_file() is signed


def test_a_stranger_can_check_what_was_signed(tmp_path: Path, wallet: Wallet) -> None:
    assert wallet("present", "--yes").stdout == "Signed: content/presentation.json (badges: 2)\n"
    file, index = _content(tmp_path) / "presentation.json", resources(tmp_path, OFFLINE)
    found = wallet("verify", "--json", "--resources", index, "--domain", SITE, file)
    assert (found.status, [one["verdict"] for one in found.json]) == (0, ["verified"] * 3)
    for arguments in (["--domain", "https://copy.example/"], ["--domain", SITE, "--challenge", "mine"]):
        found = wallet("verify", "--json", "--resources", index, *arguments, file)
        assert (found.status, [one["verdict"] for one in found.json]) == (3, ["verified", "verified", "invalid"])


def test_the_site_says_so_and_offers_it(tmp_path: Path, wallet: Wallet) -> None:
    wallet("present", "--yes")
    assert wallet("build").status == 0
    output, did = tmp_path / "mine" / "output", read_key(tmp_path / "wallet").did
    assert (output / "presentation.json").read_bytes() == (_content(tmp_path) / "presentation.json").read_bytes()
    document = json.loads((output / "did.json").read_bytes())
    assert (document["id"], document["alsoKnownAs"]) == ("did:web:ann.github.io:portfolio", [did])
    own, other = ((output / "en" / "badges" / slug / "index.html").read_text("utf-8") for slug in ("own", "other"))
    shown = "On 1 June 2026 the owner of this site showed that they have the key"
    assert (shown in own, shown in other) == (True, False)
    assert "has not been shown here" in other
    assert "badges: 1" in (output / "en" / "index.html").read_text("utf-8")


def test_a_site_at_another_address_says_nothing_of_it(tmp_path: Path, wallet: Wallet) -> None:
    wallet("present", "--yes")
    ran = wallet("build", "--base-url", "https://copy.example/")
    assert any("made for another address" in line for line in ran.complaints)
    output = tmp_path / "mine" / "output"
    assert "showed that they have" not in (output / "en" / "badges" / "own" / "index.html").read_text("utf-8")
    assert "proof" not in json.loads((output / "presentation.json").read_bytes())


def test_a_change_of_what_is_published_is_told_everywhere(
    tmp_path: Path, wallet: Wallet, capsys: pytest.CaptureFixture[str]
) -> None:
    wallet("present", "--yes")
    assert "The file that you signed holds all badges that can be in it." in wallet("status").stdout
    _publish(tmp_path, capsys, "later", badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000001"))
    later = "Badges were published since you signed."
    assert later in wallet("build").stderr
    assert later in wallet("status").stdout
    assert later in wallet("check").stdout
    assert wallet("check").status == 0
    ran = wallet("unpublish", "own", "--yes")
    assert any("The file that you signed still holds it." in line for line in ran.complaints)
    assert wallet("status", "--json").json["presentation"] == "present.holds-more"
    assert wallet("check").status == 3
    wallet("build")
    assert OTHER.encode() not in (tmp_path / "mine" / "output" / "presentation.json").read_bytes()
    wallet("present", "--yes")
    assert wallet("status", "--json").json["presentation"] == ""


def test_for_somebody_who_asks_it_goes_to_a_file_and_the_site_stays(tmp_path: Path, wallet: Wallet) -> None:
    asked = ("--domain", "https://employer.example/", "--challenge", "word")
    ran = wallet("present", *asked, "--output", tmp_path / "for-them.json", "--yes", "--json").json
    assert (ran["domain"], ran["challenge"], ran["badges"]) == ("https://employer.example/", "word", ["other", "own"])
    assert not (_content(tmp_path) / "presentation.json").exists()
    assert not (_content(tmp_path) / "holder.toml").exists()
    index = resources(tmp_path, OFFLINE)
    assert wallet("verify", *asked, "--resources", index, tmp_path / "for-them.json").status == 0


def test_a_presentation_for_others_cannot_be_put_on_the_site(tmp_path: Path, wallet: Wallet) -> None:
    ran = wallet("present", "--domain", "https://employer.example/", "--yes")
    assert (ran.status, len(ran.complaints)) == (2, 1)
    assert "--output" in ran.complaints[0]
    assert not (_content(tmp_path) / "presentation.json").exists()


def test_the_address_must_be_the_learners_own(tmp_path: Path, wallet: Wallet) -> None:
    settings = _content(tmp_path) / "portfolio.toml"
    settings.write_text(settings.read_text("utf-8").replace(SITE, "https://name.github.io/portfolio/"), "utf-8")
    (complaint,) = wallet("present", "--yes").complaints
    assert "Write the address of your site" in complaint


def test_another_key_in_the_portfolio_is_not_signed_over(tmp_path: Path, wallet: Wallet) -> None:
    wallet("key", "publish", "--yes")
    wallet("key", "new", "--replace", "--yes")
    (complaint,) = wallet("present", "--yes").complaints
    assert "wallet key publish" in complaint
    assert not (_content(tmp_path) / "presentation.json").exists()


def test_without_a_badge_there_is_nothing_to_sign(tmp_path: Path, wallet: Wallet) -> None:
    for slug in ("own", "other"):
        wallet("unpublish", slug, "--yes")
    (complaint,) = wallet("present", "--yes").complaints
    assert "wallet publish" in complaint


def test_every_word_is_japanese_for_a_japanese_reader(wallet: Wallet) -> None:
    said = wallet("present", "--yes", language="ja").stderr
    assert "署名の前に" in said
    assert "Signed" not in said


def test_nothing_private_reaches_the_portfolio_or_the_site(tmp_path: Path, wallet: Wallet) -> None:
    wallet("key", "publish", "--yes")
    wallet("present", "--yes")
    wallet("present", "--domain", "x", "--challenge", "y", "--output", tmp_path / "for-them.json", "--yes")
    wallet("build")
    seed = read_key(tmp_path / "wallet").seed
    spellings = (
        seed,
        seed.hex().encode(),
        seed.hex().upper().encode(),
        base64.b64encode(seed).rstrip(b"="),
        base64.urlsafe_b64encode(seed).rstrip(b"="),
        multibase58(seed)[1:].encode(),
        multibase58(b"\x80\x26" + seed).encode(),
        b"secretKeyMultibase",
    )
    files = [path for path in (tmp_path / "mine").rglob("*") if path.is_file()] + [tmp_path / "for-them.json"]
    assert len(files) > 40
    assert [path for path in files if any(spelling in path.read_bytes() for spelling in spellings)] == []
    kept = (tmp_path / "wallet" / "holder-key.json").read_bytes()
    assert multibase58(b"\x80\x26" + seed).encode() in kept


def test_whoever_asks_hears_that_nobody_answered(tmp_path: Path, wallet: Wallet) -> None:
    badge, index = given(tmp_path, "badge.json", badge_json()), resources(tmp_path, OFFLINE)
    assert wallet("verify", "--resources", index, badge).status == 0
    ran = wallet("verify", "--json", "--resources", index, "--challenge", "word", badge)
    assert (ran.status, ran.json[0]["verdict"]) == (4, "verified")
    assert ran.complaints == [f"{badge} holds no signed presentation: nobody answered you."]
