"""What every verifiable credential states, whatever it is about: its id, its issuer, its period (VCDM 1.1, 2.0)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from wallet.credentials.members import QUOTED, language_text, moment, require_type, uri
from wallet.credentials.model import Profile
from wallet.credentials.profiles import read_profile
from wallet.credentials.reading import read_period
from wallet.fields import Fields, as_sequence
from wallet.language.text import Text

__all__ = ["Frame", "read_frame", "require_context"]

_DATA_MODELS = {
    "https://www.w3.org/ns/credentials/v2": "VCDM 2.0",
    "https://www.w3.org/2018/credentials/v1": "VCDM 1.1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The members that say whose credential it is and when it holds; None where it does not say."""

    id: str | None
    type: tuple[str, ...]
    name: Text | None
    issuer: Profile | None
    valid_from: datetime | None
    valid_until: datetime | None
    awarded_date: datetime | None


def read_frame(fields: Fields, kind: str) -> Frame:
    """The frame of a credential of the type `kind`; every departure is noted.

    The 1EdTech models demand a name since they moved to VCDM 2.0, and under VCDM 1.1 did not.
    """
    data_model = _data_model(fields)
    kinds = require_type(fields, kind)
    if kinds and "VerifiableCredential" not in kinds:
        fields.note("type", "credential.not-verifiable")
    valid_from, valid_until = read_period(fields, data_model)
    return Frame(
        id=uri(fields, "id", required=True),
        type=kinds,
        name=language_text(fields, "name", required=data_model == "VCDM 2.0"),
        issuer=read_profile(fields, "issuer", required=True),
        valid_from=valid_from,
        valid_until=valid_until,
        awarded_date=moment(fields, "awardedDate"),
    )


def require_context(fields: Fields, pattern: re.Pattern[str], code: str) -> None:
    """Note `code` where none of the contexts matches `pattern`."""
    contexts = [entry for entry in as_sequence(fields.members.get("@context")) if isinstance(entry, str)]
    if not any(pattern.match(entry) for entry in contexts):
        fields.note("@context", code)


def _data_model(fields: Fields) -> str | None:
    contexts = as_sequence(fields.members.get("@context"))
    if not contexts:
        fields.note("@context", "field.missing")
        return None
    first = contexts[0]
    if not isinstance(first, str) or first not in _DATA_MODELS:
        fields.note("@context", "credential.first-context", str(first)[:QUOTED])
        return None
    return _DATA_MODELS[first]
