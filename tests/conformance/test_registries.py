"""The public registries of the Digital Credentials Consortium, and whom they list."""

from __future__ import annotations

import json

from tests.conformance.places import shared_folder
from tests.responses import responses
from wallet.verification.registries import IssuerRegistry, ask_registry


def test_every_issuer_of_every_registry_is_found_in_it() -> None:
    files = sorted((shared_folder() / "corpus" / "dcc" / "registries").glob("*.json"))
    assert len(files) == 4
    for file in files:
        registry = IssuerRegistry(name=file.stem, content=file.read_bytes())
        issuers = json.loads(file.read_bytes())["registry"]
        assert issuers
        for issuer, entry in issuers.items():
            finding = ask_registry(registry, issuer, responses({}))
            assert (finding.listed, finding.facts.get("name")) == (True, entry["name"])
        assert ask_registry(registry, "did:web:unknown.example", responses({})).listed is False
