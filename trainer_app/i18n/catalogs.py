"""Catalogs of words, one per language, loaded when first used."""

from __future__ import annotations

import gettext as gnu
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.i18n.figures import Persian
from trainer_app.i18n.languages import Language, find_languages_in, language

DOMAIN = "trainer_app"
_FOLDER = "LC_MESSAGES"


# Workers speak what was chosen too; only "for a while" is a thread's own matter.
_chosen = SOURCE_LANGUAGE
_for_a_while: ContextVar[str | None] = ContextVar("language", default=None)
_folder: Path | None = None


def find_catalogs_in(folder: Path) -> None:
    """Say where the catalogs lie, and which languages there are; `app` does so once."""
    global _folder
    _folder = folder
    find_languages_in(folder)
    _catalog.cache_clear()


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
    return _shown(_catalog(_code()).gettext(message))


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "translate later")
    """Mark a message for the catalogs; it is translated where it is shown."""
    return message


def ngettext(one: str, many: str, number: int) -> str:
    """The message in the plural form that the language asks for this number."""
    return _shown(_catalog(_code()).ngettext(one, many, number))


def pgettext(context: str, message: str) -> str:
    """A message that means different things in different places."""
    return _shown(_catalog(_code()).pgettext(context, message))


def _shown(words: str) -> str:
    return Persian(words) if _code() != SOURCE_LANGUAGE and current().digits else words


@cache
def _catalog(code: str) -> gnu.NullTranslations:
    if code == SOURCE_LANGUAGE or _folder is None:
        return gnu.NullTranslations()
    with (_folder / code / _FOLDER / f"{DOMAIN}.mo").open("rb") as file:
        return gnu.GNUTranslations(file)
