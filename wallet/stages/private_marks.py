"""By what the private things of a wallet are recognised wherever they turn up: badges, collections, keys.

What stands in the portfolio is public by the learner's own choice. An id, a digest, a signature or a key is never
there by chance; a name or a sentence may be, and counts only where neither the portfolio nor this program has it too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wallet.documents.extraction import extract
from wallet.documents.json_text import parse_json
from wallet.errors import DeployError, DocumentError, WalletError
from wallet.fields import JsonValue
from wallet.language.catalogs import available_languages, catalog_files
from wallet.portfolio.private_collections import UNLISTED, private_folder, private_names, read_private
from wallet.portfolio.reading import published_slugs, read_badge, read_portfolio
from wallet.stages.publishing import published_keys
from wallet.stages.written_forms import written_forms
from wallet.store.shares import read_share
from wallet.store.wallet import Wallet, WalletEntry

__all__ = ["PrivateMarks", "private_marks"]

SHORTEST = 12
"""In bytes: whatever is shorter turns up anywhere."""

_END = re.compile(r"[.!?。！？\n]+")

_SIGNATURES = frozenset({"proofValue", "jws"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """One text, the code of the sentence that refuses it, and whose it is."""

    code: str
    name: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateMarks:
    """Everything that must not be found in what is pushed."""

    digests: dict[str, str] = field(repr=False)
    texts: tuple[tuple[bytes, _Mark], ...] = field(repr=False)

    def refuse(self, path: str, content: bytes) -> None:
        """Raise DeployError where the file, or its name, holds anything private."""
        name = self.digests.get(hashlib.sha256(content).hexdigest())
        if name is not None:
            raise DeployError("deploy.private-badge", path=path, name=name)
        searched = path.encode("utf-8", "surrogateescape") + b"\n" + content
        for text, mark in self.texts:
            if text in searched:
                raise DeployError(mark.code, path=path, name=mark.name)


def private_marks(root: Path, home: Path) -> PrivateMarks:
    """What is private in the wallet `home` as long as the portfolio is what it is; raises WalletError."""
    published = set(published_keys(root).values())
    hidden = [entry for entry in Wallet(home).entries() if entry.key not in published]
    signed = list(_published_texts(root))
    certain = [mark for entry in hidden for mark in _of_badge(entry)] + list(_of_keys(home))
    likely = [_Mark(code="deploy.private-badge", name=entry.handle, text=entry.name) for entry in hidden]
    for name in private_names(home):
        certain += _of_share(home, name)
        likely += _of_collection(home, name)
    public = [*signed, *_chosen_texts(root), *_program_texts()]
    marks = [*_unless_in(signed, certain), *_unless_in(public, likely)]
    return PrivateMarks(
        digests={hashlib.sha256(entry.source).hexdigest(): entry.handle for entry in hidden},
        texts=tuple((form, mark) for mark, forms in marks for form in forms),
    )


def _unless_in(public: list[str], marks: Iterable[_Mark]) -> Iterator[tuple[_Mark, frozenset[bytes]]]:
    """The marks that say something of their own, with the forms in which they do."""
    known = [" ".join(text.split()) for text in public]
    for mark in marks:
        bare = " ".join(mark.text.split())
        if len(bare.encode()) >= SHORTEST and not any(bare in text for text in known):
            yield mark, frozenset(form for form in written_forms(mark.text) if len(form) >= SHORTEST)


def _of_badge(entry: WalletEntry) -> Iterator[_Mark]:
    digest = hashlib.sha256(entry.source).hexdigest()
    texts = {digest, entry.credential_id}
    try:
        documents = extract(entry.source)
    except DocumentError:
        documents = ()
    for document in documents:
        texts.update((*_signatures(document.json), document.jws or ""))
    return (_Mark(code="deploy.private-badge", name=entry.handle, text=text) for text in sorted(texts))


def _signatures(value: JsonValue) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key in _SIGNATURES and isinstance(part, str):
                yield part
            yield from _signatures(part)
    elif isinstance(value, list):
        for part in value:
            yield from _signatures(part)


def _of_share(home: Path, name: str) -> Iterator[_Mark]:
    share = read_share(private_folder(home, name))
    if share is None:
        return
    if share.key is not None:
        yield _Mark(code="deploy.private-key", name=name, text=share.key)
    if share.kind == UNLISTED:
        yield _Mark(code="deploy.private-collection", name=name, text=share.address)


def _of_collection(home: Path, name: str) -> Iterator[_Mark]:
    words = read_private(home, name).words
    # A sentence is found wherever it was copied to; its marks of Markdown are not copied with it.
    sentences = (part.strip(" \t#*_->") for letter in words.letter.values() for part in _END.split(letter))
    for text in (*words.title.values(), *words.summary.values(), *sentences):
        yield _Mark(code="deploy.private-collection", name=name, text=text)


def _of_keys(home: Path) -> Iterator[_Mark]:
    for path in sorted(home.glob("holder-key*.json")):
        kept = parse_json(path.read_bytes())
        secret = kept.get("secretKeyMultibase") if isinstance(kept, dict) else None
        if isinstance(secret, str):
            yield _Mark(code="deploy.private-key", name=path.name, text=secret)


def _published_texts(root: Path) -> Iterator[str]:
    """What published badges say, and what was fetched to verify them."""
    for slug in published_slugs(root):
        badge = read_badge(root / "content" / "badges" / slug)
        yield badge.source.decode("utf-8", "replace")
        yield from (resource.content.decode("utf-8", "replace") for resource in badge.evidence)
        try:
            yield from (json.dumps(document.json, ensure_ascii=False) for document in extract(badge.source))
        except WalletError:
            continue


def _chosen_texts(root: Path) -> Iterator[str]:
    """What the learner wrote in the portfolio."""
    for pattern in ("*.toml", "*.md"):
        for path in sorted((root / "content").rglob(pattern)):
            yield path.read_text("utf-8", "replace")
    # Pages put the parts of the name together, as a letter does at its end.
    owner = read_portfolio(root, ()).owner
    parts = [part for part in (owner.family, owner.given) if part]
    yield from (" ".join(parts), "".join(parts), " ".join(reversed(parts)), owner.latin or "")


def _program_texts() -> Iterator[str]:
    """The words of every page: a badge may be called by one of them."""
    for language in available_languages():
        yield from (path.read_text("utf-8") for path in catalog_files(language))
