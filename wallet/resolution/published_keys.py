"""Keys whose private half stands in a specification or in a public set of tests: anybody can sign with them.

They are meant for trying out software. A badge that is signed with one proves nothing about who made it.
"""

from __future__ import annotations

from wallet.resolution.keys import PublicKey

__all__ = ["is_published"]

_PUBLISHED = frozenset(
    {
        # Open Badges 3.0 and CLR 2.0 implementation guide, worked examples
        "4bdeafde2ea8beefadd8c699b5c7e0704cf51154d52e17b20b71337ca04cc5a5",
        # vc-di-eddsa, test vectors and proof chains
        "b00d8d938e7f773d51565aad36a623f5344f7f5d1960f9cf3e8e12620ea2810f",
        "d35c087764969e24a180b300177d017338a29a47fe566d756dc31d3f29695358",
        "2d7dc596f2a8f7353aff126e962910cdd16cd82ce2857c0c9b6d4bf4b1034bff",
        "64d2a8d3e511bf0bd3d6cf83f8a73bacd351edd33467a0a783040de0e60192f2",
        "61640acdda2f070b13a947f8e2f477066c3db02c62a40143ec8e769f06627804",
        # vc-di-ecdsa, test vectors for P-256 (issuer and one-time key) and P-384
        "0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6",
        "022a72ce19b63f16e33e012a529243b1b0847613c9fb325daad5443ab44c338b93",
        "02ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480bc13",
        # Digital Credentials Consortium, test issuers whose seeds are published
        "4b6999d1709954fb5516df7125b03d4a663fb7a1d0c12afb31767c2fe619d6a2",
        "364ca17fc61f037bdca7d483cddd38032fc09d500f6d19909f5c68ad8886c55c",
        "4f9140fa73b4aedc780e46173d68f369b730e0a993757273ab827414c6b33ea7",
        "759ed212fd5094dd4330db16a331b9e3d141c63db74301ffb29b5a1ab773b8a7",
        # RFC 8037, appendix A, and RFC 7515, appendix A.3
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "037fcdce2770f6c45d4183cbee6fdb4b7b580733357be9ef13bacf6e3c7bd15445",
    }
)
"""Public keys as hexadecimal digits: Ed25519 as it is, points of curves in their compressed form."""


def is_published(key: PublicKey) -> bool:
    """Whether the private half of `key` is known to be public."""
    return key.raw.hex() in _PUBLISHED
