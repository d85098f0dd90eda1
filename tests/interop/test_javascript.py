"""What the wallet verifies, the JavaScript stack verifies, and what the wallet refuses it refuses, or it is listed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from tests.assets.issuers import HISAKATA
from tests.assets.keys import ed25519_key
from tests.assets.samples import VCDM_2_CONTEXT, badge_json, badge_jws, did_key, method_of
from tests.assets.status_lists import bitstring_entry, bitstring_list
from tests.attacks.attack import as_json, changed, in_proof
from tests.attacks.test_table import TABLE
from tests.interop.comparing import Comparison, compare, differing, report
from tests.interop.disagreements import DISAGREEMENTS
from tests.interop.samples import Sample, demo_samples, fixture_samples, sample
from wallet.verification.report import Verdict

STRANGER = ed25519_key("stranger")
LIST = "https://credentials.hisakata-u.example/status/interop"


def attack_samples() -> Iterator[Sample]:
    """The attacks on credentials; those on pictures, on hosted badges and on the network are no matter of a proof."""
    for attack in TABLE:
        web = {url: answer for url, answer in attack.web.items() if isinstance(answer, bytes)}
        found = sample(attack.name, attack.sample(), web)
        is_hosted = found.source.startswith(b"{") and b"w3id.org/openbadges/v2" in found.source
        is_picture = found.source.startswith((b"\x89PNG", b"<"))
        about_network = attack.code.startswith("resolution.")
        if not (is_hosted or is_picture or about_network or attack.name.startswith("signed assertion")):
            yield found


@cache
def everything() -> Mapping[str, Comparison]:
    return compare((*demo_samples(), *fixture_samples(), *attack_samples()))


def verified_among(names: set[str]) -> tuple[set[str], set[str]]:
    """Which of these samples the wallet verifies, and which at least one verifier of the stack."""
    found = [one for one in everything().values() if one.sample.name in names]
    here = {one.sample.name for one in found if one.sample.is_verified}
    return here, {one.sample.name for one in found if one.theirs.answer == "verified"}


def test_every_answer_agrees_or_is_listed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    found = everything()
    report("the demo, the fixtures and the attacks", found, capsys)
    listed = {name: str(found[name]) for name in differing(found)}
    assert listed.keys() == DISAGREEMENTS.keys(), listed


def test_a_portfolio_would_be_believed_by_the_stack_as_it_is_by_the_wallet() -> None:
    demo = {one.name for one in demo_samples()}
    here, there = verified_among(demo)
    assert len(here) >= 13
    assert there == here


def test_every_suite_is_verified_by_at_least_one_of_the_verifiers() -> None:
    here, there = verified_among({one.name for one in fixture_samples()})
    assert len(here) >= 22
    # verifier-core passes over the list on which one badge stands as revoked, and this is listed.
    assert there - {"revocation-list-revoked.json"} == here


def test_attacks_are_many_and_not_one_is_missed_by_the_wallet() -> None:
    found = everything()
    attacks = {one.name for one in attack_samples()}
    refused = {one.sample.name for one in found.values() if one.sample.name in attacks and not one.sample.is_verified}
    assert len(refused) > 60


def in_force_and(index: int) -> Sample:
    entry = bitstring_entry(LIST, index)
    lists = bitstring_list(LIST, HISAKATA, valid_from="2026-01-01T00:00:00Z", marked=(8,))
    badge = badge_json(key=HISAKATA.key, method=HISAKATA.method, issuer=HISAKATA.profile, credentialStatus=entry)
    document = as_json(HISAKATA.controller_document)
    assert HISAKATA.document_url is not None
    return sample(f"entry {index}", badge, {LIST: as_json(lists), HISAKATA.document_url: document})


def without_its_key(one: Sample) -> Sample:
    kept = tuple(found for found in one.resources if found.url != HISAKATA.document_url)
    return Sample(name="no key document", source=one.source, at=one.at, resources=kept)


def enveloped(token: bytes) -> bytes:
    address = f"data:application/vc+jwt,{token.decode()}"
    return as_json({"@context": VCDM_2_CONTEXT, "id": address, "type": "EnvelopedVerifiableCredential"})


CHANGED = b".".join((*badge_jws().split(b".")[:2], badge_jws(name="Other").split(b".")[2]))
SAMPLES = {
    "genuine": (sample("genuine", badge_json()), Verdict.VERIFIED, ""),
    "genuine token": (sample("genuine token", badge_jws()), Verdict.VERIFIED, ""),
    "in force": (in_force_and(7), Verdict.VERIFIED, ""),
    "revoked": (in_force_and(8), Verdict.REVOKED, "the bit for revocation is set"),
    "no key": (without_its_key(in_force_and(7)), Verdict.UNDETERMINED, "404"),
    "envelope": (sample("envelope", enveloped(badge_jws())), Verdict.VERIFIED, ""),
    "changed token in an envelope": (
        sample("changed in an envelope", enveloped(CHANGED)),
        Verdict.INVALID,
        "signature verification failed",
    ),
    "changed value": (
        sample("changed", badge_json(after=changed(name="Doctor"))),
        Verdict.INVALID,
        "Invalid signature",
    ),
    "changed token": (
        sample("changed token", CHANGED),
        Verdict.INVALID,
        "signature verification failed",
    ),
    "wrong key": (
        sample("wrong key", badge_json(key=STRANGER)),
        Verdict.INVALID,
        "Invalid signature",
    ),
    "key of another": (
        sample("key of another", badge_json(key=STRANGER, method=method_of(STRANGER))),
        Verdict.INVALID,
        "Credential issuer must match",
    ),
    "wrong purpose": (
        sample("wrong purpose", badge_json(after=in_proof(proofPurpose="authentication"))),
        Verdict.INVALID,
        "insufficient proofs matched",
    ),
    "proof stripped": (
        sample("stripped", badge_json(after=lambda document: document.__delitem__("proof"))),
        Verdict.INVALID,
        "No matching proofs",
    ),
    "term that no context defines": (
        sample("undefined", badge_json(before=None, after=changed(honours="highest"))),
        Verdict.INVALID,
        "Safe mode",
    ),
    "expired": (
        sample("expired", badge_json(validUntil="2026-01-01T00:00:00Z")),
        Verdict.EXPIRED,
        'is after "validUntil"',
    ),
    "not yet valid": (
        sample("not yet", badge_json(validFrom="2031-01-01T00:00:00Z")),
        Verdict.NOT_YET_VALID,
        'is before "validFrom"',
    ),
    "issuer exchanged": (
        sample("issuer", badge_json(after=changed(issuer=did_key(STRANGER)))),
        Verdict.INVALID,
        "Invalid signature",
    ),
}


def test_both_refuse_for_the_same_reason() -> None:
    found = compare(one for one, _, _ in SAMPLES.values())
    for name, (one, verdict, why) in SAMPLES.items():
        theirs = found[f"{one.kind}: {one.name}"].theirs
        assert one.verdicts == (verdict,), name
        assert theirs.answer == ("verified" if verdict is Verdict.VERIFIED else "failed"), (name, theirs)
        assert why in theirs.why, (name, theirs)


def test_the_stack_is_no_yes_man_about_what_it_is_asked() -> None:
    text = json.loads(badge_json())
    text["credentialSubject"]["achievement"]["name"] = "Doctor"
    found = compare([sample("within", as_json(text))])
    assert {one.theirs.answer for one in found.values()} == {"failed"}
