"""Verifying a thousand typical badges, beside the bare work of it and beside the same by way of pyld.

The bare work is what no way around could save: the file is read, parsed and hashed, and one signature is checked. The
way by pyld is what most programs in Python do: it expands, makes RDF and canonicalizes, its contexts at hand. Parts of
one run take turns, so that what else the machine does falls on all of them; the median of their ratios is printed.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from cryptography.exceptions import InvalidSignature

from tests.assets.issuers import RETRIEVED_AT
from tests.assets.signing import canonical
from tests.benchmarks.badges import KEY, LIST_URL, resources, write_badges
from tests.benchmarks.timing import seconds
from tests.browser.site import AT, REPOSITORY
from wallet.documents.extraction import extract
from wallet.fields import JsonObject
from wallet.portfolio.model import PortfolioBadge
from wallet.portfolio.reading import read_portfolio
from wallet.resolution.fetching import EvidenceFetcher, Fetcher
from wallet.resolution.multibase import decode_multibase
from wallet.verification.canonicalization import canonicalize
from wallet.verification.report import Verdict
from wallet.verification.verifier import RunMemory, Verification, verify

__all__ = ["lines"]

BADGES = 1_000
ROUNDS = 5
EVERY = 25
"""One badge in so many goes by way of pyld, which would take a minute for all."""

MESSAGE = b"m" * 64


def lines() -> Iterator[str]:
    """The thousand badges, then each badge of the demo."""
    with tempfile.TemporaryDirectory() as made:
        yield from _typical(write_badges(Path(made), BADGES).files)
    yield from _demo()


def _typical(files: Sequence[Path]) -> Iterator[str]:
    size = sum(path.stat().st_size for path in files) // len(files)
    yield f"{len(files)} typical badges of {size} bytes, milliseconds a badge (median of {ROUNDS} rounds):"
    ways: dict[str, tuple[Callable[[Path], object], Sequence[Path]]] = {
        "bare": (_bare, files),
        "verify": (partial(_verified_file, EvidenceFetcher(resources()), RunMemory()), files),
        "canonicalize": (_canonicalized, files),
        "proof alone": (_by_walk, files),
        "pyld": (_by_pyld, files[::EVERY]),
        "pyld with the status list": (partial(_by_pyld_with_list, _status_list()), files[::EVERY]),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, (work, some) in ways.items():
            times[name].append(seconds(partial(_each, work, some), rounds=1, clock=process_time) / len(some))
    for name, taken in times.items():
        yield f"  {name}: {median(taken) * 1000:.3f}"
    yield f"  verify = {_ratio(times['verify'], times['bare']):.1f} × bare (goal: at most 6)"
    alike = _ratio(times["pyld"], times["proof alone"])
    yield f"  pyld = {alike:.1f} × the same by the walk: file, canonical forms, hashes, signature (goal: at least 15)"
    yield f"  pyld = {_ratio(times['pyld'], times['verify']):.1f} × verify, with its nine checks"
    whole = _ratio(times["pyld with the status list"], times["verify"])
    yield f"  pyld, with the status list that verify reads too = {whole:.1f} × verify"
    yield f"  pyld = {_ratio(times['pyld'], times['canonicalize']):.1f} × canonicalize, which takes its place"


def _status_list() -> bytes:
    return next(resource.content for resource in resources() if resource.url == LIST_URL)


def _each(work: Callable[[Path], object], files: Sequence[Path]) -> None:
    for path in files:
        work(path)


def _ratio(ones: Sequence[float], others: Sequence[float]) -> float:
    return median(one / other for one, other in zip(ones, others, strict=True))


_PUBLIC = KEY.private.public_key()
_SIGNATURE = KEY.sign(MESSAGE)


def _bare(path: Path) -> None:
    content = path.read_bytes()
    json.loads(content)
    hashlib.sha256(content).digest()
    _PUBLIC.verify(_SIGNATURE, MESSAGE)


def _verified_file(fetcher: Fetcher, memory: RunMemory, path: Path) -> None:
    found = verify(extract(path.read_bytes())[0], at=RETRIEVED_AT, fetcher=fetcher, memory=memory)
    assert found.verdict is Verdict.VERIFIED


def _canonicalized(path: Path) -> None:
    for part in _parts(json.loads(path.read_bytes())):
        hashlib.sha256(canonicalize(part).nquads.encode("utf-8")).digest()


def _by_walk(path: Path) -> None:
    _checked(path.read_bytes(), lambda part: canonicalize(part).nquads)


def _by_pyld(path: Path) -> None:
    _checked(path.read_bytes(), canonical)


def _by_pyld_with_list(content: bytes, path: Path) -> None:
    """The badge, and its status list as plain programs do it: anew for each badge."""
    _checked(path.read_bytes(), canonical)
    encoded = _checked(content, canonical)["credentialSubject"]["encodedList"]
    gzip.decompress(decode_multibase(encoded))


def _checked(content: bytes, form: Callable[[JsonObject], str]) -> Any:
    """The proof of a document as a plain program checks it, with canonical forms made by `form`."""
    document = json.loads(content)
    hashes = [hashlib.sha256(form(part).encode("utf-8")).digest() for part in _parts(document)]
    proof = document["proof"]
    value = (proof[0] if isinstance(proof, list) else proof)["proofValue"]
    # Whose key it is was looked up before; what a signature costs does not depend on its being right.
    with contextlib.suppress(InvalidSignature):
        _PUBLIC.verify(decode_multibase(value), b"".join(hashes))
    return document


def _parts(document: Any) -> tuple[JsonObject, JsonObject]:
    """What is signed: the configuration of the proof and the document without it (vc-di-eddsa, section 3.2)."""
    proof = document["proof"]
    options = _without(proof[0] if isinstance(proof, list) else proof, "proofValue")
    configuration = {**options, "@context": document["@context"]}
    return configuration, _without(document, "proof")


def _without(members: JsonObject, left_out: str) -> JsonObject:
    return {name: value for name, value in members.items() if name != left_out}


def _demo() -> Iterator[str]:
    bare = bare_signature()
    yield f"one bare Ed25519 verification: {bare * 1000:.3f} ms"
    times: list[float] = []
    for badge in read_portfolio(REPOSITORY).badges:
        times.append(seconds(partial(verified, badge), rounds=5))
        kind = f"{verified(badge).securing}, {len(badge.source)} bytes"
        yield f"  {badge.slug}: {times[-1] * 1000:.1f} ms = {times[-1] / bare:.0f} × bare ({kind})"
    mean = sum(times) / len(times)
    yield f"verify, mean of {len(times)} credentials: {mean * 1000:.1f} ms = {mean / bare:.0f} × bare"


def bare_signature() -> float:
    """Seconds of a check of a signature over 64 bytes, which is what a Data Integrity proof signs."""
    return seconds(lambda: [_PUBLIC.verify(_SIGNATURE, MESSAGE) for _ in range(100)]) / 100


def verified(badge: PortfolioBadge) -> Verification:
    """Everything from the kept bytes to the report."""
    return verify(extract(badge.source)[0], at=AT, fetcher=EvidenceFetcher(badge.evidence))
