"""The first page of all: the language, each in its own script."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import Language, in_language, pgettext
from trainer_app.ui.theme import current
from trainer_app.ui.welcome.big_buttons import LanguageCard
from trainer_app.ui.welcome.stage import Stage
from trainer_app.ui.widgets import Disc, FlowGrid


class LanguagePage(Stage):
    """A card for each language; nobody needs to read another language to find their own.

    Signals: `chosen(str)` with the code of the language.
    """

    chosen = Signal(str)

    def __init__(self, languages: Sequence[Language], value: str) -> None:
        greetings = {language.code: _greeting(language) for language in languages}
        super().__init__(" · ".join(greetings.values()))
        cards: dict[str, LanguageCard] = {}
        for language in languages:
            card = LanguageCard(language.own_name, greetings[language.code])
            card.clicked.connect(lambda _=False, code=language.code: self.chosen.emit(code))
            cards[language.code] = card
        grid = FlowGrid(280, 20, most=3 if len(cards) < 7 else 4)
        grid.add(*cards.values())
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(32))
        column.addWidget(Disc("languages", "primary", 80), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(grid)
        first = cards.get(value) or next(iter(cards.values()))
        self.lay_out(content, first, width=1080)


def _greeting(language: Language) -> str:
    with in_language(language.code):
        return pgettext("greeting on the first page", "Welcome")
