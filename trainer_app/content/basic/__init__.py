"""Which words a lesson may use without explaining them: a list of plain words, and its forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

# What is written in other letters, or as a name, a handle, a tag or an address, is no plain word.
_WORD = re.compile(r"[A-Za-zÀ-ž]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][A-Za-zÀ-ž]+)*")
_NOT_WORDS = re.compile(r"`[^`]*`|[@#]\w+|\b\S+\.\S+\b|\S*\d\S*")


@cache
def basic_words(language: str) -> frozenset[str]:
    """The base forms of a language's list; empty where we have none."""
    path = files(__package__) / f"{language}.txt"
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(
        word.lower() for line in lines if not line.startswith("#") for word in line.split()
    )


def outside(texts: Iterable[str], explained: Iterable[str], language: str) -> tuple[str, ...]:
    """The words of texts that are neither plain nor explained, in lower case, sorted, once each.

    `explained`: words or phrases of "words to know". What stands in the texts only with a capital
    letter is taken for a name. Nothing for a language without a list.
    """
    known = basic_words(language)
    if not known:
        return ()
    taught = {base for phrase in explained for word in _words(phrase) for base in bases(word)}
    small = {word for text in texts for word in _words(text) if not word[0].isupper()}
    plain = known | taught
    return tuple(sorted(word for word in small if plain.isdisjoint(bases(word))))


def _words(text: str) -> Iterator[str]:
    for found in _WORD.findall(_NOT_WORDS.sub(" ", text)):
        word = found.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        yield from (word,) if word.lower() in basic_words("en") else word.split("-")


def bases(word: str) -> tuple[str, ...]:
    """A word and what it may be a regular form of, by the rules of English spelling."""
    word = word.lower()
    forms = [word]
    if "'" in word:
        forms.append(word.partition("'")[0])
    if word.startswith("un") and len(word) > 4:
        forms += bases(word[2:])
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word.removesuffix(ending)
            forms.append(stem + put)
            # "stopped", "bigger": the last letter was doubled.
            if put == "" and len(stem) > 2 and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return tuple(dict.fromkeys(forms))


_ENDINGS = (
    *(("ies", "y"), ("es", ""), ("s", "")),
    *(("ied", "y"), ("ed", ""), ("d", "")),
    *(("ing", ""), ("ing", "e"), ("ying", "ie")),
    *(("ier", "y"), ("er", ""), ("r", ""), ("iest", "y"), ("est", ""), ("st", "")),
    *(("ily", "y"), ("ly", ""), ("ers", ""), ("rs", ""), ("ness", "")),
)
