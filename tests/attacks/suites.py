"""One suite passed off as another, issuer's material as a holder's proof, chains with a link missing."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.assets import badge_json
from tests.assets.keys import p256_key
from tests.assets.samples import SAMPLE_KEY, SAMPLE_METHOD, did_key, method_of, sample_credential
from tests.assets.selective import Disclosure, base_proof, derived_proof, sign
from tests.assets.signing import sign_data_integrity
from tests.attacks.attack import Attack, as_json, changed, in_proof, loaded
from tests.members import member
from wallet.fields import JsonObject, JsonValue

__all__ = ["ATTACKS", "disclosed"]

_CREATED = "2025-04-01T09:00:00Z"
_DISCLOSER = p256_key("discloser")


def relabelled() -> bytes:
    """A proof of one suite under the name of another."""
    return badge_json(after=in_proof(cryptosuite="eddsa-jcs-2022"))


def shortened_contexts() -> bytes:
    """A JCS proof whose contexts are fewer than those it was made with."""
    return badge_json(suite="eddsa-jcs-2022", after=in_proof(**member("@context", [_context()])))


def _context() -> JsonValue:
    contexts = sample_credential()["@context"]
    assert isinstance(contexts, list)
    return contexts[0]


def other_contexts() -> bytes:
    """A JCS proof whose contexts are not those that the document begins with."""
    return badge_json(suite="eddsa-jcs-2022", after=in_proof(**member("@context", ["https://attacker.example/"])))


def contexts_behind() -> bytes:
    """A vocabulary put behind those that a JCS proof covers: its suite allows it, and nobody signed it."""
    document = loaded(badge_json(suite="eddsa-jcs-2022"))
    document["@context"].append("https://w3id.org/security/data-integrity/v2")
    return as_json(document)


def jcs_text_changed() -> bytes:
    """One word exchanged in a document that is signed as JSON."""
    return badge_json(suite="eddsa-jcs-2022", after=changed(name="Doctor"))


def number_beyond_json() -> bytes:
    """A whole number that two readers of JSON round differently."""
    return badge_json(suite="eddsa-jcs-2022", after=changed(score=2**53 + 1))


def missing_link() -> bytes:
    """A second proof that builds on a first one, which was taken away."""
    first = sign_data_integrity(
        sample_credential(), SAMPLE_KEY, SAMPLE_METHOD, _CREATED, suite="eddsa-rdfc-2022", id="urn:uuid:first"
    )
    second = sign_data_integrity(
        first, SAMPLE_KEY, SAMPLE_METHOD, _CREATED, suite="eddsa-rdfc-2022", previousProof="urn:uuid:first"
    )
    proofs: Any = second["proof"]
    return as_json({**second, "proof": [proofs[1]]})


@cache
def disclosed() -> Disclosure:
    """A credential signed statement by statement; its issuer must always be shown."""
    issuer: JsonObject = {"id": did_key(_DISCLOSER), "type": ["Profile"]}
    return sign(sample_credential(issuer=issuer), _DISCLOSER, method_of(_DISCLOSER), _CREATED, _is_mandatory)


def _is_mandatory(statement: str) -> bool:
    about_credential = statement.startswith("<urn:uuid:") and ("#type>" in statement or "#issuer>" in statement)
    return about_credential or statement.startswith(f"<{did_key(_DISCLOSER)}>")


def base_for_derived() -> bytes:
    """The issuer's material for the holder, handed on as if it were what the holder shows."""
    return as_json(base_proof(disclosed(), ["/issuer"]))


def statement_added() -> bytes:
    """A statement that the issuer did not sign, among those that the holder shows."""
    return as_json({**derived_proof(disclosed()), "name": "Doctor"})


def statement_changed() -> bytes:
    """A statement changed after the issuer signed it by itself."""
    return as_json({**derived_proof(disclosed()), "validFrom": "2024-01-01T00:00:00Z"})


def mandatory_hidden() -> bytes:
    """What the issuer demands to be shown, taken away."""

    def hide(document: JsonObject) -> None:
        document["issuer"] = did_key(_DISCLOSER)

    return as_json(derived_proof(disclosed(), hide))


ATTACKS = (
    Attack(name="suite relabelled", sample=relabelled, check="proof", code="proof.signature-wrong"),
    Attack(name="JCS contexts shortened", sample=shortened_contexts, check="proof", code="proof.signature-wrong"),
    Attack(name="JCS contexts replaced", sample=other_contexts, check="proof", code="proof.other-contexts"),
    Attack(
        name="vocabulary behind JCS contexts",
        sample=contexts_behind,
        check="coverage",
        code="coverage.contexts-not-signed",
    ),
    Attack(name="changed text under JCS", sample=jcs_text_changed, check="proof", code="proof.signature-wrong"),
    Attack(name="number beyond JSON", sample=number_beyond_json, check="coverage", code="canonicalization.not-jcs"),
    Attack(
        name="proof chain without its first link", sample=missing_link, check="proof", code="proof.previous-missing"
    ),
    Attack(name="base proof for a derived one", sample=base_for_derived, check="proof", code="proof.base-proof"),
    Attack(name="statement added to a disclosure", sample=statement_added, check="proof", code="proof.signature-wrong"),
    Attack(name="disclosed statement changed", sample=statement_changed, check="proof", code="proof.signature-wrong"),
    Attack(name="mandatory statement hidden", sample=mandatory_hidden, check="proof", code="proof.signature-wrong"),
)
