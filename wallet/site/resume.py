"""The CV as JSON Resume (schema 1.0.0), one in each language: what the portfolio states, and nothing else.

It holds the badges that the CV holds. An e-mail address is in it only where the learner publishes one as a link.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from urllib.parse import unquote, urlsplit

from wallet.portfolio.model import Portfolio
from wallet.site.cv import chosen_for_cv
from wallet.site.editions import Edition
from wallet.site.entries import BadgeEntry
from wallet.site.facts import profile_run
from wallet.site.home import latest_check
from wallet.site.machine_links import resume_address
from wallet.site.model import HeadLink, SiteFile
from wallet.site.names import is_named
from wallet.site.reader import Reader
from wallet.site.structured import Node, stated
from wallet.site.structured_home import written_languages
from wallet.site.urls import absolute, page_address, web_url
from wallet.site.views import CvRow, CvView, LinkView
from wallet.site.words import achievement_type

__all__ = ["resume_file", "resume_link"]

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
VERSION = "v1.0.0"

_DEGREES = frozenset(
    {
        "AssociateDegree",
        "BachelorDegree",
        "Degree",
        "DoctoralDegree",
        "MasterDegree",
        "ProfessionalDoctorate",
        "ResearchDoctorate",
        "SecondarySchoolDiploma",
    }
)
"""Badges of these kinds alone say where somebody was educated; of any other it would be a guess."""

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def resume_link(language: str) -> HeadLink:
    """Where a program finds the résumé."""
    return HeadLink(
        relation="alternate", address=resume_address(language), media_type="application/json", title="JSON Resume"
    )


def resume_file(each: Edition, view: CvView) -> SiteFile:
    """The résumé in the edition's language; `view` is that of its CV."""
    site_input = each.site_input
    entries, checked = chosen_for_cv(site_input.badges), latest_check(site_input.badges)
    address = resume_address(each.language)
    languages = (each.reader.language_name(tag) for tag in written_languages(site_input.portfolio))
    resume: Mapping[str, object] = {
        "$schema": SCHEMA,
        "basics": _basics(each, view),
        "education": tuple(_education(each.reader, entry) for entry in entries if _is_degree(entry)),
        "certificates": tuple(_certificate(row) for row in view.rows),
        "skills": tuple({"name": skill.text} for skill in view.skills),
        "languages": tuple({"language": name} for name in languages),
        "meta": stated(
            {
                "canonical": absolute(site_input.base_url, address),
                "version": VERSION,
                "lastModified": f"{checked:%Y-%m-%dT%H:%M:%S}" if checked else None,
            }
        ),
    }
    content = json.dumps(resume, ensure_ascii=False, indent=1) + "\n"
    return SiteFile(path=address, content=content.encode())


def _basics(each: Edition, view: CvView) -> Node:
    portfolio, base_url = each.site_input.portfolio, each.site_input.base_url
    return stated(
        {
            "name": each.owner.text if is_named(each.reader, portfolio.owner) else None,
            "label": view.headline.text if view.headline else None,
            "email": next(_addresses(portfolio), None),
            "url": absolute(base_url, page_address(each.language)),
            "profiles": tuple(
                {"network": link.label.text, "url": link.url} for link in view.links if _is_profile(link)
            ),
        }
    )


def _addresses(portfolio: Portfolio) -> Iterator[str]:
    for link in portfolio.links:
        if link.url.startswith("mailto:"):
            address = unquote(urlsplit(link.url).path)
            if _EMAIL.fullmatch(address):
                yield address


def _is_profile(link: LinkView) -> bool:
    return link.me and web_url(link.url) is not None


def _certificate(row: CvRow) -> Node:
    name = row.translation or row.name
    return stated(
        {
            "name": name.text,
            "date": row.date.exact[:10] if row.date else None,
            "issuer": row.issuer.text,
            "url": row.url,
        }
    )


def _is_degree(entry: BadgeEntry) -> bool:
    return entry.credential.achievement.achievement_type in _DEGREES


def _education(reader: Reader, entry: BadgeEntry) -> Node:
    subject, issuer = entry.credential.credential_subject, entry.credential.issuer
    achievement, kind = subject.achievement, subject.achievement.achievement_type
    return stated(
        {
            "institution": profile_run(reader, issuer).text,
            "url": web_url(issuer.url),
            "area": reader.run(achievement.field_of_study).text if achievement.field_of_study else None,
            "studyType": achievement_type(reader, kind) if kind else None,
            "startDate": _day(subject.activity_start_date),
            "endDate": _day(subject.activity_end_date),
        }
    )


def _day(moment: datetime | None) -> str | None:
    return f"{moment:%Y-%m-%d}" if moment else None
