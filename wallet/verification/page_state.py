"""The state that a page shows of a badge, in words and in its mark, against what a check finds now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wallet.documents.web_pages import PageClaim, WebPage
from wallet.verification.page_findings import PageFinding, missing, untrue
from wallet.verification.report import Check, Verdict, VerificationReport

__all__ = ["StateWords", "contradicts", "state_of_page", "told_verdict"]

_UNCHECKED = (Verdict.UNDETERMINED, Verdict.UNSUPPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateWords:
    """How a language says each state, by the name that a page marks it with, and that a key is published for tests."""

    labels: Mapping[str, str]
    published_key: str


def state_of_page(
    page: WebPage, url: str, report: VerificationReport, verdict: Verdict, words: StateWords | None
) -> Iterator[PageFinding]:
    """Where the page shows another state than `verdict`; its words count where `words` knows their language."""
    claims = page.claimed("state")
    if not claims:
        yield missing("audit.not-marked", page=url, claim="state")
    for claim in claims:
        yield from _one_state(claim, url, report, verdict, words)


def _one_state(
    claim: PageClaim, url: str, report: VerificationReport, verdict: Verdict, words: StateWords | None
) -> Iterator[PageFinding]:
    marked, told = _verdict(claim.value), told_verdict(claim.text, words)
    if words is not None and told is None:
        yield untrue("audit.state-not-understood", page=url, shown=claim.text)
    elif told is not None and told is not marked:
        yield untrue("audit.state-contradicts", page=url, shown=claim.text, state=claim.value or "–")
    shown = told or marked
    if shown is not None and contradicts(shown, verdict):
        yield untrue("audit.state-differs", page=url, shown_verdict=shown.value, found_verdict=verdict.value)
    published = report.result(Check.PROOF).code == "proof.published-key"
    if published and words is not None and words.published_key not in claim.text:
        yield untrue("audit.published-key-hidden", page=url, shown=claim.text)


def contradicts(shown: Verdict, found: Verdict) -> bool:
    """Whether a page that shows the one must not be believed by whoever found the other.

    What could not be checked contradicts nothing, and a page that only says so promises nothing.
    """
    if shown is found or found in _UNCHECKED:
        return False
    return shown not in _UNCHECKED or found is not Verdict.VERIFIED


def told_verdict(text: str, words: StateWords | None) -> Verdict | None:
    """The state that the words begin with; more may follow, such as a date."""
    labels = sorted(words.labels.items(), key=lambda one: -len(one[1])) if words is not None else ()
    return next((_verdict(kind) for kind, label in labels if text.startswith(label)), None)


def _verdict(kind: str | None) -> Verdict | None:
    name = "verified" if kind == "verified_dated" else kind
    return next((verdict for verdict in Verdict if verdict.value == name), None)
