"""Putting names in the order in which a Japanese index has them: Latin letters, then kana by the fifty sounds.

Kanji say nothing of how they are read, so a name that begins with them has its place only with a reading.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from wallet.language.tags import same_language

__all__ = ["SortKey", "name_key", "sort_key"]

_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_ROWS = (
    "あかさたなはまやらわ",
    "いきしちにひみりゐ",
    "うくすつぬふむゆる",
    "えけせてねへめれゑ",
    "おこそとのほもよろを",
)
_VOWELS = {kana: row[0] for row in _ROWS for kana in row}
_VOICING = {"\u3099": 1, "\u309a": 2}
_OTHER_MARK = 3
_LONG, _LITTLE, _FULL = range(3)
_LATIN, _KANA, _HAN = range(3)


class SortKey(NamedTuple):
    """Compared from left to right: sounds, then voicing, size and script; equal for kanji without reading."""

    group: int
    sounds: str = ""
    voicing: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()
    scripts: tuple[int, ...] = ()
    text: str = ""


def name_key(name: str, reading: str | None, language: str) -> SortKey:
    """The place of a name among others on a page in `language`; a reading counts where the name is read in kana."""
    if reading and (same_language(language, "ja") or sort_key(name).group == _HAN):
        return sort_key(reading)
    return sort_key(name)


def sort_key(text: str) -> SortKey:
    """The place of a text by its own characters."""
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text)).casefold()
    start = next((place for place, character in enumerate(folded) if character.isalnum()), 0)
    group = _group(folded[start : start + 1])
    if group == _HAN:
        return SortKey(group)
    sounds: list[str] = []
    weights: list[tuple[int, int, int]] = []
    for character in folded[start:]:
        if unicodedata.combining(character):
            if weights:
                weights[-1] = (_VOICING.get(character, _OTHER_MARK), *weights[-1][1:])
            continue
        sound, size, script = _sound(character, sounds[-1] if sounds else "")
        sounds.append(sound)
        weights.append((0, size, script))
    voicing, sizes, scripts = (tuple(weight[part] for weight in weights) for part in range(3))
    return SortKey(group, "".join(sounds), voicing, sizes, scripts, text)


def _sound(character: str, before: str) -> tuple[str, int, int]:
    if character == "ー":
        return _VOWELS.get(before, character), _LONG, 0
    katakana = "ァ" <= character <= "ヶ"
    hiragana = chr(ord(character) - 0x60) if katakana else character
    return _SMALL.get(hiragana, hiragana), _LITTLE if hiragana in _SMALL else _FULL, int(katakana)


def _group(character: str) -> int:
    name = unicodedata.name(character, "") if character else ""
    if name.startswith(("HIRAGANA", "KATAKANA")):
        return _KANA
    return _HAN if name.startswith("CJK") else _LATIN
