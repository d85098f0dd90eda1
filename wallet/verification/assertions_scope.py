"""Where an issuer keeps its badges: the scope of hosted verification (Open Badges 2.0, "VerificationObject").

The issuer's own profile says it, never the assertion. Without a word from the issuer, assertion and badge class stand
on the same origin as the profile ("HostedBadge Verification").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, as_sequence
from wallet.resolution.linked import LinkedObject, is_web_address

__all__ = ["require_in_scope"]

_CLIMBING = re.compile(r"(?:^|[/\\]|%2f|%5c)(?:\.|%2e){1,2}(?:[/\\]|%2f|%5c|\Z)", re.I)
"""A segment of dots, plain or percent-encoded: many servers read it as the folder above."""


def require_in_scope(address: str, badge: LinkedObject | None, issuer: LinkedObject) -> None:
    """Return when the issuer vouches for the page at `address`; raises RefusalError when it does not.

    Raises ResolutionError for an issuer whose profile has no address of its own, so that nobody can be asked.
    """
    if issuer.resource is None or issuer.id is None:
        raise ResolutionError("hosted.issuer-without-page", issuer=str(issuer.id))
    rules = issuer.members.get("verification")
    starts, origins = _texts(rules, "startsWith"), _texts(rules, "allowedOrigins")
    parts = _split(address)
    if starts and not any(_begins(address, start) for start in starts):
        raise RefusalError("hosted.out-of-scope", url=address, issuer=issuer.id)
    if origins and parts.hostname not in {_host(origin) for origin in origins}:
        raise RefusalError("hosted.out-of-scope", url=address, issuer=issuer.id)
    if not starts and not origins:
        _require_same_origin(address, badge, issuer.id)


def _texts(rules: object, name: str) -> Sequence[str]:
    members: JsonObject = rules if isinstance(rules, dict) else {}
    return [value for value in as_sequence(members.get(name)) if isinstance(value, str) and value]


def _begins(address: str, start: str) -> bool:
    # "https://issuer.example" must not let "https://issuer.example.evil.example/" through, nor a path climb out of it.
    same_host = _split(address).netloc == _split(start).netloc
    return same_host and address.startswith(start) and not _CLIMBING.search(_split(address).path)


def _host(origin: str) -> str | None:
    return _split(origin).hostname if "://" in origin else _split(f"https://{origin}").hostname


def _require_same_origin(address: str, badge: LinkedObject | None, issuer: str) -> None:
    origin = _split(issuer)
    if _split(address)[:2] != origin[:2]:
        raise RefusalError("hosted.out-of-scope", url=address, issuer=issuer)
    if badge is not None and badge.id is not None and is_web_address(badge.id) and _split(badge.id)[:2] != origin[:2]:
        raise RefusalError("hosted.badge-class-out-of-scope", url=badge.id, issuer=issuer)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError:
        return urlsplit("")
    return parts._replace(netloc=parts.netloc.lower())
