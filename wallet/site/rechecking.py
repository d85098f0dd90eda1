"""What a badge's page needs to check it again in the visitor's browser, as files beside the original.

``check.json`` says how the badge is secured and where everything stands. For suites that sign RDF, ``statements.nq``
and ``proof.nq`` are the canonical N-Quads over which the signature was made: nothing has to be canonicalised again.
Every fact in these files stands in the original, or was said by its issuer in public.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from wallet.fields import JsonObject, as_sequence
from wallet.language import dates
from wallet.site.entries import BadgeEntry
from wallet.site.hosted import is_hosted
from wallet.site.reader import Reader
from wallet.site.urls import badge_address
from wallet.site.views import RecheckView
from wallet.verification.authenticity import issuer_of
from wallet.verification.cryptosuites import CRYPTOSUITES
from wallet.verification.kept_answers import CheckMaterial, KeptAnswer, kept_answers
from wallet.verification.signed_forms import SignedForm
from wallet.verification.transformations import jcs

__all__ = ["recheck_files", "recheck_view"]

CHECK = "check.json"
STATEMENTS, CONFIGURATION = "statements.nq", "proof.nq"
KEPT = "evidence"

_DATES = (("validFrom", ("validFrom", "issuanceDate")), ("validUntil", ("validUntil", "expirationDate")))
_NAMED = (("statements", STATEMENTS), ("configuration", CONFIGURATION))
_STATUS = ("type", "id", "statusPurpose", "statusListCredential", "statusListIndex", "statusSize")


def recheck_view(reader: Reader, entry: BadgeEntry) -> RecheckView | None:
    """Where the page finds what it needs; None for a badge of which nothing is published for it.

    A hosted badge has no signature that a script could compute: its own address is named on the page.
    """
    if entry.material is None or is_hosted(entry):
        return None
    return RecheckView(address=badge_address(entry.slug, CHECK), locale=dates.browser_locale(reader.language))


def recheck_files(entry: BadgeEntry, text_file: str, text: bytes) -> Mapping[str, bytes]:
    """The files by address; `text_file` is the published file that holds the signed `text`."""
    material = entry.material
    if material is None or is_hosted(entry):
        return {}
    form = _form(entry, material)
    kept = kept_answers(material)
    files = dict(_contents(form, kept))
    told: JsonObject = {
        "form": _kind(entry, form, material),
        "securing": entry.securing,
        "issuer": issuer_of(material.members),
        "original": {"file": entry.original.file_name, "sha256": entry.original.digest},
        "credential": {"file": text_file, "sha256": hashlib.sha256(text).hexdigest()},
        **_proof(form, material),
        **{name: _file(name_of, files) for name, name_of in _NAMED if name_of in files},
        **_dates(material.members),
        "status": [*_status(material.members)],
        "kept": [_kept(answer, files) for answer in kept],
    }
    files[CHECK] = _lines(told)
    return {badge_address(entry.slug, name): content for name, content in files.items()}


def _lines(told: JsonObject) -> bytes:
    """The object with a line for each member."""
    members = (f'"{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in told.items())
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()


def _form(entry: BadgeEntry, material: CheckMaterial) -> SignedForm | None:
    """The form of the proof by which the badge was judged: the first of its mechanism, of those that are right."""
    found = [form for form in material.signed if form.securing == entry.securing]
    return next((form for form in found if form.satisfied), found[0] if found else None)


def _kind(entry: BadgeEntry, form: SignedForm | None, material: CheckMaterial) -> str:
    """How it can be checked: "rdf", "json" or "jws"; "none" where nothing is signed that a script could check."""
    if material.is_jws:
        return "jws"
    if form is None or entry.securing not in CRYPTOSUITES or CRYPTOSUITES[entry.securing].selective:
        return "none"
    return "json" if CRYPTOSUITES[entry.securing].transform is jcs else "rdf"


def _proof(form: SignedForm | None, material: CheckMaterial) -> JsonObject:
    if form is None:
        return {}
    proofs = as_sequence(material.members.get("proof"))
    told: JsonObject = {"verificationMethod": form.method, "hash": form.hash_name or "sha256"}
    if form.proof is not None:
        told = {**told, "proof": next((place for place, one in enumerate(proofs) if one == form.proof), 0)}
        told = {**told, "proofValue": form.proof.get("proofValue")}
    return told


def _contents(form: SignedForm | None, kept: tuple[KeptAnswer, ...]) -> Iterator[tuple[str, bytes]]:
    if form is not None:
        yield from _quads("", form)
    for answer in kept:
        yield f"{_name(answer)}.json", answer.content
        yield from _quads(f"{_name(answer)}.", answer)


def _quads(prefix: str, signed: SignedForm | KeptAnswer) -> Iterator[tuple[str, bytes]]:
    if signed.statements is not None and signed.configuration is not None:
        yield prefix + STATEMENTS, signed.statements.encode()
        yield prefix + CONFIGURATION, signed.configuration.encode()


def _name(answer: KeptAnswer) -> str:
    return f"{KEPT}/{answer.digest[:16]}"


def _file(name: str, files: Mapping[str, bytes]) -> JsonObject:
    return {"file": name, "sha256": hashlib.sha256(files[name]).hexdigest()}


def _dates(members: JsonObject) -> JsonObject:
    found = ((name, next((members[one] for one in names if one in members), None)) for name, names in _DATES)
    return {name: value for name, value in found if isinstance(value, str)}


def _status(members: JsonObject) -> Iterator[JsonObject]:
    for entry in as_sequence(members.get("credentialStatus")):
        if isinstance(entry, dict):
            yield {name: entry[name] for name in _STATUS if name in entry}


def _kept(answer: KeptAnswer, files: Mapping[str, bytes]) -> JsonObject:
    name = _name(answer)
    return {
        "url": answer.url,
        "file": f"{name}.json",
        "sha256": answer.digest,
        "retrieved": dates.exact(answer.retrieved_at),
        **{told: _file(f"{name}.{part}", files) for told, part in _NAMED if f"{name}.{part}" in files},
    }
