"""The files that programs read, of the whole site; none of them knows a note of the learner's."""

from __future__ import annotations

from collections.abc import Sequence

from wallet.language.tags import direction_of
from wallet.site.badge_index import index_file
from wallet.site.editions import Edition
from wallet.site.feeds import feed_files
from wallet.site.model import SiteFile, WebManifest

__all__ = ["files_for_programs", "web_manifest"]


def files_for_programs(editions: Sequence[Edition]) -> tuple[SiteFile, ...]:
    """The index of all badges, and the feeds."""
    return (index_file(editions), *(file for each in editions for file in feed_files(each)))


def web_manifest(editions: Sequence[Edition]) -> WebManifest:
    """The site among those that a device keeps: it has one name, in its first language."""
    first = editions[0]
    return WebManifest(name=first.owner.text, language=first.language, direction=direction_of(first.language))
