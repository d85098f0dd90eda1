"""Warpweft Open Academy: an HTTPS issuer with an RSA key, RS256, English only, VCDM 1.1 first and 2.0 later."""

from __future__ import annotations

from tests.assets.badges.demo_badge import DemoBadge, achievement, credential, image
from tests.assets.credentials import LEARNER_DID, hashed_email, urn
from tests.assets.frameworks import eqf, esco_python
from tests.assets.issuers import WARPWEFT
from tests.assets.pictures import warpweft as pictures
from wallet.fields import JsonObject

__all__ = ["badges"]

_SITE = "https://warpweft.example"


def badges() -> tuple[DemoBadge, ...]:
    """A compact JWS under VCDM 1.1, a PNG that carries one, and a compact JWS under VCDM 2.0."""
    return (_python(), _visualisation(), _steward())


def _python() -> DemoBadge:
    url = f"{_SITE}/courses/py-101"
    made = credential(
        urn("python-for-public-data"),
        WARPWEFT,
        {
            "id": LEARNER_DID,
            "identifier": [hashed_email(None)],
            "activityStartDate": "2023-11-06T00:00:00Z",
            "activityEndDate": "2024-03-24T00:00:00Z",
            "result": [{"type": ["Result"], "resultDescription": f"{url}#tests", "value": "96"}],
            "achievement": achievement(
                url,
                name="Python for Public Data",
                description="Reads, cleans and joins published data sets with Python, "
                "and writes a script that someone else can run again.",
                criteria="Pass all 12 auto-graded notebooks (about 60 hours) and one peer-reviewed project:\n\n"
                "* the script runs from a fresh checkout\n"
                "* sources and licences are named\n"
                "* missing values are explained",
                kind="Course",
                humanCode="PY-101",
                fieldOfStudy="Computer programming",
                image=image(f"{_SITE}/images/py-101.svg", "Two strands woven into a pair of braces"),
                tag=["Python", "open data", "reproducibility"],
                resultDescription=[_tests(url)],
                alignment=[esco_python()],
            ),
        },
        valid_from="2024-03-31T12:00:00Z",
        data_model="1.1",
        evidence=[
            {
                "id": "https://shiomi.example/works/shelter-map",
                "type": ["Evidence"],
                "name": "Project: Which shelters can a wheelchair reach?",
                "description": "Joins the city's list of evacuation shelters with pavement surveys.",
                "genre": "Notebook",
            }
        ],
    )
    return DemoBadge(
        slug="python-for-public-data",
        issuer=WARPWEFT,
        credential=made,
        securing="JWS",
        container="jws",
        created="2024-03-31T12:00:00Z",
        drawing=pictures.python,
        image_url=f"{_SITE}/images/py-101.svg",
    )


def _tests(url: str) -> JsonObject:
    return {
        "id": f"{url}#tests",
        "type": ["ResultDescription"],
        "name": "Notebook tests passed",
        "resultType": "Percent",
        "valueMin": "0",
        "valueMax": "100",
        "requiredValue": "80",
    }


def _visualisation() -> DemoBadge:
    url = f"{_SITE}/courses/dv-110"
    made = credential(
        urn("data-visualisation-with-care"),
        WARPWEFT,
        {
            "identifier": [hashed_email(None)],
            "achievement": achievement(
                url,
                name="Data Visualisation with Care",
                description="Draws charts that say no more than the data do, "
                "and that people who cannot tell red from green can read as well.",
                criteria="Redraw five misleading charts and explain each choice; two reviewers must agree. "
                "About 25 hours of study.",
                kind="Course",
                humanCode="DV-110",
                image=image(f"{_SITE}/images/dv-110.png", "Hills of thread on a loom, each layer in its own tone"),
                tag=["data visualisation", "accessibility"],
            ),
        },
        valid_from="2024-07-14T12:00:00Z",
    )
    return DemoBadge(
        slug="data-visualisation-with-care",
        issuer=WARPWEFT,
        credential=made,
        securing="JWS",
        container="png",
        created="2024-07-14T12:00:00Z",
        drawing=pictures.visualisation,
    )


def _steward() -> DemoBadge:
    url = f"{_SITE}/programmes/open-data-steward"
    made = credential(
        urn("open-data-steward"),
        WARPWEFT,
        {
            "id": LEARNER_DID,
            "activityStartDate": "2025-08-04T00:00:00Z",
            "activityEndDate": "2025-12-07T00:00:00Z",
            "creditsEarned": 3,
            "narrative": "Prepared the release of a city library's lending statistics, "
            "from the privacy review to the published table.",
            "achievement": achievement(
                url,
                name="Open Data Steward",
                description="Takes a data set from an office drawer to the public: "
                "licence, privacy review, documentation, release and upkeep.",
                criteria="Complete PY-101, DV-110 and three further courses, then publish one data set "
                "and answer the questions of those who use it for three months.",
                kind="LearningProgram",
                humanCode="ODS",
                creditsAvailable=3,
                image=image(f"{_SITE}/images/ods.svg", "A seedling whose leaves are woven from open circuits"),
                tag=["open data", "data governance", "privacy"],
                alignment=[eqf(5, "Comparable to EQF level 5")],
            ),
        },
        valid_from="2025-12-14T12:00:00Z",
        evidence=[
            {
                "id": "https://shiomi.example/works/open-lending-statistics",
                "type": ["Evidence"],
                "name": "Open lending statistics of a city library",
                "description": "Monthly loans by branch and subject, in which no reader can be recognised.",
                "genre": "Data set",
            }
        ],
    )
    return DemoBadge(
        slug="open-data-steward",
        issuer=WARPWEFT,
        credential=made,
        securing="JWS",
        container="jws",
        created="2025-12-14T12:00:00Z",
        drawing=pictures.steward,
        image_url=f"{_SITE}/images/ods.svg",
    )
