"""What the learner wrote in one of the site's languages and not in another."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from wallet.language.tags import same_language
from wallet.portfolio.content_files import ContentFile, line_of, text_of
from wallet.portfolio.remarks import Kind, Remark
from wallet.portfolio.tables import read_table

__all__ = ["untranslated_texts", "untranslated_words"]

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WORDS = frozenset({"collections", "pathways"})


def untranslated_texts(files: Sequence[ContentFile], languages: Sequence[str]) -> Iterator[Remark]:
    """A remark for each Markdown text and each of the languages in which it is not written."""
    groups: dict[tuple[str, ...], list[ContentFile]] = {}
    for file in files:
        if file.stem and file.language and file.parts[0] != "languages" and _is_written(text_of(file)):
            groups.setdefault((*file.folder, file.stem), []).append(file)
    for group, written in groups.items():
        for language in _missing([file.language or "" for file in written], languages):
            wanted = "/".join(("content", *group)) + f".{language}.md"
            facts = {"language": language, "wanted": wanted}
            yield Remark(kind=Kind.TRANSLATION, code="review.text-untranslated", path=written[0].path, facts=facts)


def _is_written(text: str) -> bool:
    return bool(_COMMENT.sub("", text).strip())


def _missing(written: Sequence[str], languages: Sequence[str]) -> list[str]:
    """The site's languages that are missing; none where nothing is in any of them, which is another fault."""
    found = [language for language in languages if any(same_language(language, tag) for tag in written)]
    return [language for language in languages if language not in found] if found else []


def untranslated_words(files: Sequence[ContentFile], languages: Sequence[str]) -> Iterator[Remark]:
    """A remark for each table of words by language, in TOML files, that leaves one of the languages out."""
    for file in files:
        if file.parts == ("portfolio.toml",) or (file.name.endswith(".toml") and file.parts[0] in _WORDS):
            read_table(file.place)
            text = text_of(file)
            for key, words in _tables_of_words(tomllib.loads(text), ""):
                for language in _missing(list(words), languages):
                    yield Remark(
                        kind=Kind.TRANSLATION,
                        code="review.words-untranslated",
                        path=file.path,
                        line=line_of(text, next(iter(words.values()))),
                        facts={"key": key, "language": language},
                    )


def _tables_of_words(value: object, key: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    if isinstance(value, list):
        for part in value:
            yield from _tables_of_words(part, key)
    elif isinstance(value, dict):
        if value and all(isinstance(word, str) and _TAG.fullmatch(tag) for tag, word in value.items()):
            yield key, {tag: word for tag, word in value.items() if word.strip()}
        else:
            for name, part in value.items():
                yield from _tables_of_words(part, f"{key}.{name}" if key else name)
