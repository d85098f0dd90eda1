from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assets import badge_jws
from tests.cli.running import OFFLINE, Ran, Terminal, given, resources, run_wallet
from wallet.stages import locking

Runner = Callable[..., Ran]


@pytest.fixture
def wallet(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Runs a command inside a new portfolio, with one badge in the wallet that is not published."""
    monkeypatch.setattr(locking, "ITERATIONS", 1000)
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--url", "https://ann.example/")
    index = resources(tmp_path, OFFLINE)
    run_wallet(tmp_path, capsys, "add", "--resources", index, given(tmp_path, "badge.jws", badge_jws()))
    monkeypatch.chdir(tmp_path / "mine")
    return lambda *arguments, language="en": run_wallet(tmp_path, capsys, *arguments, language=language)


def begin(wallet: Runner, *options: str) -> Ran:
    return wallet("collection", "new", "for-kaido", "sample-badge", *(options or ("--locked",)))


def test_it_is_begun_shared_listed_shown_ended_and_removed(tmp_path: Path, wallet: Runner) -> None:
    begun = begin(wallet, "--locked", "--until", "2027-03-31", "--title", "For Kaido")
    assert begun.status == 0
    assert all(Path(line).is_file() for line in begun.stdout.splitlines())
    assert "wallet collection share for-kaido" in begun.stderr
    assert "for-kaido  locked  not shared" in wallet("collection", "list").stdout
    made = wallet("collection", "share", "for-kaido", "--yes")
    assert made.status == 0, made.stderr
    links = made.stdout.splitlines()
    assert [line.split()[0] for line in links] == ["ja", "en"]
    assert links[1].split()[1].startswith("https://ann.example/en/shared/")
    assert wallet("collection", "list").stdout == "for-kaido  locked  shared, ends when 1 April 2027 begins\n"
    assert wallet("collection", "show", "for-kaido").stdout.splitlines()[-2:] == links
    built = wallet("build")
    assert (built.status, "unlisted" in built.stderr) == (0, False)
    assert wallet("collection", "end", "for-kaido").stdout == "“for-kaido” has ended.\n"
    assert wallet("collection", "list").stdout == "for-kaido  locked  ended\n"
    assert "https" not in wallet("collection", "show", "for-kaido").stdout
    assert wallet("collection", "remove", "for-kaido", "--yes").status == 0
    assert wallet("collection", "list").stdout == ""
    assert list((tmp_path / "mine" / "content" / "locked").iterdir()) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Sharing cannot be taken back altogether: whoever has read it may have kept it"),
        ("ja", "共有は完全には取り消せません。"),
    ],
)
def test_what_cannot_be_undone_is_said_before_and_nothing_happens_without_a_yes(
    tmp_path: Path, wallet: Runner, language: str, sentence: str
) -> None:
    begin(wallet)
    ran = wallet("collection", "share", "for-kaido", language=language)
    assert (ran.status, ran.stdout) == (1, "")
    assert sentence in ran.stderr
    assert "--yes" in ran.stderr
    assert not (tmp_path / "mine" / "content" / "locked").exists()


@pytest.mark.parametrize(
    ("kind", "said"), [("--locked", "It is encrypted"), ("--unlisted", "It is not encrypted: whoever has the address")]
)
def test_each_kind_says_who_can_read_it_and_what_is_in_its_files(wallet: Runner, kind: str, said: str) -> None:
    begin(wallet, kind)
    ran = wallet("collection", "share", "for-kaido")
    assert said in ran.stderr
    assert "“sample-badge” is not published so far. Its file reveals:" in ran.stderr
    assert "identifier did:" in ran.stderr


def test_an_unlisted_page_is_made_by_builds_here_alone_and_that_is_said(tmp_path: Path, wallet: Runner) -> None:
    begin(wallet, "--unlisted")
    ran = wallet("collection", "share", "for-kaido", "--yes")
    assert "Only a build on this computer makes the page" in ran.stderr
    assert "It holds unlisted pages." in wallet("build").stderr
    address = ran.stdout.split("/shared/")[1].split("/")[0]
    assert (tmp_path / "mine" / "output" / "ja" / "shared" / address / "index.html").is_file()
    assert not (tmp_path / "mine" / "content" / "locked").exists()


def test_a_passphrase_comes_from_a_program_by_standard_input(
    tmp_path: Path, wallet: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(wallet, "--locked", "--passphrase-prompt")
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery\n"))
    ran = wallet("collection", "share", "for-kaido", "--yes")
    assert ran.status == 0, ran.stderr
    assert "#" not in ran.stdout
    assert "The passphrase is kept nowhere." in ran.stderr
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and b"correct horse" in path.read_bytes()]
    assert kept == []


def test_a_passphrase_is_asked_for_twice_and_never_shown(wallet: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(wallet, "--locked", "--passphrase-prompt")
    answers = iter(["correct horse battery", "correct horse batter"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: next(answers))
    ran = wallet("collection", "share", "for-kaido", "--yes")
    assert (ran.status, ran.complaints[-1]) == (
        1,
        "The two passphrases are not the same. Nothing was shared; try again.",
    )


@pytest.mark.parametrize("typed", ["", "\n", "short\n"])
def test_a_short_passphrase_is_refused_with_the_reason(
    wallet: Runner, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    begin(wallet, "--locked", "--passphrase-prompt")
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ran = wallet("collection", "share", "for-kaido", "--yes")
    assert (ran.status, ran.stdout) == (1, "")
    assert "The passphrase is too short: whoever has the file can guess for ever." in ran.stderr


def test_programs_are_told_in_json(wallet: Runner) -> None:
    begun = wallet("collection", "new", "for-kaido", "sample-badge", "--locked", "--json").json
    assert (begun["name"], begun["kind"], len(begun["files"])) == ("for-kaido", "locked", 3)
    made = wallet("collection", "share", "for-kaido", "--yes", "--json").json
    assert (made["kind"], made["links"].keys(), Path(made["file"]).is_file()) == ("locked", {"ja", "en"}, True)
    assert wallet("collection", "list", "--json").json == [
        {"name": "for-kaido", "kind": "locked", "state": "shared", "until": None}
    ]
    shown = wallet("collection", "show", "for-kaido", "--json").json
    assert (shown["badges"], shown["links"]) == (["sample-badge"], made["links"])


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["new", "x"], 2, "--unlisted/--locked is missing."),
        (["new", "x", "--locked", "--until", "soon"], 2, "Write a day such as 2027-03-31."),
        (["new", "For Kaido", "--locked"], 1, "for-kaido"),
        (["show", "nobody"], 1, "There is no private collection “nobody” in the wallet."),
        (["share", "nobody", "--yes"], 1, "There is no private collection “nobody” in the wallet."),
        (["end", "nobody"], 1, "There is no private collection “nobody” in the wallet."),
        (["remove", "nobody", "--yes"], 1, "There is no private collection “nobody” in the wallet."),
        (["new", "x", "--locked", "--portfolio", "nowhere"], 1, "wallet init"),
    ],
)
def test_one_thing_wrong_is_one_plain_sentence(wallet: Runner, arguments: list[str], status: int, said: str) -> None:
    ran = wallet("collection", *arguments)
    assert (ran.status, ran.stdout) == (status, "")
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "locked"', 'kind = "secret"', "“secret” is no kind of collection"),
        ('"sample-badge"', '"simple-badge"', "Did you mean sample-badge?"),
        ('# until = "2027-03-31"', 'until = "2020-01-01"', "which is over"),
        ('badges = ["sample-badge"]', "badges = []", "names no badges"),
    ],
)
def test_one_thing_wrong_in_the_file_is_named(wallet: Runner, old: str, new: str, said: str) -> None:
    file = Path(begin(wallet).stdout.splitlines()[0])
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    ran = wallet("collection", "share", "for-kaido", "--yes")
    assert (ran.status, ran.stdout) == (1, "")
    assert said in ran.stderr
    assert str(file) in ran.stderr


def test_a_changed_locked_file_stops_the_build_by_its_name(wallet: Runner) -> None:
    begin(wallet)
    file = Path(wallet("collection", "share", "for-kaido", "--yes", "--json").json["file"])
    file.write_text(file.read_text("utf-8").replace('"address"', '"adress"'), "utf-8")
    ran = wallet("build")
    assert (ran.status, file.name in ran.stderr) == (1, True)


def test_a_portfolio_with_a_locked_file_is_complete(wallet: Runner) -> None:
    begin(wallet)
    wallet("collection", "share", "for-kaido", "--yes")
    assert "locked" not in wallet("check").stdout


@pytest.mark.parametrize("command", ["new", "list", "show", "share", "end", "remove"])
@pytest.mark.parametrize(("language", "word"), [("en", "Example: "), ("ja", "例：")])
def test_each_has_help_with_an_example(wallet: Runner, command: str, language: str, word: str) -> None:
    ran = wallet("collection", command, "-h", language=language)
    assert (ran.status, f"{word}wallet collection {command}" in ran.stdout) == (0, True)
    assert f"  {command} " in wallet("collection", "-h", language=language).stdout
