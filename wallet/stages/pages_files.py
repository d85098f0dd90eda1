"""The files that let GitHub build a portfolio, publish it and keep it true; the words in them are the learner's own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from wallet.language.catalogs import Catalog
from wallet.stages.pages_readme import ReadmeFacts, readme

__all__ = ["PagesOrder", "pages_files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesOrder:
    """What the files depend on; `catalogs` are those of the portfolio's languages, in their order.

    `requirement` is what pip installs to build; without `workflow` nothing is written for GitHub to run. `guide` is the
    file that tells the learner what to do next.
    """

    url: str
    catalogs: Sequence[Catalog]
    repository: str | None = None
    domain: str | None = None
    requirement: str
    workflow: bool = True
    guide: str = "README.md"


def pages_files(order: PagesOrder) -> Mapping[str, str]:
    """The files by their place in the portfolio."""
    facts = ReadmeFacts(url=order.url, repository=order.repository, domain=order.domain, workflow=order.workflow)
    # Signed files count byte for byte; git on Windows would give them other line endings.
    texts = {".gitattributes": "content/badges/** -text\n", order.guide: readme(order.catalogs, facts)}
    if order.workflow:
        words = _words(order.catalogs)
        texts["requirements.txt"] = f"{_remark(order.catalogs, 'requirements')}\n{order.requirement.strip()}\n"
        texts[".github/workflows/portfolio.yml"] = _filled("portfolio.yml", {**words, "about": _about(order, "build")})
        weekly = {"about": _about(order, "weekly"), "cron": weekly_moment(order.repository or order.url)}
        texts[".github/workflows/weekly.yml"] = _filled("weekly.yml", weekly)
        texts[".github/dependabot.yml"] = _filled("dependabot.yml", {"about": _about(order, "dependabot")})
    return texts


def weekly_moment(name: str) -> str:
    """When the weekly run begins, as cron writes it: the start of an hour is when GitHub is busiest."""
    number = int.from_bytes(hashlib.sha256(name.lower().encode()).digest()[:4], "big")
    minute, hour, day = number % 29 * 2 + 1, 2 + number // 29 % 5, number // 145 % 7
    return f"{minute} {hour} * * {day}"


def _filled(name: str, words: Mapping[str, str]) -> str:
    text = files("wallet.stages").joinpath("pages", name).read_text("utf-8")
    for place, value in words.items():
        text = text.replace(f"@{place}@", value)
    return text


def _words(catalogs: Sequence[Catalog]) -> Mapping[str, str]:
    """What the workflow itself says to the learner, in each of the portfolio's languages."""
    said = [
        {
            "record": each.gettext("What the issuers answered ({date})").format(date="DATE"),
            "title": each.gettext("Something about your badges has changed"),
            "updated": each.gettext("The report above has changed. Please read it again."),
            "settled": each.gettext("There is nothing left to report."),
        }
        for each in catalogs
    ]
    # A commit has one line for its subject, and the learner's first language is enough there.
    both = {name: " / ".join(each[name] for each in said) for name in said[0]}
    return {**both, "record": said[0]["record"]}


def _about(order: PagesOrder, kind: str) -> str:
    return _remark(order.catalogs, kind)


def _remark(catalogs: Sequence[Catalog], kind: str) -> str:
    return "\n".join(f"# {line}" for catalog in catalogs for line in _remarks(catalog, kind))


def _remarks(catalog: Catalog, kind: str) -> Sequence[str]:
    say = catalog.gettext
    if kind == "requirements":
        return (say("The program that builds the site on GitHub. To take another version, change it here alone."),)
    if kind == "weekly":
        return (
            say("Once a week the issuers are asked again whether the badges still stand."),
            say(
                "GitHub ends the schedule after 60 days without a commit. The weekly record of the badges is such one."
            ),
        )
    if kind == "dependabot":
        return (say("GitHub proposes newer versions of what the workflows use. A proposal is merged by a click."),)
    return (
        say("Builds this portfolio and publishes it with GitHub Pages, whenever something is pushed."),
        say("The version of the program stands in requirements.txt."),
    )
