"""The parts of a lesson in the making, to go from one to the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.authoring.form import shortened
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.mend_list import count_words
from trainer_app.ui.authoring.mending import Mend, place_words, section_names
from trainer_app.ui.authoring.part_button import PartButton
from trainer_app.ui.heading import clear
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Scroller, Text

_SIGNS = {
    "about": "info",
    "card": "sticky-note",
    "words": "message-circle",
    "plan": "clipboard-list",
    "mend": "clipboard-check",
}


class PartsList(QWidget):
    """About, pages, questions, card, words, plan, and what is to mend.

    Signals: `chosen(Place)`, `page_wanted`, `question_wanted`, `gift_wanted`.
    """

    chosen = Signal(object)
    page_wanted = Signal()
    question_wanted = Signal()
    gift_wanted = Signal()

    def __init__(self, picture_of: Callable[[str], Path]) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._scroller = Scroller(inside)
        self._picture_of = picture_of
        self._shape: object = None
        self._mends: Sequence[Mend] | None = None
        self.buttons: dict[Place, PartButton] = {}
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, current().space(6), 0)
        self._column.setSpacing(current().space(3))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(current().space(6))
        self._whole.addWidget(self._scroller, 1)
        # Always in sight: how far the lesson is.
        self._to_mend = self._button(Place("mend"))
        self._whole.addWidget(self._to_mend)

    def show_draft(self, draft: Draft, at: Place, mends: Sequence[Mend] | None) -> None:
        """Show the parts of a draft, which one is open, and where something is to mend."""
        shape = (
            [(page.id, page.picture) for page in draft.pages],
            [each.id for each in draft.questions],
        )
        if shape != self._shape:
            self._shape = shape
            self._build(draft)
        if mends is not None:
            self._mends = mends
        counts = Counter(replace(mend.place, field="") for mend in self._mends or ())
        for place, button in self.buttons.items():
            count = counts[place]
            if place.section == "plan":
                count = sum(n for each, n in counts.items() if each.section == "plan")
            button.set_title(self._title(place, draft), count_words(count) if count else "")
            button.setChecked(place == replace(at, field=""))
        at_button = self.buttons.get(replace(at, field=""))
        if at_button is not None and at_button is not self._to_mend:
            show = self._scroller.ensureWidgetVisible
            QTimer.singleShot(0, at_button, lambda: show(at_button, 0, 24))

    def _title(self, place: Place, draft: Draft) -> str:
        if place.section == "mend" and self._mends is not None:
            found = len(self._mends)
            if not found:
                return _("Nothing to mend")
            words = ngettext("To mend: {count}", "To mend: {count}", found)
            return words.format(count=number(found))
        title = ""
        if place.section == "page":
            title = draft.page(place.id).title
        elif place.section == "question":
            title = draft.question(place.id).words
        return shortened(title, 44) or place_words(place, draft)

    def _build(self, draft: Draft) -> None:
        clear(self._column)
        self.buttons = {}
        names = section_names()
        self._add(Place("about"))
        self._column.addWidget(Text(names["page"], "small", "semibold", colour="muted"))
        for page in draft.pages:
            self._add(Place("page", page.id), self._picture_of(page.picture))
        self._add_way(_("Add a page"), "plus", self.page_wanted.emit)
        self._column.addWidget(Text(names["question"], "small", "semibold", colour="muted"))
        for question in draft.questions:
            self._add(Place("question", question.id))
        self._add_way(_("Add a question"), "plus", self.question_wanted.emit)
        self._add_way(_("Bring in questions"), "download", self.gift_wanted.emit)
        self._column.addWidget(Text(_("Beside"), "small", "semibold", colour="muted"))
        for place in (Place("card"), Place("words"), Place("plan")):
            self._add(place)
        self._column.addStretch(1)
        self.buttons[Place("mend")] = self._to_mend
        put_in_order(self._scroller, self._to_mend)

    def _add(self, place: Place, picture: Path | None = None) -> None:
        self.buttons[place] = self._button(place, picture)
        self._column.addWidget(self.buttons[place])

    def _button(self, place: Place, picture: Path | None = None) -> PartButton:
        sign = _SIGNS.get(place.section, "circle-help")
        button = PartButton("", picture=picture, sign=sign, size="small" if place.id else "body")
        button.clicked.connect(lambda: self._choose(place))
        return button

    def _choose(self, place: Place) -> None:
        # Which one is open is shown once it is.
        self.buttons[place].setChecked(True)
        self.chosen.emit(place)

    def _add_way(self, word: str, sign: str, action: Callable[[], object]) -> None:
        button = Button(word, "quiet", icon=sign, size="small")
        button.clicked.connect(lambda: action())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
