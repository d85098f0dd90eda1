"""Twenty thousand damaged files: never a traceback, and never called genuine when a signed byte is another."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from tests.assets import badge_json, badge_jws, badge_png, badge_svg, sample_picture
from tests.assets.assertions import KEY_URL, assertion, dump, issuer, key_document, pages, signed_assertion
from tests.assets.baking import bake_png
from tests.assets.keys import p384_key
from tests.assets.samples import ISSUER, OB_CONTEXT, VCDM_1_CONTEXT, did_key, method_of
from tests.assets.selective import derived_proof
from tests.assets.signing import canonical, canonical_text
from tests.assets.status_lists import bitstring_entry
from tests.attacks.attack import as_json
from tests.attacks.mutations import KINDS, mutated
from tests.attacks.suites import disclosed
from tests.attacks.withdrawal import LIST, issuers_list
from tests.members import member
from tests.responses import responses
from wallet.documents import SecuredDocument, Securing, extract
from wallet.errors import WalletError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.verification.report import Verdict
from wallet.verification.verifier import verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
MUTATIONS = 20_000
SEED = 20_260_601

P384 = p384_key("mutations")
P384_PROFILE: JsonValue = {"id": did_key(P384), "type": ["Profile"], "name": "Sample Issuer"}

GENUINE = frozenset({Verdict.VERIFIED, Verdict.EXPIRED, Verdict.NOT_YET_VALID, Verdict.REVOKED, Verdict.SUSPENDED})
"""Verdicts that call a badge the issuer's, whatever became of it."""


@dataclass(frozen=True, slots=True)
class Sample:
    source: bytes = field(repr=False)
    web: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def rich_badge() -> bytes:
    bilingual: JsonValue = [{"@value": "データ分析", "@language": "ja"}, {"@value": "Data analysis", "@language": "en"}]
    evidence: JsonValue = [
        {"id": "https://learner.example/work", "type": ["Evidence"], "name": bilingual, "genre": "report"}
    ]
    return badge_json(
        name=bilingual,
        validUntil="2030-01-01T00:00:00+09:00",
        evidence=evidence,
        credentialStatus=bitstring_entry(LIST, 7),
        issuer={"id": ISSUER, "type": ["Profile"], "name": "学校", "email": "a@issuer.example"},
    )


def samples() -> dict[str, Sample]:
    first = member("@context", [VCDM_1_CONTEXT, OB_CONTEXT, "https://w3id.org/security/suites/ed25519-2020/v1"])
    return {
        "eddsa-rdfc-2022": Sample(badge_json()),
        "with status list": Sample(rich_badge(), {LIST: issuers_list()}),
        "Ed25519Signature2020": Sample(badge_json(data_model="1.1", suite="Ed25519Signature2020", **first)),
        "JWS": Sample(badge_jws()),
        "PNG": Sample(badge_png()),
        "SVG": Sample(badge_svg()),
        "JWS in SVG": Sample(badge_svg(badge_jws())),
        "eddsa-jcs-2022": Sample(badge_json(suite="eddsa-jcs-2022")),
        "ecdsa-rdfc-2019": Sample(
            badge_json(suite="ecdsa-rdfc-2019", key=P384, method=method_of(P384), issuer=P384_PROFILE)
        ),
        "ecdsa-sd-2023": Sample(as_json(derived_proof(disclosed()))),
        "hosted": Sample(bake_png(sample_picture(), dump(assertion()).decode(), "openbadges"), pages()),
        "hosted JSON": Sample(dump(assertion()), pages()),
        "signed assertion": Sample(signed_assertion(), pages(issuer(publicKey=KEY_URL), key_document())),
    }


def signed_text(document: SecuredDocument) -> tuple[str, frozenset[str]]:
    """What signatures cover, found without the wallet's own canonicalization: the document, and each proof."""
    if document.jws is not None:
        return document.jws, frozenset({""})
    members = document.json
    proof = members["proof"]
    proofs = [one for one in (proof if isinstance(proof, list) else [proof]) if isinstance(one, dict)]
    unsecured: JsonObject = {name: value for name, value in members.items() if name != "proof"}
    if any("-jcs-" in str(one.get("cryptosuite")) for one in proofs):
        return canonical_text(unsecured).decode(), frozenset(canonical_text(one).decode() for one in proofs)
    return canonical(unsecured), frozenset(signed_options(one, members) for one in proofs)


def stands_there(said: JsonValue, page: JsonValue) -> bool:
    """Whether a hosted file says nothing but what its page says: the page is what is shown."""
    if isinstance(said, dict) and isinstance(page, dict):
        return all(stands_there(value, page.get(name)) for name, value in said.items() if not name.startswith("@"))
    if isinstance(said, dict) and said.keys() == {"id"}:
        return said["id"] == page
    values, there = list(as_sequence(said)), list(as_sequence(page))
    if isinstance(said, list) or isinstance(page, list):
        return all(any(stands_there(value, one) for one in there) for value in values if value is not None)
    return said is None or said == page


def says_the_same(document: SecuredDocument, original: SecuredDocument) -> bool:
    """Whether everything that the damaged file says is what was signed, or what stands on its page."""
    if document.securing is Securing.HOSTED:
        return stands_there(document.json, original.json)
    text, options = signed_text(document)
    expected = signed_text(original)
    # Another proof beside the good one is reported and takes nothing away.
    return text == expected[0] and expected[1] <= options


def signed_options(proof: JsonObject, members: JsonObject) -> str:
    """The proof's own part of what it signs, and its value."""
    configuration = {name: value for name, value in proof.items() if name != "proofValue"}
    return canonical({**configuration, "@context": members["@context"]}) + str(proof.get("proofValue"))


def verdicts(source: bytes, web: Mapping[str, bytes]) -> list[tuple[SecuredDocument, Verdict]]:
    try:
        documents = extract(source)
    except WalletError:
        return []
    return [(document, verify(document, at=AT, fetcher=responses(web)).verdict) for document in documents]


def original(sample: Sample) -> SecuredDocument:
    [(document, verdict)] = verdicts(sample.source, sample.web)
    assert verdict is Verdict.VERIFIED
    return document


def test_damage_is_never_called_genuine_and_never_ends_in_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(SEED)
    known = samples()
    originals = {name: original(sample) for name, sample in known.items()}
    counts: Counter[str] = Counter()
    for number in range(MUTATIONS):
        name, kind = chance.choice(list(known)), chance.choice(KINDS)
        damaged = mutated(known[name].source, kind, chance)
        for document, verdict in verdicts(damaged, known[name].web):
            counts[verdict.value] += 1
            if verdict in GENUINE:
                assert says_the_same(document, originals[name]), (number, name, kind)
    assert counts[Verdict.INVALID] > MUTATIONS // 10
    with capsys.disabled():
        unread = MUTATIONS - counts.total()
        sys.stdout.write(f"\n{MUTATIONS} mutations: {unread} unreadable, {dict(counts)}\n")
