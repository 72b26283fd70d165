"""Names in Arabic script (Arabic, Persian, Pashto, Urdu): consonants and long vowels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from trainer_app.domain.names import UNSURE, Spelling

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")  # stretching and short vowels
_ARTICLE = "ال"
_LEAST_AFTER_ARTICLE = 2
_SERVANT = "عبد"
_LINKS = frozenset(("بن", "ابن", "بنت", "آل", "ال", "ولد"))

_SOUNDS = {
    "ا": "a", "آ": "a", "أ": "a", "إ": "a", "ٱ": "a", "ئ": "i", "ؤ": "u", "ء": "", "ع": "",
    "ب": "b", "پ": "p", "ت": "t", "ث": "t", "ج": "j", "چ": "s", "ح": "h", "خ": "h", "د": "d",
    "ذ": "d", "ر": "r", "ز": "z", "ژ": "j", "س": "s", "ش": "s", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "u", "ي": "i", "ی": "i", "ى": "i", "ة": "a",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ھ": "h", "ہ": "h", "ے": "i", "ۀ": "a", "ۍ": "i",
    "ې": "i", "ښ": "s", "ګ": "g", "ټ": "t", "ډ": "d", "ړ": "r", "ڼ": "n", "څ": "s", "ځ": "z",
}  # fmt: skip
_ACCENTS: tuple[dict[str, str], ...] = (
    {},
    {"ث": "s", "ذ": "z", "ض": "z"},  # Persian
    {"ج": "g"},  # Egyptian
    {"ة": "t"},  # Hayat, Nejat
)
_MOST_SPELLINGS = 8
_UNSURE_AT_THE_END = frozenset("ىهہۀ")  # a vowel in one name, a breath in another


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic letters."""
    return _ARABIC.search(word) is not None


def without_marks(text: str) -> str:
    """Text without the marks that some write and most leave out."""
    if not is_arabic(text):
        return text
    return _MARKS.sub("", unicodedata.normalize("NFC", text))


def parted(word: str) -> Iterator[str]:
    """A word without its article; "servant of" stands apart from the name that follows."""
    if word in _LINKS:
        return
    if word.startswith(_SERVANT + _ARTICLE):
        yield _SERVANT
        word = word[len(_SERVANT) :]
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _LEAST_AFTER_ARTICLE:
        word = word[len(_ARTICLE) :]
    yield word


def spellings(word: str) -> tuple[Spelling, ...]:
    """The readings of a word: و as a vowel or as a consonant, some letters as others say them."""
    places = [place for place, letter in enumerate(word) if letter == "و"]
    ways = []
    for accent in _ACCENTS:
        sounds = _sounds(word, {**_SOUNDS, **accent})
        ways.append(sounds)
        for place in places:
            ways.append([*sounds[:place], "v", *sounds[place + 1 :]])
        if word.endswith("ح"):
            ways.append(sounds[:-1])  # Saleh: a breath at the end is not heard in other languages
    return tuple(islice(dict.fromkeys(map(_spelling, ways)), _MOST_SPELLINGS))


def _sounds(word: str, table: dict[str, str]) -> list[str]:
    sounds = [table.get(letter, "") for letter in word]
    if word.startswith("ع"):
        sounds[0] = "a"
    if len(word) > 1 and word[-1] in _UNSURE_AT_THE_END:
        sounds[-1] = UNSURE
    if sounds[-1] == "z":
        sounds[-1] = "s"
    return sounds


def _spelling(sounds: list[str]) -> Spelling:
    consonants = ""
    vowels = [""]
    for sound in sounds:
        if sound in ("", "a", "i", "u", UNSURE):
            vowels[-1] += sound
        else:
            consonants += sound
            vowels.append("")
    return Spelling(consonants, tuple(vowels), is_full=False)
