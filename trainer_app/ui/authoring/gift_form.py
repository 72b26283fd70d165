"""Questions brought in from another program, and given to one: as GIFT, a plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _, in_language, isolate, ngettext, speaks
from trainer_app.i18n.formats import number
from trainer_app.services.drafting import Drafting
from trainer_app.ui.authoring.form import section_title
from trainer_app.ui.heading import clear, column, flow
from trainer_app.ui.widgets import Button, Card, Notice, Text, TextField

if TYPE_CHECKING:
    from trainer_app.content.gift import GiftProblem


class GiftForm(QWidget):
    """A text to paste into, and what can be taken from it.

    Signals: `taken(tuple)` of QuestionDraft; `file_wanted`; `save_wanted`: the lesson's questions
    as a file.
    """

    taken = Signal(object)
    file_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, drafting: Drafting, language: str) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._drafting = drafting
        self._truth = _truth(language)
        self.text = TextField(
            _("Questions as GIFT text"),
            lines=9,
            help_words=_("Copy them from Moodle or a text file, and put them here."),
            hint="::…:: … {=… ~…}",
        )
        self.text.changed.connect(lambda _text: self._look())
        opening = Button(_("Open a file…"), icon="folder-open", size="small")
        opening.clicked.connect(self.file_wanted)
        saving = Button(_("Save this lesson’s questions as GIFT…"), icon="save", size="small")
        saving.clicked.connect(self.save_wanted)
        self.take = Button(_("Add to the quiz"), "primary", icon="plus")
        self.take.clicked.connect(self._take)
        self._said = column(gap=8)
        whole = column(
            section_title(
                _("Bring in questions"),
                _("Other programs write questions as GIFT. Pictures do not come along."),
            ),
            self.text,
            flow(opening, saving),
            self._said,
            flow(self.take),
            gap=14,
        )
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(whole)
        room.addStretch(1)
        self._look()

    def show_text(self, text: str) -> None:
        """Put in the text of a file."""
        self.text.set_value(text)

    def show_field(self, _name: str) -> None:
        """Give the keyboard to the text."""
        self.text.setFocus()

    def _look(self) -> None:
        """Say what can be taken, before anything is."""
        self._questions, problems = self._drafting.from_gift(self.text.value(), self._truth)
        found = len(self._questions)
        self.take.setEnabled(bool(found))
        parts: list[QWidget] = []
        if self.text.value().strip():
            words = ngettext("{count} question can be added.", "{count} questions can be added.",
                             found)  # fmt: skip
            parts.append(Notice(words.format(count=number(found)), "ok" if found else "warn"))
        if problems:
            card = Card(pad=12)
            for problem in problems:
                card.add(Text(problem_words(problem), "small", tight=True))
            parts.append(card)
        self._show(*parts)

    def _take(self) -> None:
        questions = self._questions
        self.taken.emit(questions)
        # The text stays, so that nothing that was not taken is lost; but not to be added twice.
        self.take.setEnabled(False)
        words = ngettext("{count} question was added.", "{count} questions were added.",
                         len(questions))  # fmt: skip
        layout = self._said.layout()
        assert layout is not None
        first = layout.itemAt(0)
        notice = first.widget() if first is not None else None
        assert isinstance(notice, Notice)
        notice.set_words(words.format(count=number(len(questions))))

    def _show(self, *parts: QWidget) -> None:
        layout = self._said.layout()
        assert layout is not None
        clear(layout)
        for part in parts:
            layout.addWidget(part)


def problem_words(problem: GiftProblem) -> str:
    """What could not be taken over, and why, with the line where it stands."""
    reasons = {
        "too-large": _("The text is far too long for one lesson."),
        "braces": _("A curly bracket is missing, so it cannot be told where the answers end."),
        "description": _("This is a text without a question."),
        "essay": _("This question has no answers to choose from."),
        "numeric": _("The answer is a number to type. Here people choose an answer."),
        "matching": _("Things are to be matched. Here people choose an answer."),
        "short-answer": _("The answer is to be typed. Here people choose an answer."),
        "no-right": _("No answer is marked as right."),
        "several-right": _("Several answers are right. Here one is."),
        "part-right": _("An answer is right in part. Here it is right or not."),
        "empty": _("The question or an answer is empty."),
        "general-feedback": _("It was taken, but not the remark for the whole question."),
    }
    where = _("Line {line}: {why}").format(
        line=isolate(number(problem.line)), why=reasons[problem.reason]
    )
    return f"{where} {isolate(f'“{problem.words}”')}" if problem.words else where


def _truth(language: str) -> tuple[str, str]:
    """How true and false are called in the lesson's language, as far as the program speaks it."""
    spoken = language if speaks(language) else "en"
    with in_language(spoken):
        return _("True"), _("False")
