"""Other editions of an achievement, as issuers relate them: those published here by their pages, others by address.

Open Badges calls achievements related that are the same for most purposes: in another language, or another version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wallet.credentials.model import Related
from wallet.site.cards import title_view
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.site.urls import host_of, page_address, web_url
from wallet.site.views import EditionView, Run

__all__ = ["edition_views", "twins_by_slug"]


def twins_by_slug(entries: Sequence[BadgeEntry]) -> Mapping[str, tuple[BadgeEntry, ...]]:
    """For each badge the others whose achievements it names or that name its own, in the order of `entries`."""
    by_achievement: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        if entry.credential.achievement.id:
            by_achievement.setdefault(entry.credential.achievement.id, []).append(place)
    found: dict[int, set[int]] = {}
    for place, entry in enumerate(entries):
        for related in entry.credential.achievement.related:
            for other in by_achievement.get(related.id or "", ()):
                found.setdefault(place, set()).add(other)
                found.setdefault(other, set()).add(place)
    return {entries[place].slug: tuple(entries[one] for one in sorted(others)) for place, others in found.items()}


def edition_views(reader: Reader, entry: BadgeEntry, entries: Sequence[BadgeEntry]) -> tuple[EditionView, ...]:
    """The editions that the issuer of `entry` names, and the badges among `entries` that name this one."""
    achievement = entry.credential.achievement
    others = [other for other in entries if other.slug != entry.slug and other.credential.achievement.id]
    named = {found.id for found in achievement.related}
    return (
        *(view for found in achievement.related for view in _named(reader, found, others, achievement.id)),
        *(_here(reader, _as_related(other), other) for other in others if _names(other, achievement.id, named)),
    )


def _named(reader: Reader, found: Related, others: Sequence[BadgeEntry], own: str | None) -> Iterator[EditionView]:
    twins = [other for other in others if found.id == other.credential.achievement.id]
    yield from (_here(reader, found, twin) for twin in twins)
    if found.id and found.id != own and not twins:
        yield _elsewhere(reader, found)


def _names(other: BadgeEntry, own: str | None, named: set[str | None]) -> bool:
    # What this badge names itself was shown already; an achievement does not become another edition of its own.
    achievement = other.credential.achievement
    related = {found.id for found in achievement.related}
    return own is not None and own in related and achievement.id not in named and achievement.id != own


def _as_related(other: BadgeEntry) -> Related:
    achievement = other.credential.achievement
    return Related(id=achievement.id, in_language=achievement.in_language, version=achievement.version)


def _here(reader: Reader, found: Related, twin: BadgeEntry) -> EditionView:
    address = page_address(reader.language, "badges", twin.slug)
    return EditionView(label=_label(reader, found), name=title_view(reader, twin).main, address=address)


def _elsewhere(reader: Reader, found: Related) -> EditionView:
    url = web_url(found.id)
    name = Run(text=reader.run(found.id or "").text) if url is None else Run(text=host_of(url) or url)
    return EditionView(label=_label(reader, found), name=name, url=url)


def _label(reader: Reader, found: Related) -> str:
    say, version = reader.say, reader.run(found.version).text if found.version else ""
    language = reader.language_name(found.in_language) if found.in_language else ""
    if language and version:
        return say("The same achievement in {language}, version {version}:", language=language, version=version)
    if language:
        return say("The same achievement in {language}:", language=language)
    if version:
        return say("The same achievement, version {version}:", version=version)
    return say("The same achievement in another edition:")
