"""The derivation of each proof, step by step under the names of its specification, as it is carried out.

Whoever verifies notes each intermediate value where it arises, so that what is explained is what was done and never a
second derivation. Without a reader nothing is kept: `Trace` forgets, `Explanation` remembers.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallet.fields import JsonObject, JsonValue
from wallet.resolution.controllers import VerificationMethod

__all__ = ["Explanation", "Trace", "key_steps"]


class Trace:
    """Takes note of one proof's steps and forgets them."""

    def note(self, **steps: object) -> None:
        """Take note of intermediate values: bytes are kept as hexadecimal digits, a function as what it returns."""

    def proof(self, mechanism: str) -> Trace:
        """The trace of one more proof, secured by `mechanism`."""
        return self


class _Steps(Trace):
    """One proof's steps in the order in which they were taken."""

    def __init__(self, steps: dict[str, JsonValue]) -> None:
        self._steps = steps

    def note(self, **steps: object) -> None:
        """Remember each value under its name; a later value replaces an earlier one."""
        self._steps.update({name: _json(value) for name, value in steps.items()})


class Explanation(Trace):
    """The steps of every proof that was examined, in order."""

    def __init__(self) -> None:
        self._proofs: list[dict[str, JsonValue]] = []

    def proof(self, mechanism: str) -> Trace:
        """Begin the account of one more proof."""
        steps: dict[str, JsonValue] = {"securing": mechanism}
        self._proofs.append(steps)
        return _Steps(steps)

    @property
    def proofs(self) -> tuple[JsonObject, ...]:
        """Each proof's steps, by name."""
        return tuple(self._proofs)


def key_steps(method: VerificationMethod) -> dict[str, object]:
    """The steps that say which key was used: its identifier, its controller, its kind and its octets."""
    return {
        "verificationMethod": method.id,
        "controller": method.controller,
        "keyKind": method.key.kind,
        "publicKey": method.key.octets,
    }


def _json(value: object) -> JsonValue:
    if callable(value):
        value = value()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Mapping):
        return {str(name): _json(member) for name, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_json(part) for part in value]
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)
