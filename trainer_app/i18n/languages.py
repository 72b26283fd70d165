"""The languages that the program speaks, read from `locales/languages.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeGuard, get_args

from trainer_app import places
from trainer_app.i18n.tongues import native_name

FILE = "languages.toml"
State = Literal["making", "draft", "reviewed"]

# Names of languages that people speak, each in its own script: the register knows more languages
# than the program speaks.
_MORE_NAMES = {
    "en": "English", "nl": "Nederlands", "fr": "Français", "es": "Español", "ar": "العربية",
    "fa": "فارسی", "tr": "Türkçe", "uk": "Українська", "pt": "Português", "so": "Soomaali",
    "ti": "ትግርኛ", "am": "አማርኛ", "ps": "پښتو", "prs": "دری", "ku": "Kurdî", "ckb": "کوردی",
    "ru": "Русский", "pl": "Polski", "ro": "Română", "bg": "Български", "zh": "中文",
    "vi": "Tiếng Việt", "wo": "Wolof", "ff": "Pulaar", "mnk": "Mandinka", "ur": "اردو",
    "bn": "বাংলা", "hi": "हिन्दी", "ta": "தமிழ்", "th": "ไทย", "de": "Deutsch", "it": "Italiano",
    "sq": "Shqip", "sr": "Srpski", "hu": "Magyar", "el": "Ελληνικά", "he": "עברית",
    "om": "Afaan Oromoo", "sw": "Kiswahili", "id": "Bahasa Indonesia",
}  # fmt: skip

_folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """A language to choose. `own_name` is in its own script, `plurals` the rule of its catalog."""

    code: str
    own_name: str
    right_to_left: bool = False
    plurals: str = ""
    state: State = "draft"
    digits: Literal["", "persian"] = ""
    calendar: Literal["", "solar"] = ""


def find_languages_in(folder: Path | None) -> None:
    """Say where `languages.toml` lies; a folder without one, or None, means the program's own."""
    global _folder
    _folder = folder if folder is not None and (folder / FILE).is_file() else None
    _all.cache_clear()


def read_languages(file: Path) -> tuple[Language, ...]:
    """The languages of a registry in their order; KeyError or ValueError where it is broken."""
    with file.open("rb") as source:
        return tuple(map(_language, tomllib.load(source)["language"]))


def languages() -> tuple[Language, ...]:
    """Every language that people are offered, in the order of the registry."""
    return tuple(one for one in _all().values() if one.state != "making")


def speaks(code: str | None) -> TypeGuard[str]:
    """Whether people are offered a language; None and "" are none."""
    found = _all().get(code or "")
    return found is not None and found.state != "making"


def language(code: str) -> Language:
    """A language that people are offered; raises KeyError for any other."""
    if not speaks(code):
        raise KeyError(code)
    return _all()[code]


def own_name(code: str) -> str:
    """A language's name in its own script, or its code where nobody knows better."""
    found = _all().get(code)
    known = found.own_name if found is not None else _MORE_NAMES.get(code)
    return known or native_name(code) or code


def own_names() -> dict[str, str]:
    """What the languages call themselves that people here speak, by code, the program's first."""
    return {code: one.own_name for code, one in _all().items()} | {
        code: name for code, name in _MORE_NAMES.items() if code not in _all()
    }


@cache
def _all() -> dict[str, Language]:
    known = read_languages((_folder or places.locales()) / FILE)
    return {one.code: one for one in known}


def _language(entry: dict[str, Any]) -> Language:
    found = Language(
        code=entry["code"],
        own_name=entry["name"],
        right_to_left={"ltr": False, "rtl": True}[entry["direction"]],
        plurals=entry["plurals"],
        state=entry["state"],
        digits=entry.get("digits", ""),
        calendar=entry.get("calendar", ""),
    )
    if (
        found.state not in get_args(State)
        or found.digits not in ("", "persian")
        or found.calendar not in ("", "solar")
    ):
        raise ValueError(found.code)
    return found
