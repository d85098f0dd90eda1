"""The whole suite runs without a network: what a test needs from outside, it brings along."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

# A busy machine must not decide whether a test passes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_LOOKUPS = ("getaddrinfo", "gethostbyname", "gethostbyname_ex")


@pytest.fixture(scope="session", autouse=True)
def closed_network() -> Iterator[None]:
    """Let sockets reach this computer only, and names be looked up of this computer only."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded_connect(getattr(socket.socket, name)))
        for name in _LOOKUPS:
            patch.setattr(socket, name, _guarded_lookup(getattr(socket, name)))
        yield


def _guarded_connect(inner: Callable[..., Any]) -> Callable[..., Any]:
    def connect(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(str(address[0])):
            raise _refusal(address[0])
        return inner(self, address)

    return connect


def _guarded_lookup(inner: Callable[..., Any]) -> Callable[..., Any]:
    def lookup(host: Any, *args: Any, **options: Any) -> Any:
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        # No host at all means the addresses to listen on, and a literal address is not looked up anywhere.
        if name and not _is_literal(name) and not _is_loopback(name):
            raise _refusal(name)
        return inner(host, *args, **options)

    return lookup


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    if not _is_literal(host):
        return host == "localhost"
    address = ipaddress.ip_address(host.split("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


def _refusal(host: object) -> RuntimeError:
    # Not an OSError: code that survives a broken network must not survive this.
    return RuntimeError(f"a test wanted to reach {host}: the network is closed")
