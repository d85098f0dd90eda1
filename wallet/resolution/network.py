"""The one door to the network: HTTPS GET to public addresses, within limits, without cookies.

A mark by which a server knows its own answer again goes back only to the address that gave it, and only when a kept
answer is to be confirmed.

A host name is resolved here, every address it has is judged, and the connection goes to a judged address, so that a
name cannot point to a public address when judged and to a private one when connected. The same happens anew at every
redirect. A test may allow named loopback hosts; nothing else can.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from wallet import __version__
from wallet.errors import ResolutionError
from wallet.resolution.addresses import ascii_url, is_public_address, require_fetchable
from wallet.resolution.fetching import Resource
from wallet.resolution.limits import (
    CONNECT_SECONDS,
    MAX_ADDRESSES,
    MAX_REDIRECTS,
    MAX_RESOURCE_BYTES,
    MAX_WAITING_SECONDS,
    READ_SECONDS,
    SWIFT_SECONDS,
    TOTAL_SECONDS,
    WAITING_STATUSES,
    AskedToWaitError,
    accept_status,
)
from wallet.resolution.terms import Terms, asked_until, conditions, terms_of

if TYPE_CHECKING:
    import ssl

    import httpcore2

__all__ = ["PAUSE_SECONDS", "NetworkFetcher", "public_addresses"]

PAUSE_SECONDS = 0.5
"""Between two requests to one host of a run that nobody waits for."""

_ACCEPT = "application/vc, application/ld+json, application/json, text/plain, image/*, */*;q=0.1"
_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_MODIFIED = 304


def public_addresses(host: str, port: int) -> list[str]:
    """Every address of `host`; raises ResolutionError when there is none or when any of them is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ResolutionError("resolution.unreachable", url=f"https://{host}/") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not addresses:
        raise ResolutionError("resolution.unreachable", url=f"https://{host}/")
    if not all(is_public_address(address) for address in addresses):
        raise ResolutionError("resolution.not-public", url=f"https://{host}/")
    return addresses


class NetworkFetcher:
    """Fetches over HTTPS; `clock` stamps the answers, `resolve` turns a host and port into judged addresses.

    Between two requests to one host there are at least `pause` seconds; `contact` is an address at which whoever runs
    a server finds out who asks. When slow servers have taken MAX_WAITING_SECONDS, nobody else is asked.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        resolve: Callable[[str, int], list[str]] = public_addresses,
        *,
        pause: float = 0.0,
        contact: str | None = None,
    ) -> None:
        self._clock = clock
        self._resolve = resolve
        self._pause = pause
        self._asked: dict[str, float] = {}
        self._waited = 0.0
        self._agent = _agent(contact)

    def fetch(self, url: str) -> Resource:
        """GET `url` and follow at most MAX_REDIRECTS redirects; raises ResolutionError."""
        return self._within_patience(url, None)

    def fetch_again(self, kept: Resource) -> Resource:
        """As `fetch`, for what has changed since; where nothing has, `kept` as of now."""
        return self._within_patience(kept.url, kept)

    def _within_patience(self, url: str, kept: Resource | None) -> Resource:
        if self._waited >= MAX_WAITING_SECONDS:
            raise ResolutionError("resolution.too-slow", url=url, minutes=round(MAX_WAITING_SECONDS / 60))
        begun = time.monotonic()
        try:
            return self._follow(url, kept)
        finally:
            self._waited += max(0.0, time.monotonic() - begun - SWIFT_SECONDS)

    def _follow(self, url: str, kept: Resource | None) -> Resource:
        current = first = url.split("#")[0]
        deadline = time.monotonic() + TOTAL_SECONDS
        asked = conditions(kept.terms) if kept is not None else {}
        for _ in range(MAX_REDIRECTS + 1):
            require_fetchable(current)
            status, headers, content = self._get(ascii_url(current), deadline, asked)
            if kept is not None and asked and status == _NOT_MODIFIED:
                return _confirmed(kept, headers, self._clock())
            if status not in _REDIRECTS or "location" not in headers:
                at = self._clock()
                _require_welcome(url, status, headers, at)
                accept_status(url, status)
                media_type = headers.get("content-type", "application/octet-stream").split(";")[0].strip().lower()
                return Resource(
                    url=url,
                    content=content,
                    media_type=media_type,
                    retrieved_at=at,
                    status=status,
                    answered_at=current,
                    terms=terms_of(headers, at) if current == first else Terms(),
                )
            current, asked = _target(current, headers["location"]), {}
        raise ResolutionError("resolution.too-many-redirects", url=url)

    def _wait(self, url: str) -> None:
        """Let a moment pass since this host was last asked."""
        host, now = urlsplit(url).netloc, time.monotonic()
        left = self._asked.get(host, now - self._pause) + self._pause - now
        if left > 0:
            time.sleep(left)
        self._asked[host] = time.monotonic()

    def _get(self, url: str, deadline: float, asked: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
        import httpcore2

        self._wait(url)
        timeout = {"connect": CONNECT_SECONDS, "read": READ_SECONDS, "write": READ_SECONDS, "pool": CONNECT_SECONDS}
        headers: dict[bytes | str, bytes | str] = {
            "User-Agent": self._agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "identity",
        }
        for name, value in asked.items():
            headers[name] = value
        try:
            with (
                httpcore2.ConnectionPool(network_backend=_judging_backend(self._resolve, deadline)) as pool,
                pool.stream("GET", url, headers=headers, extensions={"timeout": timeout}) as response,
            ):
                found = {name.decode("ascii").lower(): value.decode("latin-1") for name, value in response.headers}
                return response.status, found, _read(url, response.iter_stream())
        except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError, OSError, ValueError):
            raise ResolutionError("resolution.unreachable", url=url) from None


def _agent(contact: str | None) -> str:
    """The program and its version, with the address where somebody can be found; one of another form is left out."""
    agent = f"learner-wallet/{__version__}"
    try:
        address = ascii_url(contact) if contact else ""
    except ValueError:
        address = ""
    printable = all("!" <= character <= "~" and character not in "()" for character in address)
    return f"{agent} (+{address})" if address and printable else agent


def _require_welcome(url: str, status: int, headers: Mapping[str, str], at: datetime) -> None:
    until = asked_until(headers, at) if status in WAITING_STATUSES else None
    if until is not None:
        raise AskedToWaitError(url, status, at=at, until=until)


def _confirmed(kept: Resource, headers: Mapping[str, str], at: datetime) -> Resource:
    """The kept answer, which its server says is still the one; a mark that it does not repeat stays as it was."""
    told = terms_of(headers, at)
    terms = Terms(
        etag=told.etag or kept.terms.etag,
        last_modified=told.last_modified or kept.terms.last_modified,
        fresh_until=told.fresh_until,
    )
    return replace(kept, retrieved_at=at, gone_at=None, terms=terms)


def _read(url: str, blocks: Iterable[bytes]) -> bytes:
    content = bytearray()
    for block in blocks:
        content += block
        if len(content) > MAX_RESOURCE_BYTES:
            raise ResolutionError("resolution.too-large", url=url, limit=MAX_RESOURCE_BYTES)
    return bytes(content)


def _target(url: str, location: str) -> str:
    try:
        return urljoin(url, location).split("#")[0]
    except ValueError:
        raise ResolutionError("resolution.not-a-url", url=location[:120]) from None


def _judging_backend(resolve: Callable[[str, int], list[str]], deadline: float) -> httpcore2.NetworkBackend:
    """A connection backend that connects to a judged address; TLS still checks the certificate of the name."""
    import httpcore2

    class JudgingBackend(httpcore2.SyncBackend):
        def connect_tcp(self, host: str, port: int, *args: Any, **options: Any) -> httpcore2.NetworkStream:
            *others, last = resolve(host, port)[:MAX_ADDRESSES]
            for address in others:
                # An address of a kind that this computer cannot reach must not hide the others.
                with contextlib.suppress(httpcore2.ConnectError, httpcore2.ConnectTimeout):
                    return self._connected(address, port, *args, **options)
            return self._connected(last, port, *args, **options)

        def _connected(self, address: str, port: int, *args: Any, **options: Any) -> httpcore2.NetworkStream:
            return timed_stream(super().connect_tcp(address, port, *args, **options), deadline)

        def connect_unix_socket(self, path: str, *args: Any, **options: Any) -> httpcore2.NetworkStream:
            raise ResolutionError("resolution.not-public", url=path)

    return JudgingBackend()


def timed_stream(inner: httpcore2.NetworkStream, deadline: float) -> httpcore2.NetworkStream:
    """The stream, whose waits all end at the deadline: a slow server respects a limit on each read for ever."""
    import httpcore2

    class TimedStream(httpcore2.NetworkStream):
        def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
            return inner.read(max_bytes, self._left(timeout))

        def write(self, buffer: bytes, timeout: float | None = None) -> None:
            inner.write(buffer, self._left(timeout))

        def close(self) -> None:
            inner.close()

        def start_tls(
            self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
        ) -> httpcore2.NetworkStream:
            return timed_stream(inner.start_tls(ssl_context, server_hostname, self._left(timeout)), deadline)

        def get_extra_info(self, info: str) -> Any:
            return inner.get_extra_info(info)

        def _left(self, timeout: float | None) -> float:
            left = deadline - time.monotonic()
            if left <= 0:
                inner.close()
                raise httpcore2.ReadTimeout
            return min(left, timeout) if timeout is not None else left

    return TimedStream()
