"""Lighthouse Commons: did:key, bilingual; an EdDSA JWS, and a badge without picture with Ed25519Signature2020."""

from __future__ import annotations

import base64

from tests.assets.badges.demo_badge import DemoBadge, achievement, credential, image
from tests.assets.credentials import LEARNER_DID, LEARNER_EMAIL, both, identity, urn
from tests.assets.drawing.svg import to_svg
from tests.assets.issuers import LIGHTHOUSE
from tests.assets.pictures import lighthouse as pictures

__all__ = ["badges"]

_SITE = "https://lighthouse-commons.example"


def badges() -> tuple[DemoBadge, ...]:
    """A compact JWS and a JSON file."""
    return (_mentor(), _story_hour())


def _mentor() -> DemoBadge:
    url = f"{_SITE}/badges/weekend-mentor"
    picture = base64.b64encode(to_svg(pictures.mentor()).encode("utf-8")).decode("ascii")
    made = credential(
        urn("weekend-mentor"),
        LIGHTHOUSE,
        {
            "id": LEARNER_DID,
            "role": "mentor",
            "activityStartDate": "2025-10-04T00:00:00+09:00",
            "activityEndDate": "2026-06-27T00:00:00+09:00",
            "narrative": both(
                "土曜の「しらべ学習」で、小中学生6人に調べ方と引用のしかたを教えました。",
                "Taught six pupils on Saturdays how to look things up and how to name their sources.",
            ),
            "achievement": achievement(
                url,
                name=both("週末メンター", "Weekend Mentor"),
                description=both(
                    "子どもの問いを先に解いてしまわず、自分で調べ抜くまで寄り添える人に贈ります。",
                    "For those who do not answer a child's question too soon, and stay until the child has found out.",
                ),
                criteria=both(
                    "20回以上活動し、子どもたちと保護者からの振り返りを受けること。",
                    "Take part at least twenty times and receive feedback from children and their parents.",
                ),
                kind="CommunityService",
                image=image(
                    f"data:image/svg+xml;base64,{picture}",
                    both("芽吹いた双葉を照らす灯台", "A lighthouse shining on a seedling"),
                ),
                tag=["mentoring", "子ども", "調べ学習"],
            ),
        },
        valid_from="2026-06-28T00:00:00+09:00",
    )
    return DemoBadge(
        slug="weekend-mentor",
        issuer=LIGHTHOUSE,
        credential=made,
        securing="JWS",
        container="jws",
        created="2026-06-28T02:00:00Z",
    )


def _story_hour() -> DemoBadge:
    url = f"{_SITE}/badges/story-hour"
    made = credential(
        urn("multilingual-story-hour"),
        LIGHTHOUSE,
        {
            "identifier": [identity("emailAddress", LEARNER_EMAIL)],
            "achievement": achievement(
                url,
                name=both("多言語おはなし会 世話人", "Host of the Multilingual Story Hour"),
                description=both(
                    "三つ以上の言語で絵本を読む会を企画し、家族どうしが知り合う場を開きました。",
                    "Planned and hosted picture-book readings in three or more languages, "
                    "where families got to know one another.",
                ),
                criteria=both("年に4回以上、おはなし会を開くこと。", "Host four or more story hours within a year."),
                kind="CommunityService",
                tag=["絵本", "multilingual"],
            ),
        },
        valid_from="2026-07-20T00:00:00+09:00",
    )
    return DemoBadge(
        slug="multilingual-story-hour",
        issuer=LIGHTHOUSE,
        credential=made,
        securing="Ed25519Signature2020",
        container="json",
        created="2026-07-20T02:00:00Z",
    )
