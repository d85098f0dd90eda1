"""What pages say in the words of schema.org, for search engines and other programs.

The signed file stays the authority: this only repeats what the page shows. Nothing here is in HTML; texts have gone
through `Reader.run`, which leaves no control character in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from wallet.credentials.model import Alignment
from wallet.language import dates
from wallet.site.cards import image_address
from wallet.site.entries import BadgeEntry
from wallet.site.facts import issued_on
from wallet.site.reader import Reader
from wallet.site.skills import LEVEL_TYPES, NO_SKILLS
from wallet.site.urls import absolute, page_address
from wallet.site.views import AlignmentView, BadgeView, Frame
from wallet.site.words import achievement_type
from wallet.verification.report import Verdict

__all__ = ["Node", "breadcrumb_node", "credential_node", "graph_text", "list_node", "stated"]

Node: TypeAlias = Mapping[str, object]

# To make one for each page would take half as long as to use it.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_CONFIRMED = frozenset({Verdict.VERIFIED, Verdict.EXPIRED})


def graph_text(*nodes: Node) -> str:
    """The nodes as one JSON-LD document; empty without any."""
    if not nodes:
        return ""
    graph = {"@context": "https://schema.org", "@graph": nodes}
    return _ENCODER.encode(graph)


def stated(members: Node) -> Node:
    """The members that have a value."""
    return {name: value for name, value in members.items() if value is not None and value not in ("", ())}


def credential_node(reader: Reader, entry: BadgeEntry, view: BadgeView, base_url: str, card_url: str) -> Node:
    """A badge; its issuer is named only where the issuer's word was confirmed."""
    credential, achievement, title = entry.credential, entry.credential.achievement, view.title
    issued, until, kind = issued_on(credential), credential.valid_until, achievement.achievement_type
    confirmed = view.signed or (view.hosted and entry.verdict in _CONFIRMED)
    description = view.summary.text if view.summary else "\n".join(run.text for run in view.description)
    return stated(
        {
            "@type": "EducationalOccupationalCredential",
            "name": title.main.text,
            "alternateName": title.original.text if title.original else None,
            "url": absolute(base_url, page_address(reader.language, "badges", entry.slug)),
            "description": description,
            "image": absolute(base_url, image_address(entry, entry.image)) if entry.image else card_url,
            "identifier": reader.run(credential.id).text if credential.id else None,
            "credentialCategory": achievement_type(reader, kind) if kind else None,
            "creativeWorkStatus": view.state.label,
            "publisher": _issuer(entry, view) if confirmed else None,
            "inLanguage": reader.run(achievement.in_language).text if achievement.in_language else None,
            "dateCreated": dates.exact(issued) if issued else None,
            "expires": dates.exact(until) if until else None,
            **_skills(achievement.alignment, view.alignments),
            "isBasedOn": view.original.url,
            "encoding": {
                "@type": "MediaObject",
                "contentUrl": view.original.url,
                "encodingFormat": _media_type(entry, view),
                "sha256": entry.original.digest,
            },
        }
    )


def _media_type(entry: BadgeEntry, view: BadgeView) -> str:
    whole = view.embedded.address == view.original.address
    return view.embedded.media_type if whole else entry.original.media_type


def _issuer(entry: BadgeEntry, view: BadgeView) -> Node:
    person = entry.credential.issuer.family_name or entry.credential.issuer.given_name
    return stated(
        {"@type": "Person" if person else "Organization", "name": view.issuer.name.text, "url": view.issuer.url}
    )


def _skills(alignments: Sequence[Alignment], views: Sequence[AlignmentView]) -> Node:
    """Levels apart from skills; a seal of quality or a larger award is neither."""
    skills, levels = [], []
    for alignment, view in zip(alignments, views, strict=True):
        if alignment.target_type in LEVEL_TYPES:
            levels.append(_term(view))
        elif alignment.target_type not in NO_SKILLS:
            skills.append(_term(view))
    return {"competencyRequired": tuple(skills), "educationalLevel": tuple(levels)}


def _term(view: AlignmentView) -> Node:
    framework = {"@type": "DefinedTermSet", "name": view.framework.text} if view.framework else None
    return stated(
        {
            "@type": "DefinedTerm",
            "name": view.name.text,
            "termCode": view.code,
            "url": view.url,
            "inDefinedTermSet": framework,
        }
    )


def list_node(base_url: str, name: str, listed: Sequence[tuple[str, str]]) -> Node:
    """Pages in their order, each by its name and address."""
    return {
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(listed),
        "itemListElement": tuple(
            {"@type": "ListItem", "position": place, "name": title, "url": absolute(base_url, address)}
            for place, (title, address) in enumerate(listed, start=1)
        ),
    }


def breadcrumb_node(frame: Frame, base_url: str, address: str, title: str) -> Node:
    """The way from the home page to the page at `address`, over those that the navigation names."""
    trail = (*_trail(frame, address), (title, address))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": tuple(
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(base_url, found)}
            for place, (name, found) in enumerate(trail, start=1)
        ),
    }


def _trail(frame: Frame, address: str) -> Iterator[tuple[str, str]]:
    yield frame.site_name.text, frame.home
    for link in frame.navigation:
        if link.address != frame.home and link.address != address and address.startswith(link.address):
            yield link.label, link.address
