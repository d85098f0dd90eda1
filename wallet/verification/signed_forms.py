"""What a signature was found to cover, for whoever checks it again elsewhere: the canonical texts that were hashed.

Taken note of while a proof is examined, so that nothing is canonicalised twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wallet.fields import JsonObject
from wallet.verification.cryptosuites import CRYPTOSUITES
from wallet.verification.explanation import Trace
from wallet.verification.transformations import jcs

__all__ = ["SignedForm", "SignedForms"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedForm:
    """One proof: `securing` as in `Verification`, the `method` whose key it was examined with, None if none was had.

    `statements` and `configuration` are the canonical N-Quads that were hashed with `hash_name`; None where the suite
    signs no RDF. `proof` is the embedded proof as it stands in the document, None for a JWS. `satisfied` says that the
    signature is right and its key the issuer's.
    """

    securing: str
    method: str | None = None
    hash_name: str | None = None
    statements: str | None = field(default=None, repr=False)
    configuration: str | None = field(default=None, repr=False)
    proof: JsonObject | None = field(default=None, repr=False)
    satisfied: bool = False


class _Notes(Trace):
    """The last value of each step: where two orders of lines were tried, the one that decided."""

    def __init__(self, securing: str) -> None:
        self.securing = securing
        self.steps: dict[str, object] = {}

    def note(self, **steps: object) -> None:
        """Keep the values as they are, whole documents among them; functions are not called."""
        self.steps.update(steps)

    def form(self) -> SignedForm:
        """What of it is wanted."""
        suite = CRYPTOSUITES.get(self.securing)
        is_rdf = suite is not None and suite.transform is not jcs
        proof = self.steps.get("proof")
        return SignedForm(
            securing=self.securing,
            method=self._text("verificationMethod"),
            hash_name=self._text("hashAlgorithm"),
            statements=self._text("transformedDocument") if is_rdf else None,
            configuration=self._text("canonicalProofConfig") if is_rdf else None,
            proof=proof if isinstance(proof, dict) else None,
            satisfied=self.steps.get("verified") is True,
        )

    def _text(self, name: str) -> str | None:
        value = self.steps.get(name)
        return value if isinstance(value, str) else None


class SignedForms(Trace):
    """Keeps the signed form of every proof that is examined, in order."""

    def __init__(self) -> None:
        self._notes: list[_Notes] = []

    def proof(self, mechanism: str) -> Trace:
        """Begin with one more proof."""
        self._notes.append(_Notes(mechanism))
        return self._notes[-1]

    @property
    def found(self) -> tuple[SignedForm, ...]:
        """The form of each proof."""
        return tuple([notes.form() for notes in self._notes])
