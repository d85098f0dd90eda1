"""No test reaches further than this computer."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest


@pytest.mark.parametrize("address", ["192.0.2.1", "10.0.0.1", "0.0.0.0"])
@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_connection_to_another_computer_is_refused_by_its_name(address: str, method: str) -> None:
    with socket.socket() as client, pytest.raises(RuntimeError, match=address):
        getattr(client, method)((address, 443))


@pytest.mark.parametrize("address", ["2001:db8::1", "fe80::1", "::ffff:192.0.2.1"])
def test_so_is_one_over_ipv6(address: str) -> None:
    with socket.socket(socket.AF_INET6) as client, pytest.raises(RuntimeError, match=address):
        client.connect((address, 443))


def test_so_is_one_of_an_event_loop() -> None:
    def connect() -> None:
        asyncio.run(asyncio.open_connection("192.0.2.1", 443))

    # A browser's driver may have an event loop in this thread, and there can be but one.
    with ThreadPoolExecutor(1) as threads, pytest.raises(RuntimeError, match=r"192\.0\.2\.1"):
        threads.submit(connect).result()


def test_a_name_of_another_computer_is_not_looked_up() -> None:
    for lookup in (socket.gethostbyname, socket.gethostbyname_ex):
        with pytest.raises(RuntimeError, match=r"issuer\.example"):
            lookup("issuer.example")
    with pytest.raises(RuntimeError, match=r"issuer\.example"):
        socket.getaddrinfo("issuer.example", 443)
    with pytest.raises(RuntimeError, match=r"issuer\.example"):
        socket.create_connection(("issuer.example", 443))


def test_the_refusal_is_no_error_that_a_broken_network_would_cause() -> None:
    with pytest.raises(RuntimeError) as caught:
        socket.getaddrinfo("issuer.example", 443)
    assert not isinstance(caught.value, OSError | ValueError)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_computer_is_reached(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection((host, port)) as client:
            assert client.getpeername() == ("127.0.0.1", port)


def test_an_address_that_needs_no_lookup_is_passed_on() -> None:
    assert {entry[4][0] for entry in socket.getaddrinfo("192.0.2.1", 443)} == {"192.0.2.1"}
    assert socket.gethostbyname("127.0.0.1") == "127.0.0.1"
