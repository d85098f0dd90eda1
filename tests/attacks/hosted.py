"""Open Badges 2.0: files that contradict their page, pages that are not the issuer's, keys of strangers."""

from __future__ import annotations

from collections.abc import Mapping

from tests.assets import sample_picture
from tests.assets.assertions import (
    ASSERTION_URL,
    HOST,
    KEY_URL,
    assertion,
    badge_class,
    dump,
    issuer,
    key_document,
    pages,
    signed_assertion,
)
from tests.assets.baking import bake_png
from tests.assets.encoding import base64url
from tests.assets.keys import p256_key
from tests.assets.signing import compact_json
from tests.attacks.attack import Answer, Attack
from wallet.fields import JsonObject, JsonValue

__all__ = ["ATTACKS"]

_ELSEWHERE = "https://attacker.example/badge.json"
_CLASS_ELSEWHERE = "https://attacker.example/class.json"
_PRIVATE = "https://192.168.0.1/badge.json"
_STRANGER = p256_key("attacker")
_OTHERS: JsonValue = {"type": "email", "hashed": False, "identity": "attacker@attacker.example"}


def _baked(**members: JsonValue) -> bytes:
    return bake_png(sample_picture(), dump(assertion(**members)).decode(), keyword="openbadges")


def another_recipient() -> bytes:
    """The recipient exchanged in the file; the issuer's page names somebody else."""
    return _baked(recipient=_OTHERS)


def another_place() -> bytes:
    """An assertion on the attacker's own host that names the issuer's badge class."""
    return dump(assertion(id=_ELSEWHERE))


def private_place() -> bytes:
    """An assertion on a machine that only the verifier can reach."""
    return dump(assertion(id=_PRIVATE))


def plain_place() -> bytes:
    """An assertion at an address that anybody on the way can answer."""
    return dump(assertion(id=ASSERTION_URL.replace("https:", "http:")))


def link_in_a_picture() -> bytes:
    """A picture that holds only a link, to a page of the attacker's."""
    return bake_png(sample_picture(), _ELSEWHERE, keyword="openbadges")


def genuine() -> bytes:
    """The issuer's own file; the fault lies in what the network answers."""
    return dump(assertion())


def borrowed_class() -> bytes:
    """A badge class on the attacker's host, in the issuer's name."""
    return dump(assertion(badge=_CLASS_ELSEWHERE))


def no_algorithm() -> bytes:
    """The header of a signed assertion says that there is nothing to check."""
    _, claims, _ = signed_assertion().split(b".")
    return base64url(compact_json({"alg": "none"})).encode() + b"." + claims + b"."


def strangers_signature() -> bytes:
    """Signed with another key than the one it names."""
    return signed_assertion(key=_STRANGER)


def genuine_signature() -> bytes:
    """Rightly signed; the key is not the issuer's."""
    return signed_assertion()


def _web(*objects: JsonObject, **other: Answer) -> Mapping[str, Answer]:
    return {**pages(*objects), **other}


_LISTED = issuer(publicKey=KEY_URL)
_STARTS = issuer(verification={"type": "VerificationObject", "startsWith": f"{HOST}/Other/"})

ATTACKS = (
    Attack(
        name="recipient exchanged in the file",
        sample=another_recipient,
        check="coverage",
        code="hosted.page-differs",
        web=_web(),
    ),
    Attack(
        name="assertion on a stranger's host",
        sample=another_place,
        check="issuer",
        code="hosted.out-of-scope",
        web=_web(assertion(id=_ELSEWHERE)),
    ),
    Attack(
        name="link to a stranger's host",
        sample=link_in_a_picture,
        check="issuer",
        code="hosted.out-of-scope",
        web=_web(assertion(id=_ELSEWHERE)),
    ),
    Attack(
        name="address outside the issuer's prefix",
        sample=genuine,
        check="issuer",
        code="hosted.out-of-scope",
        web=_web(_STARTS),
    ),
    Attack(
        name="assertion on a private machine",
        sample=private_place,
        check="proof",
        code="resolution.not-public",
        web=_web(assertion(id=_PRIVATE)),
    ),
    Attack(name="assertion over http", sample=plain_place, check="proof", code="linked.not-https", web=_web()),
    Attack(
        name="page of another assertion",
        sample=genuine,
        check="issuer",
        code="hosted.out-of-scope",
        web=_web(assertion(id=_ELSEWHERE), **{ASSERTION_URL: dump(assertion(id=_ELSEWHERE))}),
    ),
    Attack(
        name="withdrawn by 410", sample=genuine, check="status", code="hosted.revoked", web=_web(**{ASSERTION_URL: 410})
    ),
    Attack(
        name="withdrawn on its page",
        sample=genuine,
        check="status",
        code="hosted.revoked",
        web=_web(assertion(revoked=True)),
    ),
    Attack(
        name="page not found",
        sample=genuine,
        check="proof",
        code="resolution.http-status",
        web=_web(**{ASSERTION_URL: 404}),
    ),
    Attack(
        name="badge class of another host",
        sample=borrowed_class,
        check="issuer",
        code="hosted.badge-class-out-of-scope",
        web=_web(assertion(badge=_CLASS_ELSEWHERE), badge_class(id=_CLASS_ELSEWHERE)),
    ),
    Attack(
        name="signed assertion, alg: none",
        sample=no_algorithm,
        check="proof",
        code="jws.algorithm-refused",
        web=_web(_LISTED, key_document()),
    ),
    Attack(
        name="signed assertion, another key",
        sample=strangers_signature,
        check="proof",
        code="jws.key-of-another-kind",
        web=_web(_LISTED, key_document()),
    ),
    Attack(
        name="signed assertion, key not listed",
        sample=genuine_signature,
        check="issuer",
        code="assertion.issuer-without-key",
        web=_web(issuer(), key_document()),
    ),
    Attack(
        name="signed assertion, key of another owner",
        sample=genuine_signature,
        check="issuer",
        code="method.other-controller",
        web=_web(_LISTED, key_document(owner="https://attacker.example/")),
    ),
)
