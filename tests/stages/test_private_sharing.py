"""From the wallet to an address nobody guesses: what is shared, how it ends, and that nothing of it lies open."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from tests.assets import badge_json
from tests.browser.site import REPOSITORY
from wallet.errors import PortfolioError
from wallet.language.catalogs import load_catalog
from wallet.portfolio.locked import bound_text, locked_file, read_locked_file
from wallet.portfolio.private_collections import private_folder
from wallet.resolution.fetching import EvidenceFetcher
from wallet.resolution.sealing import key_of_passphrase, open_sealed
from wallet.site.urls import is_private
from wallet.stages import locking
from wallet.stages.building import build
from wallet.stages.importing import import_badges
from wallet.stages.private_ending import end_share, remove_private
from wallet.stages.private_sharing import links_of, plan_share, share
from wallet.stages.private_starting import NewPrivate, begin_private
from wallet.stages.rebuilding import rebuild
from wallet.store.shares import Share
from wallet.store.wallet import Wallet

AT = datetime(2026, 11, 17, tzinfo=UTC)
PUBLISHED, HIDDEN = "plain-japanese", "sample-badge"
SECRET = "A letter that nobody else may read"
PASSPHRASE = "four words and more"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two of the demo's badges; beside them a wallet with a badge that is not published."""
    monkeypatch.setattr("wallet.stages.rebuilding.FINE", 0)
    monkeypatch.setattr(locking, "ITERATIONS", 1000)
    chosen = shutil.ignore_patterns("collections", "pathways")
    shutil.copytree(REPOSITORY / "content", tmp_path / "mine" / "content", ignore=chosen)
    for folder in (tmp_path / "mine" / "content" / "badges").iterdir():
        if folder.name not in (PUBLISHED, "town-map-making"):
            shutil.rmtree(folder)
    import_badges(badge_json(), wallet=Wallet(tmp_path / "wallet"), source_name="x", at=AT, fetcher=EvidenceFetcher(()))
    return tmp_path / "mine"


@pytest.fixture
def home(root: Path) -> Path:
    return root.parent / "wallet"


def begun(home: Path, kind: str, *, asks: bool = False, badges: tuple[str, ...] = (PUBLISHED, HIDDEN)) -> None:
    wanted = NewPrivate(name="for-kaido", kind=kind, asks=asks, badges=badges, title="For Kaido Library")
    begin_private(home, wanted, load_catalog("en"), ("ja", "en"))
    (home / "collections" / "for-kaido" / "letter.en.md").write_text(f"# {SECRET}\n", "utf-8")


def shared(root: Path, home: Path, passphrase: str | None = None, at: datetime = AT) -> Share:
    return share(plan_share(root, home, "for-kaido", at), passphrase)


def until(home: Path, day: str) -> None:
    file = home / "collections" / "for-kaido" / "collection.toml"
    text = re.sub(r'^(# )?until = ".*"$', f'until = "{day}"', file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(text, "utf-8")


def built(root: Path, home: Path | None, at: datetime = AT) -> dict[str, bytes]:
    build(root, output=root / "output", base_url=None, at=at, timer=float, cards=False, home=home)
    return contents(root / "output")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def opened(root: Path, made: Share, passphrase: str | None = None) -> dict[str, Any]:
    locked = read_locked_file(locked_file(root, made.address))
    key = base64.urlsafe_b64decode(f"{made.key}=") if made.key else b""
    if passphrase is not None:
        assert locked.salt is not None
        assert locked.iterations is not None
        key = key_of_passphrase(passphrase, locked.salt, locked.iterations)
    plain = open_sealed(locked.sealed or b"", key, bound_text(locked))
    assert plain is not None
    assert len(plain) in (65536 * 2**step for step in range(8))
    found: dict[str, Any] = json.loads(plain)
    return found


def private(files: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in files if is_private(path))


def test_a_locked_collection_opens_with_the_key_of_its_link(root: Path, home: Path) -> None:
    begun(home, "locked")
    made = shared(root, home)
    link = links_of(made, ("ja", "en"))["en"]
    assert link == f"https://shiomi.example/portfolio/en/shared/{made.address}/#{made.key}"
    page = opened(root, made)["pages"]["en"]
    assert page["title"]["text"] == "For Kaido Library"
    assert page["letter"]["nodes"][0] == ["h2", None, [SECRET]]
    assert [badge["state"]["kind"] for badge in page["badges"]] == ["verified", "verified"]


def test_the_originals_are_in_it_byte_for_byte(root: Path, home: Path) -> None:
    begun(home, "locked")
    found = opened(root, shared(root, home))
    for badge in found["pages"]["ja"]["badges"]:
        content = base64.b64decode(found["files"][badge["original"]["address"]]["content"])
        assert hashlib.sha256(content).hexdigest() == badge["original"]["digest"]
    originals = {badge["original"]["digest"] for badge in found["pages"]["ja"]["badges"]}
    assert hashlib.sha256(badge_json()).hexdigest() in originals


def test_it_opens_with_its_passphrase_and_no_other(root: Path, home: Path) -> None:
    begun(home, "locked", asks=True)
    made = shared(root, home, PASSPHRASE)
    assert made.key is None
    assert opened(root, made, PASSPHRASE)["pages"].keys() == {"ja", "en"}
    with pytest.raises(AssertionError):
        opened(root, made, PASSPHRASE.upper())


@pytest.mark.parametrize("passphrase", [None, "", "too short"])
def test_a_short_passphrase_is_refused_and_nothing_is_written(root: Path, home: Path, passphrase: str | None) -> None:
    begun(home, "locked", asks=True)
    with pytest.raises(PortfolioError, match=r"private\.passphrase-short"):
        shared(root, home, passphrase)
    assert not (root / "content" / "locked").exists()
    assert not (private_folder(home, "for-kaido") / "share.json").exists()


def test_nothing_of_it_lies_open_in_the_portfolio_or_the_site(root: Path, home: Path) -> None:
    begun(home, "locked", asks=True)
    shared(root, home, PASSPHRASE)
    files = {**built(root, home), **{f"content/{name}": text for name, text in contents(root / "content").items()}}
    hidden = badge_json()
    plain = (SECRET, "Kaido", "for-kaido", PASSPHRASE, HIDDEN, hashlib.sha256(hidden).hexdigest())
    for needle in (*(word.encode() for word in plain), hidden, base64.b64encode(hidden)[:60]):
        assert [path for path, content in files.items() if needle in content] == []


def test_sharing_the_same_again_leaves_the_same_bytes(root: Path, home: Path) -> None:
    begun(home, "locked", asks=True)
    made = shared(root, home, PASSPHRASE)
    file = locked_file(root, made.address)
    first = file.read_bytes()
    assert shared(root, home, PASSPHRASE).address == made.address
    assert file.read_bytes() == first
    shared(root, home, "another passphrase")
    assert file.read_bytes() != first
    opened(root, made, "another passphrase")


def test_a_change_makes_other_bytes_at_the_same_address_with_the_same_key(root: Path, home: Path) -> None:
    begun(home, "locked")
    first = shared(root, home)
    before = locked_file(root, first.address).read_bytes()
    assert shared(root, home) == first
    assert locked_file(root, first.address).read_bytes() == before
    until(home, "2027-03-31")
    second = shared(root, home)
    assert (second.address, second.key) == (first.address, first.key)
    assert locked_file(root, first.address).read_bytes() != before
    opened(root, second)


def test_builds_of_a_locked_collection_are_the_same_with_and_without_the_wallet(root: Path, home: Path) -> None:
    begun(home, "locked")
    made = shared(root, home)
    files = built(root, home)
    assert private(files) == [
        f"{where}shared/{made.address}{ending}"
        for where, ending in (("en/", "/index.html"), ("ja/", "/index.html"), ("", ".json"))
    ]
    assert built(root, None) == files == built(root, home)


def test_an_unlisted_collection_is_on_the_site_of_its_wallet_alone(root: Path, home: Path) -> None:
    begun(home, "unlisted")
    made = shared(root, home)
    before = contents(root / "content")
    files = built(root, home)
    page = files[f"en/shared/{made.address}/index.html"].decode()
    assert SECRET in page
    assert "noindex" in page
    assert files[f"shared/{made.address}/{HIDDEN}/credential.json"] == badge_json()
    assert contents(root / "content") == before
    assert private(built(root, None)) == []


def test_no_public_file_names_what_is_unlisted(root: Path, home: Path) -> None:
    begun(home, "unlisted")
    made = shared(root, home)
    assert len(bytes.fromhex(made.address)) >= 16
    files = built(root, home)
    public = {path: content for path, content in files.items() if not is_private(path)}
    assert len(public) > 20
    for needle in (made.address, "Kaido", SECRET, HIDDEN):
        assert [path for path, content in public.items() if needle.encode() in content] == []
    theirs = built(root, None)
    assert {path: content for path, content in theirs.items() if path != ".wallet-manifest.json"} == {
        path: content for path, content in public.items() if path != ".wallet-manifest.json"
    }


@pytest.mark.parametrize("kind", ["locked", "unlisted"])
def test_a_build_after_the_end_shows_that_it_has_ended(root: Path, home: Path, kind: str) -> None:
    begun(home, kind)
    until(home, "2026-11-20")
    made = shared(root, home)
    assert made.until is not None
    end = datetime.fromisoformat(made.until)
    open_page = built(root, home, end - timedelta(seconds=1))[f"en/shared/{made.address}/index.html"].decode()
    assert "It can be read until the end of <time" in open_page
    files = built(root, home, end)
    assert private(files) == [f"{tag}/shared/{made.address}/index.html" for tag in ("en", "ja")]
    page = files[f"en/shared/{made.address}/index.html"].decode()
    assert "This link has ended" in page
    assert SECRET not in page


@pytest.mark.parametrize("kind", ["locked", "unlisted"])
def test_an_incremental_build_sees_the_end_come(root: Path, home: Path, kind: str) -> None:
    begun(home, kind)
    until(home, "2026-11-20")
    made = shared(root, home)
    for at in (AT, AT + timedelta(days=1), AT + timedelta(days=10)):
        sleep(0.02)
        rebuild(root, output=root / "part", base_url=None, at=at, timer=float, cards=False, home=home)
        built(root, home, at)
        assert contents(root / "part") == contents(root / "output")
    assert b"This link has ended" in (root / "part" / "en" / "shared" / made.address / "index.html").read_bytes()


def test_an_incremental_build_sees_a_change_in_the_wallet(root: Path, home: Path) -> None:
    begun(home, "unlisted")
    made = shared(root, home)
    page = root / "output" / "en" / "shared" / made.address / "index.html"
    for words in ("First words", "Other words"):
        sleep(0.02)
        (home / "collections" / "for-kaido" / "letter.en.md").write_text(words, "utf-8")
        sleep(0.02)
        rebuild(root, output=root / "output", base_url=None, at=AT, timer=float, cards=False, home=home)
        assert words in page.read_text("utf-8")
    sleep(0.02)
    same = rebuild(root, output=root / "output", base_url=None, at=AT, timer=float, cards=False, home=home)
    assert same.written == 0


@pytest.mark.parametrize("kind", ["locked", "unlisted"])
def test_what_was_ended_says_so_and_is_shared_anew_elsewhere(root: Path, home: Path, kind: str) -> None:
    begun(home, kind)
    first = shared(root, home)
    ended = end_share(root, home, "for-kaido")
    assert (ended.ended, ended.key) == (True, None)
    files = built(root, home)
    assert private(files) == [f"{tag}/shared/{first.address}/index.html" for tag in ("en", "ja")]
    second = shared(root, home)
    assert second.address != first.address
    assert second.key != first.key or kind == "unlisted"
    pages = built(root, home)
    assert b"This link has ended" in pages[f"en/shared/{first.address}/index.html"]
    assert b"This link has ended</h1>" not in pages[f"en/shared/{second.address}/index.html"]


def test_another_kind_gets_another_address_and_the_old_one_ends(root: Path, home: Path) -> None:
    begun(home, "unlisted")
    first = shared(root, home)
    file = home / "collections" / "for-kaido" / "collection.toml"
    file.write_text(file.read_text("utf-8").replace('"unlisted"', '"locked"'), "utf-8")
    second = shared(root, home)
    assert first.address != second.address
    file.write_text(file.read_text("utf-8").replace('"locked"', '"unlisted"'), "utf-8")
    third = shared(root, home)
    assert read_locked_file(locked_file(root, second.address)).sealed is None
    pages = built(root, home)
    over = [path for path in private(pages) if b"This link has ended</h1>" in pages[path]]
    assert sorted(over) == sorted(f"en/shared/{one.address}/index.html" for one in (first, second))
    assert SECRET.encode() in pages[f"en/shared/{third.address}/index.html"]


@pytest.mark.parametrize("kind", ["locked", "unlisted"])
def test_what_was_removed_leaves_nothing(root: Path, home: Path, kind: str) -> None:
    before = contents(root / "content")
    begun(home, kind)
    shared(root, home)
    remove_private(root, home, "for-kaido")
    assert private(built(root, home)) == []
    assert contents(root / "content") == before
    assert not private_folder(home, "for-kaido").exists()


def test_what_is_kept_in_the_wallet_is_its_owners_alone(root: Path, home: Path) -> None:
    begun(home, "locked")
    shared(root, home)
    folder = private_folder(home, "for-kaido")
    assert folder.stat().st_mode & 0o777 == folder.parent.stat().st_mode & 0o777 == 0o700
    assert (folder / "share.json").stat().st_mode & 0o777 == 0o600
    assert (folder / "collection.toml").stat().st_mode & 0o777 == 0o600


def test_what_an_unpublished_badge_reveals_is_known_beforehand(root: Path, home: Path) -> None:
    begun(home, "locked")
    found = plan_share(root, home, "for-kaido", AT).disclosures
    assert found.keys() == {HIDDEN}
    assert {one.code for one in found[HIDDEN]} >= {"disclosure.subject-id"}


def test_another_portfolio_neither_shares_nor_shows_it(root: Path, home: Path) -> None:
    begun(home, "unlisted")
    shared(root, home)
    file = root / "content" / "portfolio.toml"
    file.write_text(file.read_text("utf-8").replace("https://shiomi.example/", "https://other.example/"), "utf-8")
    assert private(built(root, home)) == []
    for command in (lambda: plan_share(root, home, "for-kaido", AT), lambda: end_share(root, home, "for-kaido")):
        with pytest.raises(PortfolioError, match=r"private\.another-site"):
            command()


@pytest.mark.parametrize(
    ("badges", "code"),
    [
        ((), "private.no-badges"),
        (("plain-japanes",), "private.no-such-badge-meant"),
        (("zzz",), "private.no-such-badge"),
    ],
)
def test_badges_that_are_not_there_are_named(root: Path, home: Path, badges: tuple[str, ...], code: str) -> None:
    begun(home, "locked", badges=badges)
    with pytest.raises(PortfolioError) as caught:
        plan_share(root, home, "for-kaido", AT)
    assert caught.value.code == code


def test_a_badge_that_fails_its_check_is_not_shared(root: Path, home: Path) -> None:
    def forged(credential: dict[str, Any]) -> None:
        credential["validFrom"] = "2020-01-01T00:00:00Z"

    source = badge_json(id="urn:uuid:2f7c1f3e-0000-4000-8000-000000000000", after=forged)
    import_badges(source, wallet=Wallet(home), source_name="x", at=AT, fetcher=EvidenceFetcher(()))
    forgery = next(entry.handle for entry in Wallet(home).entries() if entry.handle != HIDDEN)
    begun(home, "locked", badges=(forgery,))
    with pytest.raises(PortfolioError, match=r"private\.badge-not-shown"):
        plan_share(root, home, "for-kaido", AT)


def test_an_end_that_is_over_is_refused(root: Path, home: Path) -> None:
    begun(home, "locked")
    until(home, "2026-11-10")
    with pytest.raises(PortfolioError, match=r"private\.over-already"):
        plan_share(root, home, "for-kaido", AT)


def test_more_than_a_page_holds_is_refused(root: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "LARGEST", 10_000)
    begun(home, "locked")
    with pytest.raises(PortfolioError, match=r"private\.too-large"):
        shared(root, home)
    assert not (root / "content" / "locked").exists()


def test_what_stands_is_not_written_over(home: Path) -> None:
    begun(home, "locked")
    with pytest.raises(PortfolioError, match=r"private\.exists"):
        begun(home, "unlisted")


def test_what_was_never_shared_has_no_end(root: Path, home: Path) -> None:
    begun(home, "locked")
    with pytest.raises(PortfolioError, match=r"private\.not-shared"):
        end_share(root, home, "for-kaido")


def test_a_build_of_one_changed_badge_leaves_shared_pages_as_they_are(root: Path, home: Path) -> None:
    begun(home, "locked")
    shared(root, home)
    for words in ("First words", "Other words"):
        sleep(0.02)
        (root / "content" / "badges" / PUBLISHED / "note.en.md").write_text(words, "utf-8")
        sleep(0.02)
        summary = rebuild(root, output=root / "part", base_url=None, at=AT, timer=float, cards=False, home=home)
    assert summary.written == 1
    built(root, home)
    assert contents(root / "part") == contents(root / "output")
    assert private(contents(root / "part"))
