"""From bytes to text: which of the usual encodings a file was saved in, told by what it holds."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from trainer_app.rosters.refusal import Reason, RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEAST_NULLS = 0.02
"""Even Arabic in UTF-16 has separators and line ends, one byte of which is zero."""

_MOST_CONTROLS = 0.01
"""A stray control character stays where it is; a picture or a program is full of them."""

_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_HIGH_ONLY = re.compile(rb"[\x80-\xff]{2,}")
_TURKISH_AS_WESTERN = re.compile("[ðþýÐÞÝ]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


def decode(content: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding. Raises RefusedError."""
    encoding = _marked(content) or _utf16_without_mark(content)
    if encoding is None:
        encoding = "utf-8" if _is(content, "utf-8") else _eight_bits(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise RefusedError(Reason.ENCODING) from None
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise RefusedError(Reason.NOT_A_TABLE)
    return text.removesuffix("\x1a"), encoding


def _marked(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def _is(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_without_mark(content: bytes) -> str | None:
    """Little or big endian, by where the zero bytes of plain characters stand."""
    even, odd = content[0::2].count(0), content[1::2].count(0)
    if len(content) % 2 or max(even, odd) < _LEAST_NULLS * len(content) or not even + odd:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if _is(content, encoding) else None


def _eight_bits(content: bytes) -> str:
    """Windows-1252, 1254, 1256 or 1251.

    Western accents stand between plain letters; Arabic and Cyrillic words have no plain letter at
    all. Read in the wrong one of those two, scripts mix within words.
    """
    if content.count(0) > _MOST_CONTROLS * len(content):
        raise RefusedError(Reason.NOT_A_TABLE)
    if _is_damaged_utf8(content):
        raise RefusedError(Reason.ENCODING)
    words = _WORD.findall(content)
    foreign = [word for word in words if _HIGH_ONLY.fullmatch(word)]
    accented = [word for word in words if not word.isascii() and not _HIGH_ONLY.fullmatch(word)]
    if len(foreign) > len(accented):
        for encoding, script in (("cp1256", "ARABIC"), ("cp1251", "CYRILLIC")):
            if _in_one_script(foreign, encoding, script):
                return encoding
        raise RefusedError(Reason.ENCODING)
    # The byte of the Persian letters چ and ژ and گ means nothing or a bare letter to Western text.
    if not _is(content, "cp1252"):
        if _is(content, "cp1256") and foreign:
            return "cp1256"
        raise RefusedError(Reason.ENCODING)
    if _TURKISH_AS_WESTERN.search(content.decode("cp1252")) and _is(content, "cp1254"):
        return "cp1254"
    return "cp1252"


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether some bytes are wrong in what is UTF-8 otherwise; any other reading is gibberish."""
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return sum(not char.isascii() for char in text) - wrong > wrong


def _in_one_script(words: list[bytes], encoding: str, script: str) -> bool:
    letters = [char for char in _letters(words, encoding) if char.isalpha()]
    if not letters:
        return False
    fitting = sum(script in unicodedata.name(char, "") for char in letters)
    return fitting >= 0.95 * len(letters)


def _letters(words: list[bytes], encoding: str) -> Iterator[str]:
    for word in words:
        yield from word.decode(encoding, "replace")
