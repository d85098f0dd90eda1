"""A hosted badge of the demo portfolio: the file, and the pages by which its issuer confirms it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.assets.badges.demo_badge import painted
from tests.assets.baking import bake_png
from tests.assets.drawing.shapes import Drawing
from tests.assets.issuers import json_resource
from tests.assets.signing import compact_json
from wallet.fields import JsonObject
from wallet.resolution.fetching import Resource

__all__ = ["HostedBadge", "HostedIssuer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedIssuer:
    """An issuer that signs nothing: its id is the address of its profile."""

    id: str

    @property
    def document_url(self) -> str:
        """Where its profile stands."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedBadge:
    """One badge as `DemoBadge` is, of Open Badges 2.0; `pages` are the objects that it links to."""

    slug: str
    issuer: HostedIssuer
    credential: JsonObject
    pages: tuple[JsonObject, ...]
    drawing: Callable[[], Drawing]
    container: str = "png"
    securing: str = "hosted"

    @property
    def file_name(self) -> str:
        """The name of the file in the badge's folder."""
        return f"credential.{self.container}"

    def content(self) -> bytes:
        """The picture with the assertion in it."""
        return bake_png(painted(self.drawing), compact_json(self.credential).decode("utf-8"), "openbadges")

    def resources(self) -> tuple[Resource, ...]:
        """Everything kept as evidence: the badge's own page and what it links to."""
        documents = (self.credential, *self.pages)
        return tuple(json_resource(str(page["id"]), page, "application/ld+json") for page in documents)
