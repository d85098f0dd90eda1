"""What one proof was made over: the document without it, and its own configuration, each in its canonical form."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.fields import JsonObject, Problem, as_sequence
from wallet.resolution.controllers import VerificationMethod
from wallet.verification.cryptosuites import Cryptosuite, Signing
from wallet.verification.explanation import Trace
from wallet.verification.transformations import Transformations, Transformed, jcs

__all__ = ["PROOF_VALUE", "ProofInput", "SignedInput"]

PROOF_VALUE = "proofValue"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofInput:
    """The proof at `place` of the `secured` document; `previous` are the places of the proofs it builds on."""

    suite: Cryptosuite
    proof: JsonObject
    place: int
    secured: JsonObject
    previous: tuple[int, ...]
    made: Transformations

    @property
    def replaces_contexts(self) -> bool:
        """Whether the proof has contexts of its own that stand in for the document's (vc-di-eddsa section 3.3.2)."""
        return self.suite.transform is jcs and self.proof.get("@context") is not None

    def unsecured(self) -> JsonObject:
        """The document that was signed: without its proofs, but with those that this one builds on.

        VC Data Integrity 1.0, section 4.5, "Verify Proof Sets and Chains".
        """
        document = {name: value for name, value in self.secured.items() if name != "proof"}
        if self.replaces_contexts:
            document["@context"] = self.proof["@context"]
        proofs = as_sequence(self.secured.get("proof"))
        return {**document, "proof": [proofs[place] for place in self.previous]} if self.previous else document

    def configuration(self) -> JsonObject:
        """The proof without its value; for RDF under the document's contexts (vc-di-eddsa sections 3.2.5, 3.3.5)."""
        configuration = {name: value for name, value in self.proof.items() if name != PROOF_VALUE}
        if self.suite.transform is jcs:
            return configuration
        return {**configuration, "@context": self.secured.get("@context")}

    def document_transformed(self, hash_name: str = "sha256") -> Transformed:
        """The canonical document; raises ResolutionError or CredentialError as the transformation does."""
        part = f"document of {self.place}" if self.replaces_contexts else f"document with {self.previous}"
        return self.made.of(part, self.unsecured, self.suite.transform, hash_name)

    def configuration_transformed(self, hash_name: str = "sha256") -> Transformed:
        """The canonical proof configuration; raises as the transformation does."""
        return self.made.of(f"proof {self.place}", self.configuration, self.suite.transform, hash_name)

    def uncovered(self, path: str) -> tuple[Problem, ...]:
        """Every member of the document, and of the proof at `path`, that the signature does not cover."""
        found = self.configuration_transformed().uncovered
        return (
            *self.document_transformed().uncovered,
            *(Problem(path=path + p.path.removeprefix("$"), code=p.code, found=p.found) for p in found),
            *self._contexts_beyond(),
            *self._contexts_ignored(path),
        )

    def _contexts_beyond(self) -> list[Problem]:
        """Contexts that were put behind those which a JCS proof signed: allowed by its suite, and signed by nobody."""
        if not self.replaces_contexts:
            return []
        signed = len(as_sequence(self.proof["@context"]))
        beyond = enumerate(as_sequence(self.secured.get("@context"))[signed:], start=signed)
        return [
            Problem(path=f"$.@context[{place}]", code="coverage.context", found=str(url)[:80]) for place, url in beyond
        ]

    def _contexts_ignored(self, path: str) -> list[Problem]:
        """Contexts in a proof over RDF: the document's stand in their place, so that they are signed by nobody."""
        own = self.proof.get("@context")
        if self.suite.transform is jcs or own is None or own == self.secured.get("@context"):
            return []
        return [Problem(path=f"{path}.@context", code="coverage.context", found=str(own)[:80])]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedInput:
    """A proof's input together with the key that it names and what a key of that kind signs with."""

    name: str
    source: ProofInput
    method: VerificationMethod
    signing: Signing
    trace: Trace
