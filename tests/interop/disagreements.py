"""Questions to which the JavaScript stack answers otherwise than the wallet, and why the wallet's answer stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

__all__ = ["CORPUS_DISAGREEMENTS", "DISAGREEMENTS"]


def _credentials(*names: str) -> Iterator[str]:
    return (f"credential: {name}" for name in names)


def _there(*names: str) -> Iterator[str]:
    return (f"verifier-core credential: {name}" for name in names)


def _both(*names: str) -> tuple[str, ...]:
    return (*_credentials(*names), *_there(*names))


_NO_SUITE = "verifier-core has the suites eddsa-rdfc-2022 and Ed25519Signature2020 alone."
_SHORT_LIST = (
    "Bitstring Status List 1.0, section 2.2, demands 131,072 entries at least, so that an index gives nobody away. The "
    "peer does not count."
)
_INDEX = "The index is no integer (Bitstring Status List 1.0, section 2.1). The peer reads what is one up to a point."
_INLINE = (
    "A context in the document itself says what its words mean, so that a signature proves less than a reader sees. "
    "The wallet takes contexts from a fixed set; the peer takes any."
)
_RECORD = (
    "The record is rightly signed; a badge within it is not signed, or its issuer's key cannot be had. The peer does "
    "not look into a record; the wallet says of each what holds for it."
)
_EXPIRED_PROOF = (
    "Data Integrity 1.0, section 2.1: a proof counts until its `expires`. The peer only reads whether that is a date."
)

_BY_REASON: Mapping[str, tuple[str, ...]] = {
    _NO_SUITE: tuple(
        _there(
            *("ecdsa-jcs-2019-p256.json", "ecdsa-jcs-2019-p384.json"),
            *("ecdsa-rdfc-2019-p256.json", "ecdsa-rdfc-2019-p384.json"),
            *("ecdsa-sd-2023.json", "eddsa-2022.json", "eddsa-jcs-2022.json"),
        )
    ),
    "The stack has no reader for a 1EdTech Revocation List, with which the wallet looks the badge up.": tuple(
        _credentials("disaster-information-volunteer", "revocation-list-in-force.json")
    ),
    "verifier-core passes over a 1EdTech Revocation List, on which this badge stands as revoked.": tuple(
        _there("revocation-list-revoked.json")
    ),
    "Of two members of one name JavaScript keeps the last without a word, and another reader the first.": _both(
        "duplicate JSON keys"
    ),
    "What is said with the full address of a term, with a JSON-LD keyword or about another part's id is signed, but "
    "no reader of badges looks for it there: a badge could end, or belong to somebody, without anyone seeing it.": (
        _both(
            *("end of validity under its address", "end of validity said elsewhere"),
            *("recipient under a keyword", "criteria inside a set"),
        )
    ),
    _INLINE: _both("nested context"),
    "The context stands on its publisher's server, who could change what the words mean after the signature. The "
    "peer takes whatever is answered.": _both("unknown context"),
    "The suite lets contexts be added behind those that are signed, and nobody signed what they say.": (
        "credential: vocabulary behind JCS contexts",
    ),
    _SHORT_LIST: _both("short status list"),
    "A list of 20 MB out of some kilobytes is a trap; the peer inflates it.": _both("inflating status list"),
    _INDEX: _both("index that is half a number"),
    "Whoever signs a list in another name could bring anyone's badge back into force. verifier-core is told not to "
    "compare issuers.": tuple(_there("status list signed by someone else")),
    _RECORD: _both("unsigned badge in a stranger's record", "unsigned badge in a record over RDF"),
    "jose checks a signature; that the header carries no private key, says the token's kind and stands around one "
    "credential alone is for its user to ask (VC-JOSE-COSE 1.0, section 3.1; Open Badges 3.0, section 8.2).": (
        "token: private key in the header",
        "token: another kind of token",
        "token: two credentials in one token",
    ),
}
"""About the demo portfolio, the fixtures and the attacks."""

_ANOTHER_LIST_ISSUER = (
    "The list names another issuer (a did:key) and is signed with the very key of the badge's issuer, which is the "
    "same party. The peer compares names."
)
_BY_ADDRESS = (
    "verifier-core resolves keys of did:key and did:web; of an issuer with an https address, or of a did:web document "
    "with keys in another form than Multikey, it takes the whole document for the key."
)
_STRANGE_HOLDER = (
    "The holder is named by a DID of a method that does not exist (did:ex:), so that nobody can tell whether the key "
    "is the holder's; the peer does not ask whose key it is."
)
_HEADER_KEY = (
    "The key stands in the token's header, and counts because the issuer publishes it; jose leaves finding it to its "
    "user, and the program asked here only follows a `kid`."
)
_FORM = (
    "The form of one data model around a credential of the other: Open Badges 3.0, section 8.2, has one for each. "
    "jose has no opinion about it."
)

_CORPUS_BY_REASON: Mapping[str, tuple[str, ...]] = {
    _NO_SUITE: tuple(_there("1edtech-ob30-simple-eddsa-2022-json", "1edtech-ob30-sd-derivedcredential-json"))
    + tuple(_there("attack-control-valid-jcs")),
    _BY_ADDRESS: tuple(
        _there(
            *("1edtech-ob30-simple-json", "1edtech-ob30-simple-1ob", "1edtech-ob30-simple-v1-json"),
            *("1edtech-ob30-simple-did-web-method-json", "1edtech-ob30-simple-json-png"),
            *("1edtech-ob30-simple-json-svg", "1edtech-ob30-simple-context-alias-json"),
            *("1edtech-ob30-simple-context-version-json", "1edtech-ob30-endorsement-valid-json"),
            *("1edtech-spec-vectors-obv3p0-signed-credential-json",),
            *("1edtech-spec-vectors-clrv2p0-signed-credential-json",),
        )
    ),
    "verifier-core passes over a 1EdTech Revocation List, on which this badge stands as revoked.": tuple(
        _there("1edtech-ob30-credential-status-revoked-json")
    ),
    "Two proofs, of which one is wrong: Data Integrity 1.0, section 2.1.1, leaves it open whether one suffices, and "
    "the wallet relies on none then. The peer is content with one.": (
        "credential: 1edtech-ob30-simple-multiple-proofs-json",
    ),
    _HEADER_KEY: tuple(
        f"token: {name}"
        for name in (
            *("1edtech-ob30-simple-jwt-png", "1edtech-ob30-simple-jwt-v1-png", "1edtech-ob30-simple-jwt-svg"),
            *("1edtech-ob30-simple-jwt-v1-svg", "attack-jwt-jwks-wellknown-valid"),
        )
    ),
    "A status list by itself is no badge: the wallet says what it is and gives no verdict.": tuple(
        _credentials("1edtech-ob30-bit-string-list-testlist")
    ),
    _RECORD: tuple(_credentials("1edtech-clr20-simple-json")),
    _ANOTHER_LIST_ISSUER: tuple(
        _credentials(
            *("dcc-verifier-core-getters-getvcv2didwebmultikeywithvalidstatus-json",),
            *("dcc-verifier-core-getters-getvcv2didwebwithvalidstatus-json",),
            *("dcc-verifier-core-modules-v2-didweb-v2didwebmultikeywithvalidstatus-json",),
            *("dcc-verifier-core-modules-v2-didweb-v2didwebwithvalidstatus-json",),
        )
    ),
    "An unsigned presentation is a file that holds badges, each of which is verified; the program asked here takes it "
    "for a credential.": _both("dcc-verifier-core-vp-vp-unsigned-one-vc-not-array-json"),
    _INLINE: _both("attack-embedded-context-term-swap-ob301"),
    "The key was revoked before the proof was made (Controlled Identifiers 1.0, "
    "section 2.2). The peer does not look.": _both("attack-vm-revoked-before-created"),
    _EXPIRED_PROOF: _both("attack-proof-expired"),
    _INDEX: _both("attack-status-index-not-integer", "attack-status-index-float"),
    _SHORT_LIST: _both("attack-status-list-too-short"),
    "A list may serve several purposes (Bitstring Status List 1.0, section 2.2). The peer compares one.": _both(
        "attack-status-list-purpose-array"
    ),
    "verifier-core opens no enveloped credential, which stands in a data: address (VCDM 2.0, section 4.12.1).": (
        tuple(_there("attack-enveloped-vc-jwt"))
    ),
    _FORM: ("token: attack-jwt-vc-claim-with-v2-context", "token: attack-jwt-whole-payload-with-v1-context"),
    "Clocks differ by some seconds, and a badge is shown at once when it was issued; verifier-core grants none.": (
        tuple(_there("attack-clock-skew-30s"))
    ),
    "verifier-core wants the proof of a presentation to state something (assertionMethod) rather than to show who one "
    "is (authentication), for which Data Integrity 1.0, section 2.2, has a purpose of its own.": (
        "verifier-core presentation: attack-control-vp-two-badges",
    ),
    _STRANGE_HOLDER: tuple(
        f"verifier-core presentation: dcc-verifier-core-vp-vp-signed-{name}-json"
        for name in ("v1-v2-simple-issuer-ids", "one-vc-array", "mix", "wrong-challenge")
    ),
}
"""About the public corpus."""


def _flat(by_reason: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return {name: reason for reason, names in by_reason.items() for name in names}


DISAGREEMENTS: Mapping[str, str] = _flat(_BY_REASON)
"""Id of the question → why the wallet's answer stands."""

CORPUS_DISAGREEMENTS: Mapping[str, str] = _flat(_CORPUS_BY_REASON)
"""The same for the entries of the corpus."""
