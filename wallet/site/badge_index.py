"""index.json: every badge of the site with its file, its fingerprint and what was found, for programs that check it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from wallet.language import dates
from wallet.site.cards import title_view
from wallet.site.editions import Edition
from wallet.site.entries import BadgeEntry
from wallet.site.facts import issued_on, profile_run
from wallet.site.machine_links import INDEX_ADDRESS
from wallet.site.model import SiteFile
from wallet.site.originals import published_file
from wallet.site.urls import absolute, page_address

__all__ = ["index_file"]

VERSION = 1


def index_file(editions: Sequence[Edition]) -> SiteFile:
    """The index in all languages; one badge stands on one line."""
    lines = ",\n".join(_json(_badge(editions, entry)) for entry in editions[0].site_input.badges)
    content = f'{{"version":{VERSION},"badges":[\n{lines}\n]}}\n'
    return SiteFile(path=INDEX_ADDRESS, content=content.encode())


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _badge(editions: Sequence[Edition], entry: BadgeEntry) -> Mapping[str, object]:
    first, base_url = editions[0].reader, editions[0].site_input.base_url
    issued, until = issued_on(entry.credential), entry.credential.valid_until
    file, media_type = published_file(entry)
    return {
        "slug": entry.slug,
        "page": {
            each.language: absolute(base_url, page_address(each.language, "badges", entry.slug)) for each in editions
        },
        "file": absolute(base_url, file),
        "media_type": media_type,
        "sha256": entry.original.digest,
        "verdict": entry.verdict.value,
        "checked_at": dates.exact(entry.report.checked_at),
        "name": {each.language: title_view(each.reader, entry).main.text for each in editions},
        "issuer": profile_run(first, entry.credential.issuer).text,
        **({"issued": dates.exact(issued)} if issued else {}),
        **({"valid_until": dates.exact(until)} if until else {}),
    }
