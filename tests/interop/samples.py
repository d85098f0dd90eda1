"""What is asked about: one credential each, with all that its verification fetches, and what the wallet says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from tests.assets.issuers import RETRIEVED_AT
from tests.interop.asking import Question
from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract
from wallet.errors import DocumentError
from wallet.resolution.fetching import EvidenceFetcher, Resource
from wallet.resolution.index import IndexFetcher
from wallet.store.evidence import read_evidence
from wallet.verification.report import Verdict
from wallet.verification.verifier import verify

__all__ = ["AT", "ROOT", "Sample", "at_urls", "demo_samples", "fixture_samples", "sample"]

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 6, 1, tzinfo=UTC)
"""When the badges that are made for tests are looked at."""


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One file with one credential in it, or with a presentation and what it presents."""

    name: str
    source: bytes = field(repr=False)
    at: datetime
    resources: Sequence[Resource] = field(default=(), repr=False)

    @cached_property
    def secured(self) -> tuple[SecuredDocument, ...]:
        """What the file holds; nothing when it cannot be read as a badge."""
        try:
            return tuple(extract(self.source))
        except DocumentError:
            return ()

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the wallet says of everything in the file."""
        fetcher = EvidenceFetcher(self.resources)
        return tuple(verify(one, at=self.at, fetcher=fetcher).verdict for one in self.secured)

    @property
    def is_verified(self) -> bool:
        return set(self.verdicts) == {Verdict.VERIFIED}

    @cached_property
    def text(self) -> str:
        """The credential as it is written, without a picture around it."""
        inside = self.secured[-1].text if self.secured else None
        return (inside if inside is not None else self.source.decode("utf-8", "replace")).strip()

    @property
    def kind(self) -> str:
        if not self.text.startswith(("{", "[")):
            return "token"
        return "presentation" if any(one.is_presentation for one in self.secured) else "credential"

    def question(self, kind: str | None = None, **expected: str) -> Question:
        """The same to the JavaScript stack; what was not answered with success stands nowhere."""
        texts = {one.url: one.content.decode("utf-8", "replace") for one in self.resources if one.status == 200}
        return Question(
            id=f"{kind or self.kind}: {self.name}",
            kind=kind or self.kind,
            document=self.text,
            at=self.at,
            documents=texts,
            **expected,
        )


def sample(name: str, source: bytes, web: Mapping[str, bytes] | None = None, at: datetime = AT) -> Sample:
    """A file, and what stands at the addresses of `web`."""
    return Sample(name=name, source=source, at=at, resources=at_urls(web or {}))


def at_urls(web: Mapping[str, bytes]) -> tuple[Resource, ...]:
    """Answers of JSON."""
    return tuple(
        Resource(url=url, content=content, media_type="application/json", retrieved_at=AT)
        for url, content in web.items()
    )


def demo_samples() -> Iterator[Sample]:
    """Every signed badge of the demo portfolio, with the evidence that is kept beside it."""
    for file in sorted((ROOT / "content" / "badges").glob("*/credential.*")):
        found = Sample(
            name=file.parent.name,
            source=file.read_bytes(),
            at=RETRIEVED_AT,
            resources=read_evidence(file.parent / "evidence"),
        )
        # A hosted badge of Open Badges 2.0 has no signature that another program could check.
        if found.secured[0].json.get("@context") != "https://w3id.org/openbadges/v2":
            yield found


def fixture_samples() -> Iterator[Sample]:
    """One badge for each container and suite."""
    folder = ROOT / "tests" / "fixtures"
    urls = json.loads((folder / "resources" / "index.json").read_text("utf-8"))
    resources = fetched(IndexFetcher(folder / "resources", RETRIEVED_AT), urls)
    for name in sorted(json.loads((folder / "badges" / "manifest.json").read_text("utf-8"))):
        yield Sample(
            name=name, source=(folder / "badges" / name).read_bytes(), at=RETRIEVED_AT, resources=tuple(resources)
        )


def fetched(fetcher: IndexFetcher, urls: Iterable[str]) -> tuple[Resource, ...]:
    """What the index answers at these addresses."""
    return tuple(fetcher.fetch(url) for url in urls)
