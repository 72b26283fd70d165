"""Folds letters that people type for one another, so that a name is found however it is typed."""

from __future__ import annotations

import unicodedata

_SAME = {
    # Keyboards differ, names do not: Arabic, Persian, Urdu and Kurdish ways of one letter.
    "ي": "ی", "ى": "ی", "ې": "ی", "ك": "ک", "ڪ": "ک", "ٱ": "ا", "ة": "ه", "ۀ": "ه", "ہ": "ه",
    "ھ": "ه", "ە": "ه", "ۃ": "ه", "ء": "", "ـ": "",
    "ı": "i", "ґ": "г",
    # Letters of Latin that are more than a letter with a mark.
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "æ": "ae", "œ": "oe",
    "þ": "th", "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɲ": "n",
    # Apostrophes, and what stands for one.
    **dict.fromkeys("'’‘‛`´ʼʻʹʽʾʿ′＇", ""),
}  # fmt: skip
_TABLE = str.maketrans(_SAME)
_PLAIN_LETTERS = str.maketrans(
    {
        sign: "" if _SAME.get(sign) == "" else sign.lower() if sign.isalnum() else " "
        for sign in map(chr, range(128))
    }
)


def fold(text: str) -> str:
    """Text without case, accents, apostrophes, punctuation and double spaces, to look it up by.

    Ways of one letter fall together (ی ي ى, ه ة, ا أ إ آ, i ı İ, г ґ) and figures of every script
    are 0–9. It is alike in every language: a room's names come from all of them.
    """
    if text.isascii():
        return " ".join(text.translate(_PLAIN_LETTERS).split())
    # Before they come apart: an acute accent on its own would leave a space behind.
    parted = unicodedata.normalize("NFKD", text.translate(_TABLE)).casefold()
    parted = unicodedata.normalize("NFKD", parted).translate(_TABLE)
    return " ".join("".join(map(_plain, parted)).split())


def _plain(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in ("Mn", "Cf"):
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    return sign if sign.isalnum() else " "


def begins(name: str, typed: str) -> bool:
    """Whether every word typed begins a word of a name, or all typed together goes on in it.

    "jan wi", "janwi" and "wi" all find Jan-Willem; nothing typed finds everybody.
    """
    words, parts = fold(typed).split(), fold(name).split()
    if all(any(part.startswith(word) for part in parts) for word in words):
        return True
    run = "".join(words)
    return any("".join(parts[first:]).startswith(run) for first in range(len(parts)))


def holds(text: str, typed: str) -> bool:
    """Whether what was typed stands somewhere in a text, across the ends of words too."""
    wanted, there = fold(typed), fold(text)
    return wanted in there or wanted.replace(" ", "") in there.replace(" ", "")
