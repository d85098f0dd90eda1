"""The demo portfolio's signed files, as a mapping from paths under ``content/`` to bytes.

Only what issuers and the learner signed, what was fetched and what verification found is made here. The learner's own
words and choices (profile, notes, badge.toml) are written by hand and left alone.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.assets.badges import aobazuku, hisakata, kawabe, lighthouse, shionami, shiori, warpweft
from tests.assets.badges.demo_badge import DemoBadge
from tests.assets.badges.hosted_badge import HostedBadge
from tests.assets.issuers import RETRIEVED_AT
from tests.assets.presenting import signed_demo
from wallet.documents.extraction import extract
from wallet.fields import JsonValue
from wallet.resolution.fetching import EvidenceFetcher
from wallet.store.evidence import evidence_files
from wallet.verification.serialization import verification_to_json
from wallet.verification.trust import KnownIssuer
from wallet.verification.verifier import Verification, verify

__all__ = ["demo_badges", "demo_files", "verification_of"]


def demo_badges() -> tuple[DemoBadge | HostedBadge, ...]:
    """Every badge, oldest issuer first, and the hosted ones behind those that are signed."""
    families = (aobazuku, shionami, shiori, warpweft, hisakata, lighthouse)
    return (*(badge for family in families for badge in family.badges()), *kawabe.badges())


def demo_files(content: Path) -> Mapping[str, bytes]:
    """Path under ``content`` → bytes; the issuers that the learner knows are read from ``issuers.toml`` there."""
    known = _known_issuers(content / "issuers.toml")
    badges = sorted(demo_badges(), key=lambda badge: badge.slug)
    presentation = signed_demo([badge.content() for badge in badges])
    files = {name: made for badge in demo_badges() for name, made in _files(badge, known)}
    return {**files, "presentation.json": presentation}


def verification_of(badge: DemoBadge | HostedBadge, known: tuple[KnownIssuer, ...] = ()) -> Verification:
    """What the wallet finds at the fixed moment, with the kept evidence and without a network."""
    document = extract(badge.content())[0]
    return verify(document, at=RETRIEVED_AT, fetcher=EvidenceFetcher(badge.resources()), known_issuers=known)


def _files(badge: DemoBadge | HostedBadge, known: tuple[KnownIssuer, ...]) -> Iterator[tuple[str, bytes]]:
    folder = f"badges/{badge.slug}"
    yield f"{folder}/{badge.file_name}", badge.content()
    for name, content in evidence_files(badge.resources()).items():
        yield f"{folder}/evidence/{name}", content
    yield f"{folder}/verification.json", _pretty(verification_to_json(verification_of(badge, known)))


def _known_issuers(file: Path) -> tuple[KnownIssuer, ...]:
    entries = tomllib.loads(file.read_text("utf-8"))["issuer"]
    return tuple(KnownIssuer(id=entry["id"], name=entry["name"], url=entry.get("url")) for entry in entries)


def _pretty(value: JsonValue) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
