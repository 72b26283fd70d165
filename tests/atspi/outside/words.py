"""The program's own words in one language, from its catalogs: what a reader expects to hear."""

from __future__ import annotations

import gettext
from pathlib import Path


class Words:
    """The catalog of a language; English is what stands in the code."""

    def __init__(self, locales: Path, language: str) -> None:
        self._catalog = gettext.translation(
            "trainer_app", locales, [language], fallback=language == "en"
        )

    def __call__(self, message: str, **holes: str) -> str:
        """A sentence, with its holes filled."""
        return self._catalog.gettext(message).format(**holes)

    def one(self, singular: str, plural: str, **holes: str) -> str:
        """A sentence about one thing of several."""
        return self._catalog.ngettext(singular, plural, 1).format(**holes)

    def of(self, context: str, message: str) -> str:
        """A word that means one thing among several."""
        return self._catalog.pgettext(context, message)
