"""What the learner answers when a portfolio begins: in options, to questions at a terminal, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import click

from wallet.cli.console import Console
from wallet.cli.inputs import is_interactive, is_url
from wallet.errors import PortfolioError
from wallet.language.catalogs import available_languages
from wallet.portfolio.model import EXAMPLE_URL
from wallet.portfolio.reading import is_site_url
from wallet.stages.pages_address import (
    address_of,
    parse_domain,
    parse_repository,
    repository_of_remote,
    repository_of_site,
)

__all__ = ["Place", "answer", "chosen_languages", "chosen_place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the site will be; `repository` is OWNER/NAME on GitHub, `domain` one of the learner's own."""

    url: str
    repository: str | None = None
    domain: str | None = None


def chosen_place(console: Console, url: str | None, repository: str | None, domain: str | None) -> Place:
    """The site's place by what is given, or else asked; raises PortfolioError or a usage error for what is none."""
    text = console.gettext
    if url is None and repository is None and domain is None:
        question = text("Your repository on GitHub (OWNER/NAME), or the address the site will have")
        said = answer(None, question, EXAMPLE_URL)
        url, repository = (said, None) if is_url(said) and not repository_of_remote(said) else (None, said)
        if repository is not None:
            repository = parse_repository(repository)
            domain = answer(None, text("Your own domain, if the site has one"), "") or None
    named = parse_repository(repository) if repository is not None else None
    own = parse_domain(domain) if domain is not None else None
    if url is not None:
        return Place(url=_site_url(console, url), repository=named or _repository_behind(url), domain=own)
    if named is None:
        return Place(url=f"https://{own}/", domain=own)
    return Place(url=address_of(named, own), repository=named, domain=own)


def _repository_behind(url: str) -> str | None:
    # The example stands for an address that the learner has still to choose.
    return None if url == EXAMPLE_URL else repository_of_site(url)


def _site_url(console: Console, url: str) -> str:
    if not is_site_url(url):
        wanted = console.gettext("Give a full address, such as https://name.github.io/portfolio/.")
        raise click.BadParameter(wanted, param_hint="--url")
    return url


def chosen_languages(console: Console, given: str | None, default: Sequence[str]) -> tuple[str, ...]:
    """The languages of the pages, the first one first; raises PortfolioError for one that has no words yet."""
    said = answer(given, console.gettext("The languages of the pages, the first one first"), ",".join(default))
    tags = tuple(dict.fromkeys(tag for tag in said.replace(",", " ").split() if tag)) or tuple(default)
    known = available_languages()
    for tag in tags:
        if tag not in known:
            raise PortfolioError("pages.bad-language", found=tag, known=", ".join(known))
    return tags


def answer(given: str | None, question: str, default: str) -> str:
    """What is given, or else what somebody at the terminal says, or else `default`."""
    if given is not None:
        return given
    if not is_interactive():
        return default
    return str(click.prompt(question, default=default, show_default=bool(default), err=True))
