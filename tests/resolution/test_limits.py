"""Which answers of a server count."""

from __future__ import annotations

import pytest

from wallet.errors import ResolutionError
from wallet.resolution import limits
from wallet.resolution.limits import accept_status

URL = "https://issuer.example/status"


@pytest.mark.parametrize("status", [200, 410])
def test_an_answer_and_a_withdrawal_count(status: int) -> None:
    accept_status(URL, status)


@pytest.mark.parametrize("status", [-1, 0, 100, 201, 204, 206, 300, 304, 400, 401, 403, 404, 429, 500, 503, 999])
def test_every_other_status_is_refused_and_named(status: int) -> None:
    with pytest.raises(ResolutionError) as caught:
        accept_status(URL, status)
    assert caught.value.code == "resolution.http-status"
    assert caught.value.facts == {"url": URL, "status": status}


def test_silence_ends_before_the_whole_fetch_does() -> None:
    assert 0 < limits.CONNECT_SECONDS <= limits.TOTAL_SECONDS
    assert 0 < limits.READ_SECONDS <= limits.TOTAL_SECONDS


def test_a_status_list_of_the_least_size_the_specification_allows_fits() -> None:
    # 131 072 entries of one bit, were they not compressed at all, in base64.
    assert limits.MAX_RESOURCE_BYTES > 131_072 // 8 * 4 // 3
    assert limits.MAX_REDIRECTS >= 3
