"""A hosted badge of a Japanese issuer from the file that its learner was given to the page that a visitor reads."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.assets.assertions import (
    ASSERTION_URL,
    BADGE_URL,
    ISSUER_URL,
    PICTURE_URL,
    assertion,
    badge_class,
    dump,
    endorsement,
    issuer,
    pages,
)
from tests.assets.baking import bake_png
from tests.assets.samples import sample_picture
from tests.responses import responses
from wallet.errors import CredentialError, PortfolioError, ResolutionError
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, Resource
from wallet.stages.build_record import BuildSummary
from wallet.stages.building import build
from wallet.stages.importing import Change, Imported, import_badges
from wallet.stages.publishing import propose, publish
from wallet.stages.starting import NewPortfolio, start_portfolio
from wallet.store.wallet import Wallet
from wallet.verification.identity import Identity
from wallet.verification.report import Verdict

AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
LATER = AT + timedelta(days=40)
ANSWERS = NewPortfolio(url="https://a.example/portfolio/", latin="Ann Example", profile={"ja": "私", "en": "Me"})
FILE = dump(assertion())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    start_portfolio(tmp_path / "mine", ANSWERS)
    return tmp_path / "mine"


def door(contents: dict[str, bytes] | None = None) -> EvidenceFetcher:
    return responses({PICTURE_URL: sample_picture(), **(pages() if contents is None else contents)})


def add(root: Path, source: bytes = FILE, fetcher: Fetcher | None = None, *known: Identity) -> Imported:
    (found,) = import_badges(
        source,
        source_name="badge",
        wallet=Wallet(root.parent / "wallet"),
        at=AT,
        fetcher=fetcher or door(),
        identities=known,
    )
    return found


def published(root: Path, source: bytes = FILE, fetcher: Fetcher | None = None) -> Path:
    return publish(propose(add(root, source, fetcher).entry, root, slug="bosai", at=AT), root)


def built(root: Path, at: datetime = AT, fetcher: Fetcher | None = None) -> BuildSummary:
    return build(root, output=root / "output", base_url=None, at=at, timer=float, fetcher=fetcher, cards=False)


def words(root: Path, language: str) -> str:
    page = (root / "output" / language / "badges" / "bosai" / "index.html").read_text("utf-8")
    text = re.sub(r"<[^>]*>", " ", page)
    return re.sub(r"\s+", " ", html.unescape(text))


def test_everything_that_was_asked_is_kept_with_the_badge(tmp_path: Path) -> None:
    found = add(tmp_path / "x")
    assert (found.change, found.verification.verdict) == (Change.ADDED, Verdict.VERIFIED)
    assert found.entry.source == FILE
    assert (found.entry.name, found.entry.issuer_name) == ("防災図上訓練 修了", "川辺学園 公開講座室")
    assert (found.entry.issuer_id, found.entry.credential_id) == (ISSUER_URL, ASSERTION_URL)
    assert {resource.url for resource in found.entry.evidence} == {ASSERTION_URL, BADGE_URL, ISSUER_URL, PICTURE_URL}


@pytest.mark.parametrize(
    ("source", "file_name"),
    [
        (FILE, "credential.json"),
        (ASSERTION_URL.encode(), "credential.txt"),
        (bake_png(sample_picture(), FILE.decode(), "openbadges"), "credential.png"),
        (bake_png(sample_picture(), ASSERTION_URL, "openbadges"), "credential.png"),
    ],
    ids=["json", "link", "png", "png-link"],
)
def test_from_the_file_to_the_page_without_a_network(root: Path, source: bytes, file_name: str) -> None:
    folder = published(root, source)
    assert (folder / file_name).read_bytes() == source
    summary = built(root, LATER)
    assert (summary.verdicts, summary.left_out) == ({"verified": 1}, ())
    for language, said in (
        ("en", "Confirmed by the page at the issuer’s address on 1 May 2026: same content, not revoked."),
        ("ja", "2026年5月1日の時点で、発行者のアドレスにあるページが裏付けています。"),
    ):
        text = words(root, language)
        assert said in text
        assert "防災図上訓練 修了" in text
        assert "川辺学園 公開講座室" in text
    assert list((root / "output" / "badges" / "bosai").glob("*.png"))


FALSE = {
    "en": ("Signed by", "Signature", "signed text", "SIGNED", "the key"),
    "ja": ("発行者が署名した", "署名を検証", "署名は正しい", "署名の方式", "公開鍵"),
}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_word_of_the_page_claims_a_signature(root: Path, language: str) -> None:
    published(root, bake_png(sample_picture(), FILE.decode(), "openbadges"))
    built(root)
    text = words(root, language)
    assert len(text) > 1_000
    assert [claim for claim in FALSE[language] if claim in text] == []
    page = (root / "output" / language / "badges" / "bosai" / "index.html").read_text("utf-8")
    assert "application/vc" not in page
    assert f'href="{ASSERTION_URL}"' in page


class Answering:
    """A network in which some addresses answer as given, and the others do not answer."""

    def __init__(self, answers: Iterable[Resource] = (), missing: tuple[str, ...] = ()) -> None:
        self.answers = {resource.url: resource for resource in answers}
        self.missing = missing

    def fetch(self, url: str) -> Resource:
        if url in self.missing:
            raise ResolutionError("resolution.http-status", url=url, status=404)
        if url not in self.answers:
            raise ResolutionError("resolution.unreachable", url=url)
        return self.answers[url]


def answer(url: str, content: bytes, status: int = 200) -> Resource:
    return Resource(url=url, content=content, media_type="application/json", retrieved_at=LATER, status=status)


def test_a_server_that_does_not_answer_leaves_the_dated_word_in_place(root: Path) -> None:
    published(root)
    assert built(root, LATER, Answering()).verdicts == {"verified": 1}
    assert "on 1 May 2026: same content, not revoked" in words(root, "en")


def test_a_page_that_is_gone_leaves_what_it_said_and_no_claim_about_today(root: Path) -> None:
    published(root)
    summary = built(root, LATER, Answering(missing=(ASSERTION_URL,)))
    assert summary.verdicts == {"undetermined": 1}
    text = words(root, "en")
    assert "The page at the issuer’s address confirmed it earlier and is no longer there" in text
    assert "on 1 May 2026 it did not withdraw the badge" in text


def test_a_withdrawal_reaches_the_page(root: Path) -> None:
    published(root)
    gone = answer(ASSERTION_URL, dump({"id": ASSERTION_URL, "revoked": True, "revocationReason": "取り消し"}), 410)
    assert built(root, LATER, Answering([gone])).verdicts == {"revoked": 1}
    assert "Revoked by the issuer (checked on 10 June 2026)." in words(root, "en")
    assert "取り消し" in words(root, "ja")
    # What the page withdrew is kept: the next build without a network says the same.
    assert built(root, LATER).verdicts == {"revoked": 1}


def test_a_page_that_changed_its_mind_leaves_the_file_out(root: Path) -> None:
    published(root)
    other = answer(ASSERTION_URL, dump(assertion(issuedOn="2024-01-01T00:00:00Z")))
    summary = built(root, LATER, Answering([other]))
    assert [(left.slug, left.code) for left in summary.left_out] == [("bosai", "hosted.page-differs")]


@pytest.mark.parametrize("body", [b"<!doctype html><title>log in</title>", b'{"errors": ["busy"], "status": 500}'])
def test_an_error_that_is_called_success_does_not_take_the_place_of_what_was_kept(root: Path, body: bytes) -> None:
    folder = published(root)
    assert built(root, LATER, Answering([answer(url, body) for url in pages()])).verdicts == {"verified": 1}
    assert "on 1 May 2026: same content, not revoked" in words(root, "en")
    kept = {path.read_bytes() for path in (folder / "evidence").iterdir()}
    assert set(pages().values()) < kept
    assert body not in kept


def test_a_refreshed_page_has_the_new_date(root: Path) -> None:
    published(root)
    fresh = [answer(url, content) for url, content in pages().items()]
    assert built(root, LATER, Answering(fresh)).verdicts == {"verified": 1}
    assert "on 10 June 2026: same content, not revoked" in words(root, "en")


@pytest.mark.parametrize(
    ("answered", "code"),
    [
        (b"<!doctype html><title>share page</title>", "linked.web-page"),
        (b'{"errors": ["no such badge"], "status": 500}', "linked.error-answer"),
        (dump(badge_class(id=ASSERTION_URL)), "hosted.no-assertion"),
        (None, "resolution.not-kept"),
    ],
)
def test_an_address_at_which_there_is_no_badge_is_not_kept(root: Path, answered: bytes | None, code: str) -> None:
    contents = {ASSERTION_URL: answered} if answered is not None else {}
    with pytest.raises(CredentialError) as caught:
        add(root, ASSERTION_URL.encode(), responses(contents))
    assert caught.value.code == code
    assert Wallet(root.parent / "wallet").entries() == ()


def test_the_same_badge_by_file_picture_and_address_is_one_badge(root: Path) -> None:
    add(root)
    assert add(root, ASSERTION_URL.encode()).change is Change.RENEWED
    assert add(root, bake_png(sample_picture(), FILE.decode(), "openbadges")).change is Change.RENEWED
    assert len(Wallet(root.parent / "wallet").entries()) == 1


def test_a_file_that_its_page_does_not_confirm_is_kept_out_of_the_portfolio(root: Path) -> None:
    found = add(root, dump(assertion(narrative="first prize")))
    assert found.verification.verdict is Verdict.INVALID
    with pytest.raises(PortfolioError) as caught:
        propose(found.entry, root, slug=None, at=AT)
    assert caught.value.code == "publish.invalid"


def test_a_badge_whose_description_could_not_be_had_says_so(root: Path) -> None:
    found = add(root, FILE, responses({}))
    assert found.verification.verdict is Verdict.UNDETERMINED
    with pytest.raises(PortfolioError) as caught:
        propose(found.entry, root, slug=None, at=AT)
    assert caught.value.code == "publish.not-read"


def test_what_the_file_and_its_page_reveal_is_told_first(root: Path) -> None:
    plain = assertion(recipient={"type": "email", "hashed": False, "identity": "hanako@manabi.example"})
    for source in (dump(plain), ASSERTION_URL.encode()):
        entry = add(root, source, door(pages(plain))).entry
        proposal = propose(entry, root, slug=None, at=AT)
        codes = [found.code for found in proposal.disclosures]
        assert codes == ["disclosure.email-plain"]
    salted = propose(add(root, FILE).entry, root, slug=None, at=AT)
    assert [found.code for found in salted.disclosures] == ["disclosure.email-salted"]


def test_whose_badge_it_is_stays_private(root: Path) -> None:
    found = add(root, FILE, door(), Identity(type="emailAddress", value="hanako@manabi.example"))
    assert found.recipient is not None
    assert found.recipient.code == "recipient.salted-hash-matches"


def test_an_endorsement_is_shown_with_its_own_state(root: Path) -> None:
    author = issuer(id="https://quality.example/profile", name="みなも質保証", url="https://quality.example/")
    badge = badge_class(endorsement="https://quality.example/endorsements/1")
    published(root, FILE, door(pages(badge, endorsement(), author)))
    built(root)
    text = words(root, "en")
    assert "the one who endorses confirms it at their own address" in text
    assert "よく設計された訓練です。" in text
