"""What a list says of a badge against what the issuer said and what a check finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wallet.documents.web_pages import PageCard
from wallet.verification.page_findings import PageFinding, untrue
from wallet.verification.page_state import StateWords, contradicts, told_verdict
from wallet.verification.report import Verdict

__all__ = ["claims_of_card"]


def claims_of_card(
    card: PageCard, url: str, names: Sequence[str], verdict: Verdict, words: StateWords | None
) -> Iterator[PageFinding]:
    """Where the list at `url` calls a badge none of `names`, or gives it a state that it has not."""
    if names and card.name not in names:
        yield untrue("audit.name-differs", page=url, shown=card.name, signed=names[0])
    shown = told_verdict(card.state, words)
    if shown is not None and contradicts(shown, verdict):
        yield untrue("audit.state-differs", page=url, shown_verdict=shown.value, found_verdict=verdict.value)
    elif shown is None and words is not None:
        yield untrue("audit.state-not-understood", page=url, shown=card.state)
