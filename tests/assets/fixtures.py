"""Files for tests that read files: one valid badge for each container and suite, and files that are no badge.

``manifest.json`` says what each badge is; ``resources/index.json`` answers what verifying them asks for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from tests.assets.credentials import EXTENSIONS_CONTEXT
from tests.assets.issuers import HISAKATA, SHIORI, WARPWEFT, Issuer, json_resource
from tests.assets.keys import Ed25519Key, SigningKey, ed25519_key, p256_key, p384_key
from tests.assets.samples import (
    CREATED,
    badge_json,
    badge_jws,
    badge_png,
    badge_svg,
    did_key,
    method_of,
    sample_credential,
    sample_picture,
)
from tests.assets.selective import Disclosure, base_proof, derived_proof, sign
from tests.assets.status_lists import bitstring_entry, bitstring_list, revocation_list
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource

__all__ = ["fixture_files"]

_LIST = "https://credentials.hisakata-u.example/status/samples"
_REVOKED = "https://credentials.hisakata-u.example/status/samples-revoked.json"


def fixture_files() -> Mapping[str, bytes]:
    """Path under ``tests/fixtures`` → bytes."""
    badges = {name: content for name, content, _ in _badges()}
    manifest: JsonValue = {name: expected for name, _, expected in _badges()}
    return {
        **{f"badges/{name}": content for name, content in badges.items()},
        "badges/manifest.json": _pretty(manifest),
        **{f"resources/{name}": content for name, content in _resource_files()},
        **dict(_not_badges()),
    }


def _expected(container: str, securing: str, verdict: str = "verified", data_model: str = "VCDM 2.0") -> JsonObject:
    return {"container": container, "securing": securing, "verdict": verdict, "data_model": data_model}


def _badges() -> Iterator[tuple[str, bytes, JsonObject]]:
    yield from _embedded()
    yield from _further_suites()
    yield from _enveloped()
    yield from _pictures()
    yield from _with_status()


def _embedded() -> Iterator[tuple[str, bytes, JsonObject]]:
    suite = "eddsa-rdfc-2022"
    yield "eddsa-rdfc-2022.json", badge_json(), _expected("json", suite)
    yield "did-web.json", _issued_by(HISAKATA), _expected("json", suite)
    expired = badge_json(validUntil="2025-12-31T23:59:59Z")
    yield "expired.json", expired, _expected("json", suite, "expired")
    later = badge_json(validFrom="2031-01-01T00:00:00Z")
    yield "not-yet-valid.json", later, _expected("json", suite, "not_yet_valid")
    suite = "Ed25519Signature2020"
    yield "ed25519-2020.json", badge_json(suite=suite), _expected("json", suite)
    older = badge_json(suite=suite, data_model="1.1")
    yield "ed25519-2020-vcdm-1.1.json", older, _expected("json", suite, data_model="VCDM 1.1")


def _further_suites() -> Iterator[tuple[str, bytes, JsonObject]]:
    for suite, key, name in (
        ("eddsa-jcs-2022", ed25519_key("suites"), "eddsa-jcs-2022"),
        ("eddsa-2022", ed25519_key("suites"), "eddsa-2022"),
        ("ecdsa-rdfc-2019", p256_key("suites"), "ecdsa-rdfc-2019-p256"),
        ("ecdsa-rdfc-2019", p384_key("suites"), "ecdsa-rdfc-2019-p384"),
        ("ecdsa-jcs-2019", p256_key("suites"), "ecdsa-jcs-2019-p256"),
        ("ecdsa-jcs-2019", p384_key("suites"), "ecdsa-jcs-2019-p384"),
    ):
        badge = badge_json(suite=suite, key=key, method=method_of(key), issuer=_profile(key))
        yield f"{name}.json", badge, _expected("json", suite)
    yield "ecdsa-sd-2023.json", _pretty(derived_proof(_disclosed())), _expected("json", "ecdsa-sd-2023")
    base = _pretty(base_proof(_disclosed(), []))
    yield "ecdsa-sd-2023-base.json", base, _expected("json", "ecdsa-sd-2023", "invalid")


def _disclosed() -> Disclosure:
    key = p256_key("suites")
    credential = sample_credential(issuer=_profile(key))
    return sign(credential, key, method_of(key), CREATED, is_mandatory=lambda _: False)


def _profile(key: SigningKey) -> JsonObject:
    return {"id": did_key(key), "type": ["Profile"], "name": "Sample Issuer"}


def _enveloped() -> Iterator[tuple[str, bytes, JsonObject]]:
    yield "eddsa.jws", badge_jws(), _expected("jwt", "VC-JWT EdDSA")
    yield "es256.jws", _enveloped_by(SHIORI), _expected("jwt", "VC-JWT ES256")
    curve = p384_key("suites")
    es384 = badge_jws(key=curve, kid=method_of(curve), issuer=_profile(curve), header={"typ": "vc+jwt", "cty": "vc"})
    yield "es384-vc.jws", es384, _expected("jwt", "VC-JWT ES384")
    yield "rs256.jws", _enveloped_by(WARPWEFT), _expected("jwt", "VC-JWT RS256")
    older = _enveloped_by(WARPWEFT, "1.1")
    yield "rs256-vcdm-1.1.jws", older, _expected("jwt", "VC-JWT RS256", data_model="VCDM 1.1")


def _pictures() -> Iterator[tuple[str, bytes, JsonObject]]:
    yield "json.png", badge_png(), _expected("png", "eddsa-rdfc-2022")
    yield "jwt.png", badge_png(badge_jws()), _expected("png", "VC-JWT EdDSA")
    yield "json.svg", badge_svg(), _expected("svg", "eddsa-rdfc-2022")
    yield "jwt.svg", badge_svg(badge_jws()), _expected("svg", "VC-JWT EdDSA")


def _with_status() -> Iterator[tuple[str, bytes, JsonObject]]:
    suite = "eddsa-rdfc-2022"
    listed: JsonObject = {"id": _REVOKED, "type": "1EdTechRevocationList"}
    for name, index, verdict in (("in-force", 7, "verified"), ("revoked", 8, "revoked")):
        entry = bitstring_entry(_LIST, index)
        yield f"bitstring-{name}.json", _issued_by(HISAKATA, credentialStatus=entry), _expected("json", suite, verdict)
        identifier = f"https://credentials.hisakata-u.example/credentials/{name}"
        badge = _issued_by(HISAKATA, (EXTENSIONS_CONTEXT,), id=identifier, credentialStatus=listed)
        yield f"revocation-list-{name}.json", badge, _expected("json", suite, verdict)


def _issued_by(issuer: Issuer, contexts: tuple[str, ...] = (), **members: JsonValue) -> bytes:
    assert isinstance(issuer.key, Ed25519Key)
    first = sample_credential()["@context"]
    assert isinstance(first, list)
    members = {"@context": [*first, *contexts], "issuer": issuer.profile, **members}
    return badge_json(key=issuer.key, method=issuer.method, before=lambda credential: credential.update(members))


def _enveloped_by(issuer: Issuer, data_model: str = "2.0") -> bytes:
    return badge_jws(key=issuer.key, kid=issuer.method, data_model=data_model, issuer=issuer.profile)


def _resource_files() -> Iterator[tuple[str, bytes]]:
    index: dict[str, JsonValue] = {}
    for resource in _resources():
        name = f"{resource.digest[:16]}.json"
        index[resource.url] = {"file": name, "status": resource.status, "media_type": resource.media_type}
        yield name, resource.content
    yield "index.json", _pretty(index)


def _resources() -> Iterator[Resource]:
    for issuer in (HISAKATA, SHIORI, WARPWEFT):
        yield from issuer.evidence
    bits = bitstring_list(_LIST, HISAKATA, valid_from="2026-11-15T00:00:00Z", marked=(8,))
    yield json_resource(_LIST, bits, "application/vc+ld+json")
    revoked = revocation_list(
        _REVOKED, HISAKATA, [("https://credentials.hisakata-u.example/credentials/revoked", "Issued by mistake")]
    )
    yield json_resource(_REVOKED, revoked, "application/json")


def _not_badges() -> Iterator[tuple[str, bytes]]:
    picture = badge_png()
    yield "unreadable/empty.json", b""
    yield "unreadable/letter.txt", "拝啓　バッジを添付し忘れました。\nDear reader, the badge is missing.\n".encode()
    yield "unreadable/picture-without-badge.png", sample_picture()
    yield "unreadable/truncated.png", picture[: len(picture) // 2]
    yield "unreadable/damaged-chunk.png", picture.replace(b"Sample badge", b"Sample bodge", 1)
    yield "unreadable/no-credential.json", _pretty({"title": "Shopping list", "entries": ["tea", "rice"]})
    yield "unreadable/broken.json", badge_json()[:-40]
    yield "unreadable/drawing-without-badge.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>\n'


def _pretty(value: JsonValue) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
