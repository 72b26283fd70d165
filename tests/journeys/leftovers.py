"""Finds English that was left on a screen in another language.

A text is a leftover if it is the English of a message that the language says otherwise, or has a
word that only the program's English has: not the language's catalog, nor its lessons, nor the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableView, QWidget

from trainer_app import places
from trainer_app.domain.lessons import SOURCE_LANGUAGE
from trainer_app.i18n.catalogs import DOMAIN

from .hand import plain, words_on
from .known import licences, words_of_all, words_of_sets
from .pseudo import words_of
from .sight import Sight, holder

# What is English in the lessons of every language: notes, names of fields, marks, files.
_MARKS = re.compile(
    r"^(?:by|review|translated_from): .*$|^[a-z][\w.-]*:|\{#[^}]*\}|\([\w.-]+\)|\[![A-Z]+\]", re.M
)
_FILE = re.compile(r"[\w-]+\.[a-z]{2,}\b")
_MORE_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class English:
    """The program's English against the words of another language, which `code` names."""

    def __init__(self, code: str) -> None:
        self.code = code
        pairs = list(_pairs(code))
        own = [said for _english, said in pairs]
        self._said = frozenset(map(plain, own))
        self._left = {plain(english) for english, said in pairs if english != said} - self._said
        lessons = {each: list(_lessons(each)) for each in (code, SOURCE_LANGUAGE)}
        english = words_of([*(one for one, _said in pairs), *lessons[SOURCE_LANGUAGE]])
        self._only_english = english - (
            words_of([*own, *lessons[code], *words_of_sets(code)]) | words_of_all(code)
        )
        self._licences = [plain(one) for one in licences()]

    def left(self, texts: Iterable[str], data: frozenset[str]) -> list[str]:
        """The texts that are English; `data` are words that nobody translates."""
        return [one for one in texts if self._is_left(one, data)]

    def _is_left(self, text: str, data: frozenset[str]) -> bool:
        words = words_of([_FILE.sub(" ", text)])
        if words <= data or not (text in self._left or words & self._only_english - data):
            return False
        return not any(text in one for one in self._licences)


def leftovers(sight: Sight, english: English, data: Callable[[], frozenset[str]]) -> Iterator[str]:
    """One sentence for each text of a screen that was left in English.

    `data` gives the words that nobody translates; it is asked only where something is suspected.
    """
    suspects = [
        (widget, text)
        for widget in [sight.window, *sight.widgets]
        for text in english.left(dict.fromkeys(map(plain, _texts(widget))), frozenset())
        if _language(widget) in ("", english.code)
    ]
    excused = data() if suspects else frozenset()
    for widget, text in suspects:
        if english.left([text], excused):
            yield f"english: {text[:80]!r} in {holder(widget)}"


def _texts(widget: QWidget) -> Iterator[str]:
    """All that a widget says, also to those who hear it or wait over it."""
    yield from words_on(widget)
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTableView):
        model = widget.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                yield from (str(index.data(role) or "") for role in _MORE_ROLES)


def _language(widget: QWidget) -> str:
    """The language that a part of the screen says that it is in, if that is another one."""
    one: QWidget | None = widget
    while one is not None:
        if said := one.property("language"):
            return str(said)
        one = one.parentWidget()
    return ""


@cache
def _pairs(code: str) -> tuple[tuple[str, str], ...]:
    """What the catalog of a language says, with its English; each form of a plural is one."""
    folder = places.locales() / code / "LC_MESSAGES"
    source = folder / f"{DOMAIN}.po"
    reads, file = (read_po, source) if source.is_file() else (read_mo, source.with_suffix(".mo"))
    with file.open("rb") as opened:
        catalog = reads(opened)
    found: list[tuple[str, str]] = []
    for message in catalog:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        found += ((english, form) for english in ids for form in said)
    return tuple(found)


def _lessons(code: str) -> Iterator[str]:
    """Every file of the lessons that is in a language."""
    for depth in ("*", "*/*"):
        for file in places.lessons().glob(f"{depth}/{code}/*"):
            if file.suffix in (".md", ".toml"):
                yield _MARKS.sub(" ", file.read_text(encoding="utf-8"))
