from __future__ import annotations

from time import process_time

import pytest

from tests.assets import badge_json, badge_jws
from tests.assets.samples import HOLDER
from wallet.credentials.reading import parse_credential
from wallet.documents.extraction import extract
from wallet.fields import JsonObject, JsonValue
from wallet.language.catalogs import available_languages, load_catalog
from wallet.language.sentences import sentence
from wallet.stages.disclosure import Disclosure, disclosures
from wallet.stages.mail_addresses import mail_addresses


def _disclosed(source: bytes) -> list[Disclosure]:
    (document,) = extract(source)
    credential = parse_credential(document).credential
    assert credential is not None
    return list(disclosures(document, credential))


def _codes(source: bytes) -> list[str]:
    return [found.code for found in _disclosed(source)]


def _subject(**members: JsonValue) -> bytes:
    def change(credential: JsonObject) -> None:
        subject = credential["credentialSubject"]
        assert isinstance(subject, dict)
        subject.update(members)
        if members.get("id", "kept") is None:
            del subject["id"]

    return badge_json(before=change)


def _identity(**members: JsonValue) -> JsonObject:
    return {"type": "IdentityObject", "hashed": False, "identityHash": "", "identityType": "name", **members}


def test_an_identifier_links_badges_to_one_another() -> None:
    assert _disclosed(badge_json()) == [Disclosure("disclosure.subject-id", {"id": HOLDER})]


@pytest.mark.parametrize(
    ("identity", "code"),
    [
        (_identity(identityHash="星野 青"), "disclosure.name-plain"),
        (_identity(identityHash="A-1", identityType="sisSourcedId"), "disclosure.identity-plain"),
        (_identity(identityHash="sha256$ab", hashed=True, identityType="emailAddress"), "disclosure.email-unsalted"),
        (
            _identity(identityHash="sha256$ab", hashed=True, identityType="emailAddress", salt="s"),
            "disclosure.email-salted",
        ),
    ],
)
def test_an_identity_is_plain_hashed_or_salted(identity: JsonObject, code: str) -> None:
    assert _codes(_subject(id=None, identifier=[identity])) == [code]


def test_a_plain_identity_is_quoted() -> None:
    identity = _identity(identityHash="ann@example.org", identityType="emailAddress")
    assert _disclosed(_subject(id=None, identifier=[identity])) == [
        Disclosure("disclosure.email-plain", {"type": "emailAddress", "value": "ann@example.org"})
    ]


def test_a_credential_name_that_is_not_the_achievement_may_be_a_persons() -> None:
    found = _disclosed(badge_json(name="Ann Example"))
    assert Disclosure("disclosure.credential-name", {"name": "Ann Example"}) in found
    assert "disclosure.credential-name" not in _codes(badge_json(name="Sample badge"))


def test_an_address_anywhere_in_the_file_is_found() -> None:
    narrative = "Written with ann@example.org in the library."
    assert Disclosure("disclosure.address-in-text", {"address": "ann@example.org"}) in _disclosed(
        _subject(narrative=narrative)
    )


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ask 山田@example.jp first", "山田@example.jp"),
        ("ann@例え.jp", "ann@例え.jp"),
        ("josé.garcía@correo.example", "josé.garcía@correo.example"),
        ("https://issuer.example/?for=ann%40example.org&x=1", "ann@example.org"),
        ("mailto:ann@example.org?subject=Badge", "ann@example.org"),
        ("mailto:%E5%B1%B1%E7%94%B0@example.jp", "山田@example.jp"),
        ("ann%2Bbadges@example.org", "ann+badges@example.org"),
        ("連絡先はann@example.co.jpまで", "ann@example.co.jp"),
        ("ann＠example．jp", "ann@example.jp"),
        ("用户@例子.广告", "用户@例子.广告"),
        ("संपर्क@डाटामेल.भारत", "संपर्क@डाटामेल.भारत"),
        ("jose\u0301@correo.example", "jose\u0301@correo.example"),
        ("（ann_b@example.org）", "ann_b@example.org"),
        ("ann@xn--r8jz45g.jp.", "ann@xn--r8jz45g.jp"),
        ("x" * 90 + "@example.org", "x" * 64 + "@example.org"),
    ],
)
def test_an_address_is_found_however_it_is_written(text: str, address: str) -> None:
    assert Disclosure("disclosure.address-in-text", {"address": address}) in _disclosed(_subject(narrative=text))


@pytest.mark.parametrize("text", ["@", "a@b", "one @ two.three", "100%40", "@example.org", "ann@", "ann@.org"])
def test_not_every_sign_is_an_address(text: str) -> None:
    assert "disclosure.address-in-text" not in _codes(_subject(narrative=text))


@pytest.mark.parametrize("text", ["a", "山", "a.", "a@", "@", "%40", "a%40", "a@a.", "a@a-", "@a", "%", "a" * 63 + "@"])
def test_a_long_text_keeps_nobody_waiting(text: str) -> None:
    (document,) = extract(_subject(narrative="short"))
    credential = parse_credential(document).credential
    assert credential is not None
    started = process_time()
    disclosures(document, credential, {"narrative": (text * 200_000)[:200_000]})
    assert process_time() - started < 2


def test_the_issuers_own_address_is_not_the_learners() -> None:
    source = badge_json(
        before=lambda credential: credential.update(
            {"issuer": {**_object(credential["issuer"]), "email": "office@issuer.example"}}
        )
    )
    assert "disclosure.address-in-text" not in _codes(source)


def _object(value: JsonValue) -> JsonObject:
    assert isinstance(value, dict)
    return value


def test_results_evidence_and_numbers_are_counted() -> None:
    source = _subject(licenseNumber="A-12", result=[{"type": ["Result"], "value": "82"}])
    codes = _codes(source)
    assert "disclosure.license-number" in codes
    assert "disclosure.results" in codes
    work: JsonValue = [{"id": "https://example.org/work", "type": ["Evidence"]}]
    assert Disclosure("disclosure.evidence", {"count": 1}) in _disclosed(badge_json(evidence=work))


def test_a_signed_token_is_looked_into_as_well() -> None:
    assert "disclosure.subject-id" in _codes(badge_jws())


def test_a_file_in_which_nothing_was_found_says_so() -> None:
    assert _codes(_subject(id=None, identifier=[])) == ["disclosure.nothing-found"]


@pytest.mark.parametrize("language", available_languages())
def test_every_finding_has_a_sentence(language: str) -> None:
    identities: JsonValue = [
        _identity(identityType=kind, identityHash="sha256$ab", hashed=hashed, salt=salt)
        for kind in ("emailAddress", "name", "sisSourcedId")
        for hashed, salt in ((False, None), (True, None), (True, "s"))
    ]
    found = _disclosed(_subject(identifier=identities, licenseNumber="1", result=[{"type": ["Result"], "value": "1"}]))
    assert len(found) == 12
    for one in found:
        assert sentence(load_catalog(language), one.code, one.facts)


@pytest.mark.parametrize("text", ["りんご3個＠100.50円", "python@3.11", "会場＠渋谷ヒカリエ8.F"])
def test_a_price_a_version_and_a_place_are_no_address(text: str) -> None:
    assert list(mail_addresses(text)) == []


def test_an_address_may_be_written_as_markup() -> None:
    assert list(mail_addresses("ann&#64;example.org")) == ["ann@example.org"]
