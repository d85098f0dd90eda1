"""Badges of an issuer of one's own making, built into a site, and a stand-in for that issuer's server."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from tests.assets.credentials import VCDM_2_CONTEXT, claims_for
from tests.assets.issuers import Issuer, json_resource
from tests.assets.keys import Ed25519Key, SigningKey, ed25519_key
from tests.assets.samples import badge_json
from tests.assets.signing import sign_data_integrity, sign_jws
from tests.assets.status_lists import bitstring_entry, encoded_list
from tests.browser.looking import Visit, visiting
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource
from wallet.stages.building import build
from wallet.store.evidence import write_evidence

__all__ = [
    "BADGE",
    "HOST",
    "LIST",
    "WEB",
    "Badge",
    "Server",
    "Step",
    "built",
    "file_of",
    "forged",
    "plain_badge",
    "plain_list",
    "pressed",
    "signed_list",
    "status_badge",
    "web_issuer",
]

HOST = "https://issuer.example"
LIST = f"{HOST}/lists/1"
BADGE = "urn:uuid:00000000-0000-4000-8000-000000000007"
AT = datetime(2026, 11, 17, tzinfo=UTC)


def web_issuer(key: SigningKey) -> Issuer:
    """A did:web whose document lists this key."""
    identifier = "did:web:issuer.example"
    profile: JsonObject = {"id": identifier, "type": ["Profile"], "name": "Issuer on the web"}
    url = f"{HOST}/.well-known/did.json"
    return Issuer(id=identifier, profile=profile, key=key, method=f"{identifier}#key-1", document_url=url)


WEB = web_issuer(ed25519_key("issuer on the web"))


@dataclass(frozen=True, kw_only=True)
class Badge:
    """A file and what is kept beside it."""

    content: bytes
    file_name: str = "credential.json"
    evidence: tuple[Resource, ...] = ()


def signed_list(form: str, marked: Sequence[int] = (), **members: JsonValue) -> bytes:
    """A status list of the issuer on the web: "jwt", or by the name of a suite."""
    credential: JsonObject = {
        "@context": [VCDM_2_CONTEXT],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": WEB.id,
        "validFrom": "2025-04-01T00:00:00Z",
        "credentialSubject": {
            "id": f"{LIST}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded_list(marked),
        },
        **members,
    }
    if form == "jwt":
        return sign_jws(claims_for(credential), WEB.key, "EdDSA", WEB.method).encode("ascii")
    created = "2025-04-01T00:00:00Z"
    return json.dumps(sign_data_integrity(credential, WEB.key, WEB.method, created, suite=form)).encode()


def plain_list(*revoked: str, issuer: str = WEB.id) -> bytes:
    """A 1EdTech Revocation List, which nobody signs."""
    found: JsonObject = {"id": LIST, "type": "1EdTechRevocationList", "issuer": issuer, "revokedCredential": [*revoked]}
    return json.dumps(found).encode()


def _nameless(credential: JsonObject) -> None:
    del credential["id"]


def plain_badge(*, named: bool = True) -> Badge:
    """A badge of the issuer on the web that such a list may name; without its id it cannot."""
    status: JsonObject = {"id": LIST, "type": "1EdTechRevocationList"}
    content = badge_json(
        suite="eddsa-jcs-2022",
        key=WEB.key,
        method=WEB.method,
        issuer=WEB.profile,
        credentialStatus=status,
        id=BADGE,
        before=None if named else _nameless,
    )
    kept = Resource(url=LIST, content=plain_list(), media_type="application/json", retrieved_at=AT)
    return Badge(content=content, evidence=(*WEB.evidence, kept))


def status_badge(list_form: str, marked: Sequence[int] = ()) -> Badge:
    """A badge of the issuer on the web that stands on place 7 of its list, of which these are marked."""
    content = badge_json(key=WEB.key, method=WEB.method, issuer=WEB.profile, credentialStatus=bitstring_entry(LIST, 7))
    kept = Resource(url=LIST, content=signed_list(list_form, marked), media_type="text/plain", retrieved_at=AT)
    return Badge(content=content, evidence=(*WEB.evidence, kept))


def built(folder: Path, badges: Mapping[str, Badge]) -> Path:
    """The site with these badges, in `folder`."""
    root, output = folder / "root", folder / "site"
    (root / "content").mkdir(parents=True)
    (root / "content" / "portfolio.toml").write_text(
        '[site]\nurl = "https://learner.example/portfolio/"\nlanguages = ["en", "ja"]\n[owner]\nlatin = "A Learner"\n'
    )
    for slug, badge in badges.items():
        place = root / "content" / "badges" / slug
        place.mkdir(parents=True)
        (place / badge.file_name).write_bytes(badge.content)
        (place / "badge.toml").write_text("")
        write_evidence(place / "evidence", badge.evidence)
    build(root, output=output, base_url=None, at=AT, timer=float, cards=False)
    return output


@dataclass
class Server:
    """What the issuer's hosts answer, by URL; everything else is refused, as a host without CORS refuses."""

    answers: dict[str, bytes] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, *resources: Resource) -> Server:
        """A server with these answers."""
        return cls({resource.url: resource.content for resource in resources})

    def answer(self, route: Route) -> None:
        """Answer one request."""
        url = route.request.url
        self.asked.append({"url": url, **route.request.headers})
        if url in self.answers:
            allowed = {"Access-Control-Allow-Origin": "*", "Content-Type": "application/json"}
            route.fulfill(status=200, body=self.answers[url], headers=allowed)
        else:
            route.abort()


@dataclass(frozen=True)
class Step:
    """A step of the check as it is shown."""

    outcome: str
    words: str


@contextmanager
def pressed(
    browser: Browser,
    address: str,
    slug: str,
    server: Server | None = None,
    forged: Mapping[str, bytes] | None = None,
    language: str = "en",
    at: str | None = None,
) -> Iterator[tuple[Visit, dict[str, Step]]]:
    """The badge's page after the button was pressed, and its steps by name.

    `forged` are files of the site, by address, in another form than the build gave them; `at` is the visitor's clock.
    """
    with visiting(browser, address) as visit:
        visit.page.route("https://**/*", (server or Server()).answer)
        if at is not None:
            visit.page.clock.set_fixed_time(at)
        for path, content in (forged or {}).items():
            visit.page.route(address + path, _fulfilling(content, "text/html" if path.endswith("/") else None))
        visit.open(f"{language}/badges/{slug}/")
        yield visit, press(visit.page)


def _fulfilling(content: bytes, kind: str | None) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=200, body=content, content_type=kind)


def press(page: Page) -> dict[str, Step]:
    """Press the button and wait for the end."""
    page.locator(".recheck button").click(timeout=5_000)
    page.locator(".recheck[data-outcome]").wait_for(timeout=10_000)
    found = page.evaluate(
        """() => [...document.querySelectorAll(".recheck .check")].map((step) => [
          step.querySelector("h4").textContent, step.className.replace("check check-", ""),
          [...step.querySelectorAll(".found")].map((one) => one.textContent).join(" | ")])"""
    )
    return {name: Step(outcome, words) for name, outcome, words in found}


def file_of(folder: Path, slug: str, name: str) -> bytes:
    """A published file of a badge."""
    return (folder / "badges" / slug / name).read_bytes()


def forged(
    folder: Path, slug: str, name: str, change: Callable[[bytes], bytes], *, told: bool = True
) -> dict[str, bytes]:
    """A published file in another form; `told`: check.json and the page say so too, as a forger's would."""
    old = file_of(folder, slug, name)
    new = change(old)
    assert new != old
    files = {f"badges/{slug}/{name}": new}
    if told:
        before, after = (hashlib.sha256(one).hexdigest().encode() for one in (old, new))
        files[f"badges/{slug}/check.json"] = file_of(folder, slug, "check.json").replace(before, after)
        page = f"en/badges/{slug}/"
        files[page] = (folder / page / "index.html").read_bytes().replace(before, after)
    return files


def rewritten(badge: Badge, **members: JsonValue) -> Badge:
    """The badge with members changed after it was signed."""
    return replace(badge, content=json.dumps({**json.loads(badge.content), **members}).encode())


def document_with(key: Ed25519Key) -> bytes:
    """The document of the issuer on the web, listing another key."""
    other = web_issuer(key)
    return json_resource(f"{HOST}/.well-known/did.json", other.controller_document, "application/json").content
