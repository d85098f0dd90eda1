from __future__ import annotations

import pytest

from wallet.errors import PortfolioError
from wallet.stages.pages_address import (
    address_of,
    parse_domain,
    parse_repository,
    repository_of_remote,
    repository_of_site,
)


@pytest.mark.parametrize(
    ("repository", "domain", "url"),
    [
        ("hanako/portfolio", None, "https://hanako.github.io/portfolio/"),
        ("Hanako/Portfolio", None, "https://hanako.github.io/Portfolio/"),
        ("hanako/hanako.github.io", None, "https://hanako.github.io/"),
        ("Hanako/Hanako.GitHub.io", None, "https://hanako.github.io/"),
        ("hanako/taro.github.io", None, "https://hanako.github.io/taro.github.io/"),
        ("hanako/portfolio", "www.hanako.example", "https://www.hanako.example/"),
    ],
)
def test_each_kind_of_site_has_its_address(repository: str, domain: str | None, url: str) -> None:
    assert address_of(repository, domain) == url


@pytest.mark.parametrize(
    ("said", "repository"),
    [
        ("hanako/portfolio", "hanako/portfolio"),
        (" hanako/portfolio ", "hanako/portfolio"),
        ("https://github.com/hanako/portfolio", "hanako/portfolio"),
        ("https://github.com/hanako/portfolio.git", "hanako/portfolio"),
        ("git@github.com:hanako/my.site.git", "hanako/my.site"),
        ("a/b", "a/b"),
    ],
)
def test_a_repository_may_be_said_in_several_ways(said: str, repository: str) -> None:
    assert parse_repository(said) == repository


@pytest.mark.parametrize(
    "said",
    ["", "hanako", "hanako/", "/portfolio", "hanako/port folio", "a/b/c", "-a/b", "a-/b", "a--b/c", "花子/b", "a/..",
     "https://gitlab.com/a/b", "a" * 40 + "/b", "a/" + "b" * 101],
)  # fmt: skip
def test_what_is_no_repository_is_refused(said: str) -> None:
    with pytest.raises(PortfolioError) as caught:
        parse_repository(said)
    assert caught.value.code == "pages.bad-repository"


@pytest.mark.parametrize(
    ("said", "domain"),
    [
        ("WWW.Hanako.example", "www.hanako.example"),
        ("花子.example", "xn--i8s592g.example"),
        ("a.b.example.", "a.b.example"),
    ],
)
def test_a_domain_is_written_as_addresses_write_it(said: str, domain: str) -> None:
    assert parse_domain(said) == domain


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "pages.bad-domain"),
        ("hanako", "pages.bad-domain"),
        ("https://hanako.example/", "pages.bad-domain"),
        ("hanako.example/portfolio", "pages.bad-domain"),
        ("hanako..example", "pages.bad-domain"),
        ("-a.example", "pages.bad-domain"),
        ("192.168.0.1", "pages.bad-domain"),
        ("hanako.github.io", "pages.domain-of-pages"),
    ],
)
def test_what_is_no_domain_is_refused(said: str, code: str) -> None:
    with pytest.raises(PortfolioError) as caught:
        parse_domain(said)
    assert caught.value.code == code


def test_a_site_and_a_remote_tell_their_repository() -> None:
    assert repository_of_site("https://hanako.github.io/portfolio/") == "hanako/portfolio"
    assert repository_of_site("https://hanako.github.io/") == "hanako/hanako.github.io"
    assert repository_of_site("https://hanako.github.io/a/b/") is None
    assert repository_of_site("https://hanako.example/") is None
    assert repository_of_remote("ssh://git@github.com/hanako/portfolio.git") == "hanako/portfolio"
    assert repository_of_remote("https://token@github.com/hanako/portfolio") == "hanako/portfolio"
    assert repository_of_remote("git@example.org:hanako/portfolio.git") is None
