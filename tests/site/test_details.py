from __future__ import annotations

import pytest

from tests.site.sample import report
from wallet.fields import JsonObject
from wallet.language.catalogs import load_catalog
from wallet.site.checks import check_views
from wallet.site.details import details_of
from wallet.site.reader import Reader
from wallet.verification.report import Check, CheckResult, Outcome

ENGLISH, JAPANESE = (Reader(catalog=load_catalog(language)) for language in ("en", "ja"))
DAY = "2026-10-02T00:00:00+00:00"
NOT_WITHDRAWN: JsonObject = {"outcome": "passed", "code": "status.not-withdrawn", "confirmed_at": DAY}
KEY = "did:web:badges.tosa-kaihin.example#key-1"
STRANGER = "did:web:stranger.example"


def details(check: Check, code: str, facts: JsonObject, reader: Reader = ENGLISH) -> tuple[str, ...]:
    return details_of(reader, CheckResult(check=check, outcome=Outcome.PASSED, code=code, facts=facts))


def test_an_ordinary_badge_has_none() -> None:
    found = check_views(ENGLISH, report())
    assert len(found) == len(Check)
    assert all(view.details == () for view in found)


def test_each_of_several_status_entries_is_told_once() -> None:
    message: JsonObject = {"outcome": "passed", "code": "status.message", "confirmed_at": DAY, "message": "on leave"}
    facts: JsonObject = {"confirmed_at": DAY, "entries": [NOT_WITHDRAWN, message, NOT_WITHDRAWN]}
    found = details(Check.STATUS, "status.not-withdrawn", facts)
    assert found == ("The issuer's list of 2 October 2026 says about this badge: “on leave”. That is no withdrawal.",)


def test_a_proof_of_a_stranger_is_not_told_without_whose_key_it_is() -> None:
    proof: JsonObject = {
        "proof": "passed",
        "issuer": "failed",
        "code": "proof.signature-valid",
        "facts": {"suite": "eddsa-jcs-2022", "method": f"{STRANGER}#k"},
        "issuer_code": "method.other-controller",
        "issuer_facts": {"method": f"{STRANGER}#k", "controller": STRANGER, "issuer": "did:web:x.example"},
    }
    (found,) = details(
        Check.PROOF, "proof.signature-valid", {"suite": "eddsa-rdfc-2022", "method": KEY, "proofs": [proof]}
    )
    assert "eddsa-jcs-2022" in found
    assert found.count(STRANGER) > 1


@pytest.mark.parametrize(("reader", "words"), [(ENGLISH, "Shown here is"), (JAPANESE, "2026年10月2日時点")])
def test_a_newer_version_is_told_to_a_visitor_in_words_for_a_visitor(reader: Reader, words: str) -> None:
    note: JsonObject = {"code": "refresh.newer-stands", "confirmed_at": DAY, "url": "https://x.example/new"}
    (found,) = details(Check.STATUS, "status.none", {"notes": [note]}, reader)
    assert words in found
    assert "https://x.example/new" not in found


def test_registries_are_told_and_only_the_schemas_that_were_not_met() -> None:
    listed: JsonObject = {"registry": "DCC", "outcome": "listed", "code": "registry.lists", "name": "Tosa"}
    facts: JsonObject = {"registry": "DCC", "name": "Tosa", "registries": [listed]}
    assert details(Check.TRUST, "trust.listed", facts) == ("DCC: lists the issuer as Tosa.",)
    schemas: list[JsonObject] = [
        {"id": "https://x.example/a", "type": "JsonSchema", "outcome": "passed", "code": "schema.met"},
        {"id": "https://x.example/b", "type": "Other", "outcome": "undetermined", "code": "schema.unsupported-type"},
    ]
    (found,) = details(Check.CONFORMANCE, "conformance.conforms", {"specification": "OB 3.0", "schemas": [*schemas]})
    assert "https://x.example/b" in found


def test_a_second_proof_of_the_issuer_is_one_sentence() -> None:
    def proof(suite: str) -> JsonObject:
        return {
            "proof": "passed",
            "issuer": "passed",
            "code": "proof.signature-valid",
            "facts": {"suite": suite, "method": KEY},
            "issuer_code": "issuer.key-is-the-issuers",
            "issuer_facts": {"method": KEY, "issuer": "did:web:badges.tosa-kaihin.example"},
        }

    facts: JsonObject = {"suite": "a", "method": KEY, "proofs": [proof("a"), proof("b")]}
    (found,) = details(Check.PROOF, "proof.signature-valid", facts)
    assert found.startswith("The signature (b) is correct")
