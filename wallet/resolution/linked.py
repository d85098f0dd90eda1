"""What a badge of Open Badges 2.0 links to: its own page, its badge class, its issuer, endorsements, lists.

Open Badges 2.0, "Data Validation" and "HostedBadge Verification": the address of an object is the source of truth for
it. An object that stands inside another and has an HTTPS address of its own is therefore replaced by what stands at
that address; one without such an address is the word of whoever wrote the object around it. Redirects are the word of
the server that sends them. A page that names another id than its address is followed there once, and that page must
name itself: nobody speaks in another's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wallet.documents.answers import is_error_answer, is_web_page
from wallet.documents.document import Securing
from wallet.documents.extraction import extract, is_assertion
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, RefusalError, ResolutionError, WalletError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.json_documents import read_json_object

__all__ = ["LinkedObject", "Links", "fetch_linked", "follow", "follow_badge", "follow_issuer", "is_web_address"]

MAX_TRANSLATIONS = 5
"""A badge class is published in two or three languages; each costs a fetch."""

_GONE = 410


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedObject:
    """One object; `resource` is the page it was read from, None for an object that stands inside another."""

    members: JsonObject = field(repr=False)
    resource: Resource | None = None

    @property
    def id(self) -> str | None:
        """The object's own id, else the address it was read from."""
        declared = self.members.get("id")
        if isinstance(declared, str):
            return declared
        return self.resource.url if self.resource is not None else None

    @property
    def gone(self) -> bool:
        """Whether its server answers that it was withdrawn (HTTP 410)."""
        return self.resource is not None and self.resource.status == _GONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What an assertion links to; an error in place of what could not be had. `translations` are badge classes."""

    badge: LinkedObject | WalletError | None
    issuer: LinkedObject | WalletError
    translations: tuple[JsonObject, ...] = ()


def is_web_address(value: JsonValue) -> bool:
    """Whether a value is an address of the web, secure or not."""
    return isinstance(value, str) and value.startswith(("https://", "http://"))


def fetch_linked(url: str, fetcher: Fetcher) -> LinkedObject:
    """The object at `url`, or at the address that it names as its own; an HTTP 410 is an answer too.

    Raises ResolutionError when it cannot be had, and RefusalError when the address it names belongs to another.
    """
    found = _fetch(url, fetcher)
    declared = found.id
    if found.gone or declared is None or declared == url:
        return found
    if not is_web_address(declared):
        raise RefusalError("linked.other-id", url=url, found=declared[:200])
    again = _fetch(declared, fetcher)
    if again.id != declared:
        raise RefusalError("linked.other-id", url=declared, found=str(again.id)[:200])
    return again


def follow(value: JsonValue, fetcher: Fetcher) -> LinkedObject:
    """The object that a member names by its address or holds; raises ResolutionError or RefusalError."""
    identifier = value.get("id") if isinstance(value, dict) else value
    if isinstance(value, dict) and not is_web_address(identifier):
        return LinkedObject(members=value)
    if not isinstance(identifier, str):
        raise ResolutionError("linked.not-a-link")
    found = fetch_linked(identifier, fetcher)
    if found.gone:
        raise ResolutionError("resolution.http-status", url=identifier, status=_GONE)
    return found


def follow_badge(assertion: JsonObject, fetcher: Fetcher) -> Links:
    """The badge class of an assertion, its translations, and its issuer."""
    try:
        badge = follow(assertion.get("badge"), fetcher)
    except WalletError as error:
        return Links(badge=error, issuer=error)
    issuer = follow_issuer(badge.members, fetcher).issuer
    return Links(badge=badge, issuer=issuer, translations=tuple(_translations(badge, issuer, fetcher)))


def follow_issuer(members: JsonObject, fetcher: Fetcher) -> Links:
    """The issuer that an object names: a badge class, or an endorsement, which has no badge class."""
    try:
        return Links(badge=None, issuer=follow(members.get("issuer"), fetcher))
    except WalletError as error:
        return Links(badge=None, issuer=error)


def _translations(badge: LinkedObject, issuer: LinkedObject | WalletError, fetcher: Fetcher) -> list[JsonObject]:
    """The same badge class in other languages (Open Badges 2.0, "Internationalization"), by the same issuer."""
    found: list[JsonObject] = []
    for entry in as_sequence(badge.members.get("related"))[:MAX_TRANSLATIONS]:
        if not isinstance(entry, dict) or "@language" not in entry or isinstance(issuer, WalletError):
            continue
        try:
            translation = fetch_linked(str(entry.get("id")), fetcher)
        except WalletError:
            continue
        named = translation.members.get("issuer")
        if (named.get("id") if isinstance(named, dict) else named) == issuer.id and not translation.gone:
            found.append({"@language": entry["@language"], **translation.members})
    return found


def _fetch(url: str, fetcher: Fetcher) -> LinkedObject:
    if not url.startswith("https://"):
        raise ResolutionError("linked.not-https" if is_web_address(url) else "resolution.not-a-url", url=url[:200])
    resource = fetcher.fetch(url)
    if resource.status == _GONE:
        return LinkedObject(members=_body_of_the_withdrawn(resource), resource=resource)
    if is_web_page(resource.content):
        raise ResolutionError("linked.web-page", url=url)
    members = _members(resource)
    if is_error_answer(members):
        raise ResolutionError("linked.error-answer", url=url)
    return LinkedObject(members=members, resource=resource)


def _members(resource: Resource) -> JsonObject:
    # An address may lead to the baked picture of the very assertion.
    if resource.content[:1] not in (b"\x89", b"<"):
        return read_json_object(resource)
    try:
        documents = extract(resource.content)
    except DocumentError:
        raise ResolutionError("resolution.not-json", url=resource.url) from None
    if len(documents) != 1 or documents[0].securing is not Securing.HOSTED or not is_assertion(documents[0].json):
        raise ResolutionError("resolution.not-json", url=resource.url)
    return documents[0].json


def _body_of_the_withdrawn(resource: Resource) -> JsonObject:
    try:
        body = parse_json(resource.content)
    except DocumentError:
        return {}
    return body if isinstance(body, dict) else {}
