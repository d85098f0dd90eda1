from __future__ import annotations

from dataclasses import replace

import pytest

from tests.site.sample import sample_badges
from wallet.credentials.model import CredentialStatus
from wallet.language.catalogs import load_catalog
from wallet.site.elsewhere import is_understood_elsewhere
from wallet.site.originals import original_view
from wallet.site.reader import Reader

ENTRY = next(replace(one) for one in sample_badges() if one.slug == "ds-literacy")
READER = Reader(catalog=load_catalog("en"))
BASE = "https://mio.example/portfolio/"
LIST = CredentialStatus(id="https://a.example/list", type="1EdTechRevocationList")
BITS = CredentialStatus(id="https://a.example/bits#1", type="BitstringStatusListEntry")


@pytest.mark.parametrize("securing", ["eddsa-rdfc-2022", "Ed25519Signature2020"])
@pytest.mark.parametrize("issuer", ["did:key:z6Mk", "did:web:a.example"])
def test_what_the_other_verifier_knows_is_offered_to_it(securing: str, issuer: str) -> None:
    credential = replace(
        ENTRY.credential, issuer=replace(ENTRY.credential.issuer, id=issuer), credential_status=(BITS,)
    )
    assert is_understood_elsewhere(credential, securing)


@pytest.mark.parametrize("securing", ["eddsa-jcs-2022", "ecdsa-rdfc-2019", "ecdsa-sd-2023", "VC-JWT EdDSA", "hosted"])
def test_a_badge_that_would_look_false_there_is_not(securing: str) -> None:
    assert not is_understood_elsewhere(ENTRY.credential, securing)
    entry = replace(ENTRY, securing=securing)
    assert "verifierplus" not in str(original_view(READER, entry, BASE).verifiers)


def test_nor_one_whose_key_or_withdrawal_it_cannot_look_up() -> None:
    other = replace(ENTRY.credential, issuer=replace(ENTRY.credential.issuer, id="https://a.example/issuer"))
    assert not is_understood_elsewhere(other, "eddsa-rdfc-2022")
    listed = replace(ENTRY.credential, credential_status=(BITS, LIST))
    assert not is_understood_elsewhere(listed, "eddsa-rdfc-2022")
