"""The door to the network, tried on a server of this computer that has a certificate for names of issuers."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from wallet.errors import ResolutionError
from wallet.resolution import network
from wallet.resolution.courtesy import PoliteFetcher
from wallet.resolution.fetching import Resource
from wallet.resolution.limits import MAX_REDIRECTS, MAX_RESOURCE_BYTES, AskedToWaitError
from wallet.resolution.network import NetworkFetcher, public_addresses
from wallet.resolution.renewing import RenewingFetcher
from wallet.resolution.terms import Terms

AT = datetime(2026, 5, 1, tzinfo=UTC)
CERTIFIED = ["issuer.example", "other.example"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says at one path."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b"{}"


@dataclass(slots=True)
class Server:
    """The server: its port, its answers by path, and the requests and look-ups it met."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    resolved: list[str] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> list[str]:
        self.resolved.append(host)
        if host.startswith("private"):
            raise ResolutionError("resolution.not-public", url=f"https://{host}/")
        return ["127.0.0.1"]

    def url(self, path: str, host: str = "issuer.example") -> str:
        return f"https://{host}:{self.port}{path}"

    def fetcher(self, **options: Any) -> NetworkFetcher:
        return NetworkFetcher(lambda: AT, self.resolve, **options)

    def code(self, url: str) -> str:
        with pytest.raises(ResolutionError) as caught:
            self.fetcher().fetch(url)
        return caught.value.code


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody but itself signed, and its key, in one file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Issuers")])
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, datetime(2020, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(True, False, False, False, False, True, False, False, False), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in CERTIFIED]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = tmp_path_factory.mktemp("tls") / "certificate.pem"
    file.write_bytes(secret + signed.public_bytes(Encoding.PEM))
    return file


@pytest.fixture
def server(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A running server whose certificate is trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    found = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = found.answers.get(self.path, Answer(404))
            if "ETag" in answer.headers and self.headers["If-None-Match"] == answer.headers["ETag"]:
                answer = Answer(304, answer.headers, b"")
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        listening.socket = context.wrap_socket(listening.socket, server_side=True)
        listening.handle_error = lambda *_: None  # type: ignore[method-assign]
        found.port = listening.server_address[1]
        Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        yield found
        listening.shutdown()


def _redirect(location: str, **headers: str) -> Answer:
    return Answer(302, {"Location": location, **headers})


def test_an_answer_is_returned_byte_for_byte_and_stamped_by_the_clock(server: Server) -> None:
    server.answers["/did.json"] = Answer(200, {"Content-Type": "Application/DID+JSON; charset=utf-8"}, b"{}\r\n\x00")
    found = server.fetcher().fetch(server.url("/did.json#key-1"))
    assert (found.url, found.content) == (server.url("/did.json#key-1"), b"{}\r\n\x00")
    assert (found.media_type, found.retrieved_at, found.status) == ("application/did+json", AT, 200)
    assert [path for path, _ in server.requests] == ["/did.json"]


def test_a_request_tells_nothing_about_the_learner(server: Server) -> None:
    server.answers["/a"] = _redirect("/b", **{"Set-Cookie": "seen=1"})
    server.answers["/b"] = Answer()
    server.fetcher().fetch(server.url("/a"))
    for _, headers in server.requests:
        assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}
        assert headers["user-agent"].startswith("learner-wallet/")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(404), "resolution.http-status"),
        (Answer(302), "resolution.http-status"),
        (Answer(304, {"Location": "/"}), "resolution.http-status"),
        (Answer(200, {"Content-Length": "100"}), "resolution.unreachable"),
        (Answer(200, {"Content-Length": "many"}), "resolution.unreachable"),
        (Answer(200, {"Transfer-Encoding": "chunked"}, b"no chunk"), "resolution.unreachable"),
    ],
)
def test_what_is_no_whole_answer_is_refused(server: Server, answer: Answer, code: str) -> None:
    server.answers["/"] = answer
    assert server.code(server.url("/")) == code


def test_a_withdrawal_is_an_answer(server: Server) -> None:
    server.answers["/"] = Answer(410, {}, b"gone")
    found = server.fetcher().fetch(server.url("/"))
    assert (found.status, found.content, found.media_type) == (410, b"gone", "application/octet-stream")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_issuer_is_followed_and_the_name_looked_up_anew(server: Server, status: int) -> None:
    server.answers = {"/a": Answer(status, {"Location": server.url("/b", "other.example")}), "/b": Answer(body=b"b")}
    found = server.fetcher().fetch(server.url("/a"))
    assert (found.url, found.content) == (server.url("/a"), b"b")
    assert found.answered_at == server.url("/b", "other.example")
    assert server.resolved == ["issuer.example", "other.example"]


def test_redirects_are_followed_to_a_limit(server: Server) -> None:
    server.answers = {f"/{step}": _redirect(f"{step - 1}") for step in range(1, MAX_REDIRECTS + 2)}
    server.answers["/0"] = Answer()
    assert server.fetcher().fetch(server.url(f"/{MAX_REDIRECTS}")).status == 200
    assert server.code(server.url(f"/{MAX_REDIRECTS + 1}")) == "resolution.too-many-redirects"


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://other.example/", "resolution.not-https"),
        ("https://127.0.0.1/", "resolution.not-public"),
        ("//[::ffff:10.0.0.1]/", "resolution.not-public"),
        ("https://private.example/", "resolution.not-public"),
        ("https://user:secret@other.example/", "resolution.not-a-url"),
        ("https://other.example:70000/", "resolution.not-a-url"),
    ],
)
def test_where_a_redirect_leads_is_judged_like_the_first_address(server: Server, location: str, code: str) -> None:
    server.answers["/"] = _redirect(location)
    assert server.code(server.url("/")) == code
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "url",
    ["http://issuer.example/", "https://user@issuer.example/", "https://localhost/", "https://[::ffff:127.0.0.1]/"],
)
def test_a_url_that_may_not_be_fetched_is_not_even_looked_up(server: Server, url: str) -> None:
    assert server.code(url) in ("resolution.not-https", "resolution.not-a-url", "resolution.not-public")
    assert server.resolved == []


def test_an_answer_may_be_as_large_as_the_limit_and_no_larger(server: Server) -> None:
    server.answers["/fits"] = Answer(body=b"x" * MAX_RESOURCE_BYTES)
    server.answers["/large"] = Answer(body=b"x" * (MAX_RESOURCE_BYTES + 1))
    assert len(server.fetcher().fetch(server.url("/fits")).content) == MAX_RESOURCE_BYTES
    assert server.code(server.url("/large")) == "resolution.too-large"


def test_an_answer_that_takes_too_long_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["/"] = Answer()
    assert server.fetcher().fetch(server.url("/")).content == b"{}"
    monkeypatch.setattr(network, "TOTAL_SECONDS", -1.0)
    assert server.code(server.url("/")) == "resolution.unreachable"


def test_a_certificate_of_another_name_or_of_nobody_trusted_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/"] = Answer()
    assert server.code(server.url("/", "stranger.example")) == "resolution.unreachable"
    monkeypatch.delenv("SSL_CERT_FILE")
    assert server.code(server.url("/")) == "resolution.unreachable"
    assert server.requests == []


def test_a_server_that_is_not_there_is_unreachable(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        server.port = free.getsockname()[1]
    assert server.code(server.url("/")) == "resolution.unreachable"


def _names(table: Mapping[str, list[str]]) -> Callable[..., list[Any]]:
    """A dictionary in place of the name service."""

    def lookup(host: str, port: int, **_: Any) -> list[Any]:
        if host not in table:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in table[host]]

    return lookup


def test_every_address_of_a_public_name_is_returned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = ["8.8.8.8", "2606:4700::1111", "8.8.8.8"]
    monkeypatch.setattr(socket, "getaddrinfo", _names({"issuer.example": found}))
    assert public_addresses("issuer.example", 443) == ["8.8.8.8", "2606:4700::1111"]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:192.168.0.1", "0.0.0.0"]
)
def test_a_name_with_any_address_that_is_not_public_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _names({"issuer.example": ["8.8.8.8", address]}))
    with pytest.raises(ResolutionError) as caught:
        NetworkFetcher(lambda: AT).fetch("https://issuer.example/")
    assert caught.value.code == "resolution.not-public"


@pytest.mark.parametrize("host", ["unknown.example", "empty.example"])
def test_a_name_without_an_address_is_unreachable(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _names({"empty.example": []}))
    with pytest.raises(ResolutionError) as caught:
        NetworkFetcher(lambda: AT).fetch(f"https://{host}/")
    assert caught.value.code == "resolution.unreachable"


def test_a_host_that_cannot_be_reached_at_one_address_is_tried_at_the_next(server: Server) -> None:
    server.answers["/"] = Answer()
    fetcher = NetworkFetcher(lambda: AT, lambda host, port: ["127.0.0.9", "127.0.0.1"])
    assert fetcher.fetch(server.url("/")).content == b"{}"


def test_an_address_in_japanese_is_sent_in_ascii(server: Server) -> None:
    server.answers["/%E3%83%90%E3%83%83%E3%82%B8.png?%E5%B9%B4=2026"] = Answer(body=b"picture")
    url = server.url("/バッジ.png?年=2026")
    resource = server.fetcher().fetch(url)
    assert (resource.url, resource.content) == (url, b"picture")


@pytest.mark.parametrize("location", ["https://[", "//[::1", "https://１２７.０.０.１/", "http://issuer.example/"])
def test_a_redirect_to_no_fetchable_address_is_refused(server: Server, location: str) -> None:
    server.answers["/"] = _redirect(location.encode().decode("latin-1"))
    assert server.code(server.url("/")).startswith("resolution.not-")


def test_a_redirect_may_lead_to_a_path_in_japanese(server: Server) -> None:
    server.answers["/"] = _redirect("/%E5%8D%B0.png")
    server.answers["/%E5%8D%B0.png"] = Answer(body=b"picture")
    assert server.fetcher().fetch(server.url("/")).content == b"picture"


EARLIER = AT - timedelta(days=30)
WEEK = timedelta(days=7)


def _kept(url: str, **terms: Any) -> Resource:
    return Resource(url=url, content=b"kept", media_type="application/json", retrieved_at=EARLIER, terms=Terms(**terms))


def test_what_has_not_changed_is_confirmed_without_being_sent(server: Server) -> None:
    server.answers["/list"] = Answer(200, {"ETag": '"1"'}, b"never sent")
    kept = _kept(server.url("/list"), etag='"1"', last_modified="Wed, 01 Apr 2026 00:00:00 GMT")
    found = server.fetcher().fetch_again(kept)
    assert (found.content, found.retrieved_at, found.terms) == (b"kept", AT, kept.terms)
    ((_, headers),) = server.requests
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', "Wed, 01 Apr 2026 00:00:00 GMT")


def test_what_has_changed_is_sent_with_its_new_marks(server: Server) -> None:
    headers = {"ETag": '"2"', "Cache-Control": "public, max-age=3600"}
    server.answers["/list"] = Answer(200, headers, b"new")
    found = server.fetcher().fetch_again(_kept(server.url("/list"), etag='"1"'))
    assert (found.content, found.terms) == (b"new", Terms(etag='"2"', fresh_until=AT + timedelta(hours=1)))


def test_the_marks_of_one_address_are_shown_to_no_other(server: Server) -> None:
    server.answers["/a"] = _redirect(server.url("/b", "other.example"))
    server.answers["/b"] = Answer(200, {"ETag": '"1"'}, b"b")
    found = server.fetcher().fetch_again(_kept(server.url("/a"), etag='"1"'))
    assert (found.content, found.terms) == (b"b", Terms())
    assert [path for path, headers in server.requests if "if-none-match" in headers] == ["/a"]


def test_a_mark_that_was_written_by_hand_is_not_sent(server: Server) -> None:
    server.answers["/"] = Answer()
    server.fetcher().fetch_again(_kept(server.url("/"), etag='"1"\r\nX-Other: 1', last_modified="yesterday"))
    assert set(server.requests[0][1]) == {"host", "user-agent", "accept", "accept-encoding"}


def test_unchanged_is_no_answer_to_whoever_has_nothing(server: Server) -> None:
    server.answers["/"] = Answer(304)
    with pytest.raises(ResolutionError):
        server.fetcher().fetch_again(_kept(server.url("/")))


def test_a_server_that_asks_for_patience_is_left_alone_and_what_was_kept_stays(server: Server) -> None:
    server.answers["/list"] = Answer(429, {"Retry-After": "3600"})
    server.answers["/key"] = Answer(body=b"new")
    kept = [_kept(server.url("/list")), _kept(server.url("/key"))]
    polite = PoliteFetcher(server.fetcher(), kept, AT, ttl=lambda _: None)
    found = [RenewingFetcher(polite, kept, AT).fetch(one.url) for one in kept]
    assert found == [replace(one, terms=Terms(wait_until=AT + timedelta(hours=1))) for one in kept]
    assert [path for path, _ in server.requests] == ["/list"]
    # The next run asks again.
    later = PoliteFetcher(server.fetcher(), found, AT + WEEK, ttl=lambda _: None)
    assert RenewingFetcher(later, kept, AT).fetch(kept[1].url).content == b"new"


@pytest.mark.parametrize(("wait", "status"), [("Fri, 01 May 2026 00:00:05 GMT", 503), ("5", 429)])
def test_a_server_that_says_how_long_is_heard(server: Server, wait: str, status: int) -> None:
    server.answers["/"] = Answer(status, {"Retry-After": wait})
    with pytest.raises(AskedToWaitError) as caught:
        server.fetcher().fetch(server.url("/"))
    assert (caught.value.wait, caught.value.facts["status"]) == (timedelta(seconds=5), status)


@pytest.mark.parametrize("answer", [Answer(404, {"Retry-After": "5"}), Answer(503), Answer(429, {"Retry-After": "x"})])
def test_a_failure_that_asks_for_no_wait_is_a_failure(server: Server, answer: Answer) -> None:
    server.answers["/"] = answer
    with pytest.raises(ResolutionError) as caught:
        server.fetcher().fetch(server.url("/"))
    assert type(caught.value) is ResolutionError


def test_a_server_that_is_silent_leaves_what_was_kept(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["/"] = Answer(body=b"new")
    monkeypatch.setattr(network, "TOTAL_SECONDS", -1.0)
    kept = [_kept(server.url("/"))]
    polite = PoliteFetcher(server.fetcher(), kept, AT, ttl=lambda _: None)
    assert RenewingFetcher(polite, kept, AT).fetch(kept[0].url) == kept[0]


def test_whoever_runs_a_server_can_find_whoever_asks(server: Server) -> None:
    server.answers["/"] = Answer()
    for contact in ("https://learner.example/badges/", "https://灯.example/", "https://a.example/\r\n(x)", None):
        server.fetcher(contact=contact).fetch(server.url("/"))
    agents = [headers["user-agent"].partition(" ")[2] for _, headers in server.requests]
    assert agents == ["(+https://learner.example/badges/)", "(+https://xn--znx.example/)", "", ""]


def test_between_two_requests_to_one_host_there_is_a_pause(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("wallet.resolution.network.time.sleep", slept.append)
    server.answers["/"] = Answer()
    fetcher = server.fetcher(pause=1000.0)
    for host in ("issuer.example", "other.example", "issuer.example"):
        fetcher.fetch(server.url("/", host))
    assert len(slept) == 1
    assert 0 < slept[0] <= 1000


def test_slow_servers_hold_a_run_for_so_long_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0

    def slow(host: str, port: int) -> list[str]:
        nonlocal now
        now += 1.0 if host == "swift.example" else 30.0
        raise ResolutionError("resolution.unreachable", url=f"https://{host}/")

    monkeypatch.setattr("wallet.resolution.network.time.monotonic", lambda: now)
    fetcher = NetworkFetcher(lambda: AT, slow)
    swift = [_failure(fetcher, "https://swift.example/") for _ in range(1_000)]
    codes = [_failure(fetcher, f"https://slow{number}.example/") for number in range(100)]
    assert set(swift) == {"resolution.unreachable"}
    assert codes == ["resolution.unreachable"] * 22 + ["resolution.too-slow"] * 78


def _failure(fetcher: NetworkFetcher, url: str) -> str:
    with pytest.raises(ResolutionError) as caught:
        fetcher.fetch(url)
    return caught.value.code
