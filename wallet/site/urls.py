"""Every address of the site is made here.

An *address* is the part of a URL after the base URL ("ja/badges/python-basics/"); it never starts with a slash. Links
between pages are relative, so that one output works under any base path; a page that is shown in any place (404) takes
links from the base path instead.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

__all__ = [
    "absolute",
    "badge_address",
    "embed_address",
    "file_of",
    "host_of",
    "is_private",
    "link",
    "own_domain",
    "page_address",
    "page_picture_address",
    "shared_address",
    "web_url",
]

_PLAIN = re.compile(r"[\w.~/-]*", re.ASCII)
"""Nearly every address: what needs no quoting is not looked at letter by letter."""


def page_address(language: str, *parts: str) -> str:
    """The address of a page: ``page_address("ja", "badges", "x")`` is "ja/badges/x/"."""
    return "/".join((language, *parts)) + "/"


def badge_address(slug: str, file_name: str) -> str:
    """The address of a badge's file, which belongs to no language."""
    return f"badges/{slug}/{file_name}"


def embed_address(language: str, slug: str) -> str:
    """The address of a badge's page for frames in other websites."""
    return page_address(language, "badges", slug, "embed")


def page_picture_address(file_name: str) -> str:
    """The address of a picture in the learner's own pages, which belongs to no language."""
    return f"pages/{file_name}"


def shared_address(*parts: str) -> str:
    """The address of a file of a collection that is not for everybody, which belongs to no language."""
    return "/".join(("shared", *parts))


def is_private(path: str) -> bool:
    """Whether the address of this file is for those alone who were given it: no public list may name it."""
    first, _, rest = path.partition("/")
    return first == "shared" or (first not in ("badges", "pages", "static") and rest.partition("/")[0] == "shared")


def file_of(address: str) -> str:
    """The output file that answers `address`."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def absolute(base_url: str, address: str) -> str:
    """The whole URL of an address."""
    return base_url + _quoted(address)


def link(base_url: str, address: str, *, seen_from: str | None) -> str:
    """A link to `address` from the page at `seen_from`; None for a page that is shown in any place."""
    if seen_from is None:
        return urlsplit(base_url).path + _quoted(address)
    return _quoted(_way(seen_from.split("/")[:-1], address.split("/")))


def _quoted(address: str) -> str:
    return address if _PLAIN.fullmatch(address) else quote(address)


def _way(here: list[str], there: list[str]) -> str:
    """From one folder to a folder or a file; what ends in an empty part is a folder."""
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "/".join(("..",) * (len(here) - shared) + tuple(there[shared:])) or "./"


def host_of(url: str) -> str | None:
    """The host of an http(s) URL as a reader knows it, else None."""
    try:
        parts = urlsplit(url)
        return parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def own_domain(base_url: str) -> str | None:
    """The domain that is the site's alone, as hosts ask for its name; None for a part of a larger site, or a number."""
    parts = urlsplit(base_url)
    named = parts.hostname is not None and any(map(str.isalpha, parts.hostname.rpartition(".")[2]))
    is_own = named and "." in parts.netloc and ":" not in parts.netloc and parts.path == "/"
    return parts.hostname if is_own and not parts.netloc.endswith(".github.io") else None


def web_url(url: str | None) -> str | None:
    """`url` if it is an http(s) URL with a host that a page may link to, else None."""
    if url is None or any(character.isspace() or not character.isprintable() for character in url):
        return None
    return url if host_of(url) else None
