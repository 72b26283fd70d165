"""What the keys of the on-screen keyboard are called, for those who hear them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.i18n import N_, _

JOINER = "\u200c"
"""The sign of Persian words that is typed and not seen."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "!": N_("exclamation mark"), '"': N_("double quote"), "#": N_("hash"),
        "$": N_("dollar"), "%": N_("percent"), "&": N_("and sign"), "'": N_("single quote"),
        "(": N_("bracket opens"), ")": N_("bracket closes"), "*": N_("star"), "+": N_("plus"),
        ",": N_("comma"), "-": N_("hyphen"), ".": N_("full stop"), "/": N_("slash"),
        ":": N_("colon"), ";": N_("semicolon"), "<": N_("less than"), "=": N_("equals"),
        ">": N_("greater than"), "?": N_("question mark"), "@": N_("at sign"),
        "[": N_("square bracket opens"), "\\": N_("backslash"), "]": N_("square bracket closes"),
        "^": N_("roof accent"), "_": N_("underscore"), "`": N_("grave accent"),
        "{": N_("curly bracket opens"), "|": N_("upright bar"), "}": N_("curly bracket closes"),
        "~": N_("tilde"), "´": N_("acute accent"), "¨": N_("two dots above"), "°": N_("degree"),
        "¡": N_("exclamation mark, upside down"), "¿": N_("question mark, upside down"),
        "£": N_("pound"), "€": N_("euro"), "¥": N_("yen"), "¤": N_("currency"),
        "§": N_("section"), "©": N_("copyright"), "®": N_("registered"), "¶": N_("paragraph"),
        "«": N_("quote opens"), "»": N_("quote closes"), "·": N_("middle dot"),
        "‘": N_("single quote opens"), "’": N_("apostrophe"), "•": N_("bullet"),
        "¬": N_("not sign"), "¼": N_("one quarter"), "½": N_("one half"),
        "¾": N_("three quarters"), "×": N_("times"), "÷": N_("divided by"), "—": N_("dash"),
        "−": N_("minus"), "№": N_("number sign"), "₴": N_("hryvnia"), "₺": N_("lira"),
        "﷼": N_("rial"), "،": N_("comma"), "؛": N_("semicolon"), "؟": N_("question mark"),
        "٪": N_("percent"), "٫": N_("decimal comma"), "٬": N_("thousands comma"),
        "ـ": N_("long line within a word"), "َ": N_("fatha"), "ُ": N_("damma"), "ِ": N_("kasra"),
        "ً": N_("fathatan"), "ٌ": N_("dammatan"), "ٍ": N_("kasratan"), "ّ": N_("shadda"),
        "ْ": N_("sukun"), "ٓ": N_("madda above"), "ٔ": N_("hamza above"), "ٰ": N_("small alif"),
        JOINER: N_("half space"),
    }
)  # fmt: skip


def key_name(sign: str, *, dead: bool = False) -> str:
    """What a key is called; a letter is its own name. `dead`: it waits for a letter."""
    name = _(_NAMES[sign]) if sign in _NAMES else sign
    if sign.isupper() and len(sign) == 1:
        name = _("capital {letter}").format(letter=sign)
    return _("{sign}, then a letter").format(sign=name) if dead else name


def key_face(sign: str) -> str:
    """What stands on a key: a mark that sits on letters is shown on a long line."""
    return f"ـ{sign}" if is_mark(sign) else sign


def is_mark(sign: str) -> bool:
    """Whether it sits on the letter before it."""
    return bool(sign) and unicodedata.combining(sign[0]) > 0
