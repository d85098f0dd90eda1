"""``wallet audit`` on a site as it was built, and on the same site after somebody changed it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.assets.issuers import HISAKATA
from tests.assets.status_lists import bitstring_list
from tests.cli.published import BADGES, BASE, DAY, Published, published_demo
from tests.cli.running import OFFLINE, Ran, resources, run_wallet
from wallet.fields import JsonValue

LIST = "https://credentials.hisakata-u.example/status/revocation-2025"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return published_demo(tmp_path_factory.mktemp("published"))


@pytest.fixture
def site(whole: Published, tmp_path: Path) -> Published:
    return whole.copy(tmp_path)


@pytest.fixture
def audited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run(site: Published, *options: str, language: str = "en") -> Ran:
        arguments: tuple[str | Path, ...] = ("audit", site.folder, "--resources", site.issuers, "--at", DAY, *options)
        return run_wallet(tmp_path, capsys, *arguments, language=language)

    return run


def codes(ran: Ran) -> set[tuple[str, str, str]]:
    """Every finding: the badge, how much it weighs, and its code without the common beginning."""
    found = {(badge["slug"], one["weight"], one["code"]) for badge in ran.json["badges"] for one in badge["findings"]}
    found |= {("", one["weight"], one["code"]) for one in ran.json["findings"]}
    return {(slug, weight, code.removeprefix("audit.")) for slug, weight, code in found}


def test_a_site_as_it_was_built_is_as_it_says(whole: Published, audited: Callable[..., Ran]) -> None:
    ran = audited(whole, "--json")
    assert codes(ran) == set()
    assert ran.status == 0
    verdicts = {badge["slug"]: badge["verdict"] for badge in ran.json["badges"]}
    assert verdicts == dict.fromkeys(BADGES, "verified") | {"data-practice-exam-grade-2": "expired"}
    assert {len(badge["pages"]) for badge in ran.json["badges"]} == {2}
    assert ran.json["site"] == BASE
    assert ran.json["pages"] > 2 * len(BADGES)
    assert ran.json["addresses"] > 10
    assert (ran.json["false"], ran.json["open"]) == (0, 0)


@pytest.mark.parametrize("given", ["", "en/", "en/badges/", "en/badges/town-map-making/"])
def test_a_published_site_is_found_from_any_of_its_pages(
    whole: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    ran = run_wallet(tmp_path, capsys, "audit", "--json", "--resources", whole.online(), "--at", DAY, f"{BASE}{given}")
    assert (ran.status, ran.json["site"], ran.json["badges_found_by"]) == (0, BASE, _list_of(whole))
    assert len(ran.json["badges"]) == len(BADGES)


def _list_of(site: Published) -> str:
    return "index.json" if (site.folder / "index.json").exists() else "sitemap.xml"


def _name(site: Published) -> None:
    site.edit(site.page("open-data-steward"), ">Open Data Steward</h1>", ">Open Data Director</h1>")


def _name_and_title(site: Published) -> None:
    page = site.page("open-data-steward")
    page.write_text(page.read_text("utf-8").replace("Open Data Steward", "Open Data Director"), "utf-8")


def _mark(site: Published) -> None:
    _name_and_title(site)
    site.edit(site.page("open-data-steward"), ' data-claim="name"', "")


def _second_name(site: Published) -> None:
    page = site.page("open-data-steward")
    site.edit(page, "</h1>", '</h1><p data-claim="name">Open Data Director</p>')


def _translation(site: Published) -> None:
    site.edit(site.page("accessible-documents"), ">Accessible Documents</h1>", ">Head of Libraries</h1>")


def _issuer(site: Published) -> None:
    _claim(site, "issuer-name", lambda text: "Oxford " + text)


def _issuers_address(site: Published) -> None:
    _claim(site, "issuer-id", lambda text: "oxford.example" + text[text.index("</code>") :])


def _date_in_words(site: Published) -> None:
    _claim(site, "issued", lambda text: re.sub(r"20(\d\d)</time>", r"19\1</time>", text, count=1))


def _month_in_words(site: Published) -> None:
    _claim(site, "issued", lambda text: re.sub("([0-9]+) [A-Z][a-z]+ ", r"\1 Smarch ", text, count=1))


def _other_month(site: Published) -> None:
    _claim(site, "issued", lambda text: text.replace("December", "October", 1))


def _date_for_machines(site: Published) -> None:
    _claim(site, "issued", lambda text: text.replace('datetime="20', 'datetime="19', 1))


def _no_end(site: Published) -> None:
    page = site.page("data-practice-exam-grade-2")
    text = page.read_text("utf-8")
    start = text.index('<dd data-claim="valid-until">')
    end = text.index("</dd>", start)
    page.write_text(text[:start] + '<dd data-claim="valid-until">no expiry date' + text[end:], "utf-8")


def _claim(site: Published, name: str, change: Callable[[str], str]) -> None:
    page = site.page("open-data-steward")
    before, after = page.read_text("utf-8").split(f'data-claim="{name}">', 1)
    page.write_text(f'{before}data-claim="{name}">{change(after)}', "utf-8")


def _recipient(site: Published) -> None:
    _claim(site, "recipient", lambda text: "Named as “Somebody Else”" + text[text.index("</dd>") :])


def _state(site: Published) -> None:
    page = site.page("data-practice-exam-grade-2")
    site.edit(page, ">Expired</h2>", ">Verified</h2>")


def _state_and_mark(site: Published) -> None:
    page = site.page("data-practice-exam-grade-2")
    site.edit(page, 'data-state="expired">Expired</h2>', 'data-state="verified">Verified</h2>')


def _state_in_other_words(site: Published) -> None:
    site.edit(site.page("data-practice-exam-grade-2"), ">Expired</h2>", ">Excellent</h2>")


def _list_name(site: Published) -> None:
    site.edit("en/badges/index.html", ">Open Data Steward</a>", ">Open Data Director</a>")


def _list_state(site: Published) -> None:
    site.edit("en/badges/index.html", "<span>Expired <span", "<span>Verified <span")


def _list_state_in_other_words(site: Published) -> None:
    site.edit("ja/badges/index.html", "<span>有効期限切れ <span", "<span>優秀 <span")


def _digest(site: Published) -> None:
    _claim(site, "digest", lambda text: "0" * 64 + text[64:])


def _swapped(site: Published) -> None:
    badges = site.folder / "badges"
    shutil.copyfile(badges / "weekend-mentor" / "credential.txt", badges / "open-data-steward" / "credential.txt")


def _damaged(site: Published) -> None:
    file = site.folder / "badges" / "community-data-practice" / "credential.json"
    credential = json.loads(file.read_text("utf-8"))
    credential["validFrom"] = "2020-01-01T00:00:00Z"
    file.write_text(json.dumps(credential), "utf-8")


def _gone(site: Published) -> None:
    (site.folder / "badges" / "open-data-steward" / "credential.txt").unlink()


def _no_badge(site: Published) -> None:
    (site.folder / "badges" / "open-data-steward" / "credential.txt").write_text("nothing", "utf-8")


def _text(site: Published) -> None:
    badges = site.folder / "badges"
    shutil.copyfile(badges / "weekend-mentor" / "credential.txt", badges / "accessible-documents" / "credential.txt")


def _embedded(site: Published) -> None:
    other = (site.folder / "badges" / "weekend-mentor" / "credential.txt").read_text("utf-8")
    page = site.page("open-data-steward")
    before, after = page.read_text("utf-8").split('<script type="application/vc+jwt">', 1)
    page.write_text(f'{before}<script type="application/vc+jwt">{other}{after[after.index("</script>") :]}', "utf-8")


def _page_gone(site: Published) -> None:
    site.page("open-data-steward", "ja").unlink()


def _style_gone(site: Published) -> None:
    (site.folder / "static" / "style.css").unlink()


def _revoked(site: Published) -> None:
    marked = bitstring_list(LIST, HISAKATA, valid_from="2026-11-16T00:00:00Z", marked=range(131_072))
    site.answer(LIST, "revoked.json", json.dumps(marked).encode())


def _silent(site: Published) -> None:
    site.answer("https://warpweft.example/issuers/academy", 503)


OTHER = "open-data-steward"
CASES: tuple[tuple[Callable[[Published], None], set[tuple[str, str, str]]], ...] = (
    (_name, {(OTHER, "false", "name-differs"), (OTHER, "false", "title-differs")}),
    (_name_and_title, {(OTHER, "false", "name-differs")}),
    (_mark, {(OTHER, "false", "name-differs")}),
    (_second_name, {(OTHER, "false", "name-differs")}),
    (_translation, {("accessible-documents", "false", "title-differs")}),
    (_issuer, {(OTHER, "false", "issuer-differs")}),
    (_issuers_address, {(OTHER, "false", "issuer-differs")}),
    (_month_in_words, {(OTHER, "open", "date-not-understood")}),
    (_other_month, {(OTHER, "false", "issued-differs")}),
    (_date_in_words, {(OTHER, "false", "issued-differs")}),
    (_date_for_machines, {(OTHER, "false", "issued-differs")}),
    (_no_end, {("data-practice-exam-grade-2", "false", "valid-until-differs")}),
    (_recipient, {(OTHER, "false", "recipient-differs")}),
    (
        _state,
        {
            ("data-practice-exam-grade-2", "false", "state-contradicts"),
            ("data-practice-exam-grade-2", "false", "state-differs"),
        },
    ),
    (_state_and_mark, {("data-practice-exam-grade-2", "false", "state-differs")}),
    (_state_in_other_words, {("data-practice-exam-grade-2", "false", "state-not-understood")}),
    (_list_name, {("", "false", "name-differs")}),
    (_list_state, {("", "false", "state-differs")}),
    (_list_state_in_other_words, {("", "false", "state-not-understood")}),
    (_digest, {(OTHER, "false", "digest-differs")}),
    (_damaged, {("community-data-practice", "false", "badge-invalid")}),
    (_gone, {(OTHER, "false", "file-absent")}),
    (_no_badge, {(OTHER, "false", "file-no-badge")}),
    (_text, {("accessible-documents", "false", "text-differs")}),
    (_embedded, {(OTHER, "false", "text-differs")}),
    (_page_gone, {("", "false", "page-absent")}),
    (_style_gone, {("", "false", "link-broken")}),
    (_silent, {(OTHER, "open", "badge-not-checked")}),
)


@pytest.mark.parametrize(("change", "wanted"), CASES, ids=[change.__name__ for change, _ in CASES])
def test_every_change_is_found(
    site: Published,
    audited: Callable[..., Ran],
    change: Callable[[Published], None],
    wanted: set[tuple[str, str, str]],
) -> None:
    change(site)
    ran = audited(site, "--json")
    found = codes(ran)
    assert wanted <= found
    # What else follows from the change belongs to the same badge, or to the site.
    assert {slug for slug, _, _ in found} <= {slug for slug, _, _ in wanted} | {""}
    assert ran.status == (3 if any(weight == "false" for _, weight, _ in wanted) else 4)


def test_a_swapped_file_is_found_by_its_digest_its_name_and_its_text(
    site: Published, audited: Callable[..., Ran]
) -> None:
    _swapped(site)
    found = {code for slug, _, code in codes(audited(site, "--json")) if slug == OTHER}
    assert {"digest-differs", "name-differs", "issuer-differs", "text-differs"} <= found


def test_a_badge_that_was_revoked_since_is_no_longer_verified(site: Published, audited: Callable[..., Ran]) -> None:
    _revoked(site)
    ran = audited(site)
    assert ran.status == 3
    assert "shows the state “verified”; checked now, the badge is: revoked by the issuer." in ran.stdout
    assert "wallet build --refresh" in ran.stderr


def test_why_a_badge_could_not_be_checked_is_told(site: Published, audited: Callable[..., Ran]) -> None:
    _silent(site)
    ran = audited(site, "--json")
    (badge,) = [badge for badge in ran.json["badges"] if badge["reason"]]
    assert (badge["slug"], badge["verdict"], badge["reason"]["code"]) == (
        OTHER,
        "undetermined",
        "resolution.http-status",
    )
    lines = audited(site).stdout.splitlines()
    reason = "  Could not be fetched: https://warpweft.example/issuers/academy answered with the status 503."
    assert lines[lines.index(f"{OTHER}: Open Data Steward [could not be checked completely]") + 1] == reason


def test_a_person_reads_a_sentence_for_each_finding_and_a_sum(site: Published, audited: Callable[..., Ran]) -> None:
    _name_and_title(site)
    english, japanese = audited(site), audited(site, language="ja")
    page = f"{BASE}en/badges/open-data-steward/"
    assert f"  · {page} calls the badge “Open Data Director”; its issuer named it “Open Data Steward”." in (
        english.stdout.splitlines()
    )
    assert "Not as it is said to be: 1. Could not be checked: 0." in english.stdout
    assert "Names translated by the learner, which nobody signed:" in english.stdout
    assert f"{page} に示されたバッジの名称は「Open Data Director」ですが" in japanese.stdout
    assert japanese.stderr.startswith("上に挙げた点は信頼できません。")


def _indexed(site: Published, **changes: JsonValue) -> dict[str, Any]:
    """An index of the published badges, with a change to the entry of one."""
    import hashlib

    entries = []
    for slug in BADGES:
        (file,) = [
            path
            for path in sorted((site.folder / "badges" / slug).iterdir())
            if f'badges/{slug}/{path.name}" data-claim="original"' in site.page(slug).read_text("utf-8")
        ]
        entry: dict[str, JsonValue] = {
            "slug": slug,
            "page": {language: f"{BASE}{language}/badges/{slug}/" for language in ("ja", "en")},
            "file": f"{BASE}badges/{slug}/{file.name}",
            "media_type": "application/vc+ld+json",
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            "verdict": "expired" if slug == "data-practice-exam-grade-2" else "verified",
        }
        entries.append(entry | changes if slug == OTHER else entry)
    return {"version": 1, "badges": entries}


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, set()),
        ({"name": {"en": "Open Data Steward"}, "issued": None, "issuer": None}, set()),
        ({"name": {"en": "Open Data Director"}}, {(OTHER, "false", "name-differs")}),
        ({"issuer": "Oxford"}, {(OTHER, "false", "issuer-differs")}),
        ({"issued": "1999-01-01"}, {(OTHER, "false", "issued-differs")}),
        ({"valid_until": "2999-01-01T00:00:00Z"}, {(OTHER, "false", "valid-until-differs")}),
        ({"verdict": "revoked"}, {(OTHER, "false", "state-differs")}),
        ({"verdict": "undetermined"}, set()),
        ({"sha256": "0" * 64}, {(OTHER, "false", "digest-differs")}),
        ({"page": {"en": "https://elsewhere.example/"}}, {("", "false", "index-elsewhere")}),
        ({"page": {"en": f"{BASE}en/badges/no-such/"}}, {("", "false", "page-absent")}),
        (
            {"file": f"{BASE}badges/weekend-mentor/credential.txt", "sha256": None},
            {(OTHER, "false", "other-file"), ("", "false", "not-in-index")},
        ),
    ],
)
def test_the_index_is_held_against_the_badges_too(
    site: Published, audited: Callable[..., Ran], changes: dict[str, JsonValue], wanted: set[tuple[str, str, str]]
) -> None:
    (site.folder / "index.json").write_text(json.dumps(_indexed(site, **changes)), "utf-8")
    ran = audited(site, "--json")
    assert ran.json["badges_found_by"] == "index.json"
    found = codes(ran)
    assert wanted <= found
    assert bool(found) == bool(wanted)


def test_a_badge_that_the_index_leaves_out_is_audited_all_the_same(
    site: Published, audited: Callable[..., Ran]
) -> None:
    index = _indexed(site)
    index["badges"] = [entry for entry in index["badges"] if entry["slug"] != OTHER]
    (site.folder / "index.json").write_text(json.dumps(index), "utf-8")
    _name_and_title(site)
    assert codes(audited(site, "--json")) >= {("", "false", "not-in-index"), (OTHER, "false", "name-differs")}


@pytest.mark.parametrize("content", ["{", "[]", '{"version": 2, "badges": []}', '{"version": 1, "badges": [{}]}'])
def test_an_index_that_cannot_be_read_is_named_and_the_pages_are_read(
    site: Published, audited: Callable[..., Ran], content: str
) -> None:
    (site.folder / "index.json").write_text(content, "utf-8")
    ran = audited(site, "--json")
    assert codes(ran) == {("", "false", "index-not-understood")}
    assert len(ran.json["badges"]) == len(BADGES)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "URL|DIR is missing. For help, run: wallet audit --help"),
        (("nowhere",), 2, "URL|DIR cannot be used: Give the address of a site, or the folder of a built one."),
        (("--base-url", "mine", "."), 2, "--base-url cannot be used: Give a full address, such as"),
        (("http://shiomi.example/",), 1, "is not a secure (https) address"),
        (("https://nowhere.example/",), 1, "https://nowhere.example/ did not answer"),
    ],
)
def test_what_cannot_be_audited_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], status: int, said: str
) -> None:
    ran = run_wallet(tmp_path, capsys, "audit", "--resources", resources(tmp_path, OFFLINE), *arguments)
    assert (ran.status, ran.stdout, len(ran.complaints)) == (status, "", 1)
    assert said in ran.stderr


def test_a_folder_must_say_where_it_is_published_and_hold_a_site(
    site: Published, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index = resources(tmp_path, OFFLINE)
    (tmp_path / "empty").mkdir()
    ran = run_wallet(tmp_path, capsys, "audit", "--resources", index, tmp_path / "empty")
    assert (ran.status, "--base-url" in ran.stderr) == (1, True)
    (tmp_path / "empty" / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    ran = run_wallet(tmp_path, capsys, "audit", "--resources", index, "--base-url", BASE, tmp_path / "empty")
    assert (ran.status, "neither index.json nor sitemap.xml" in ran.stderr) == (1, True)
    (site.folder / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    arguments = ("audit", "--json", "--at", DAY, "--resources", site.issuers, "--base-url", BASE[:-1], site.folder)
    assert run_wallet(tmp_path, capsys, *arguments).status == 0


def test_a_site_without_badges_is_no_portfolio(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "<!doctype html><html><title>x</title><h1>x</h1>"
    listed = f"<urlset><url><loc>{BASE}</loc></url></urlset>"
    files = {"page": page.encode(), "map": listed.encode()}
    index = resources(tmp_path, {BASE: "page", f"{BASE}sitemap.xml": "map"}, files)
    ran = run_wallet(tmp_path, capsys, "audit", "--resources", index, BASE)
    assert (ran.status, "shows no badge that could be checked" in ran.stderr) == (1, True)


@pytest.mark.parametrize(("language", "word"), [("en", "Example: "), ("ja", "例：")])
def test_help_has_an_example(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, word: str) -> None:
    ran = run_wallet(tmp_path, capsys, "audit", "--help", language=language)
    assert f"{word}wallet audit https://" in ran.stdout
