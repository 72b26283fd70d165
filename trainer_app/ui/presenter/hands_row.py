"""Counting hands: a tap for each under its answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.blocks import plain
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import clear, is_roomy
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, IconButton, Text


class HandsRow(QWidget):
    """The answers of the question in sight, each with its number of people, one more, one less.

    `show_words` adds the words of the answers. Signals: none; it tells the presentation.
    """

    def __init__(self, presentation: Presentation, *, show_words: bool = True) -> None:
        super().__init__()
        self._presentation, self._show_words = presentation, show_words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(6))
        self._question = ""
        self._figures: list[Text] = []
        self._laptops = Text("", "small", colour="muted", tight=True)

    def refresh(self) -> None:
        """Show the answers and figures as they are; nothing where there is no question."""
        one = self._presentation
        slide = one.state.slide
        wanted = slide.key if slide.kind == "answers" else ""
        if wanted != self._question:
            self._question = wanted
            self._rebuild()
        counts = one.counts() or {}
        for answer, figure in zip(slide.answers, self._figures, strict=False):
            figure.set_words(number(counts.get(answer.id, 0)))
        self._laptops.setVisible(one.votes_at_laptops)
        answered = one.answered
        words = ngettext("{count} laptop has answered", "{count} laptops have answered", answered)
        self._laptops.set_words(words.format(count=number(answered)))

    def _rebuild(self) -> None:
        self._column.removeWidget(self._laptops)
        clear(self._column)
        self._figures = []
        answers = self._presentation.state.slide.answers if self._question else ()
        across = QHBoxLayout()
        across.setSpacing(current().space(16))
        for place, answer in enumerate(answers, start=1):
            row = self._row(place, plain(answer.line))
            if self._show_words:
                self._column.addLayout(row)
            else:
                across.addLayout(row)
        if not self._show_words:
            self._column.addLayout(across)
        self._column.addWidget(self._laptops)

    def _row(self, place: int, words: str) -> QHBoxLayout:
        one = self._presentation
        row = QHBoxLayout()
        row.setSpacing(current().space(6))
        lead = _("{number}. {title}").format(number=number(place), title=words)
        shown = lead if self._show_words else number(place)
        row.addWidget(Text(shown, "body", "semibold", tight=True), 1 if self._show_words else 0)
        less = IconButton("minus", _("One hand less: {answer}").format(answer=words),
                          show_word=False)  # fmt: skip
        less.clicked.connect(partial(one.do, f"lower:{place}"))
        figure = Text("", "large", "bold", align="center", tight=True)
        figure.setMinimumWidth(current().px(34))
        name = _("One hand more: {answer}").format(answer=words)
        more = (
            Button(_("Hand"), icon="plus")
            if is_roomy() or self._show_words
            else IconButton("plus", name, show_word=False)
        )
        more.setAccessibleName(name)
        more.clicked.connect(partial(one.do, f"hand:{place}"))
        self._figures.append(figure)
        for part in (less, figure, more):
            row.addWidget(part)
        return row
