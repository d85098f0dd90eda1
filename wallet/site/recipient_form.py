"""What a browser needs to answer "issued to whom?" by itself, by the rules of `wallet.verification.identity`.

A plain identifier is put on the page as a salted hash like the others: the badge holds it, but no page need print it.

Each key is an array: the kind of identifier, what a match means, the algorithm, the digest, the salt. It means "same",
or "same hash" where the badge itself holds the digest; "spelling" for what is brought into one spelling before it is
hashed; "flag" for a badge that says wrongly whether it names by a hash. What is too weak to be compared has no digest.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

from wallet.credentials.model import AchievementSubject, IdentityObject
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.site.views import RecipientForm, RecipientKind
from wallet.site.words import identity_type

__all__ = ["recipient_form"]

_Key: TypeAlias = tuple[str, str, str, str | None, str]

_EMAIL = "emailAddress"
_DIGEST = re.compile(r"^(sha256|sha384|sha512|md5)\$(.+)\Z", re.DOTALL)
_WEAK = "md5"


def recipient_form(reader: Reader, entry: BadgeEntry) -> RecipientForm | None:
    """The form for a badge, or None for one that names nobody."""
    subject = entry.credential.credential_subject
    kinds = dict.fromkeys((*(("id",) if subject.id else ()), *(one.identity_type for one in subject.identifier)))
    if not kinds:
        return None
    # An e-mail address is what most people know of another.
    order = sorted(kinds, key=lambda kind: kind != _EMAIL)
    return RecipientForm(
        kinds=tuple(RecipientKind(kind=kind, label=_label(reader, kind)) for kind in order),
        keys=json.dumps(tuple(_keys(subject, entry.original.digest[:16])), separators=(",", ":")),
    )


def _label(reader: Reader, kind: str) -> str:
    return reader.say("an identifier (DID)") if kind == "id" else identity_type(reader, kind)


def _keys(subject: AchievementSubject, salt: str) -> Iterator[_Key]:
    if subject.id:
        yield _of_plain("id", subject.id, salt, "same")
    for named in subject.identifier:
        yield from _hashed(named, salt) if named.hashed else _plain(named, salt)


def _hashed(named: IdentityObject, salt: str) -> Iterator[_Key]:
    yield from _of_digest(named, "same hash")
    # Where the flag is wrong, what should be a hash is the identifier itself.
    yield _of_plain(named.identity_type, named.identity_hash, salt, "flag")


def _plain(named: IdentityObject, salt: str) -> Iterator[_Key]:
    kind, value = named.identity_type, named.identity_hash
    yield _of_plain(kind, value, salt, "same")
    yield _of_plain(kind, _one_spelling(value, kind), salt, "spelling")
    yield from _of_digest(named, "flag")


def _of_digest(named: IdentityObject, means: str) -> Iterator[_Key]:
    match = _DIGEST.match(named.identity_hash)
    if match is not None:
        digest = None if match[1] == _WEAK else match[2].lower()
        yield named.identity_type, means, match[1], digest, named.salt or ""


def _of_plain(kind: str, value: str, salt: str, means: str) -> _Key:
    return kind, means, "sha256", hashlib.sha256((value + salt).encode("utf-8", "surrogatepass")).hexdigest(), salt


def _one_spelling(value: str, kind: str) -> str:
    plain = unicodedata.normalize("NFKC", value).strip()
    return plain.lower() if kind == _EMAIL else plain
