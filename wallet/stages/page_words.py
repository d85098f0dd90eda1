"""The words with which a page of this program says a state and a recipient, to read them back from a page."""

from __future__ import annotations

from collections.abc import Sequence

from wallet.credentials.model import OpenBadgeCredential
from wallet.language.catalogs import available_languages, load_catalog
from wallet.site.reader import Reader
from wallet.site.recipients import recipient_runs
from wallet.site.states import LABELS
from wallet.verification.page_state import StateWords

__all__ = ["recipient_words", "state_words"]


def state_words(language: str | None) -> StateWords | None:
    """Every state in the language of a page; None for a language that the program does not speak."""
    reader = _reader(language)
    if reader is None:
        return None
    labels = {kind: reader.say(label) for kind, label in LABELS.items()}
    whole = reader.say("{state}, with a key published for tests", state="")
    return StateWords(labels=labels, published_key=whole)


def recipient_words(credential: OpenBadgeCredential, language: str | None) -> Sequence[str] | None:
    """What a page in this language says of the recipient; None for a language that the program does not speak."""
    reader = _reader(language)
    if reader is None:
        return None
    return tuple(run.text for run in recipient_runs(reader, credential.credential_subject))


def _reader(language: str | None) -> Reader | None:
    return Reader(catalog=load_catalog(language)) if language in available_languages() and language else None
