"""From a name in any script to spellings that can be compared: how it sounds, not how it looks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, product

from anyascii import anyascii

from trainer_app.domain.names import NameKey, Spelling
from trainer_app.rosters import arabic_letters

_MOST_SPELLINGS = 8
_MOST_PARTS = 8
_APOSTROPHES = re.compile("['’‘`ʼʻʹ´ʾʿ]")
_HAN = re.compile("[\u3400-\u9fff]+")
_TWO_SIGN_SURNAMES = frozenset(
    ("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "皇甫", "公孙", "公孫")
)

_PARTICLES = frozenset((
    "al", "el", "ul", "ar", "as", "ash", "ad", "bin", "ben", "ibn", "bint", "bent", "van", "von",
    "der", "den", "de", "da", "dos", "das", "del", "di", "du", "la", "le", "les", "ter", "ten", "y",
    "ould", "oglu", "thi",
))  # fmt: skip
_RESPELLED = {
    "mohd": "mohamed", "md": "mohamed", "mhd": "mohamed", "moh": "mohamed",
    "youssouf": "yusuf",  # here "ou" is a short vowel
    # Given names that each of two neighbouring languages spells as its own.
    "evgeny": "yevhen", "evgeniy": "yevhen", "evgenii": "yevhen", "evgeni": "yevhen",
    "yevgeny": "yevhen", "yevgeniy": "yevhen", "yevgenii": "yevhen",
    "alexander": "oleksandr", "aleksander": "oleksandr", "aleksandr": "oleksandr",
    "alexandr": "oleksandr",
    "mikhail": "mykhailo", "mihail": "mykhailo", "michail": "mykhailo",
}  # fmt: skip
_SERVANT = frozenset({"abdul", "abdel", "abdal", "abdol", "abdoul", "abdur", "abder"})

# Capitals stand for letters with a sign that many leave out, and J for the sound of "jam".
_SIGNED = str.maketrans("çčćşšž", "CCCSSZ")
_CONSONANTS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ch(?=[rl])", "k"), ("s(h?c|tsc)h", "s"), ("tsj|tch|tsh|sj|sh|ch|cz|sz|ts|tz", "s"),
        ("dzh|dzj|dsch|dj|zh|zj", "J"), ("^(n?)d[iy](?=[aeou])", r"\1J"),
        ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("rh", "r"),
        ("ck|cq|q", "k"), ("c(?=[eiy])", "s"), ("c", "k"), ("gu(?=[eiy])", "g"),
        ("x", "ks"), ("w(?=[aeiouy])", "v"), ("w", "u"), ("y", "i"), ("j", "J"),
    )
)  # fmt: skip
_VOWELS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"([^aeiou])\1", r"\1"), ("oe", "u"), ("ou|oo", "uu"), ("ee", "ii"),
        ("(?<=[aeiou])h$", ""), ("z$", "s"), (r"([^aeiou])\1", r"\1"),
    )
)  # fmt: skip


def name_key(id: int | str, name: str, birth_year: int | None = None) -> NameKey:
    """What is compared of a person; `id` is a line of a list, or a person's id."""
    words = list(_words(name))
    kept = [word for word in words if word not in _PARTICLES]
    parts = [_spellings(word) for word in (kept if len(kept) > 1 else words)]
    return NameKey(id, " ".join(words).lower(), tuple(parts[:_MOST_PARTS]), birth_year)


def _words(name: str) -> Iterator[str]:
    """The parts of a name, small letters where there are such; compounds are parted."""
    text = _APOSTROPHES.sub("", unicodedata.normalize("NFC", name).lower())
    text = arabic_letters.without_marks("".join(map(_letter_or_space, text)))
    for word in text.split():
        if arabic_letters.is_arabic(word):
            yield from arabic_letters.parted(word)
        elif _HAN.fullmatch(word):
            yield from _surname_first(word)
        else:
            yield from _servant_parted(_plain(word))


def _letter_or_space(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Cf":
        return ""
    return char if kind[0] in "LM" else " "


def _plain(word: str) -> str:
    # Transliteration writes capitals of its own, which mean nothing here.
    letters = "".join(
        char if char in "CSZ" else anyascii(char).lower() for char in word.translate(_SIGNED)
    )
    letters = re.sub("[^a-zCSZ]", "", letters)
    return _RESPELLED.get(letters, letters)


def _surname_first(word: str) -> Iterator[str]:
    length = 2 if word[:2] in _TWO_SIGN_SURNAMES else 1
    yield from (_plain(part) for part in (word[:length], word[length:]) if part)


def _servant_parted(word: str) -> Iterator[str]:
    """ "Abdulrahman", "Abderrahmane" and "Abdirahman" are "servant of" and a name."""
    word = word.replace("abdou", "abdu")
    if word in _SERVANT:
        yield "abd"
    elif word.startswith("abd") and len(word) > 5:
        yield "abd"
        yield re.sub(r"^[aeiou]?l?(?=[a-z]{2})", "", word[3:])
    elif word:
        yield word


def _spellings(word: str) -> tuple[Spelling, ...]:
    if arabic_letters.is_arabic(word):
        return arabic_letters.spellings(word)
    ways = dict.fromkeys(_folded(reading) for reading in _readings(word))
    return tuple(_spelling(way) for way in islice(ways, _MOST_SPELLINGS))


def _readings(word: str) -> Iterator[str]:
    """The word with each letter that sounds differently from language to language in every way."""
    choices = [(pattern, sounds) for pattern, sounds in _AMBIGUOUS if pattern.search(word)]
    for sounds in product(*(sounds for _, sounds in choices)):
        reading = word
        for (pattern, _), sound in zip(choices, sounds, strict=True):
            reading = pattern.sub(sound, reading)
        yield reading


_AS_IT_STANDS = r"\g<0>"
_AMBIGUOUS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("C"), ("ch", "c")),
    (re.compile("S"), ("sh", "s")),
    (re.compile("Z"), ("zh", "z")),
    (re.compile("^(?:[ae]l(?=[^aeiou])|b[ei]n)(?=[a-z]{3})"), (_AS_IT_STANDS, "")),  # Elsayed
    (re.compile("(?<![dz])j"), (_AS_IT_STANDS, "y")),  # Dutch and Slavic
    (re.compile("(?<![st])ch(?![trl])"), (_AS_IT_STANDS, "kh")),  # German, Dutch and Polish
    (re.compile("(?<!g)g(?!h)"), (_AS_IT_STANDS, "h")),  # Ukrainian
    (re.compile("^c(?=[aeiou])"), (_AS_IT_STANDS, "")),  # Somali: a sound that others leave out
    (re.compile("c(?=[aeiou])"), (_AS_IT_STANDS, "J")),  # Turkish
    (re.compile("x"), (_AS_IT_STANDS, "h", "sh")),  # Somali; Portuguese and Chinese
    (re.compile("(?<=..)t$"), (_AS_IT_STANDS, "d")),  # Turkish
)


def _folded(word: str) -> str:
    for pattern, sound in _CONSONANTS:
        word = pattern.sub(sound, word)
    word = word.lower()
    for pattern, sound in _VOWELS:
        word = pattern.sub(sound, word)
    return word


def _spelling(folded: str) -> Spelling:
    vowels = re.split("[^aeiou]", folded)
    return Spelling(re.sub("[aeiou]", "", folded), tuple(vowels))
