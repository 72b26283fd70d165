"""When typed text counts as the text that was asked for, in each language's own way."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

# Letters that look alike to a reader of the language but come from another one's keyboard.
_ALIKE: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        "fa": str.maketrans({"ي": "ی", "ك": "ک"}),
        "tr": str.maketrans({"I": "ı", "İ": "i"}),
    }
)


def folded(text: str, language: str, exact: bool) -> str:
    """The text as it is compared. Unless `exact`, capitals and quotes' shapes do not count."""
    composed = unicodedata.normalize("NFC", text)
    if exact:
        return composed
    alike = composed.translate(_ALIKE.get(language.partition("-")[0], {}))
    return unicodedata.normalize("NFC", alike.lower().replace("’", "'"))


def rest_of(wanted: str, typed: str, language: str, exact: bool) -> str | None:
    """What is still to be typed of the text that is wanted; None if something typed is wrong."""
    text = unicodedata.normalize("NFC", wanted)
    so_far = folded(typed, language, exact)
    # A capital can be two signs when it is made small, so the text may be up to twice as short.
    near = range(len(so_far) // 2, min(len(text), len(so_far)) + 1)
    for at in reversed(near):
        if folded(text[:at], language, exact) == so_far:
            return text[at:]
    return None


def with_mark(letter: str, mark: str) -> str:
    """The letter that a dead key and a letter make together, the letter alone if there is none."""
    made = unicodedata.normalize("NFC", letter + mark)
    return made if len(made) == 1 else letter


def without_last(text: str) -> str:
    """The text without its last letter; the marks on that letter go with it."""
    end = len(text) - 1
    while end > 0 and unicodedata.combining(text[end]):
        end -= 1
    return text[: max(0, end)]
