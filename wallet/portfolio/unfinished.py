"""What the learner has begun and not finished: drafts, an address and a name still to be written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence

from wallet.language.tags import same_language
from wallet.portfolio.content_files import ContentFile, line_of, text_of
from wallet.portfolio.model import EXAMPLE_URL, Portfolio
from wallet.portfolio.remarks import Kind, Remark
from wallet.portfolio.tables import read_table

__all__ = ["unfinished_parts"]

_DRAFT = re.compile(r"^draft[ \t]*:[ \t]*true(?=[ \t]*\r?\n)", re.M)
_HEAD = re.compile(r"---\r?\n.*?^---", re.S | re.M)
_SETTINGS = "content/portfolio.toml"


def unfinished_parts(files: Sequence[ContentFile], portfolio: Portfolio) -> Iterator[Remark]:
    """The example address is a fault, for links and previews would lead to a stranger; the rest are hints."""
    if portfolio.url == EXAMPLE_URL:
        yield _example_address(files)
    owner = portfolio.owner
    if not (owner.family or owner.given or owner.latin):
        yield Remark(kind=Kind.UNFINISHED, code="review.no-name", path=_SETTINGS, hint=True)
    # Words in some of the languages only are a missing translation.
    if not any(same_language(language, tag) for language in portfolio.languages for tag in portfolio.profile):
        for language in portfolio.languages:
            path = f"content/profile.{language}.md"
            yield Remark(kind=Kind.UNFINISHED, code="review.no-profile", path=path, hint=True)
    for file in files:
        line = _draft_line(file)
        if line is not None:
            yield Remark(kind=Kind.UNFINISHED, code="review.draft", path=file.path, line=line, hint=True)


def _example_address(files: Sequence[ContentFile]) -> Remark:
    line = next((line_of(text_of(file), EXAMPLE_URL[:-1]) for file in files if file.path == _SETTINGS), None)
    return Remark(kind=Kind.UNFINISHED, code="review.example-address", path=_SETTINGS, line=line)


def _draft_line(file: ContentFile) -> int | None:
    if file.parts[0] == "pages" and file.language:
        text = text_of(file)
        head = _HEAD.match(text)
        draft = _DRAFT.search(head.group()) if head else None
        return text.count("\n", 0, draft.start()) + 1 if draft else None
    if file.parts[0] in ("collections", "pathways") and file.name.endswith(".toml"):
        read_table(file.place)
        text = text_of(file)
        return line_of(text, "draft") if tomllib.loads(text).get("draft") is True else None
    return None
