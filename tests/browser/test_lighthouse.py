from __future__ import annotations

import pytest

from tests.browser.lighthouse import CERTAIN, PAGES, scores


@pytest.mark.parametrize("page", PAGES)
def test_accessibility_best_practices_and_findability_have_full_marks(address: str, page: str) -> None:
    marks, costly = scores(address + page, CERTAIN)
    assert dict(marks) == dict.fromkeys(CERTAIN, 100), costly
