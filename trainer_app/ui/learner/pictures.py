"""Signing in: tap your three pictures of twelve, or choose them the first time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from trainer_app.domain.people import pictures_match
from trainer_app.domain.sittings import Sitting
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.sitting import Seats
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.labels import person_label
from trainer_app.ui.learner.choosing_pictures import ChoosingPictures
from trainer_app.ui.learner.chosen_three import ChosenThree
from trainer_app.ui.learner.learner_page import (
    LARGE_LETTERS,
    LearnerPage,
    foot_row,
    in_the_middle,
)
from trainer_app.ui.learner.picture_choice import WANTED, PictureChoice
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Avatar, Button, Notice

_TRIES_ALONE = 3


class PicturesPage(LearnerPage):
    """Who taps the right three sits down. Wrong ones cost nothing but another try.

    Signals: seated(str person), back_requested.
    """

    seated = Signal(str)
    back_requested = Signal()

    def __init__(self, seats: Seats, enrolling: Enrolling, bridge: Bridge, person_id: str) -> None:
        person = seats.shown(enrolling.person(person_id))
        super().__init__(_("Hello, {name}").format(name=person_label(person)))
        self._seats, self._bridge, self._person = seats, bridge, person
        self._tries = 0
        self._choosing: ChoosingPictures | None = None
        self.head.insertWidget(
            0, Avatar(person.face, person_label(person), 72), 0, Qt.AlignmentFlag.AlignTop
        )
        back = Button(_("That is not me"), icon="arrow-left")
        back.clicked.connect(self._go_back)
        if seats.pictures(person_id):
            self._ask()
            self.column.addLayout(foot_row([back], []))
        else:
            self._let_choose(back)

    # Signing in
    def _ask(self) -> None:
        self._choice = PictureChoice()
        self._choice.changed.connect(self._say_how_many)
        self._choice.three_chosen.connect(self._try_three)
        self._notice = Notice("", "warn")
        self._notice.hide()
        self.column.addStretch(1)
        self.column.addLayout(in_the_middle(ChosenThree(self._choice)))
        self.column.addWidget(self._choice)
        self.column.addWidget(self._notice)
        self.column.addStretch(1)
        self._say_how_many(0)

    def _say_how_many(self, chosen: int) -> None:
        left = WANTED - chosen
        if not chosen:
            self.say_hint(_("Tap your three pictures."))
            return
        self._notice.hide()
        words = ngettext("Tap {count} more picture.", "Tap {count} more pictures.", left)
        self.say_hint(words.format(count=number(left)) if left else _("One moment …"))

    def _try_three(self) -> None:
        tapped = self._choice.value()

        if not pictures_match(self._seats.pictures(self._person.id), tapped):
            self._choice.set_value(())
            self._tries += 1
            self._say_wrong()
            self._choice.focus_first()
        elif self._bridge.run(lambda: self._seats.sit_down(self._person.id, tapped), "sittings"):
            self.seated.emit(self._person.id)
        else:
            self._choice.set_value(())

    def _say_wrong(self) -> None:
        if self._tries >= _TRIES_ALONE:
            words = _("Not these three. Ask your trainer: they can look up your pictures.")
        else:
            words = _("Not these three. Try again.")
        if current().scale > LARGE_LETTERS:
            # Below the pictures nobody would see it.
            self.say_hint(words)
            return
        self._notice.set_words(words)
        self._notice.show()

    # The first time
    def _let_choose(self, back: Button) -> None:
        self._choosing = choosing = ChoosingPictures()
        go_on = Button(_("These three"), "primary", icon="arrow-right", icon_last=True)
        go_on.setEnabled(False)
        choosing.ready.connect(go_on.setEnabled)
        choosing.asked_again.connect(lambda: self._say_round(go_on))
        choosing.settled.connect(self._keep)
        go_on.clicked.connect(choosing.go_on)
        self.column.addStretch(1)
        self.column.addWidget(choosing)
        self.column.addStretch(1)
        self.column.addLayout(foot_row([back], [go_on]))
        self.say_hint(choosing.hint())

    def _say_round(self, go_on: Button) -> None:
        assert self._choosing is not None
        self.say_hint(self._choosing.hint())
        go_on.setVisible(not self._choosing.again)

    def _keep(self, pictures: tuple[str, ...]) -> None:
        def keep() -> Sitting:
            self._seats.choose_pictures(self._person.id, pictures)
            return self._seats.sit_down(self._person.id, pictures)

        if self._bridge.run(keep, "pictures", "sittings"):
            self.seated.emit(self._person.id)

    def _go_back(self) -> None:
        if self._choosing is None or not self._choosing.go_back():
            self.back_requested.emit()

    def remember(self) -> Any:
        if self._choosing is not None:
            return self._choosing.remember()
        return self._tries, self._choice.value()

    def recall(self, memory: Any) -> None:
        if self._choosing is not None:
            self._choosing.recall(memory)
            return
        self._tries, tapped = memory
        self._choice.set_value(tapped)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        choice = self._choosing.choice if self._choosing else self._choice
        choice.focus_first()
