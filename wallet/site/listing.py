"""The orders and filters of the list of badges. All comparing is done here; a browser compares whole numbers only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wallet.language import dates
from wallet.language.collation import SortKey, name_key, sort_key
from wallet.site.cards import newest_first, title_view
from wallet.site.entries import BadgeEntry
from wallet.site.facts import issued_on, profile_run
from wallet.site.reader import Reader
from wallet.site.skills import skills_view
from wallet.site.states import LABELS, state_kind, state_label
from wallet.site.urls import page_address
from wallet.site.views import FilterView, OptionView, PlaceView, Run
from wallet.site.words import achievement_type

__all__ = ["filter_views", "place_views"]

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,32}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    value: str
    label: Run


def place_views(reader: Reader, entries: Sequence[BadgeEntry]) -> tuple[PlaceView, ...]:
    """One place for each badge, in the order of the page."""
    ordered = newest_first(entries)
    issuers, readings = _issuer_ranks(reader, ordered), _reading_ranks(reader, ordered)
    skills = _skills(reader, ordered)
    return tuple(
        PlaceView(
            date_rank=rank,
            issuer_rank=issuers[entry.slug],
            reading_rank=readings[entry.slug],
            issuer=_issuer(reader, entry).value,
            year="".join(found.value for found in _year(reader, entry)),
            kind="".join(found.value for found in _kind(reader, entry)),
            state=_state(reader, entry).value,
            skills=tuple(found.value for found in skills[entry.slug]),
        )
        for rank, entry in enumerate(ordered)
    )


def filter_views(reader: Reader, entries: Sequence[BadgeEntry]) -> tuple[FilterView, ...]:
    """The filters that have at least two values to choose from."""
    ordered, say = newest_first(entries), reader.say
    by_badge = _skills(reader, ordered)
    found = (
        ("issuer", say("Issuer"), _by_name(_options(_issuer(reader, entry) for entry in ordered))),
        ("skill", say("Skill"), _by_name(_options(value for entry in ordered for value in by_badge[entry.slug]))),
        ("year", say("Year"), _latest(_options(value for entry in ordered for value in _year(reader, entry)))),
        ("kind", say("Kind"), _by_name(_options(value for entry in ordered for value in _kind(reader, entry)))),
        ("state", say("State"), _by_state(_options(_state(reader, entry) for entry in ordered))),
    )
    return tuple(FilterView(name=name, label=label, options=options) for name, label, options in found if options[1:])


def _issuer_ranks(reader: Reader, ordered: Sequence[BadgeEntry]) -> dict[str, int]:
    # The badges of one issuer stay together, also where kanji leave the issuers' order to the dates.
    issuers: dict[str, tuple[SortKey, int]] = {}
    for rank, entry in enumerate(ordered):
        found = _issuer(reader, entry)
        issuers.setdefault(found.value, (sort_key(found.label.text), rank))
    return _ranked(sorted(ordered, key=lambda entry: issuers[_issuer(reader, entry).value]))


def _reading_ranks(reader: Reader, ordered: Sequence[BadgeEntry]) -> dict[str, int]:
    def key(entry: BadgeEntry) -> SortKey:
        return name_key(title_view(reader, entry).main.text, entry.choices.reading, reader.language)

    return _ranked(sorted(ordered, key=key))


def _ranked(entries: Iterable[BadgeEntry]) -> dict[str, int]:
    return {entry.slug: rank for rank, entry in enumerate(entries)}


def _issuer(reader: Reader, entry: BadgeEntry) -> _Value:
    issuer = entry.credential.issuer
    label = profile_run(reader, issuer)
    return _Value(value=_token(issuer.id or label.text), label=label)


def _year(reader: Reader, entry: BadgeEntry) -> tuple[_Value, ...]:
    issued = issued_on(entry.credential)
    if issued is None:
        return ()
    return (_Value(value=str(issued.year), label=Run(text=dates.format_year(issued, reader.language))),)


def _kind(reader: Reader, entry: BadgeEntry) -> tuple[_Value, ...]:
    kind = entry.credential.achievement.achievement_type
    return (_Value(value=_token(kind), label=Run(text=achievement_type(reader, kind))),) if kind else ()


def _state(reader: Reader, entry: BadgeEntry) -> _Value:
    kind = state_kind(entry.report, entry.verdict)
    return _Value(value=kind, label=Run(text=state_label(reader, kind)))


def _skills(reader: Reader, ordered: Sequence[BadgeEntry]) -> dict[str, list[_Value]]:
    slugs = {page_address(reader.language, "badges", entry.slug): entry.slug for entry in ordered}
    found: dict[str, list[_Value]] = {entry.slug: [] for entry in ordered}
    for framework in skills_view(reader, ordered).frameworks:
        named = framework.name.text if framework.name else ""
        for skill in framework.skills:
            value = _Value(value=_token(skill.url or f"{named} {skill.code or skill.name.text}"), label=skill.name)
            for badge in skill.badges:
                found[slugs[badge.address]].append(value)
    return found


def _options(values: Iterable[_Value]) -> tuple[OptionView, ...]:
    numbers: dict[str, tuple[_Value, int]] = {}
    for found in values:
        first, number = numbers.get(found.value, (found, 0))
        numbers[found.value] = (first, number + 1)
    return tuple(OptionView(value=found.value, label=found.label, number=count) for found, count in numbers.values())


def _by_name(options: tuple[OptionView, ...]) -> tuple[OptionView, ...]:
    return tuple(sorted(options, key=lambda option: sort_key(option.label.text)))


def _latest(options: tuple[OptionView, ...]) -> tuple[OptionView, ...]:
    return tuple(sorted(options, key=lambda option: -int(option.value)))


def _by_state(options: tuple[OptionView, ...]) -> tuple[OptionView, ...]:
    return tuple(sorted(options, key=lambda option: tuple(LABELS).index(option.value)))


def _token(text: str) -> str:
    # An issuer's words may hold anything; what stands in an address and between blanks may not.
    return text if _PLAIN.match(text) else hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]
