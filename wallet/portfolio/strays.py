"""Files of content/ that nothing reads: often a wrong name, and then words that no reader ever sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.language.tags import same_language
from wallet.portfolio.content_files import ContentFile
from wallet.portfolio.holder import HOLDER_FILE, PRESENTATION_FILE
from wallet.portfolio.past_findings import HISTORY_FILE
from wallet.portfolio.reading import CREDENTIAL_FILES
from wallet.portfolio.remarks import Kind, Remark
from wallet.store.evidence import INDEX

__all__ = ["stray_files"]

_TOP = frozenset({"portfolio.toml", "issuers.toml", HOLDER_FILE, PRESENTATION_FILE})
_BADGE = frozenset({*CREDENTIAL_FILES, "badge.toml", "verification.json", HISTORY_FILE})
_LISTS = frozenset({"collections", "pathways"})
"""Folders in which each <slug>.toml has its words in <slug>.<language>.md."""


def stray_files(files: Sequence[ContentFile], languages: Sequence[str], read: frozenset[str]) -> Iterator[Remark]:
    """A remark for each file that no page shows; `read` are paths of files that a text asks for."""
    known = {file.path for file in files}
    for file in files:
        if file.parts[0] == "languages" or file.path in read:
            continue
        if not _is_known(file, known):
            yield _stray(file, languages)
        elif file.language and not any(same_language(file.language, language) for language in languages):
            facts = {"language": file.language}
            yield Remark(kind=Kind.FILE, code="review.language-not-used", path=file.path, facts=facts)


def _is_known(file: ContentFile, known: set[str]) -> bool:
    match file.parts:
        case (name,):
            return name in _TOP or file.stem == "profile"
        case ("locked", name):
            return name.endswith(".json")
        case ("pages", _):
            return file.language is not None
        case (folder, name) if folder in _LISTS:
            return name.endswith(".toml") or f"content/{folder}/{file.stem}.toml" in known
        case ("badges", _, name):
            return name in _BADGE or file.stem == "note"
        case ("badges", _, "evidence", name):
            return name == INDEX or name in _listed(file)
    return False


def _listed(file: ContentFile) -> set[object]:
    try:
        entries = parse_json((file.place.parent / INDEX).read_bytes())
    except (OSError, DocumentError):
        return set()
    return {entry.get("file") for entry in entries if isinstance(entry, dict)} if isinstance(entries, list) else set()


def _stray(file: ContentFile, languages: Sequence[str]) -> Remark:
    if file.name.endswith(".md") and file.language is None:
        wanted = f"{file.name.split('.')[0]}.{languages[0]}.md"
        return Remark(kind=Kind.FILE, code="review.no-language", path=file.path, facts={"wanted": wanted})
    return Remark(kind=Kind.FILE, code="review.not-read", path=file.path)
