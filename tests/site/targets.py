"""A stand-in for the services that pages are shared with: it reads an address as each of them says it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

__all__ = ["Received", "received"]

_TEXT_OF_X, _LINK_OF_X, _TEXT_OF_BLUESKY = 280, 23, 300
_OF_X_ONCE = re.compile("[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")


@dataclass(frozen=True, slots=True)
class Received:
    """What a service got: the page, and the other fields by the service's names."""

    service: str
    page: str | None
    fields: Mapping[str, str]


def received(address: str) -> Received:
    """What the service at `address` understands; AssertionError for what it would refuse or read otherwise."""
    parts = urlsplit(address)
    key = parts.scheme if parts.scheme == "mailto" else f"{parts.hostname}{parts.path}"
    assert key in _SERVICES, key
    assert parts.scheme in ("https", "mailto")
    assert parts.fragment == ""
    assert "+" not in parts.query
    assert re.fullmatch(r"[A-Za-z0-9%&=_.~-]*", parts.query), "a character that is not encoded"
    pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True, encoding="utf-8", errors="strict")
    fields = dict(pairs)
    assert len(fields) == len(pairs), "a field twice"
    assert all(value.strip() for value in fields.values()), "an empty field"
    service, read = _SERVICES[key]
    return Received(service, read(fields), fields)


def _only(fields: Mapping[str, str], required: set[str], optional: set[str] | None = None) -> None:
    assert required <= fields.keys()
    assert fields.keys() <= required | (optional or set())


def _url(value: str) -> str:
    assert re.match(r"https?://[^/\s]+/", value)
    assert not re.search(r"\s", value)
    return value


def _profile(fields: Mapping[str, str]) -> str:
    dates = {f"{prefix}{part}" for prefix in ("issue", "expiration") for part in ("Year", "Month")}
    organisation = {"organizationId", "organizationName"} & fields.keys()
    assert len(organisation) == 1, "an organisation by its id or by its name"
    _only(fields, {"startTask", "name", "certUrl"} | organisation, dates | {"certId"})
    assert fields["startTask"] == "CERTIFICATION_NAME"
    for prefix in ("issue", "expiration"):
        if f"{prefix}Year" in fields or f"{prefix}Month" in fields:
            assert re.fullmatch(r"\d{4}", fields[f"{prefix}Year"])
            assert fields[f"{prefix}Month"] in map(str, range(1, 13))
    return _url(fields["certUrl"])


def _linkedin_post(fields: Mapping[str, str]) -> str:
    _only(fields, {"url"})
    return _url(fields["url"])


def _x(fields: Mapping[str, str]) -> str:
    _only(fields, {"text", "url"}, {"hashtags"})
    weight = sum(1 if _OF_X_ONCE.match(one) else 2 for one in fields["text"])
    assert weight + 1 + _LINK_OF_X <= _TEXT_OF_X
    return _url(fields["url"])


def _line(fields: Mapping[str, str]) -> str:
    _only(fields, {"url"}, {"text"})
    return _url(fields["url"])


def _facebook(fields: Mapping[str, str]) -> str:
    _only(fields, {"u"})
    return _url(fields["u"])


def _hatena(fields: Mapping[str, str]) -> str:
    _only(fields, {"url"}, {"btitle"})
    return _url(fields["url"])


def _bluesky(fields: Mapping[str, str]) -> str:
    _only(fields, {"text"})
    assert len(fields["text"]) <= _TEXT_OF_BLUESKY
    return _url(fields["text"].split(" ")[-1])


def _mail(fields: Mapping[str, str]) -> str:
    _only(fields, {"subject", "body"})
    assert not re.search(r"[\r\n]", fields["subject"])
    assert "\n" not in fields["body"].replace("\r\n", "")
    return _url(unquote(fields["body"].split("\r\n")[-1]))


_SERVICES: Mapping[str, tuple[str, Callable[[Mapping[str, str]], str]]] = {
    "www.linkedin.com/profile/add": ("LinkedIn profile", _profile),
    "www.linkedin.com/sharing/share-offsite/": ("LinkedIn", _linkedin_post),
    "x.com/intent/tweet": ("X", _x),
    "social-plugins.line.me/lineit/share": ("LINE", _line),
    "www.facebook.com/sharer/sharer.php": ("Facebook", _facebook),
    "b.hatena.ne.jp/entry/panel/": ("Hatena", _hatena),
    "bsky.app/intent/compose": ("Bluesky", _bluesky),
    "mailto": ("mail", _mail),
}
