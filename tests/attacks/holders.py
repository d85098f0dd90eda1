"""Endorsements, presentations and records: genuine parts put where they say something else."""

from __future__ import annotations

import json

from tests.assets import badge_json
from tests.assets.keys import ed25519_key
from tests.assets.records import HOLDER_KEY, endorsement, presentation, record_claims, signed_by
from tests.assets.samples import HOLDER, did_key, method_of, sample_credential
from tests.assets.signing import sign_presentation
from tests.attacks.attack import STRANGER, STRANGER_DID, Attack, as_json, changed
from wallet.fields import JsonObject, JsonValue

__all__ = ["ATTACKS"]

_SOMEBODY = did_key(ed25519_key("somebody else"))


def _endorsed(value: JsonValue) -> bytes:
    return badge_json(before=changed(endorsement=[value]))


def tampered_endorsement() -> bytes:
    """Praise rewritten inside a badge that its issuer rightly signed."""
    praise = signed_by(HOLDER_KEY, endorsement())
    return _endorsed({**praise, "name": "The best of all"})


def endorsement_of_another() -> bytes:
    """Genuine praise of somebody else."""
    return _endorsed(signed_by(HOLDER_KEY, endorsement("https://other.example/profile")))


def endorsement_in_anothers_name() -> bytes:
    """Praise signed by the badge's friend in the name of a known university."""
    return _endorsed(signed_by(STRANGER, endorsement()))


def strangers_presentation() -> bytes:
    """A genuine badge put forward by somebody to whom it was not issued, in the holder's name."""
    whole = presentation(json.loads(badge_json()), holder=HOLDER)
    return as_json(sign_presentation(whole, STRANGER, method_of(STRANGER)))


def changed_presentation() -> bytes:
    """The holder exchanged after signing."""
    whole = sign_presentation(presentation(json.loads(badge_json())), HOLDER_KEY, method_of(HOLDER_KEY))
    return as_json({**whole, "holder": _SOMEBODY})


def _record(credential: JsonObject, key: object = STRANGER) -> bytes:
    assert key is STRANGER
    return as_json(signed_by(STRANGER, record_claims(credential, key=STRANGER)))


def unsigned_in_a_record() -> bytes:
    """A badge of a known issuer without a signature, inside a record that the attacker signed."""
    return _record(sample_credential())


def merged_in_a_record() -> bytes:
    """A badge without a signature of its own in a record over RDF, in which the statements of all badges merge."""
    return _record(sample_credential(issuer={"id": STRANGER_DID, "type": ["Profile"]}))


ATTACKS = (
    Attack(
        name="endorsement changed in a good badge",
        sample=tampered_endorsement,
        check="endorsement",
        code="endorsement.some-failed",
    ),
    Attack(
        name="endorsement of somebody else",
        sample=endorsement_of_another,
        check="endorsement",
        code="endorsement.some-failed",
    ),
    Attack(
        name="endorsement in another's name",
        sample=endorsement_in_anothers_name,
        check="endorsement",
        code="endorsement.some-failed",
    ),
    Attack(
        name="presentation by a stranger",
        sample=strangers_presentation,
        check="issuer",
        code="presentation.other-holder",
    ),
    Attack(name="presentation changed", sample=changed_presentation, check="proof", code="proof.signature-wrong"),
    Attack(
        name="unsigned badge in a stranger's record",
        sample=unsigned_in_a_record,
        check="proof",
        code="proof.record-of-another",
    ),
    Attack(
        name="unsigned badge in a record over RDF", sample=merged_in_a_record, check="proof", code="proof.record-merges"
    ),
)
