"""An endorsement as a credential of its own (Open Badges 3.0, appendices B.1.6 and B.1.7).

Where an endorsement stands in a badge, `endorsements` reads it for show and leaves its faults to it. Here those faults
are found, whether it came alone or within something.
"""

from __future__ import annotations

import re

from wallet.credentials.frame import read_frame, require_context
from wallet.credentials.members import language_text, typed_child, uri
from wallet.credentials.model import EndorsementCredential, Profile
from wallet.credentials.services import read_proofs, read_refresh_services, read_schemas, read_statuses, read_terms
from wallet.fields import Fields, JsonObject, Problem

__all__ = ["read_endorsement_document"]

_OPEN_BADGES = re.compile(
    r"^https://purl\.imsglobal\.org/spec/ob/v3p0/(?:context(?:-3\.\d\.\d)*\.json|context/ob_v3p0\.jsonld)\Z"
)


def read_endorsement_document(
    members: JsonObject, jws: str | None = None
) -> tuple[EndorsementCredential, tuple[Problem, ...]]:
    """The endorsement, and every departure from the model with its path."""
    problems: list[Problem] = []
    fields = Fields(members, "$", problems)
    frame = read_frame(fields, "EndorsementCredential")
    require_context(fields, _OPEN_BADGES, "credential.no-open-badges-context")
    subject = typed_child(fields, "credentialSubject", "EndorsementSubject", required=True)
    for read in (read_statuses, read_schemas, read_refresh_services, read_terms, read_proofs):
        read(fields)
    endorsement = EndorsementCredential(
        id=frame.id,
        issuer=frame.issuer or Profile(id=None),
        subject_id=uri(subject, "id", required=True) if subject is not None else None,
        endorsement_comment=language_text(subject, "endorsementComment") if subject is not None else None,
        valid_from=frame.valid_from,
        valid_until=frame.valid_until,
        name=frame.name,
        document=None if jws is not None else members,
        jws=jws,
    )
    return endorsement, tuple(problems)
