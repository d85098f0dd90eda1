"""The content of a locked collection: every language's page and all files in one JSON text, sealed as a whole."""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import asdict, replace

from wallet.errors import PortfolioError
from wallet.fields import JsonObject, JsonValue
from wallet.language.phrases import phrases
from wallet.portfolio.locked import bound_text
from wallet.portfolio.model import LockedCollection, Portfolio
from wallet.render.prose_tree import prose_tree
from wallet.resolution.sealing import ITERATIONS, SALT_BYTES, key_of_passphrase, open_sealed, padded, seal
from wallet.site import SharedCollection
from wallet.site.editions import edition
from wallet.site.entries import SiteInput
from wallet.site.shared import shared_files, shared_view
from wallet.site.views import Run, SharedBadge, SharedView

__all__ = ["content_of", "sealed_with_key", "sealed_with_passphrase"]

LARGEST = 8 * 2**20
"""A phone has to load it whole, and to decrypt it, before anything is seen."""

_TYPES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}


def content_of(portfolio: Portfolio, shared: SharedCollection, name: str) -> bytes:
    """What is sealed, padded; raises PortfolioError where it is more than a page can hold."""
    site_input = SiteInput(portfolio=portfolio, badges=(), base_url=portfolio.url)
    readers = {language: edition(site_input, language).reader for language in portfolio.languages}
    pages: JsonObject = {tag: _page(shared_view(reader, shared), tag) for tag, reader in readers.items()}
    files: JsonObject = {file.path: _file(file.path, file.content) for file in shared_files(shared)}
    text = json.dumps({"pages": pages, "files": files}, ensure_ascii=False, sort_keys=True).encode("utf-8")
    if len(text) > LARGEST:
        size, limit = round(len(text) / 2**20, 1), LARGEST // 2**20
        raise PortfolioError("private.too-large", name=name, size=size, limit=limit)
    return padded(text)


def _page(view: SharedView, language: str) -> JsonValue:
    members: dict[str, JsonValue] = asdict(replace(view, letter=None))
    members["title"] = _heading(view.title, language)
    members["badges"] = [_badge(badge, language) for badge in view.badges]
    if view.letter is not None:
        body = view.letter.body
        members["letter"] = {"nodes": prose_tree(body.source), "language": body.language}
    return members


def _badge(badge: SharedBadge, language: str) -> JsonValue:
    title: JsonObject = {**asdict(badge.title), "main": _heading(badge.title.main, language)}
    return {**asdict(badge), "title": title}


def _heading(run: Run, language: str) -> JsonValue:
    """A line that is set large, with the places where it may break."""
    pieces: list[JsonValue] = list(phrases(run.text, run.language or language))
    return {**asdict(run), "phrases": pieces}


def _file(path: str, content: bytes) -> JsonValue:
    kind = _TYPES.get(path.rpartition(".")[2], "application/octet-stream")
    return {"type": kind, "content": base64.b64encode(content).decode()}


def sealed_with_key(
    blank: LockedCollection, content: bytes, key: bytes, earlier: LockedCollection | None
) -> LockedCollection:
    """`blank` with the content, opened by `key`; or `earlier`, where that holds the same."""
    return _kept(blank, content, key, earlier) or _sealed(blank, content, key)


def sealed_with_passphrase(
    blank: LockedCollection, content: bytes, passphrase: str, earlier: LockedCollection | None
) -> LockedCollection:
    """`blank` with the content, opened by `passphrase`; or `earlier`, where that holds the same and so opens."""
    if earlier is not None and earlier.salt is not None and earlier.iterations is not None:
        key = key_of_passphrase(passphrase, earlier.salt, earlier.iterations)
        same = replace(blank, salt=earlier.salt, iterations=earlier.iterations)
        kept = _kept(same, content, key, earlier)
        if kept is not None:
            return kept
    salt = secrets.token_bytes(SALT_BYTES)
    key = key_of_passphrase(passphrase, salt, ITERATIONS)
    return _sealed(replace(blank, salt=salt, iterations=ITERATIONS), content, key)


def _sealed(blank: LockedCollection, content: bytes, key: bytes) -> LockedCollection:
    return replace(blank, sealed=seal(content, key, bound_text(blank)))


def _kept(
    blank: LockedCollection, content: bytes, key: bytes, earlier: LockedCollection | None
) -> LockedCollection | None:
    """The earlier encryption: a new one of the same would only be other bytes in every copy of the portfolio."""
    if earlier is None or earlier.sealed is None or replace(earlier, sealed=None) != blank:
        return None
    return earlier if open_sealed(earlier.sealed, key, bound_text(earlier)) == content else None
