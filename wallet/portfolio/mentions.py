"""The links and pictures in the learner's Markdown, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from wallet.portfolio.content_files import ContentFile, line_of, text_of
from wallet.portfolio.model import Portfolio
from wallet.portfolio.remarks import Kind, Remark

__all__ = ["Mention", "malformed_links", "mentions_in", "mentions_of", "picture_name"]

# What is written as code or as a comment mentions nothing.
_CODE = re.compile(r"<!--.*?-->|^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)", re.S | re.M)
_INLINE = re.compile(
    r"(?P<mark>!?)\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\(\s*(?:<(?P<pointed>[^<>\n]*)>|(?P<plain>[^\s)]*))[^)\n]*\)"
)
_DEFINED = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<plain>[^\s>]+)", re.M)

_PICTURE = re.compile(r"[^/\\:?#]+\.(?:png|jpe?g|webp|gif|svg)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A link or a picture: its words, and where it leads, as written."""

    path: str
    line: int | None
    words: str
    target: str
    picture: bool = False


def mentions_of(files: Sequence[ContentFile], portfolio: Portfolio) -> tuple[Mention, ...]:
    """Every mention in a Markdown file with a language, and every link of portfolio.toml."""
    texts = (file for file in files if file.language and file.parts[0] != "languages")
    found = [mention for file in texts for mention in mentions_in(text_of(file), file.path)]
    return (*found, *_declared(files, portfolio))


def _declared(files: Sequence[ContentFile], portfolio: Portfolio) -> Iterator[Mention]:
    for file in files:
        if file.parts == ("portfolio.toml",):
            text = text_of(file)
            for link in portfolio.links:
                words = next(iter(link.label.values()), "")
                yield Mention(path=file.path, line=line_of(text, link.url), words=words, target=link.url)


def mentions_in(text: str, path: str) -> tuple[Mention, ...]:
    """The mentions of one Markdown text, in their order."""
    plain = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    found = [
        Mention(
            path=path,
            line=_line(plain, match),
            words=match["words"].strip(),
            target=match["pointed"] or match["plain"] or "",
            picture=bool(match["mark"]),
        )
        for match in _INLINE.finditer(plain)
    ]
    for match in _DEFINED.finditer(plain):
        found.append(Mention(path=path, line=_line(plain, match), words="", target=match["plain"]))
    return tuple(sorted(found, key=lambda mention: mention.line or 0))


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1


def malformed_links(mentions: Sequence[Mention]) -> Iterator[Remark]:
    """A remark for each link that leads nowhere by its form alone; nothing is fetched."""
    for mention in mentions:
        if not mention.picture and _is_malformed(mention.target):
            facts = {"target": mention.target}
            yield Remark(
                kind=Kind.LINK, code="review.link-malformed", path=mention.path, line=mention.line, facts=facts
            )


def _is_malformed(target: str) -> bool:
    try:
        parts = urlsplit(target)
        host = parts.hostname
    except ValueError:
        return True
    if parts.scheme in ("http", "https"):
        return not host
    if parts.scheme == "mailto":
        return "@" not in parts.path
    return bool(parts.scheme) or not target


def picture_name(target: str) -> str | None:
    """The name of a picture that stands beside the text, None for any other target."""
    name = unquote(target).removeprefix("./")
    return name if _PICTURE.fullmatch(name) else None
