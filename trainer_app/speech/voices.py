"""Which languages have a voice, and which of its variants says the words of whom."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from types import MappingProxyType

from trainer_app.domain.speaking import Pitch, Speed

# The name of a language, and the one that espeak-ng has for it and for its dictionary.
_NAMES = MappingProxyType(
    {one: one for one in ("en", "nl", "ar", "fr", "es", "fa", "tr", "uk", "am", "ti", "pt", "om")}
    | {"zh": "cmn"}
)
_HIGH = ("f1", "f2", "f3", "f4", "f5")
_LOW = ("m1", "m2", "m3", "m4", "m6", "m7", "m8")
_PITCHES = (42, 46, 50, 54, 58)
_RATES: MappingProxyType[Speed, int] = MappingProxyType({"slow": 110, "normal": 145, "fast": 185})
_STANDARD_PITCH = 50


def library() -> Path:
    """Where espeak-ng lies. ImportError on a system for which there is none."""
    import espeakng_loader

    return Path(espeakng_loader.get_library_path())


def data() -> Path:
    """Where its dictionaries and sounds lie. ImportError on a system for which there is none."""
    return library().parent / "espeak-ng-data"


@cache
def voices() -> frozenset[str]:
    """The languages that can be said here; nothing is loaded to find out."""
    try:
        there = data() if library().is_file() else None
    except ImportError:
        return frozenset()
    if there is None:
        return frozenset()
    return frozenset(one for one, name in _NAMES.items() if (there / f"{name}_dict").is_file())


def is_used(file: Path) -> bool:
    """Whether a file of `data()` is read here: dictionaries of other languages are not."""
    return not file.name.endswith("_dict") or file.name.removesuffix("_dict") in _NAMES.values()


def voice_name(language: str, voice: str, pitch: Pitch = "") -> tuple[str, int]:
    """The variant's name in espeak-ng and its pitch (0 to 100) for a person's id.

    The program itself ("") has the plain voice. KeyError for a language without a voice.
    """
    name = _NAMES[language]
    if not voice:
        return name, _STANDARD_PITCH
    number = int.from_bytes(hashlib.sha256(voice.encode()).digest()[:8], "big")
    variants = {"high": _HIGH, "low": _LOW}.get(pitch, _HIGH + _LOW)
    number, place = divmod(number, len(variants))
    return f"{name}+{variants[place]}", _PITCHES[number % len(_PITCHES)]


def words_a_minute(speed: Speed) -> int:
    """How fast is said, in espeak-ng's words a minute; its own 175 is fast for who learns."""
    return _RATES[speed]
