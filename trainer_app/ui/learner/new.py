"""I am new: a name if one likes, a face, and three pictures to sign in with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.people import Person
from trainer_app.domain.sittings import MOST_AT_ONE_LAPTOP
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.sitting import Seats
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.learner.choosing_pictures import ChoosingPictures
from trainer_app.ui.learner.face_choice import FaceChoice
from trainer_app.ui.learner.learner_page import (
    LARGE_LETTERS,
    LearnerPage,
    foot_row,
    in_the_middle,
)
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, CheckField, Disc, Stepper, Text, TextField

_NAME, _FACE, _PICTURES, _NUMBER = range(4)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Typed:
    step: int
    name: str
    listed: bool
    face: str | None
    pictures: tuple[tuple[str, ...], tuple[str, ...]]


class NewPage(LearnerPage):
    """One question after the other; nothing is written before the last is answered.

    Who is made sits at this laptop already. Signals: made(str person), back_requested.
    """

    made = Signal(str)
    back_requested = Signal()

    def __init__(
        self,
        enrolling: Enrolling,
        seats: Seats,
        bridge: Bridge,
        language: str,
    ) -> None:
        super().__init__(_("I am new"))
        self._enrolling, self._seats = enrolling, seats
        self._bridge, self._language = bridge, language
        self._person: Person | None = None
        self._stepper = Stepper(0, 3, "")
        self.top.addWidget(self._stepper, 0, Qt.AlignmentFlag.AlignTop)
        self._name = TextField(
            _("What do people call you?"),
            help_words=_("Your own name or a nickname. You may leave it empty."),
            longest=_LONGEST_NAME,
        )
        self._listed = CheckField(_("Show my face and name in the list on this laptop"), True)
        self._faces = FaceChoice()
        self._pictures = ChoosingPictures()
        self._number = Text("", "display", "bold", align="center", tight=True)
        self._steps = (self._name_step(), self._faces, self._pictures, self._number_step())
        self.column.addStretch(1)
        for step in self._steps:
            self.column.addWidget(step)
        self.column.addStretch(2)
        self._make_foot()
        self._connect()
        self._show(_NAME)

    def _make_foot(self) -> None:
        self._back = Button(_("Back"), icon="arrow-left")
        self._next = Button(_("Next"), "primary", icon="arrow-right", icon_last=True)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self.column.addLayout(foot_row([self._back], [self._next]))

    def _connect(self) -> None:
        self._name.entered.connect(self._go_on)
        self._faces.chosen.connect(lambda _face: self._next.setEnabled(True))
        self._pictures.ready.connect(self._next.setEnabled)
        self._pictures.asked_again.connect(lambda: self._show(_PICTURES))
        self._pictures.settled.connect(self._make)

    def _name_step(self) -> QWidget:
        card = Card(pad=28)
        if current().scale <= LARGE_LETTERS:
            card.add(in_the_middle(Disc("square-pen", "primary", 72), grows=False))
        card.add(self._name, self._listed)
        card.add(
            Text(
                _("Without it you sign in with a number. You get the number at the end."),
                "small",
                colour="muted",
                tight=True,
            )
        )
        return _not_too_wide(card)

    def _number_step(self) -> QWidget:
        card = Card(
            Text(_("This is your number. Write it down."), "large", align="center"),
            self._number,
            Text(
                _("Next time, press “I have a card” and tap this number."),
                colour="muted",
                align="center",
            ),
            pad=28,
        )
        return _not_too_wide(card)

    def _show(self, step: int) -> None:
        self._step = step
        for number_of_step, widget in enumerate(self._steps):
            widget.setVisible(number_of_step == step)
        self.say_hint(
            {
                _NAME: _("Three small steps, and you can begin."),
                _FACE: _("Choose a face. You tap it each time you come back."),
                _PICTURES: self._pictures.hint(),
                _NUMBER: _("You are ready."),
            }[step]
        )
        at = _("Step {step} of {steps}").format(step=number(min(step, 2) + 1), steps=number(3))
        self._stepper.show_step(step, 3, at)
        ready = {_FACE: self._faces.value() is not None, _PICTURES: self._three_tapped()}
        self._next.setEnabled(ready.get(step, True))
        self._next.setVisible(step != _PICTURES or not self._pictures.again)
        self._back.setVisible(step != _NUMBER)
        self._focus()

    def _three_tapped(self) -> bool:
        return len(self._pictures.choice.value()) == 3

    def _focus(self) -> None:
        if not self.isVisible():
            return
        if self._step == _NAME:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._step == _FACE:
            self._faces.focus_first()
        elif self._step == _PICTURES:
            self._pictures.choice.focus_first()
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if self._step == _PICTURES:
            self._pictures.go_on()
        elif self._step == _NUMBER:
            assert self._person is not None
            self.made.emit(self._person.id)
        else:
            self._show(self._step + 1)

    def _go_back(self) -> None:
        if self._step == _PICTURES and self._pictures.go_back():
            return
        if self._step == _NAME:
            self.back_requested.emit()
        else:
            self._show(self._step - 1)

    def _make(self, pictures: tuple[str, ...]) -> None:
        def make() -> Person:
            if len(self._seats.sittings()) >= MOST_AT_ONE_LAPTOP:
                raise NotAllowed()
            session = self._seats.session()
            person = self._enrolling.add_person(
                self._name.value(),
                course_id=session.course if session else None,
                language=self._language,
                face=self._faces.value(),
                listed=self._listed.isChecked(),
            )
            self._seats.choose_pictures(person.id, pictures)
            self._seats.sit_down(person.id, pictures)
            return person

        self._person = self._bridge.run(make, "people", "pictures", "sittings")
        if self._person is None:
            self._pictures.recall(((), ()))
            return
        if self._person.listed:
            self.made.emit(self._person.id)
            return
        self._number.set_words(isolate(self._person.number))
        self._show(_NUMBER)

    def remember(self) -> Any:
        typed = _Typed(
            self._step,
            self._name.value(),
            self._listed.isChecked(),
            self._faces.value(),
            self._pictures.remember(),
        )
        return typed, self._person

    def recall(self, memory: Any) -> None:
        typed, self._person = memory
        self._name.set_value(typed.name)
        self._listed.setChecked(typed.listed)
        if typed.face:
            self._faces.set_value(typed.face)
        self._pictures.recall(typed.pictures)
        if self._person is not None:
            self._number.set_words(isolate(self._person.number))
        self._show(typed.step)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()


def _not_too_wide(card: Card) -> QWidget:
    """A card in the middle, as wide as a question needs."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(card, 3 if current().scale <= LARGE_LETTERS else 20)
    row.addStretch(1)
    return whole
