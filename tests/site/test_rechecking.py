"""What is published for checking a badge again: exactly what was signed, and nothing that nobody has to see."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.assets.assertions import (
    BADGE_URL,
    HOST,
    ISSUER_URL,
    KEY_URL,
    REVOCATIONS_URL,
    dump,
    issuer,
    key_document,
    pages,
    signed_assertion,
)
from tests.assets.issuers import RETRIEVED_AT, Issuer, json_resource
from tests.assets.keys import ed25519_key, p384_key
from tests.assets.samples import badge_json, badge_jws, badge_png, method_of, sample_credential
from tests.assets.signing import canonical
from tests.assets.status_lists import bitstring_entry, bitstring_list
from tests.site.sample import badge
from wallet.credentials.model import Achievement
from wallet.documents.extraction import extract
from wallet.fields import JsonObject
from wallet.language.text import Text
from wallet.resolution.fetching import EvidenceFetcher, Resource
from wallet.site.entries import BadgeEntry
from wallet.site.originals import badge_files
from wallet.verification.kept_answers import CheckMaterial
from wallet.verification.report import Verdict
from wallet.verification.verifier import verify

AT = datetime(2026, 5, 1, tzinfo=UTC)
KEY = ed25519_key("issuer with lists")
DID = "did:web:lists.example"
WEB = Issuer(
    id=DID,
    profile={"id": DID, "type": ["Profile"], "name": "Issuer with lists"},
    key=KEY,
    method=f"{DID}#key-1",
    document_url="https://lists.example/.well-known/did.json",
)
LIST = "https://lists.example/status/1"


def entry(content: bytes, resources: tuple[Resource, ...] = (), file_name: str = "credential.json") -> BadgeEntry:
    """The badge in `content`, verified with `resources`, as the stages hand it on."""
    document = extract(content)[0]
    verification = verify(document, at=AT, fetcher=EvidenceFetcher(resources))
    material = CheckMaterial(
        members=verification.members,
        is_jws=document.jws is not None,
        signed=verification.signed,
        evidence=resources,
    )
    plain = badge("x", Achievement(id="urn:a", name=Text.of("A")), content=content, file_name=file_name)
    text = replace(plain.original, text=document.text)
    return replace(
        plain, material=material, securing=verification.securing, verdict=verification.verdict, original=text
    )


def published(found: BadgeEntry) -> dict[str, bytes]:
    return {file.path.removeprefix("badges/x/"): file.content for file in badge_files(found)}


def told(files: dict[str, bytes]) -> JsonObject:
    value = json.loads(files["check.json"])
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "Ed25519Signature2020", "ecdsa-rdfc-2019"])
def test_the_statements_are_those_that_another_processor_makes(suite: str) -> None:
    key = p384_key("recheck") if suite.startswith("ecdsa") else KEY
    issuer: JsonObject = {"id": method_of(key).split("#")[0], "type": ["Profile"], "name": "I"}
    content = badge_json(suite=suite, key=key, method=method_of(key), issuer=issuer)
    document = json.loads(content)
    proof = document.pop("proof")[0]
    files = published(entry(content))
    assert files["statements.nq"].decode() == canonical(document)
    value = proof.pop("proofValue")
    assert files["proof.nq"].decode() == canonical({"@context": document["@context"], **proof})
    assert told(files)["proofValue"] == value
    assert told(files)["hash"] == ("sha384" if suite.startswith("ecdsa") else "sha256")
    assert (told(files)["form"], told(files)["securing"], told(files)["proof"]) == ("rdf", suite, 0)


def test_every_file_is_named_with_its_digest() -> None:
    resources = (*WEB.evidence, _list())
    files = published(entry(_listed(), resources))
    found = told(files)
    kept = found["kept"]
    assert isinstance(kept, list)
    parts = [found[name] for name in ("original", "credential", "statements", "configuration")]
    parts += kept
    parts += [
        one[name] for one in kept if isinstance(one, dict) for name in ("statements", "configuration") if name in one
    ]
    for part in parts:
        assert isinstance(part, dict)
        assert part["sha256"] == hashlib.sha256(files[str(part["file"])]).hexdigest()
    assert {str(part["file"]) for part in parts if isinstance(part, dict)} == set(files) - {"check.json"}


def _listed() -> bytes:
    return badge_json(key=KEY, method=WEB.method, issuer=WEB.profile, credentialStatus=bitstring_entry(LIST, 7))


def _list() -> Resource:
    return json_resource(LIST, bitstring_list(LIST, WEB, valid_from="2025-01-01T00:00:00Z"), "application/vc")


def test_the_kept_list_comes_with_its_own_statements_and_its_time() -> None:
    files = published(entry(_listed(), (*WEB.evidence, _list())))
    kept = {one["url"]: one for one in json.loads(files["check.json"])["kept"]}
    assert set(kept) == {LIST, WEB.document_url}
    signed = bitstring_list(LIST, WEB, valid_from="2025-01-01T00:00:00Z")
    signed.pop("proof")
    assert files[kept[LIST]["statements"]["file"]].decode() == canonical(signed)
    assert kept[LIST]["retrieved"] == RETRIEVED_AT.isoformat().replace("+00:00", "Z")
    assert "statements" not in kept[str(WEB.document_url)]
    assert json.loads(files["check.json"])["status"] == [bitstring_entry(LIST, 7)]


def test_nothing_else_that_was_fetched_is_published() -> None:
    other = json_resource("https://lists.example/picture", {"private": "of the learner"}, "application/json")
    gone = replace(_list(), url="https://lists.example/gone", status=410)
    files = published(entry(_listed(), (*WEB.evidence, _list(), other, gone)))
    assert [name for name, content in files.items() if b"of the learner" in content] == []
    assert len(json.loads(files["check.json"])["kept"]) == 2


def test_a_list_that_cannot_be_read_is_kept_as_it_is() -> None:
    broken = Resource(url=LIST, content=b'{"proof": {"type": "x"}}', media_type="application/json", retrieved_at=AT)
    files = published(entry(_listed(), (*WEB.evidence, broken)))
    kept = {one["url"]: one for one in json.loads(files["check.json"])["kept"]}
    assert "statements" not in kept[LIST]
    assert files[kept[LIST]["file"]] == broken.content


@pytest.mark.parametrize("suite", ["eddsa-jcs-2022", None])
def test_what_is_signed_as_text_has_no_statements_of_its_own(suite: str | None) -> None:
    found = entry(badge_json(suite=suite)) if suite else entry(badge_jws(), file_name="credential.txt")
    files = published(found)
    assert set(files) == {found.original.file_name, "check.json"}
    assert told(files)["form"] == ("json" if suite else "jws")


def test_of_a_picture_the_text_inside_is_what_is_checked() -> None:
    found = entry(badge_png(), file_name="credential.png")
    files = published(found)
    credential = told(files)["credential"]
    assert isinstance(credential, dict)
    assert credential["file"] == "credential.json"
    assert credential["sha256"] == hashlib.sha256(files["credential.json"]).hexdigest()


def test_of_two_proofs_the_right_one_is_published() -> None:
    document = json.loads(badge_json())
    wrong = {**document["proof"][0], "created": "2020-01-01T00:00:00Z"}
    document["proof"] = [wrong, *document["proof"]]
    found = entry(json.dumps(document).encode())
    assert found.verdict is Verdict.VERIFIED
    assert told(published(found))["proof"] == 1
    assert b"2025-04-01" in published(found)["proof.nq"]


def test_a_badge_of_which_nothing_can_be_published_has_no_file_for_it() -> None:
    assert set(published(badge("x", Achievement(id="urn:a", name=Text.of("A"))))) == {"credential.json"}


def test_an_unsigned_badge_is_said_to_be_secured_by_nothing_that_can_be_checked() -> None:
    files = published(entry(json.dumps(sample_credential()).encode()))
    assert told(files)["form"] == "none"
    assert "statements" not in told(files)


def test_what_a_signed_assertion_leads_to_is_kept_and_nothing_else() -> None:
    answers = pages(issuer(publicKey=[KEY_URL], revocationList=REVOCATIONS_URL), key_document())
    answers |= {REVOCATIONS_URL: dump({"revokedAssertions": []}), f"{HOST}/other": b"{}"}
    resources = (
        Resource(url=url, content=content, media_type="application/json", retrieved_at=AT)
        for url, content in answers.items()
    )
    files = published(entry(signed_assertion(), tuple(resources), "credential.txt"))
    kept = {one["url"] for one in json.loads(files["check.json"])["kept"]}
    assert kept == {BADGE_URL, ISSUER_URL, KEY_URL, REVOCATIONS_URL}
