"""A badge page sends its reader to the verifier of the DCC where that verifier says what the page says."""

from __future__ import annotations

from tests.interop.comparing import compare
from tests.interop.samples import Sample, demo_samples, fixture_samples
from wallet.resolution.fetching import EvidenceFetcher
from wallet.site.elsewhere import is_understood_elsewhere
from wallet.verification.verifier import verify


def offered(one: Sample) -> bool:
    found = verify(one.secured[-1], at=one.at, fetcher=EvidenceFetcher(one.resources))
    return found.credential is not None and is_understood_elsewhere(found.credential, found.securing)


def test_what_is_offered_for_checking_elsewhere_gets_the_same_answer_there() -> None:
    samples = [one for one in (*demo_samples(), *fixture_samples()) if one.kind == "credential" and offered(one)]
    found = [one for name, one in compare(samples).items() if name.startswith("verifier-core")]
    assert sum(one.sample.is_verified for one in found) >= 14
    assert any(not one.sample.is_verified for one in found)
    assert [str(one) for one in found if not one.agrees] == []
