"""What learners said of an evening: counts and bars, never a name, never too few."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer_app.domain.feelings import FACES, FEWEST_SHOWN, QUESTIONS, Answers, Question
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.feeling_words import face_words, question_words
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Notice, ProgressBar, Smile, Text


class FeelingsCard(Card):
    """Asks learners, and shows what they said. Signals: `asked(bool)`: ask, or ask no more."""

    asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__(pad=16)
        self.add(Text(_("What learners say"), "large", "bold"))
        self._hint = Text(_hint(running=False), "body", colour="muted", tight=True)
        self.add(self._hint)
        self._asking = False
        self.button = Button("", icon="smile")
        self.button.clicked.connect(lambda: self.asked.emit(not self._asking))
        self._row = flow(self.button)
        self.add(self._row)
        self._room = QVBoxLayout()
        self._room.setSpacing(current().space(12))
        self.add(self._room)

    def show_answers(
        self, answers: Mapping[Question, Answers], *, asking: bool, running: bool
    ) -> None:
        """Show how it stands: whether learners are asked, whether the session still runs."""
        self._asking = asking
        words = _("Ask no more, show the answers") if asking else _("Ask everyone now")
        if self.button.accessibleName() != words:
            self.button.set_word(words, "chart-column" if asking else "smile")
        self._row.setVisible(running)
        self._hint.set_words(_hint(running=running))
        clear(self._room)
        if asking:
            self._room.addWidget(Notice(_asking_words(answers), "plain", icon="info"))
            return
        for question in QUESTIONS:
            self._room.addWidget(_results(question, answers[question]))


def _hint(*, running: bool) -> str:
    words = _("Two questions, three faces, no names.")
    if not running:
        return words
    later = _("Each laptop also asks by itself when somebody leaves late, and when you end.")
    return f"{words} {later}"


def _asking_words(answers: Mapping[Question, Answers]) -> str:
    count = max(one.count for one in answers.values())
    words = ngettext(
        "All laptops are asking. {count} person has answered.",
        "All laptops are asking. {count} people have answered.",
        count,
    )
    return words.format(count=number(count))


def _results(question: Question, answers: Answers) -> QWidget:
    whole = QWidget()
    whole.setProperty("ground", "none")
    rows = QGridLayout(whole)
    theme = current()
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setHorizontalSpacing(theme.space(10))
    rows.setVerticalSpacing(theme.space(6))
    rows.setColumnStretch(2, 1)
    rows.addWidget(Text(question_words(question), "body", "semibold", tight=True), 0, 0, 1, 4)
    if not answers.faces:
        rows.addWidget(
            Text(_too_few(answers.count), "body", colour="muted", tight=True), 1, 0, 1, 4
        )
        return whole
    for at, face in enumerate(reversed(FACES), 1):
        words, count = face_words(question, face), answers.faces[face]
        said = _("{words}: {count} of {all}").format(
            words=words, count=number(count), all=number(answers.count)
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        rows.addWidget(Smile(face, 30), at, 0, middle)
        rows.addWidget(Text(words, "body", tight=True), at, 1, middle)
        rows.addWidget(ProgressBar(count, answers.count, said, high=12), at, 2, middle)
        rows.addWidget(Text(number(count), "body", "semibold", align="end"), at, 3, middle)
    return whole


def _too_few(count: int) -> str:
    if not count:
        return _("Nobody has answered.")
    return _(
        "Answers are shown from {least} on, so that nobody can guess whose they are. Now: {count}."
    ).format(least=number(FEWEST_SHOWN), count=number(count))
