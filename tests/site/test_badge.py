from __future__ import annotations

from dataclasses import replace

import pytest

from tests.site.sample import badge, report, sample_badges, sample_portfolio
from wallet.credentials.model import Achievement, AchievementSubject, IdentityObject, Profile, Result, ResultDescription
from wallet.fields import JsonObject
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.site.badge import badge_view
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.site.recipients import recipient_runs
from wallet.site.results import result_views
from wallet.site.views import BadgeView
from wallet.verification.report import Check, Outcome

BASE = "https://mio.example/portfolio/"
ENGLISH = Reader(catalog=load_catalog("en"))
JAPANESE = Reader(catalog=load_catalog("ja"))
SAMPLE = {entry.slug: entry for entry in sample_badges()}


def view(entry: BadgeEntry, reader: Reader = ENGLISH) -> BadgeView:
    return badge_view(reader, entry, sample_portfolio(), BASE)


def facts(found: BadgeView) -> dict[str, str]:
    return {
        fact.label: fact.date.text if fact.date else " / ".join(run.text for run in fact.values) for fact in found.facts
    }


def test_a_translation_is_the_learners_and_the_original_stands_beside_it() -> None:
    title = view(SAMPLE["ds-literacy"]).title
    assert title.translated
    assert title.main.text == "Data Science and AI for All Students (Literacy Level)"
    assert title.original is not None
    assert (title.original.text[:7], title.original.language) == ("データサイエン", "ja")


def test_an_issuers_own_words_in_the_readers_language_need_no_translation() -> None:
    title = view(SAMPLE["ds-literacy"], JAPANESE).title
    assert (title.translated, title.original, title.main.language) == (False, None, None)


def test_the_facts_are_those_of_the_file() -> None:
    found = facts(view(SAMPLE["ds-literacy"]))
    assert found["Kind"] == "Microcredential"
    assert found["Issued"] == "16 December 2022"
    assert found["Valid until"] == "no expiry date"
    assert found["Period of study"] == "8 April 2022 to 30 November 2022"
    assert (found["Credits earned"], found["Language"], found["Code"]) == ("8", "Japanese", "DS-100")


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        (IdentityObject(hashed=True, identity_hash="sha256$0f", identity_type="emailAddress", salt="x"), "salted hash"),
        (IdentityObject(hashed=True, identity_hash="sha256$0f", identity_type="emailAddress"), "without a salt"),
        (IdentityObject(hashed=False, identity_hash="mio@mail.example", identity_type="emailAddress"), "not repeated"),
        (IdentityObject(hashed=False, identity_hash="mio@mail.example", identity_type="name"), "not repeated"),
        (IdentityObject(hashed=False, identity_hash="B123", identity_type="studentId"), "a student number"),
        (IdentityObject(hashed=False, identity_hash="B123", identity_type="ext:guild"), "“guild”"),
    ],
)
def test_a_recipient_is_described_and_not_repeated(identity: IdentityObject, words: str) -> None:
    subject = AchievementSubject(identifier=(identity,), achievement=Achievement(id=None, name=Text.of("x")))
    (run,) = recipient_runs(ENGLISH, subject)
    assert words in run.text
    assert identity.identity_hash not in run.text


def test_a_mail_address_as_an_id_is_not_repeated() -> None:
    subject = AchievementSubject(id="mailto:mio@mail.example", achievement=Achievement(id=None, name=Text.of("x")))
    assert "mio@" not in recipient_runs(ENGLISH, subject)[0].text


def test_a_file_that_names_nobody_says_so() -> None:
    subject = AchievementSubject(achievement=Achievement(id=None, name=Text.of("x")))
    assert recipient_runs(ENGLISH, subject)[0].text == "The file does not say whom it was issued to."


def test_results_come_with_their_scale() -> None:
    grade, percentage = result_views(ENGLISH, SAMPLE["ds-literacy"].credential.credential_subject)
    assert (grade.value.text, grade.value.language) == ("優", "ja")
    assert [(fact.label, [run.text for run in fact.values]) for fact in percentage.scale] == [
        ("Scale", ["0 to 100"]),
        ("Required", ["60"]),
    ]
    assert percentage.value.text == "92 %"


def test_a_result_that_says_nothing_is_left_out() -> None:
    achievement = Achievement(id=None, name=Text.of("x"), result_description=(ResultDescription(id="urn:d"),))
    subject = AchievementSubject(achievement=achievement, result=(Result(result_description="urn:d"),))
    assert result_views(ENGLISH, subject) == ()


def test_descriptors_are_stated_or_not_and_never_guessed() -> None:
    shown = view(SAMPLE["ds-literacy"])
    found = {item.label: item for item in shown.descriptors}
    assert len(found) + len(shown.unstated) == 16
    assert found["Level"].values[0].text == "EQF level 5"
    assert found["Learning outcomes"].values[0].text == "データ・AI利活用"
    assert found["Country or region of the issuer"].values[0].text == "Japan"
    assert shown.unstated == (
        "Type of assessment",
        "Form of participation",
        "Quality assurance",
        "Prerequisites",
        "Supervision and identity check",
        "Counts towards",
    )


def test_a_learners_note_counts_as_the_learners_statement() -> None:
    found = {item.label: item.source for item in view(SAMPLE["python-basics"]).descriptors}
    assert found["Further details"] == "learner"


def test_every_check_is_reported_in_order() -> None:
    found = view(SAMPLE["workshop"])
    assert [check.check for check in found.checks] == [check.value for check in Check]
    assert {check.outcome_words for check in found.checks} >= {"Passed", "Could not be checked", "Not checked"}


def test_only_a_confirmed_signature_lets_the_issuer_speak() -> None:
    assert view(SAMPLE["ds-literacy"]).signed
    assert view(SAMPLE["first-aid"]).signed
    assert not view(SAMPLE["workshop"]).signed
    assert not view(SAMPLE["altered"]).signed


def test_an_issuer_is_known_by_its_identifier_and_not_by_its_name() -> None:
    issuer = view(SAMPLE["ds-literacy"]).issuer
    assert issuer.known_as is not None
    assert (issuer.known, issuer.known_as.text, issuer.known_as.language) == (True, "土佐海浜大学", "ja")
    impostor = replace(SAMPLE["ds-literacy"].credential.issuer, id="did:web:evil.example")
    credential = replace(SAMPLE["ds-literacy"].credential, issuer=impostor)
    assert not view(replace(SAMPLE["ds-literacy"], credential=credential)).issuer.known


def test_each_endorsement_has_a_state_even_where_the_report_has_none() -> None:
    entry = SAMPLE["ds-literacy"]
    (endorsement,) = view(entry).endorsements
    assert endorsement.outcome == "passed"
    unreported = replace(entry, report=SAMPLE["altered"].report)
    assert view(unreported).endorsements[0].outcome == "undetermined"


def test_a_note_in_another_language_is_shown_as_such() -> None:
    note = view(SAMPLE["python-basics"]).note
    assert note is not None
    assert (note.other_language, note.body.language) == ("Japanese", "ja")
    assert view(SAMPLE["first-aid"]).note is None


def test_the_original_can_be_checked_elsewhere() -> None:
    json_original = view(SAMPLE["ds-literacy"]).original
    assert json_original.command == f"wallet verify {BASE}badges/ds-literacy/credential.json"
    assert "vc=https%3A%2F%2Fmio.example%2Fportfolio%2Fbadges%2Fds-literacy" in json_original.verifiers[0].url
    assert view(SAMPLE["workshop"]).original.verifiers == ()
    png_original = view(SAMPLE["python-basics"]).original
    assert png_original.text_address == "badges/python-basics/credential.json"


def test_share_links_carry_the_page_and_nothing_personal() -> None:
    share = view(SAMPLE["first-aid"]).share
    assert share.profile
    linkedin = share.profile.url
    shares = {link.label.text: link.url for link in share.targets} | {"LinkedIn": linkedin}
    assert "issueYear=2021&issueMonth=6&expirationYear=2024&expirationMonth=6" in linkedin
    page = "https%3A%2F%2Fmio.example%2Fportfolio%2Fen%2Fbadges%2Ffirst-aid%2F"
    assert all(page in url for url in shares.values())
    assert shares["Send by mail"].startswith("mailto:?subject=%E6%95%91%E5%91%BD%E8%AC%9B%E7%BF%92&body=")


def test_a_badge_and_an_issuer_without_a_name_say_so() -> None:
    entry = badge("x", Achievement(id=None, name=Text.of(" ")), issuer=Profile(id=None, name=Text.of("")))
    found = view(entry)
    assert found.title.main.text == found.issuer.name.text == "no name stated"


def test_hostile_text_is_made_visible() -> None:
    assert view(SAMPLE["workshop"]).title.main.text.startswith("⟨U+202E⟩gnihsif")
    entry = badge("x", Achievement(id=None, name=Text.of("lone \ud800 surrogate")))
    assert view(entry).title.main.text == "lone ⟨U+D800⟩ surrogate"


def test_nothing_is_called_the_issuers_word_that_anybody_could_have_signed() -> None:
    proof: JsonObject = {"suite": "eddsa-rdfc-2022", "method": "did:key:z6Mk#z6Mk", "published_key": True}
    found = report({Check.PROOF: (Outcome.PASSED, "proof.published-key", proof)})
    assert view(SAMPLE["ds-literacy"]).signed
    assert not view(replace(SAMPLE["ds-literacy"], report=found)).signed
