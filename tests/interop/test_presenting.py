"""What the learner presents with a key of their own is verified by the JavaScript stack, for that occasion alone."""

from __future__ import annotations

import json
from datetime import datetime

from tests.assets import presenting
from tests.assets.issuers import RETRIEVED_AT
from tests.interop.asking import Answer, ask
from tests.interop.comparing import compare
from tests.interop.samples import ROOT, Sample, demo_samples
from wallet.resolution.fetching import Resource


def presented(*badges: Sample) -> Sample:
    resources: dict[str, Resource] = {one.url: one for badge in badges for one in badge.resources}
    at: datetime = presenting.SIGNED_AT
    return Sample(
        name="presented",
        source=presenting.signed_demo([badge.source for badge in badges]),
        at=max(at, RETRIEVED_AT),
        resources=tuple(resources.values()),
    )


def asked(one: Sample, kind: str, challenge: str, domain: str) -> Answer:
    (answer,) = ask([one.question(kind, challenge=challenge, domain=domain)]).values()
    return answer


def verified_there() -> tuple[Sample, ...]:
    """The demo's badges of JSON that the stack verifies one by one."""
    found = compare(one for one in demo_samples() if one.kind == "credential")
    return tuple(
        one.sample for name, one in found.items() if name.startswith("cred") and one.theirs.answer == "verified"
    )


def test_a_presentation_of_good_badges_is_verified_with_all_that_is_in_it() -> None:
    badges = verified_there()
    assert len(badges) >= 6
    one = presented(*badges)
    assert len(json.loads(one.text)["verifiableCredential"]) == len(badges)
    assert one.is_verified
    assert asked(one, "presentation", presenting.DEMO_CHALLENGE, presenting.DEMO_ADDRESS).answer == "verified"


def test_the_signature_around_everything_is_the_holders_and_for_one_occasion() -> None:
    whole = presented(*demo_samples())
    assert len(json.loads(whole.text)["verifiableCredential"]) >= 14
    assert asked(whole, "holder", presenting.DEMO_CHALLENGE, presenting.DEMO_ADDRESS).answer == "verified"
    assert "challenge" in asked(whole, "holder", "another", presenting.DEMO_ADDRESS).why
    assert "domain" in asked(whole, "holder", presenting.DEMO_CHALLENGE, "https://another.example/").why


def test_the_demos_published_presentation_is_its_learners() -> None:
    source = (ROOT / "content" / "presentation.json").read_bytes()
    one = Sample(name="published", source=source, at=presenting.SIGNED_AT)
    assert asked(one, "holder", presenting.DEMO_CHALLENGE, presenting.DEMO_ADDRESS).answer == "verified"
    changed = Sample(name="changed", source=source.replace(b'"type"', b'"id": "urn:x", "type"', 1), at=one.at)
    assert asked(changed, "holder", presenting.DEMO_CHALLENGE, presenting.DEMO_ADDRESS).answer == "failed"
