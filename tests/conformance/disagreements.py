"""Entries of the corpus on which the wallet answers otherwise than expected, and why its answer stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

__all__ = ["DISAGREEMENTS"]

_HTTP = (
    "A part of the badge is named by an http address. Whoever sits on the way can answer for it, so that it is never "
    "fetched; Open Badges 2.0 gives a hosted badge no other protection than the transport."
)
_DESCRIPTION = (
    "A BadgeClass or a Profile is no badge: it was issued to nobody. Open Badges 2.0, “Badge Verification”, is about "
    "Assertions; the wallet says what the file is and what to bring instead."
)
_FRAGMENT = "The file is a part of a badge, for tests of a validator's own rules, and contains no assertion."
_EXPIRED = (
    "The badge is genuine and its time is over, or has not begun: the contract has a verdict of its own for that."
)

_BY_REASON: Mapping[str, tuple[str, ...]] = {
    _HTTP: (
        "ob20-scenario-baked-legacy-url",
        "ob20-scenario-redirect-badge-id-mismatch",
        "ob20-scenario-redirect-subject",
        "ob20-scenario-signed-valid",
        "ob20-scenario-signed-valid-empty-revocationlist",
        "ob20-scenario-signed-revoked",
        "ob20-scenario-endorsement-linked",
        "ob20-scenario-endorsement-array",
        "ob20-scenario-endorsement-as-input",
        "ob20-scenario-badgeclass-as-input",
        "ob20-scenario-legacy-1.1-issuer-redirect",
        "ob20-scenario-legacy-1.0-full",
        "ob20-scenario-legacy-0.5-full",
        "1edtech-ob20-simple-jwt",
        "1edtech-ob20-simple-not-revoked-jwt",
        "1edtech-ob20-simple-revoked-jwt",
        "1edtech-ob20-basic-assertion-with-allowed-origins-json",
        "1edtech-ob20-basic-assertion-with-allowed-origins-valid-starts-with-json",
        "1edtech-ob20-basic-assertion-with-allowed-origins-valid-multiple-starts-with-json",
        "1edtech-ob20-assertion-with-extension-node-basic-json",
        "1edtech-ob20-assertion-with-multiple-extensions-json",
        "1edtech-ob20-warning-with-redirection-json",
        "1edtech-ob20-warning-issuer-non-http-json",
    ),
    _DESCRIPTION: (
        "1edtech-ob20-assets-badgeclass1-json",
        "1edtech-ob20-assets-badge-with-data-image-json",
        "1edtech-ob20-assets-badgeclass-with-complex-image-json",
        "1edtech-ob20-issuer-compact-iri-validation-json",
        "1edtech-ob20-rdf-validation-valid-badge-class-json",
        "1edtech-ob20-rdf-validation-valid-issuer-extension-json",
        "1edtech-ob20-rdf-validation-valid-badge-class-empty-criteria-type-json",
        "1edtech-ob20-badge-class-with-language-json",
    ),
    _FRAGMENT: (
        "1edtech-ob20-rdf-validation-valid-alignment-object-json",
        "1edtech-ob20-rdf-validation-valid-cool-class-json",
    ),
    _EXPIRED: ("ob20-scenario-time-expired", "ob20-scenario-time-issued-in-future"),
    "The file is not JSON (two opening braces), which is less than undetermined.": (
        "1edtech-ob20-redirected-validation-subject-json",
    ),
    "The index of this entry answers 200, so that nothing says 410; that an answer of 410 means revoked whatever its "
    "body says (Open Badges 2.0, “Assertion Revocation”) is tested in tests/verification.": (
        "ob20-scenario-hosted-410-but-full-body",
    ),
    "The subject has no achievement, which Open Badges 3.0 (B.1.4, multiplicity 1) demands: the credential does not "
    "conform, and that is decided before its dates.": ("1edtech-ob30-simple-err-issued-json",),
    "The type 1EdTechJsonSchemaValidator2019 is defined by none of its contexts (extensions.json is missing), so that "
    "no signature covers it; and its key #key-1 is not in the issuer's document, which is a refusal and no mere lack "
    "of an answer (Controlled Identifiers 1.0, section 3.3).": ("1edtech-ob30-complete-v1-json",),
}


def _entries() -> Iterator[tuple[str, str]]:
    for reason, names in _BY_REASON.items():
        for name in names:
            yield name, reason


DISAGREEMENTS: Mapping[str, str] = dict(_entries())
"""Id of the entry → why the wallet's answer stands."""
