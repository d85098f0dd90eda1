"""The files of a new portfolio, which builds at once and holds no badge yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wallet.portfolio.writing import create_portfolio
from wallet.stages.made_files import CACHE_FOLDER

__all__ = ["NewPortfolio", "quoted", "start_portfolio"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPortfolio:
    """What the learner says at the beginning, and words to begin their profile with in each language of the site."""

    url: str
    family: str = ""
    given: str = ""
    latin: str = ""
    profile: Mapping[str, str]


def start_portfolio(root: Path, answers: NewPortfolio, further: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Write a new portfolio and the `further` files into `root`, and return the names of those that stood there before.

    Raises PortfolioError("portfolio.exists").
    """
    return create_portfolio(
        root,
        {
            "content/portfolio.toml": _portfolio_toml(answers),
            **{f"content/profile.{tag}.md": f"<!-- {words} -->\n" for tag, words in answers.profile.items()},
            "output/.gitignore": "*\n!.gitignore\n",
            ".gitignore": f"{CACHE_FOLDER}/\n",
            **(further or {}),
        },
    )


def _portfolio_toml(answers: NewPortfolio) -> str:
    lines = [
        "[site]",
        f"url = {quoted(answers.url)}",
        f"languages = [{', '.join(map(quoted, answers.profile))}]",
        'theme = "default"',
        "",
        "[owner]",
        *_named(family=answers.family, given=answers.given, latin=answers.latin),
        "",
        "[owner.headline]",
        *_named(**dict.fromkeys(answers.profile, "")),
    ]
    return "\n".join(lines) + "\n"


def _named(**values: str) -> list[str]:
    return [f"{name} = {quoted(value)}" if value else f'# {name} = ""' for name, value in values.items()]


def quoted(text: str) -> str:
    """Text as a TOML value in one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(character if character >= " " and character != "\x7f" else " " for character in escaped) + '"'
