"""The words that Qt brings itself: menus of fields, OK and Cancel, the choice of files."""

from __future__ import annotations

import tomllib

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from trainer_app import places
from trainer_app.domain.lessons import SOURCE_LANGUAGE

FILE = "qt.toml"
_spoken: dict[str, QtWords] = {}
"""The one translator that is installed, by language; empty in English."""


class QtWords(QTranslator):
    """Qt's words in one language; what its own translations lack stands in `locales/qt.toml`."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self.known = self.load(f"qtbase_{language.replace('-', '_')}", folder)
        with (places.locales() / FILE).open("rb") as file:
            ours = tomllib.load(file)
        self._ours = {text: said[language] for text, said in ours.items() if language in said}

    def isEmpty(self) -> bool:  # noqa: N802  (Qt asks for it)
        return not self.known and not self._ours

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        ours = self._ours.get(text)
        said = ours or super().translate(context, text, disambiguation, n)
        if not said and "&" in text:
            # The letter to press with Alt came to a label after it had been translated.
            said = super().translate(context, text.replace("&", ""), disambiguation, n)
        return said or None


def speak(language: str) -> bool:
    """Let Qt speak a language from now on; False where it has only English for it."""
    app = QCoreApplication.instance()
    if app is None:
        return False
    if language not in _spoken:
        for other in _spoken.values():
            app.removeTranslator(other)
        _spoken.clear()
        if language != SOURCE_LANGUAGE:
            _spoken[language] = QtWords(language, app)
            app.installTranslator(_spoken[language])
    return language == SOURCE_LANGUAGE or _spoken[language].known
