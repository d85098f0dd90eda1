"""Where GitHub Pages shows a site: for a person, for a project, and under a domain of the learner's own."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from wallet.errors import PortfolioError

__all__ = [
    "address_of",
    "is_pages_host",
    "parse_domain",
    "parse_repository",
    "repository_of_remote",
    "repository_of_site",
]

_PAGES = ".github.io"
_REPOSITORY = re.compile(r"(?P<owner>[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})/(?P<name>[A-Za-z0-9._-]{1,100})")
_REMOTE = re.compile(
    r"(?:(?:https?|ssh|git)://(?:[^/@]+@)?github\.com(?::\d+)?/|(?:[^/@]+@)?github\.com:)(?P<place>.+)"
)
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def parse_repository(text: str) -> str:
    """OWNER/NAME of a repository on GitHub, also from its address; raises PortfolioError("pages.bad-repository")."""
    repository = repository_of_remote(text) or text.strip()
    found = _REPOSITORY.fullmatch(repository)
    if found is None or found["name"] in (".", "..") or found["name"].endswith(".git"):
        raise PortfolioError("pages.bad-repository", found=text)
    return repository


def parse_domain(text: str) -> str:
    """The name of a domain as addresses write it; raises PortfolioError("pages.bad-domain")."""
    try:
        domain = text.strip().rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise PortfolioError("pages.bad-domain", found=text) from None
    labels = domain.split(".")
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdecimal():
        raise PortfolioError("pages.bad-domain", found=text)
    if is_pages_host(domain):
        raise PortfolioError("pages.domain-of-pages", found=domain)
    return domain


def address_of(repository: str, domain: str | None = None) -> str:
    """The site's address; that of a repository called like its owner's site has no path."""
    if domain is not None:
        return f"https://{domain}/"
    owner, _, name = repository.partition("/")
    host = f"{owner.lower()}{_PAGES}"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def is_pages_host(host: str) -> bool:
    """Whether GitHub gives this name to the sites of a person or an organisation."""
    return host.lower().endswith(_PAGES)


def repository_of_remote(url: str) -> str | None:
    """OWNER/NAME behind the address of a git remote; None where it is not on GitHub."""
    found = _REMOTE.fullmatch(url.strip())
    if found is None:
        return None
    return found["place"].rstrip("/").removesuffix(".git")


def repository_of_site(url: str) -> str | None:
    """OWNER/NAME whose site has this address; None for a domain of somebody's own."""
    parts = urlsplit(url)
    host, path = (parts.hostname or "").lower(), parts.path.strip("/")
    if not is_pages_host(host) or "/" in path:
        return None
    return f"{host.removesuffix(_PAGES)}/{path or host}"
