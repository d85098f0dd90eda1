"""Test material that is signed as issuers sign: small samples for tests, the demo portfolio, and fixture files.

``python -m tests.assets`` writes the demo's signed files into ``content/`` and the fixtures into ``tests/fixtures/``.
Tests take single badges from here: `badge_json`, `badge_jws`, `badge_png` and `badge_svg` return the bytes of a valid
badge, signed after any change or changed after signing.
"""

from __future__ import annotations

from tests.assets.samples import (
    badge_json,
    badge_jws,
    badge_png,
    badge_svg,
    sample_credential,
    sample_picture,
    signed,
)

__all__ = ["badge_json", "badge_jws", "badge_png", "badge_svg", "sample_credential", "sample_picture", "signed"]
