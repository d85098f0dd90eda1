"""Status lists that are not the issuer's, not of this moment, or made to exhaust their reader."""

from __future__ import annotations

from tests.assets import badge_json
from tests.assets.samples import ISSUER, SAMPLE_KEY, SAMPLE_METHOD, VCDM_2_CONTEXT, signed
from tests.assets.status_lists import bitstring_entry, encoded_list
from tests.attacks.attack import STRANGER, STRANGER_DID, STRANGER_METHOD, Answer, Attack, as_json
from wallet.fields import JsonObject, JsonValue

__all__ = ["ATTACKS", "LIST", "issuers_list"]

LIST = "https://issuer.example/status/1"


def _badge(**entry: JsonValue) -> bytes:
    return badge_json(credentialStatus={**bitstring_entry(LIST, 7), **entry})


def _unsigned(issuer: JsonValue = ISSUER, *, encoded: str | None = None) -> JsonObject:
    return {
        "@context": [VCDM_2_CONTEXT],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": f"{LIST}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded or encoded_list(()),
        },
    }


def issuers_list(*, encoded: str | None = None, **members: JsonValue) -> bytes:
    """The list in which nobody is revoked, signed by the issuer; `members` replace those of the credential."""
    return as_json(signed({**_unsigned(encoded=encoded), **members}, key=SAMPLE_KEY, method=SAMPLE_METHOD))


def _tampered() -> bytes:
    """The bit of this badge cleared again in a list that the issuer signed with it set."""
    document = signed(_unsigned(encoded=encoded_list((7,))), key=SAMPLE_KEY, method=SAMPLE_METHOD)
    document["credentialSubject"]["encodedList"] = encoded_list(())  # type: ignore[index, call-overload]
    return as_json(document)


_BY_ANOTHER = as_json(signed(_unsigned(STRANGER_DID), key=STRANGER, method=STRANGER_METHOD))
_IN_THE_ISSUERS_NAME = as_json(signed(_unsigned(), key=STRANGER, method=STRANGER_METHOD))


def _attack(name: str, code: str, answer: Answer, **entry: JsonValue) -> Attack:
    return Attack(name=name, sample=lambda: _badge(**entry), check="status", code=code, web={LIST: answer})


def _elsewhere(name: str, code: str, url: str, **web: Answer) -> Attack:
    return Attack(
        name=name,
        sample=lambda: _badge(statusListCredential=url),
        check="status",
        code=code,
        web={url: issuers_list(), **web},
    )


ATTACKS = (
    _attack("status list signed by someone else", "status.list-of-another", _BY_ANOTHER),
    _attack("status list signed in the issuer's name", "status.list-not-verified", _IN_THE_ISSUERS_NAME),
    _attack("unsigned status list", "status.list-not-verified", as_json(_unsigned())),
    _attack("changed status list", "status.list-not-verified", _tampered()),
    _attack("expired status list", "status.list-expired", issuers_list(validUntil="2026-05-01T00:00:00Z")),
    _attack("status list of another purpose", "status.other-purpose", issuers_list(), statusPurpose="suspension"),
    _attack("short status list", "status.list-too-short", issuers_list(encoded=encoded_list((), 8_000))),
    _attack("inflating status list", "status.list-too-large", issuers_list(encoded=encoded_list((), 160_000_000))),
    _attack("status list that is not compressed", "status.list-malformed", issuers_list(encoded="uAAAA")),
    _attack("index out of range", "status.index-out-of-range", issuers_list(), statusListIndex="131072"),
    _attack("negative index", "status.malformed-index", issuers_list(), statusListIndex="-1"),
    _attack("index that is half a number", "status.malformed-index", issuers_list(), statusListIndex="9abc"),
    _attack("status server does not answer", "resolution.http-status", 503),
    _attack("status list not found", "resolution.http-status", 404),
    _elsewhere("status over http", "resolution.not-https", "http://issuer.example/status/1"),
    _elsewhere("status in a file", "resolution.not-https", "file:///etc/passwd"),
    _elsewhere("status on the metadata service", "resolution.not-public", "https://169.254.169.254/latest"),
    _elsewhere("status on the verifier's machine", "resolution.not-public", "https://localhost/status"),
    _elsewhere("status at a decimal address", "resolution.not-public", "https://2130706433/status"),
    _elsewhere("status at a mapped address", "resolution.not-public", "https://[::ffff:127.0.0.1]/status"),
    _attack("redirect to a private address", "resolution.not-public", "https://10.0.0.1/status"),
    _attack("redirect to http", "resolution.not-https", "http://issuer.example/status/1"),
    _attack("endless redirects", "resolution.too-many-redirects", LIST),
    Attack(
        name="unknown status type",
        sample=lambda: badge_json(credentialStatus={"id": LIST, "type": "BitstringStatusListCredential"}),
        check="status",
        code="status.unsupported-type",
    ),
)
