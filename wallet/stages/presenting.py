"""Presenting the published badges in the learner's name: what would be signed, and the signed file.

Nothing is written before it was verified as a stranger would: what cannot be relied on must not be published.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from wallet.documents.extraction import extract
from wallet.errors import DocumentError, PortfolioError, PresentingError
from wallet.portfolio.model import EXAMPLE_URL, Portfolio
from wallet.presenting.composition import presentable_text
from wallet.presenting.holder_keys import HolderKey
from wallet.presenting.signing import Occasion, sign_presentation
from wallet.resolution.fetching import EvidenceFetcher
from wallet.stages.build_record import LeftOut
from wallet.stages.judging import Judged, judge
from wallet.verification.report import Verdict
from wallet.verification.verifier import RunMemory, verify

__all__ = ["Presentable", "present", "presentable_badges", "require_own_address"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentable:
    """The published badges that can be presented, and the slugs of those that cannot.

    `for_holder` counts those that were issued to the holder's own identifier.
    """

    badges: tuple[Judged, ...]
    texts: tuple[str, ...] = field(repr=False)
    others: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    for_holder: int


def presentable_badges(portfolio: Portfolio, did: str, at: datetime) -> Presentable:
    """What a presentation by `did` would hold; raises PortfolioError where there is nothing to present."""
    memory = RunMemory()
    found = [judge(badge, portfolio, at, memory=memory) for badge in portfolio.badges]
    shown = [one for one in found if isinstance(one, Judged)]
    texts = [presentable_text(one.verification.document, one.credential.specification) for one in shown]
    badges = tuple(one for one, text in zip(shown, texts, strict=True) if text is not None)
    if not badges:
        raise PortfolioError("present.nothing-published")
    return Presentable(
        badges=badges,
        texts=tuple(text for text in texts if text is not None),
        others=tuple(one.badge.slug for one, text in zip(shown, texts, strict=True) if text is None),
        left_out=tuple(one for one in found if isinstance(one, LeftOut)),
        for_holder=sum(one.credential.credential_subject.id == did for one in badges),
    )


def require_own_address(portfolio: Portfolio) -> None:
    """Return for a site that has an address of its own; raises PortfolioError."""
    if portfolio.url == EXAMPLE_URL:
        raise PortfolioError("present.example-address")


def present(found: Presentable, key: HolderKey, occasion: Occasion) -> bytes:
    """The signed presentation; raises PresentingError where a verifier would not accept it."""
    source = sign_presentation(found.texts, key, occasion).encode()
    try:
        *credentials, whole = extract(source)
    except DocumentError as error:
        raise PresentingError("present.not-readable", count=len(found.texts)) from error
    verification = verify(
        whole,
        at=occasion.created,
        fetcher=EvidenceFetcher(()),
        domain=occasion.domain,
        challenge=occasion.challenge,
    )
    if not whole.is_presentation or verification.verdict is not Verdict.VERIFIED:
        raise PresentingError("present.not-signable")
    originals = [one.verification.document for one in found.badges]
    if [(one.json, one.jws) for one in credentials] != [(one.json, one.jws) for one in originals]:
        raise PresentingError("present.not-signable")
    return source
