"""Catalogs of words, one per language, loaded when first used."""

from __future__ import annotations

import gettext as gnu
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trainer_app.i18n.tongues import native_name

DOMAIN = "trainer_app"
_FOLDER = "LC_MESSAGES"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the whole program speaks. `own_name` is in its own script."""

    code: str
    own_name: str
    right_to_left: bool = False


LANGUAGES: tuple[Language, ...] = (
    Language("en", "English"),
    Language("nl", "Nederlands"),
    Language("fr", "Français"),
    Language("es", "Español"),
    Language("ar", "العربية", right_to_left=True),
    Language("fa", "فارسی", right_to_left=True),
    Language("tr", "Türkçe"),
    Language("uk", "Українська"),
)

# Names of languages that people speak, each in its own script: the register knows more languages
# than the program speaks.
OWN_NAMES = {
    "en": "English", "nl": "Nederlands", "fr": "Français", "es": "Español", "ar": "العربية",
    "fa": "فارسی", "tr": "Türkçe", "uk": "Українська", "pt": "Português", "so": "Soomaali",
    "ti": "ትግርኛ", "am": "አማርኛ", "ps": "پښتو", "prs": "دری", "ku": "Kurdî", "ckb": "کوردی",
    "ru": "Русский", "pl": "Polski", "ro": "Română", "bg": "Български", "zh": "中文",
    "vi": "Tiếng Việt", "wo": "Wolof", "ff": "Pulaar", "mnk": "Mandinka", "ur": "اردو",
    "bn": "বাংলা", "hi": "हिन्दी", "ta": "தமிழ்", "th": "ไทย", "de": "Deutsch", "it": "Italiano",
    "sq": "Shqip", "sr": "Srpski", "hu": "Magyar", "el": "Ελληνικά", "he": "עברית",
    "om": "Afaan Oromoo", "sw": "Kiswahili", "id": "Bahasa Indonesia",
}  # fmt: skip

# Workers speak what was chosen too; only "for a while" is a thread's own matter.
_chosen = "en"
_for_a_while: ContextVar[str | None] = ContextVar("language", default=None)
_folder: Path | None = None


def find_catalogs_in(folder: Path) -> None:
    """Say where the catalogs lie; `app` does so once."""
    global _folder
    _folder = folder
    _catalog.cache_clear()


def language(code: str) -> Language:
    """One of LANGUAGES; raises KeyError for a language that the program does not speak."""
    return {known.code: known for known in LANGUAGES}[code]


def own_name(code: str) -> str:
    """A language's name in its own script, or its code where nobody knows better."""
    return OWN_NAMES.get(code) or native_name(code) or code


def current() -> Language:
    """The language in use."""
    return language(_code())


def use(code: str) -> None:
    """Speak another language from now on, in every thread."""
    global _chosen
    _chosen = language(code).code


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Speak another language for a while, for a file or a print in the reader's language."""
    token = _for_a_while.set(language(code).code)
    try:
        yield
    finally:
        _for_a_while.reset(token)


def _code() -> str:
    return _for_a_while.get() or _chosen


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalog(_code()).gettext(message)


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "translate later")
    """Mark a message for the catalogs; it is translated where it is shown."""
    return message


def ngettext(one: str, many: str, number: int) -> str:
    """The message in the plural form that the language asks for this number."""
    return _catalog(_code()).ngettext(one, many, number)


def pgettext(context: str, message: str) -> str:
    """A message that means different things in different places."""
    return _catalog(_code()).pgettext(context, message)


@cache
def _catalog(code: str) -> gnu.NullTranslations:
    if code == "en" or _folder is None:
        return gnu.NullTranslations()
    with (_folder / code / _FOLDER / f"{DOMAIN}.mo").open("rb") as file:
        return gnu.GNUTranslations(file)
