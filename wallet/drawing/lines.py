"""Text in lines: broken between phrases where that is possible, and never where a Japanese reader would stumble.

A *cluster* is what no line break may divide: a character with the marks that must not begin the next line, an opening
bracket with what it opens, a word in Latin letters. A *phrase* is a run of clusters that is better kept together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from wallet.language.phrases import phrases
from wallet.language.tags import same_language

__all__ = ["CLOSING", "OPENING", "Measure", "break_lines", "phrases_of", "shorten"]

Measure = Callable[[str], float]
Phrase = tuple[str, ...]

OPENING = "「『（【〔〈《〝‘“([{«‹¥￥$＄£#＃"
"""No line ends with one of these."""

CLOSING = (
    "、。，．・：；？！ヽヾゝゞ々〻ー」』）】〕〉》〟’”)]}»›,.:;?!‥…～〜–—゠％‰℃°%"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
"""No line begins with one of these."""

_WIDE = re.compile("[\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_ATOM = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff'’.,/_+&@-]+|.", re.DOTALL)


def phrases_of(text: str, language: str) -> tuple[Phrase, ...]:
    """`text` as phrases, each of them in clusters; a space stays at the end of the cluster before it."""
    whole = " ".join(text.split())
    found = phrases(whole, language)
    if _WIDE.search(whole) and not same_language(language, "ja"):
        found = tuple(_clusters(whole))
    pieces = (word for piece in found for word in re.findall(r"\S+\s*|\s+", piece))
    return tuple(tuple(_clusters(phrase)) for phrase in _joined(pieces))


def _clusters(phrase: str) -> Iterator[str]:
    yield from _joined(_ATOM.findall(phrase))


def _joined(pieces: Sequence[str] | Iterator[str]) -> Iterator[str]:
    """The pieces, joined where no line may break between two of them."""
    held = ""
    for piece in pieces:
        if held and not (piece[0] in CLOSING or piece.isspace() or held.rstrip()[-1:] in OPENING):
            yield held
            held = ""
        held += piece
    if held:
        yield held


def break_lines(text: Sequence[Phrase], width: float, measure: Measure) -> list[str]:
    """The lines of `text`, as full as they get; a phrase or a word is divided only where no line could hold it."""
    lines: list[str] = []
    line = ""
    for phrase in text:
        for piece in _fitting(phrase, width, measure):
            if line and measure((line + piece).rstrip()) > width:
                lines.append(line.rstrip())
                line = ""
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _fitting(phrase: Phrase, width: float, measure: Measure) -> Iterator[str]:
    whole = "".join(phrase)
    if measure(whole.rstrip()) <= width:
        yield whole
        return
    for cluster in phrase:
        if measure(cluster.rstrip()) <= width:
            yield cluster
        else:
            yield from _pieces(cluster, width, measure)


def _pieces(cluster: str, width: float, measure: Measure) -> Iterator[str]:
    for piece in _joined(list(cluster)):
        # A hundred marks in a row that must not begin a line leave no choice.
        yield from (piece,) if measure(piece.rstrip()) <= width else piece


def shorten(lines: Sequence[str], most: int, width: float, measure: Measure) -> list[str]:
    """The first `most` lines; where more are left, the last of them ends with an ellipsis."""
    if len(lines) <= most:
        return list(lines)
    kept, last = list(lines[: most - 1]), lines[most - 1]
    while last and measure(f"{last}…") > width:
        last = last[:-1]
    return [*kept, last.rstrip(f" {OPENING}、。，．・") + "…"]
