"""A short address for each badge, ``b/<id>/``, that leads to its page in the visitor's language.

The id comes from the digest of the published file alone: it stays when the badge's folder is renamed and when the site
is built again, and a build of one badge needs no other to know it. Ten of 28 characters are 48 bits: two different
files among a thousand meet once in more than a hundred million sites, and then the build says so. The same file
published twice has one short link, which leads to the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wallet.errors import BuildError
from wallet.site.entries import BadgeEntry

__all__ = ["leading", "short_address", "short_id"]

# Without vowels no id is a word; without 0, 1 and l none is misread from paper. All are small letters, since some
# disks do not tell small from capital ones.
ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
LENGTH = 10


def short_id(digest: str) -> str:
    """The id of a file by its SHA-256 in hexadecimal digits."""
    number, characters = int(digest, 16), []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[place])
    return "".join(characters)


def short_address(entry: BadgeEntry) -> str:
    """The address of the page that leads to the badge's."""
    return f"b/{short_id(entry.original.digest)}/"


def leading(entries: Iterable[BadgeEntry]) -> Mapping[str, BadgeEntry]:
    """The badge to which each short address leads; raises BuildError where two different files have the same."""
    found: dict[str, BadgeEntry] = {}
    for entry in entries:
        first = found.setdefault(short_address(entry), entry)
        if first.original.digest != entry.original.digest:
            raise BuildError("build.paths-collide", path=short_address(entry), other=short_address(first))
    return found
