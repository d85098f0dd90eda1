"""The words of files that a learner begins: each can be built as it stands, and says in comments how to go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wallet.language.catalogs import Catalog
from wallet.stages.starting import quoted

__all__ = ["collection_toml", "letter", "note", "page", "pathway_toml"]


def page(catalog: Catalog, title: str | None) -> str:
    """A page of the learner's own, which is a draft until they say otherwise."""
    say = catalog.gettext
    return "\n".join(
        [
            "---",
            "title: " + (title or say("A title for this page")),
            _remark(
                say("As long as the next line stands here, the page is not on the site. Take it out to show the page.")
            ),
            "draft: true",
            "---",
            "",
            _hidden(say("Write the page here, in Markdown. This remark is not shown.")),
            "",
        ]
    )


def note(catalog: Catalog) -> str:
    """The learner's words about one badge; a remark alone is not shown."""
    said = catalog.gettext("Write here what you did for this badge and what it means to you. This remark is not shown.")
    return _hidden(said) + "\n"


def letter(catalog: Catalog) -> str:
    """The learner's words above a collection or a pathway; a remark alone is not shown."""
    said = catalog.gettext("Write here to whoever reads this page, in Markdown. This remark is not shown.")
    return _hidden(said) + "\n"


def collection_toml(catalog: Catalog, titles: Mapping[str, Catalog], title: str | None, badges: Sequence[str]) -> str:
    """A collection of badges, with a title in every language."""
    say = catalog.gettext
    standing = {tag: own.gettext("A title for this collection") for tag, own in titles.items()}
    return "\n".join(
        [
            _remark(say("The badges of this collection, by their short names, in the order in which they are shown.")),
            f"badges = [{', '.join(quoted(badge) for badge in badges)}]",
            "",
            _remark(say("The title in each language.")),
            "[title]",
            *(f"{tag} = {quoted(title or words)}" for tag, words in standing.items()),
            "",
        ]
    )


def pathway_toml(catalog: Catalog, titles: Mapping[str, Catalog], title: str | None) -> str:
    """A pathway with one requirement, which is a draft until the learner says otherwise."""
    say = catalog.gettext
    return "\n".join(
        [
            _remark(
                say("As long as the next line stands here, the pathway is not on the site. Take it out to show it.")
            ),
            "draft = true",
            _remark(
                say("Where the rules stand, and how many credits are needed in all. Take out the # to use a line.")
            ),
            '# url = "https://university.example/diploma"',
            "# credits = 12",
            "",
            _remark(say("The name of the larger qualification, in each language.")),
            *_worded("title", {tag: title or own.gettext("A larger qualification") for tag, own in titles.items()}),
            "",
            _remark(say("The institution that decides about it.")),
            *_worded("institution", {tag: own.gettext("The receiving institution") for tag, own in titles.items()}),
            "",
            *_requirement(catalog, titles),
        ]
    )


def _requirement(catalog: Catalog, titles: Mapping[str, Catalog]) -> list[str]:
    say = catalog.gettext
    return [
        _remark(say("Write one such part for each requirement.")),
        "[[requirements]]",
        *_worded("title", {tag: own.gettext("A requirement") for tag, own in titles.items()}),
        _remark(say("The badges that count towards it, by their short names, and how many of them are needed.")),
        "badges = []",
        "needed = 1",
        _remark(say("How many credits are needed, where the requirement asks for credits.")),
        "# credits = 2",
        "",
    ]


def _remark(text: str) -> str:
    return f"# {text}"


def _hidden(text: str) -> str:
    return f"<!-- {text} -->"


def _worded(key: str, words: Mapping[str, str]) -> list[str]:
    return [f"{key}.{tag} = {quoted(text)}" for tag, text in words.items()]
