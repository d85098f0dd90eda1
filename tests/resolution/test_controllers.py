"""Whose key is it: methods, their documents and the issuer's consent."""

from __future__ import annotations

import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.assets.keys import rsa_key
from tests.resolution.test_multibase import encode_base58
from tests.responses import responses
from wallet.errors import RefusalError, ResolutionError, WalletError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.controllers import require_authorized, resolve_method, well_known_method

ISSUER = "https://issuer.example/profile"
METHOD = f"{ISSUER}#key-1"


def multikey(seed: int) -> str:
    key = ed25519.Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32).public_key()
    return "z" + encode_base58(b"\xed\x01" + key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def jwk(seed: int, **members: JsonValue) -> JsonObject:
    import base64

    key = ed25519.Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32).public_key()
    x = base64.urlsafe_b64encode(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).rstrip(b"=").decode()
    return {"kty": "OKP", "crv": "Ed25519", "x": x, **members}


def document(**changes: JsonValue) -> JsonObject:
    method: JsonObject = {"id": METHOD, "type": "Multikey", "controller": ISSUER, "publicKeyMultibase": multikey(1)}
    return {"id": ISSUER, "verificationMethod": [method], "assertionMethod": [METHOD], **changes}


def fetched(**documents: JsonObject) -> dict[str, bytes]:
    urls = {"issuer": ISSUER, "keys": "https://issuer.example/keys.json", "other": "https://other.example/profile"}
    urls["jwks"] = "https://issuer.example/.well-known/jwks.json"
    return {urls[name]: json.dumps(content).encode() for name, content in documents.items()}


def refusal(documents: dict[str, bytes], url: str = METHOD, issuer: str = ISSUER) -> str:
    fetcher = responses(documents)
    with pytest.raises((RefusalError, ResolutionError)) as caught:
        require_authorized(resolve_method(url, fetcher), issuer, fetcher)
    error: WalletError = caught.value
    return error.code


def test_a_listed_method_is_authorized() -> None:
    fetcher = responses(fetched(issuer=document()))
    method = resolve_method(METHOD, fetcher)
    assert method.controller == ISSUER
    require_authorized(method, ISSUER, fetcher)


def test_a_method_may_stand_in_the_relation_itself_and_be_named_relatively() -> None:
    inline: JsonObject = {"id": "#key-1", "type": "JsonWebKey", "controller": ISSUER, "publicKeyJwk": jwk(1)}
    fetcher = responses(fetched(issuer={"id": ISSUER, "assertionMethod": [inline]}))
    require_authorized(resolve_method(METHOD, fetcher), ISSUER, fetcher)


def test_a_bare_key_counts_only_when_the_issuer_lists_it() -> None:
    url = "https://issuer.example/keys.json#k1"
    bare = jwk(1, kid="k1")
    assert refusal(fetched(keys=bare, issuer=document()), url) == "method.not-authorized"
    fetcher = responses(fetched(keys=bare, issuer=document(assertionMethod=[url])))
    require_authorized(resolve_method(url, fetcher), ISSUER, fetcher)


def test_a_key_of_a_key_set_is_found_by_its_kid() -> None:
    url = "https://issuer.example/keys.json#k2"
    fetcher = responses(fetched(keys={"keys": [jwk(1, kid="k1"), jwk(2, kid="k2")]}))
    assert resolve_method(url, fetcher).key == resolve_method("did:key:" + multikey(2) + "#" + multikey(2), fetcher).key
    with pytest.raises(RefusalError, match=r"method\.not-found"):
        resolve_method("https://issuer.example/keys.json", fetcher)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"assertionMethod": []}, "method.not-authorized"),
        ({"assertionMethod": [], "authentication": [METHOD]}, "method.not-authorized"),
        ({"id": "https://other.example/profile"}, "method.document-of-another"),
        ({"verificationMethod": []}, "method.not-found"),
    ],
)
def test_a_document_that_does_not_bear_the_method_out(changes: JsonObject, code: str) -> None:
    assert refusal(fetched(issuer=document(**changes))) == code


def test_a_strangers_key_is_refused() -> None:
    stranger: JsonObject = {
        "id": METHOD,
        "type": "Multikey",
        "controller": "https://other.example/profile",
        "publicKeyMultibase": multikey(3),
    }
    assert refusal(fetched(issuer=document(verificationMethod=[stranger]))) == "method.other-controller"
    did = "did:key:" + multikey(3)
    assert refusal(fetched(issuer=document()), f"{did}#{multikey(3)}") == "method.other-controller"


def test_an_unreachable_document_is_no_refusal() -> None:
    assert refusal({}) == "resolution.not-kept"


@pytest.mark.parametrize("member", ["publicKeyBase58", "publicKeyHex"])
def test_a_key_in_an_unsupported_form_is_said_so(member: str) -> None:
    method: JsonObject = {"id": METHOD, "type": "RsaVerificationKey2018", "controller": ISSUER, member: "…"}
    assert refusal(fetched(issuer=document(verificationMethod=[method]))) == "key.unsupported"


def test_a_header_key_may_be_one_that_the_issuers_did_lists() -> None:
    did = "did:key:" + multikey(1)
    method = well_known_method(jwk(1), did, responses({}))
    require_authorized(method, did, responses({}))
    assert (method.id, method.provenance) == (f"{did}#{multikey(1)}", None)
    with pytest.raises(RefusalError, match=r"method\.header-key-not-listed"):
        well_known_method(jwk(2), did, responses({}))


def test_a_header_key_that_the_did_lists_for_another_purpose_is_not_authorized() -> None:
    did, url = "did:web:issuer.example", "https://issuer.example/.well-known/did.json"
    listed: list[JsonValue] = [{"id": "#k", "type": "JsonWebKey", "controller": did, "publicKeyJwk": jwk(1)}]
    fetcher = responses({url: json.dumps({"id": did, "authentication": listed}).encode()})
    method = well_known_method(jwk(1), did, fetcher)
    with pytest.raises(RefusalError, match=r"method\.not-authorized"):
        require_authorized(method, did, fetcher)


def test_the_owner_of_an_open_badges_2_key_is_its_controller() -> None:
    url = "https://issuer.example/keys.json"
    key: JsonObject = {"id": url, "type": "CryptographicKey", "owner": ISSUER, "publicKeyPem": rsa_key("academy").pem}
    method = resolve_method(url, responses(fetched(keys=key)))
    assert (method.controller, method.key.kind) == (ISSUER, "RSA")


def test_a_relation_holds_for_itself_only() -> None:
    fetcher = responses(fetched(issuer=document(authentication=[])))
    method = resolve_method(METHOD, fetcher)
    require_authorized(method, ISSUER, fetcher)
    with pytest.raises(RefusalError, match=r"method\.other-relation"):
        require_authorized(method, ISSUER, fetcher, relation="authentication")


def test_dates_of_a_method_are_kept_as_they_stand() -> None:
    methods: list[JsonValue] = [
        {
            "id": METHOD,
            "type": "Multikey",
            "controller": ISSUER,
            "publicKeyMultibase": multikey(1),
            "expires": "soon",
            "revoked": True,
        }
    ]
    method = resolve_method(METHOD, responses(fetched(issuer=document(verificationMethod=methods))))
    assert (method.expires, method.revoked) == ("soon", "True")


def test_a_header_key_needs_the_issuers_own_key_set() -> None:
    listed = fetched(jwks={"keys": [jwk(2, iss=ISSUER), jwk(1, iss=ISSUER)]})
    assert well_known_method(jwk(1), ISSUER, responses(listed)).controller == ISSUER
    other = responses(fetched(jwks={"keys": [jwk(1, iss="https://issuer.example/another")]}))
    with pytest.raises(RefusalError, match=r"method\.header-key-not-listed"):
        well_known_method(jwk(1), ISSUER, other)
    with pytest.raises(RefusalError, match=r"method\.header-key-unbound"):
        well_known_method(jwk(1), "urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f", responses({}))
    with pytest.raises(ResolutionError, match=r"resolution\.not-kept"):
        well_known_method(jwk(1), ISSUER, responses({}))
