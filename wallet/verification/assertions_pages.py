"""What the page at a badge's own address says, and whether a file says the same.

Open Badges 2.0, "HostedBadge Verification": a file is trusted only to name the address; what counts is what stands
there. A file that says something else than the page is refused all the same, since whoever shows it shows something
that its issuer does not confirm. A page may say more than the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from wallet.credentials.times import parse_datetime
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.linked import is_web_address

__all__ = ["differences", "is_withdrawn", "quoted_reason"]

_LONGEST_REASON = 300
"""An issuer's reason is quoted, not reproduced at length."""

_ALIASES = {"verify": "verification", "@type": "type", "@id": "id"}
_SAME_METHODS = {"hosted": "HostedBadge", "signed": "SignedBadge"}
_IGNORED = frozenset({"@context"})
"""Contexts name the vocabulary; which members are shown is decided by the page alone."""

_LINKED = frozenset({"badge", "issuer", "endorsement"})
"""Objects that are read at their own address, whatever a file or a page repeats of them."""


def is_withdrawn(members: JsonObject) -> bool:
    """Whether an assertion says that it was withdrawn."""
    return members.get("revoked") is True


def quoted_reason(value: JsonValue) -> str | None:
    """The issuer's words on why a badge was withdrawn, where there are any."""
    return value[:_LONGEST_REASON] if isinstance(value, str) and value.strip() else None


def differences(file: JsonObject, page: JsonObject) -> tuple[str, ...]:
    """The names of the members in which a file says something that the page does not."""
    said, confirmed = _named(file), _named(page)
    return tuple(_differing(said, confirmed))


def _named(members: JsonObject) -> JsonObject:
    return {_ALIASES.get(name, name): value for name, value in members.items()}


def _differing(said: JsonObject, confirmed: JsonObject) -> Iterator[str]:
    for name, value in said.items():
        if name in _IGNORED or value is None:
            continue
        if not _same(name, value, confirmed.get(name)):
            yield name


def _same(name: str, one: JsonValue, other: JsonValue) -> bool:
    ones, others = list(as_sequence(one)), list(as_sequence(other))
    if len(ones) != len(others):
        return False
    return all(_same_value(name, a, b) for a, b in zip(ones, others, strict=True))


def _same_value(name: str, one: JsonValue, other: JsonValue) -> bool:
    if name in _LINKED and is_web_address(_address(one)):
        return _address(one) == _address(other)
    if isinstance(one, str) and isinstance(other, dict) and is_web_address(one):
        # A page may describe what the file names by its address alone.
        return one == _address(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return not list(_differing(_named(one), _named(other)))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return _plain(one) == _plain(other)


def _address(value: JsonValue) -> JsonValue:
    return value.get("id") if isinstance(value, dict) else value


def _plain(value: JsonValue) -> object:
    if not isinstance(value, str):
        return value
    moment = parse_datetime(value)
    return moment if moment is not None else _SAME_METHODS.get(value, value)
