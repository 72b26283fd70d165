"""Choosing any language of the world, by its name or its code."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.structure import is_language
from trainer_app.domain.letters import fold
from trainer_app.i18n import _, current, isolate, own_name, own_names
from trainer_app.i18n.ordering import Key, name_key
from trainer_app.i18n.tongues import names_in
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import Button, FlowGrid, SearchField, Text

MOST = 12


class LanguageChoice(QWidget):
    """A field to search in, and the languages found. `left_out` are there already.

    Signals: `chosen(str)` with the code.
    """

    chosen = Signal(str)

    def __init__(self, left_out: Collection[str]) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._left_out = frozenset(left_out)
        self.search = SearchField(_("Name or code of a language"), show_label=True)
        self.search.changed.connect(self._show)
        self.search.entered.connect(self._take_first)
        self._found = FlowGrid(220, 8, most=3)
        self._hint = Text("", "small", colour="muted", tight=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().space(10))
        column.addWidget(self.search)
        column.addWidget(self._found)
        column.addWidget(self._hint)
        column.addStretch(1)
        self._codes: list[str] = []
        self._show()

    def _show(self, _text: str = "") -> None:
        self._codes = [
            code
            for code in languages_like(self.search.value(), current().code)
            if code not in self._left_out
        ][:MOST]
        names = names_in(current().code)
        buttons: list[QWidget] = []
        for code in self._codes:
            native, name = own_name(code), names.get(code, code)
            words = native if native.casefold() == name.casefold() else f"{native} · {name}"
            button = Button(isolate(words), "secondary", size="small")
            button.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
            buttons.append(button)
        self._found.set_tiles(buttons)
        none = _("Nothing found. A code such as ti or pt-BR will do, too.")
        more = _("Write more letters to find other languages.")
        self._hint.set_words(none if not buttons else more if len(buttons) == MOST else "")
        self._hint.setVisible(bool(self._hint.text()))

    def _take_first(self) -> None:
        if self._codes:
            self.chosen.emit(self._codes[0])


def languages_like(text: str, interface: str) -> list[str]:
    """Codes of the languages whose name or code begins so or contains it, the likeliest first.

    Names are those in the interface's language, in English and the language's own. Without a text:
    the languages that people here speak.
    """
    wanted = fold(text)
    if not wanted:
        return [*own_names()]
    there, english = names_in(interface), names_in("en")
    common = own_names()
    found: list[tuple[int, Key, str]] = []
    for code in dict.fromkeys((*common, *there)):
        names = (there.get(code, ""), english.get(code, ""), own_name(code))
        folded = [fold(each) for each in names]
        if wanted == code:
            rank = 0
        elif any(each.startswith(wanted) for each in folded):
            rank = 1 if code in common else 2
        elif any(wanted in each for each in folded):
            rank = 3
        else:
            continue
        found.append((rank, name_key(names[0] or names[2]), code))
    codes = [code for *_, code in sorted(found)]
    typed = text.strip()
    return [typed, *codes] if is_language(typed) and not codes and "-" in typed else codes
