"""The order of names in the reader's language, the same on every system.

Qt's own order comes from whatever the system brings (ICU, Windows, macOS), and services have no Qt.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

from trainer_app.domain.letters import fold
from trainer_app.i18n.catalogs import current
from trainer_app.i18n.tongues import script_code

Key = tuple[tuple[tuple[int, int], ...], str, str]

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьъыэюя"
_ARABIC = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی"
# Letters of their own where other languages see a mark on another letter, or have another order.
_OTHER_ALPHABETS = {
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
}
_SCRIPTS = {"Latn": 0, "Cyrl": 1, "Arab": 2}
_SPACE, _FIGURES, _FIRST_SCRIPT, _OTHERS = 0, 1, 2, 9


def name_key(text: str, code: str = "") -> Key:
    """What `sorted` takes for names: as dictionaries of a language (the one in use) order them.

    Letters first, then marks, then capitals; figures count as numbers; the reader's own script
    stands before others.
    """
    code = code or current().code
    small = unicodedata.normalize("NFC", _lowered(text, code))
    letters: list[tuple[int, int]] = []
    for figures, run in groupby(small, key=str.isdecimal):
        if figures:
            letters.append((_FIGURES, int("".join(run))))
        else:
            for letter in run:
                letters += _ranks(letter, code)
    return tuple(letters), small, text


def _lowered(text: str, code: str) -> str:
    if code in ("tr", "az"):
        text = text.replace("I", "ı").replace("İ", "i")
    return text.casefold()


@cache
def _ranks(letter: str, code: str) -> tuple[tuple[int, int], ...]:
    """The places of one letter, which may come apart into several (æ) or into none (a mark)."""
    places = _places(code)
    if letter in places:
        return (places[letter],)
    if fold(f"a{letter}a") == "a a":
        return ((_SPACE, 0),)  # a space, a hyphen
    return tuple(places.get(one, (_OTHERS, ord(one))) for one in fold(letter) if one != " ")


@cache
def _places(code: str) -> dict[str, tuple[int, int]]:
    alphabets = {"Latn": _LATIN, "Cyrl": _CYRILLIC, "Arab": _ARABIC}
    own = script_code(code)
    if code in _OTHER_ALPHABETS:
        alphabets[own] = _OTHER_ALPHABETS[code]
    return {
        letter: (_FIRST_SCRIPT if script == own else _FIRST_SCRIPT + 1 + _SCRIPTS[script], place)
        for script, alphabet in alphabets.items()
        for place, letter in enumerate(alphabet)
    }
