"""One question of a quiz: its answers, which is right, and why each one is or is not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.draft_edits import (
    LEAST_CHOICES,
    MOST_CHOICES,
    added_choice,
    moved_choice,
    with_choice,
    with_question,
    without_choice,
)
from trainer_app.domain.drafts import ChoiceDraft, Draft
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.services.drafting import Drafting
from trainer_app.ui.authoring.form import Form, section_title, shortened
from trainer_app.ui.authoring.history import Place
from trainer_app.ui.authoring.page_form import alt_field, objective_words
from trainer_app.ui.authoring.picture_field import PictureField
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.widgets import Button, Card, ChoiceField, IconButton, SegmentField, Text


class QuestionForm(Form):
    """A question. Signals: those of Form; `picture_wanted(str)` with a field's name."""

    picture_wanted = Signal(str)

    def __init__(self, draft: Draft, question_id: str, drafting: Drafting, picture: Path) -> None:
        super().__init__(draft, Place("question", question_id))
        self._drafting = drafting
        self._question = draft.question(question_id)
        self.add(
            self.line(
                "words",
                _("Question"),
                self._question.words,
                lambda d, v: with_question(d, question_id, words=v),
                lines=2,
            ),
            self._picture(picture),
            *self._objective(),
            section_title(
                _("Answers"),
                _("Nobody sees why until they choose. Be kind: a wrong answer teaches, too."),
            ),
            Text(_("Which answer is right?"), "body", "semibold", tight=True),
            self._right(),
        )
        for at, choice in enumerate(self._question.choices):
            self.add(self._choice(at, choice))
        if len(self._question.choices) < MOST_CHOICES:
            add = Button(_("Add an answer"), icon="plus", size="small")
            add.clicked.connect(self._add_choice)
            self.add(flow(add))
        self.column.addStretch(1)

    def _picture(self, path: Path) -> QWidget:
        question = self._question
        shows = alt_field(question.alt)
        self.words("alt", shows, lambda d, v: with_question(d, question.id, alt=v))
        field = PictureField(_("Picture"), path, chosen=bool(question.picture), under=shows)
        field.wanted.connect(lambda: self.picture_wanted.emit("picture"))
        field.left_out.connect(
            lambda: self.reshape(
                lambda d: with_question(d, question.id, picture="", alt=""), "picture"
            )
        )
        self.fields["picture"] = field
        return field

    def _objective(self) -> list[QWidget]:
        """What it asks about, where there is more than one thing to learn."""
        known = [each.id for each in self.draft.objectives]
        if known == [self._question.objective]:
            return []
        most = 46 if is_roomy() else 30
        options = [
            (each.id, shortened(objective_words(each.words, at), most))
            for at, each in enumerate(self.draft.objectives, start=1)
        ]
        chosen = self._question.objective if self._question.objective in known else None
        field = ChoiceField(_("It asks about this"), options, chosen)
        question = self._question.id
        self.bound("objective", field, lambda d, v: with_question(d, question, objective=v))
        return [field]

    def _right(self) -> QWidget:
        options = [(each.id, number(at)) for at, each in enumerate(self._question.choices, start=1)]
        field = SegmentField(_("Which answer is right?"), options, self._question.right)
        field.changed.connect(
            lambda right: self.reshape(
                lambda d: with_question(d, self._question.id, right=right), "right"
            )
        )
        self.fields["right"] = field
        return field

    def _choice(self, at: int, choice: ChoiceDraft) -> QWidget:
        question, right = self._question, choice.id == self._question.right
        called = _("Answer {number}").format(number=number(at + 1))
        label = _("{answer}, the right one").format(answer=called) if right else called
        words = self.line(
            f"words {choice.id}",
            label,
            choice.words,
            lambda d, v: with_choice(d, question.id, choice.id, words=v),
        )
        why = self.line(
            f"why {choice.id}",
            _("Why it is right") if right else _("Why not"),
            choice.why,
            lambda d, v: with_choice(d, question.id, choice.id, why=v),
            lines=2,
        )
        why.control.setAccessibleName(f"{called}: {why.control.accessibleName()}")
        count = len(question.choices)
        for sign, word, enabled in (
            ("chevron-up", _("Further up"), at > 0),
            ("chevron-down", _("Further down"), at < count - 1),
            ("trash-2", _("Take away"), count > LEAST_CHOICES),
        ):
            button = IconButton(sign, f"{word}: {called}", show_word=False)
            button.setEnabled(enabled)
            button.clicked.connect(lambda _=False, sign=sign: self._act(sign, choice.id))
            words.row.addWidget(button)
        return Card(words, why, pad=12)

    def _act(self, sign: str, choice: str) -> None:
        question = self._question.id
        if sign == "trash-2":
            self.reshape(lambda d: without_choice(d, question, choice), "right")
            return
        by = -1 if sign == "chevron-up" else 1
        self.reshape(lambda d: moved_choice(d, question, choice, by), f"words {choice}")

    def _add_choice(self) -> None:
        new, question = self._drafting.new_choice(), self._question.id
        self.reshape(lambda d: added_choice(d, question, new), f"words {new.id}")
