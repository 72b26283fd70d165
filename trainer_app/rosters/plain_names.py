"""One plain way to write a name, so that two centres that spell it alike get the same letters.

Unlike a key to compare with, it must come out exactly the same: what only sounds alike differs.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

from trainer_app.rosters import arabic_letters

_APOSTROPHES = re.compile("['’‘`ʼʻʹ´ʾʿ]")
_OTHER = re.compile("[^a-z0-9]")


def plain_name(name: str) -> str:
    """Small Latin letters, words in the order of the alphabet; "" where there is no letter.

    NFKC, casefold, no marks on letters, apostrophes gone, other signs taken for spaces, then
    letters of other scripts as `anyascii` writes them.
    """
    text = unicodedata.normalize("NFKC", name)
    text = _APOSTROPHES.sub("", arabic_letters.without_marks(text)).casefold()
    spread = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in spread if not unicodedata.combining(char))
    words = "".join(map(_letter_or_space, unicodedata.normalize("NFC", bare))).split()
    plain = (_OTHER.sub("", anyascii(word).lower()) for word in words)
    return " ".join(sorted(word for word in plain if word))


def _letter_or_space(char: str) -> str:
    kind = unicodedata.category(char)
    if kind == "Cf":
        return ""
    return char if kind[0] in "LMN" else " "
