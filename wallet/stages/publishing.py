"""From the private wallet to the public portfolio: one badge, with its evidence, after its learner was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wallet.credentials.reading import parse_credential
from wallet.credentials.shape import recognise
from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract_credentials
from wallet.errors import PortfolioError, WalletError
from wallet.portfolio.reading import published_slugs, read_badge, read_portfolio
from wallet.portfolio.slugs import free_slug, require_slug, slug_of, suggest_slug
from wallet.portfolio.writing import write_badge
from wallet.resolution.fetching import EvidenceFetcher, Resource
from wallet.stages.disclosure import Disclosure, disclosures
from wallet.stages.refreshed import publishable
from wallet.store.wallet import WalletEntry, entry_key
from wallet.verification.authenticity import issuer_of
from wallet.verification.report import Verdict
from wallet.verification.serialization import verification_to_json
from wallet.verification.verifier import Verification, verify

__all__ = ["Proposal", "propose", "publish", "published_keys"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What publishing would do: the slug, whether a published copy is replaced, and what the file reveals."""

    entry: WalletEntry
    slug: str
    replaces: bool
    verification: Verification
    evidence: tuple[Resource, ...]
    disclosures: tuple[Disclosure, ...]


def propose(entry: WalletEntry, root: Path, *, slug: str | None, at: datetime) -> Proposal:
    """Look at a badge as the public would get it; raises PortfolioError when it cannot be published."""
    read_portfolio(root)
    documents = extract_credentials(entry.source)
    if len(documents) > 1:
        raise PortfolioError("publish.several-in-one-file", count=len(documents))
    verification, evidence = _verify(documents[0], entry, at)
    if verification.verdict is Verdict.INVALID:
        raise PortfolioError("publish.invalid", name=entry.name, handle=entry.handle)
    if verification.credential is None:
        raise _not_publishable(entry, verification)
    chosen, replaces = _slug(entry, root, slug, verification, documents[0].digest)
    return Proposal(
        entry=entry,
        slug=chosen,
        replaces=replaces,
        verification=verification,
        evidence=evidence,
        disclosures=disclosures(documents[0], verification.credential, verification.members),
    )


def _not_publishable(entry: WalletEntry, verification: Verification) -> PortfolioError:
    if verification.verdict is Verdict.UNDETERMINED:
        return PortfolioError("publish.not-read", name=entry.name)
    if recognise(verification.document).kind == "endorsement":
        return PortfolioError("publish.endorsement-alone", name=entry.name)
    return PortfolioError("publish.not-supported", specification=verification.specification or "?")


def _verify(document: SecuredDocument, entry: WalletEntry, at: datetime) -> tuple[Verification, tuple[Resource, ...]]:
    """The badge as the public would verify it, with the evidence that may become public."""
    verification = verify(document, at=at, fetcher=EvidenceFetcher(entry.evidence))
    evidence = publishable(entry.evidence, verification)
    if evidence != entry.evidence:
        verification = verify(document, at=at, fetcher=EvidenceFetcher(evidence))
    return verification, evidence


def publish(proposal: Proposal, root: Path) -> Path:
    """Write the badge into the portfolio; returns its folder."""
    return write_badge(
        root,
        proposal.slug,
        file_name=proposal.entry.file_name,
        source=proposal.entry.source,
        evidence=proposal.evidence,
        verification=verification_to_json(proposal.verification),
    )


def _slug(
    entry: WalletEntry, root: Path, wanted: str | None, verification: Verification, digest: str
) -> tuple[str, bool]:
    """A published badge keeps its slug; another badge's slug is never taken."""
    taken = published_keys(root)
    own = [slug for slug, key in taken.items() if key == entry.key]
    if wanted is not None:
        _require_slug(wanted, verification)
        if taken.get(wanted, entry.key) != entry.key:
            raise PortfolioError("publish.slug-taken", slug=wanted)
        if own and wanted not in own:
            raise PortfolioError("publish.has-another-slug", name=entry.name, slug=own[0])
        return wanted, wanted in taken
    if own:
        return own[0], True
    assert verification.credential is not None
    return free_slug(suggest_slug(verification.credential, digest), taken), False


def _require_slug(wanted: str, verification: Verification) -> None:
    try:
        require_slug(wanted)
    except PortfolioError:
        assert verification.credential is not None
        meant = slug_of(wanted) or suggest_slug(verification.credential, "")
        raise PortfolioError("authoring.bad-slug", slug=wanted[:80], meant=meant) from None


def published_keys(root: Path) -> Mapping[str, str]:
    """Slug → key of the credential, by which a wallet entry finds its published copy; "" for one that is unreadable."""
    return {slug: _key_of(root / "content" / "badges" / slug) for slug in published_slugs(root)}


def _key_of(folder: Path) -> str:
    try:
        document = extract_credentials(read_badge(folder).source)[0]
        members = parse_credential(document).members
    except WalletError:
        return ""
    credential_id = members.get("id")
    issuer = issuer_of(members) or ""
    return entry_key(issuer, credential_id if isinstance(credential_id, str) else None, document.digest)
