"""A badge of the demo portfolio before and after it is secured."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.assets.baking import bake_png, bake_svg
from tests.assets.credentials import OB_CONTEXT, VCDM_1_CONTEXT, VCDM_2_CONTEXT, claims_for
from tests.assets.drawing.raster import to_rgba
from tests.assets.drawing.shapes import Drawing
from tests.assets.drawing.svg import to_svg
from tests.assets.issuers import RETRIEVED_AT, Issuer
from tests.assets.keys import Ed25519Key
from tests.assets.png import write_png
from tests.assets.signing import compact_json, sign_ed25519_2020, sign_eddsa_rdfc, sign_jws
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource

__all__ = ["DemoBadge", "achievement", "credential", "image", "painted"]

_SUITES = {"eddsa-rdfc-2022": sign_eddsa_rdfc, "Ed25519Signature2020": sign_ed25519_2020}


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoBadge:
    """One badge: what it says, how it is secured ("JWS" or a suite) and what carries it (json, jws, png, svg).

    `created` is the moment of an embedded proof. `drawing` makes the picture; `image_url` is where a picture that the
    file does not carry itself was fetched. `evidence` is what verification needs besides the issuer's document.
    """

    slug: str
    issuer: Issuer
    credential: JsonObject
    securing: str
    container: str
    created: str
    drawing: Callable[[], Drawing] | None = None
    image_url: str | None = None
    evidence: tuple[Resource, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of the file in the badge's folder."""
        return f"credential.{self.container}"

    def content(self) -> bytes:
        """The whole file, secured and baked."""
        if self.container == "png":
            return bake_png(self._pixels(), self._secured_text())
        if self.container == "svg":
            return bake_svg(self._svg(), self._secured_text())
        if self.container == "json":
            return (json.dumps(self._with_proof(), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
        return self._secured_text().encode("ascii")

    def resources(self) -> tuple[Resource, ...]:
        """Everything kept as evidence."""
        return (*self.issuer.evidence, *self.evidence, *self._pictures())

    def _pictures(self) -> tuple[Resource, ...]:
        if self.image_url is None:
            return ()
        content = self._svg().encode("utf-8")
        picture = Resource(url=self.image_url, content=content, media_type="image/svg+xml", retrieved_at=RETRIEVED_AT)
        return (picture,)

    def _secured_text(self) -> str:
        if self.securing == "JWS":
            claims = claims_for(self.credential)
            return sign_jws(claims, self.issuer.key, self.issuer.key.algorithm, self.issuer.method)
        return compact_json(self._with_proof()).decode("utf-8")

    def _with_proof(self) -> JsonObject:
        key = self.issuer.key
        assert isinstance(key, Ed25519Key)
        return _SUITES[self.securing](self.credential, key, self.issuer.method, self.created)

    def _pixels(self) -> bytes:
        assert self.drawing is not None
        return painted(self.drawing)

    def _svg(self) -> str:
        assert self.drawing is not None
        return to_svg(self.drawing())


@cache
def painted(draw: Callable[[], Drawing]) -> bytes:
    """A drawing as PNG; each takes a second or two to paint."""
    drawing = draw()
    return write_png(drawing.size, drawing.size, to_rgba(drawing))


def image(url: str, caption: JsonValue) -> JsonObject:
    """A picture with its alternative text."""
    return {"id": url, "type": "Image", "caption": caption}


def achievement(
    url: str, *, name: JsonValue, description: JsonValue, criteria: JsonValue, kind: str, **members: JsonValue
) -> JsonObject:
    """An achievement; `criteria` is the narrative in Markdown."""
    return {
        "id": url,
        "type": ["Achievement"],
        "achievementType": kind,
        "name": name,
        "description": description,
        "criteria": {"id": f"{url}/criteria", "narrative": criteria},
        **members,
    }


def credential(
    identifier: str,
    issuer: Issuer,
    subject: JsonObject,
    *,
    valid_from: str,
    valid_until: str | None = None,
    data_model: str = "2.0",
    contexts: tuple[str, ...] = (),
    **members: JsonValue,
) -> JsonObject:
    """An unsigned credential under VCDM "2.0" or "1.1"; the type of the subject is added."""
    newer = data_model == "2.0"
    made: JsonObject = {
        "@context": [VCDM_2_CONTEXT if newer else VCDM_1_CONTEXT, OB_CONTEXT, *contexts],
        "id": identifier,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": issuer.profile,
        "validFrom" if newer else "issuanceDate": valid_from,
    }
    if valid_until is not None:
        made["validUntil" if newer else "expirationDate"] = valid_until
    return {**made, **members, "credentialSubject": {"type": ["AchievementSubject"], **subject}}
