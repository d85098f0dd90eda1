"""A portfolio whose every text was written by somebody who wants to break out of where it is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from tests.site.sample import badge, picture, report, sample_portfolio
from wallet.credentials.model import (
    Achievement,
    AchievementSubject,
    Alignment,
    Criteria,
    EndorsementCredential,
    Evidence,
    Profile,
    Related,
    Result,
    ResultDescription,
)
from wallet.language.text import LanguageValue, Text
from wallet.portfolio.model import BadgeChoices, Collection, Link, OwnerName, OwnPage, Portfolio
from wallet.site.entries import BadgeEntry, BadgeImage, SiteInput

__all__ = ["HOSTILE", "HOSTILE_URLS", "hostile_site_input"]

HOSTILE = (
    "</script><script>boom('script')</script>",
    "<img src=x onerror=boom('img')><svg/onload=boom('svg')>",
    "<!--<script>boom('comment')</script>",
    "\"><iframe src='https://elsewhere.example/'></iframe>",
    "' onmouseover='boom(1)' autofocus onfocus='boom(2)' x='",
    "[md](javascript:boom('md')) ![md](https://elsewhere.example/x.png) <javascript:boom('auto')>",
    "\u2028boom('line')\u2029 \u202egnihsif\u202c \u2066isolate\u2069 \u200b",
    "]]><evil/>&evil; --> <?evil?>",
    "\x00\x01\x08\x0b\x1b[31m\x7f\x85\ufffe\uffff\ufeff",
    "{{ 7*7 }} {% raw %} ${7*7} &lt;script&gt;boom('entity')&lt;/script&gt;",
    '\\u003cscript\\u003e \\" \\',
    "<style>*{display:none}</style><meta http-equiv=refresh content='0;url=https://elsewhere.example/'><base href=/x/>",
)
"""Each would do harm in some place if it were put there as it is."""

ALL = " ".join(HOSTILE)

HOSTILE_URLS = (
    "javascript:boom('url')",
    "https://elsewhere.example/\"onmouseover=\"boom('quote')",
    "https://elsewhere.example/</script><script>boom('tag')</script>",
    "data:text/html,<script>boom('data')</script>",
    "\x01javascript:boom('control')",
)


def hostile_site_input(base_url: str = "https://mio.example/portfolio/") -> SiteInput:
    """The learner, and one badge for each text and one for all of them together."""
    badges = tuple(_badge(f"hostile-{number}", text, number) for number, text in enumerate((*HOSTILE, ALL)))
    return SiteInput(portfolio=_portfolio(), badges=badges, base_url=base_url)


def _badge(slug: str, text: str, number: int) -> BadgeEntry:
    url = HOSTILE_URLS[number % len(HOSTILE_URLS)]
    said = Text((LanguageValue(value=text, language="ja"), LanguageValue(value=text)))
    issuer = Profile(id=url, name=said, url=url, description=said, parent_org=Profile(id=url, name=said))
    entry = badge(
        slug,
        _achievement(said, text, url),
        found=report(),
        subject=_subject(_achievement(said, text, url), said, text),
        issuer=issuer,
        issued=datetime(2026, 1, 1 + number, tzinfo=UTC),
        evidence=(Evidence(id=url, name=said, description=said, narrative=said, genre=text, audience=text),),
        endorsement=(
            EndorsementCredential(
                id=url,
                issuer=issuer,
                subject_id=url,
                endorsement_comment=said,
                valid_from=datetime(2026, 1, 1, tzinfo=UTC),
            ),
        ),
        image=BadgeImage(content=picture(), extension="png", width=40, height=40, caption=text),
        choices=BadgeChoices(
            featured=True, tags=(text,), reading=text, name={"en": text, "ja": text}, summary={"en": text, "ja": text}
        ),
        notes={"ja": text, "en": text},
        content=json.dumps({"id": url, "name": text}, ensure_ascii=False).encode("utf-8", "replace"),
    )
    return replace(entry, credential=replace(entry.credential, id=url))


def _achievement(said: Text, text: str, url: str) -> Achievement:
    return Achievement(
        id=url,
        name=said,
        description=said,
        criteria=Criteria(id=url, narrative=said),
        achievement_type=f"ext:{text}",
        alignment=(
            Alignment(
                target_name=said,
                target_url=url,
                target_description=said,
                target_framework=text,
                target_code=text,
                target_type=f"ext:{text}",
            ),
        ),
        creator=Profile(id="urn:other", name=said),
        field_of_study=text,
        human_code=text,
        in_language=text,
        related=(Related(id=f"urn:{text}", in_language=text, version=text),),
        result_description=(
            ResultDescription(id="urn:r", name=said, result_type=text, value_max=text, value_min=text),
        ),
        specialization=text,
        tag=(text,),
        version=text,
    )


def _subject(achievement: Achievement, said: Text, text: str) -> AchievementSubject:
    return AchievementSubject(
        id=text,
        achievement=achievement,
        license_number=text,
        narrative=said,
        result=(Result(value=text, status=text, result_description="urn:r"),),
        role=text,
        term=text,
    )


def _portfolio() -> Portfolio:
    words = {"ja": ALL, "en": ALL}
    links = tuple(
        Link(url=url, label=words)
        for url in (*HOSTILE_URLS, "mailto:\"><script>boom('mail')</script>@x.example", "https://code.example/mio")
    )
    return replace(
        sample_portfolio(),
        owner=OwnerName(family=ALL, given=ALL, family_reading=ALL, given_reading=ALL, latin=ALL),
        headline=words,
        profile=words,
        links=links,
        pages=(OwnPage(slug="own", title=words, body=words),),
        collections=(
            Collection(slug="chosen", title=words, badges=("hostile-0", "hostile-3"), summary=words, letter=words),
        ),
    )
