"""The first page of all: the language, each in its own script and its own voice."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.speaking import Utterance
from trainer_app.i18n import Language, _, in_language, pgettext
from trainer_app.ui.read_along import LANGUAGE, PLACE
from trainer_app.ui.theme import current
from trainer_app.ui.tongues import SaysItself
from trainer_app.ui.welcome.big_buttons import LARGE_LETTERS, LanguageCard
from trainer_app.ui.welcome.stage import Stage
from trainer_app.ui.widgets import Button, Disc, FlowGrid


class LanguagePage(Stage):
    """A card for each language; nobody needs to read another language to find their own.

    A language that is among the `voices` says its name when it is pointed at, gets the keyboard,
    or its loudspeaker is pressed. Signals: `chosen(str)` with the code of the language,
    `heard(object)`: an Utterance to say.
    """

    chosen = Signal(str)
    heard = Signal(object)

    def __init__(
        self, languages: Sequence[Language], value: str, voices: Collection[str] = ()
    ) -> None:
        self._greetings = {language.code: _greeting(language) for language in languages}
        super().__init__(" · ".join(self._greetings.values()))
        self.cards = {language.code: self._card(language) for language in languages}
        names: dict[QWidget, Utterance] = {
            card: Utterance(f"{card.accessibleName()}. {self._greetings[code]}", code)
            for code, card in self.cards.items()
            if code in voices
        }
        self._voices = SaysItself(names, self)
        self._voices.heard.connect(self.heard)
        large = current().scale > LARGE_LETTERS
        # In large letters as many beside each other as their names allow, so that all are in sight.
        least, gap = (190, 8) if large else (280, 20)
        grid = FlowGrid(least, gap, most=3 if len(self.cards) < 7 else 4)
        cells = self.cards.items()
        grid.add(*(self._with_voice(card, code, card in names) for code, card in cells))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(32))
        if not large:
            sign = Disc("languages", "primary", 80)
            column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(grid)
        first = self.cards.get(value) or next(iter(self.cards.values()))
        self.lay_out(content, first, width=1240)

    def _card(self, language: Language) -> LanguageCard:
        card = LanguageCard(language.own_name, self._greetings[language.code])
        card.setProperty(LANGUAGE, language.code)
        card.clicked.connect(lambda _=False, code=language.code: self.chosen.emit(code))
        return card

    def _with_voice(self, card: LanguageCard, code: str, has_voice: bool) -> QWidget:
        """The card, and below it what says its name to who does not read."""
        cell = QWidget()
        cell.setProperty("ground", "none")
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(card, 1)
        if has_voice:
            with in_language(code):
                listen = Button(_("Listen"), "quiet", icon="volume-2", size="small")
            listen.setProperty(PLACE, "never")
            listen.setAccessibleDescription(card.accessibleName())
            listen.clicked.connect(lambda: self._voices.say(card))
            column.addWidget(listen, 0, Qt.AlignmentFlag.AlignHCenter)
        return cell


def _greeting(language: Language) -> str:
    with in_language(language.code):
        return pgettext("greeting on the first page", "Welcome")
