"""Which URLs may be fetched at all: HTTPS, a public host, no credentials in the URL.

The rule holds for every fetcher, also for one that answers from files: a listed address is no more acceptable than
the same address on the network. Names are resolved elsewhere; here only what the URL itself says is judged.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urlsplit

from wallet.errors import ResolutionError

__all__ = ["MAX_URL_LENGTH", "ascii_url", "is_public_address", "require_fetchable"]

MAX_URL_LENGTH = 2_048
"""Longer URLs fail in common servers; no issuer needs one."""

_UNICAST = ipaddress.IPv6Network("2000::/3")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""RFC 6052: how a network without IPv4 reaches hosts that have nothing else."""
_NUMERIC_LABEL = re.compile(r"^([0-9]+|0x[0-9a-f]*)\Z")
_LOCAL_SUFFIXES = (".localhost", ".local", ".internal", ".home.arpa", ".onion")


def is_public_address(address: str) -> bool:
    """Whether an IP address is reachable by everybody: not private, loopback, link-local, reserved or multicast."""
    parsed = ipaddress.ip_address(address.split("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = _within(parsed)
        if inner is not None:
            return is_public_address(str(inner))
        # Whatever else there is leads to one network, or by old rules to an IPv4 address (RFC 4291 section 2.5).
        return parsed in _UNICAST and parsed.is_global
    return parsed.is_global and not parsed.is_multicast


def _within(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address to which this one leads."""
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def ascii_url(url: str) -> str:
    """The URL as it is sent: host by IDNA, the rest percent-encoded (RFC 3987 section 3.1); raises ValueError."""
    if url.isascii():
        return url
    parts = urlsplit(url)
    authority = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    path, query = (quote(part, safe="%/:@!$&'()*+,;=~?-._") for part in (parts.path, parts.query))
    return parts._replace(netloc=authority, path=path, query=query, fragment="").geturl()


def require_fetchable(url: str) -> None:
    """Raise ResolutionError unless `url` is HTTPS, names a public host and carries no user or password."""
    if len(url) > MAX_URL_LENGTH or any(ord(character) <= 32 for character in url):
        raise ResolutionError("resolution.not-a-url", url=url[:120])
    try:
        # What is asked for is judged: a host of full-width digits is an address after all.
        parts = urlsplit(ascii_url(url))
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise ResolutionError("resolution.not-a-url", url=url[:120]) from None
    if parts.scheme != "https":
        raise ResolutionError("resolution.not-https", url=url)
    if not host or parts.username is not None or parts.password is not None:
        raise ResolutionError("resolution.not-a-url", url=url)
    if not _is_public_host(host.rstrip(".").lower()):
        raise ResolutionError("resolution.not-public", url=url)


def _is_public_host(host: str) -> bool:
    if host == "localhost" or host.endswith(_LOCAL_SUFFIXES):
        return False
    try:
        return is_public_address(host)
    except ValueError:
        # "2130706433", "0x7f.1" and the like are addresses to some resolvers; no top-level domain is a number.
        return not _NUMERIC_LABEL.match(host.split(".")[-1])
