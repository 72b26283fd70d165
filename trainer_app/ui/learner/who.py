"""Who sits here? A language, then a face, or a way in for who has none on the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from trainer_app import places
from trainer_app.domain.sittings import MOST_AT_ONE_LAPTOP
from trainer_app.i18n import Language, _, current, isolate
from trainer_app.i18n.formats import listed
from trainer_app.services.sitting import Seats
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.first_steps.asking import show_first_steps
from trainer_app.ui.first_steps.guide import FirstSteps, first_steps_name
from trainer_app.ui.labels import person_label
from trainer_app.ui.learner.done_today import DoneLesson, Parting
from trainer_app.ui.learner.face_wall import FaceWall
from trainer_app.ui.learner.learner_page import LARGE_LETTERS, LearnerPage, foot_row, in_the_middle
from trainer_app.ui.read_along import PLACE
from trainer_app.ui.same_place import same_place
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.theme import current as current_look
from trainer_app.ui.tongues import SaysItself, tongues
from trainer_app.ui.widgets import Button, EmptyState, SegmentField

_STEPS = 340
_SHOWS = {"people", "attendance", "sessions", "sittings", "courses"}


class WhoPage(LearnerPage):
    """The first screen of a learner.

    While others sit here already, it is for who joins them, and there is a way back to their work.
    `parted`: what those did who have just left.
    Signals: language_chosen(str), face_chosen(str person), new_chosen, number_chosen,
    guest_chosen, trainer_requested, back_requested (only while somebody sits here), heard(object):
    an Utterance, a language says its name.
    """

    language_chosen = Signal(str)
    face_chosen = Signal(str)
    new_chosen = Signal()
    number_chosen = Signal()
    guest_chosen = Signal()
    trainer_requested = Signal()
    back_requested = Signal()
    heard = Signal(object)

    def __init__(
        self,
        languages: Sequence[Language],
        seats: Seats,
        bridge: Bridge,
        session_open: bool,
        *,
        chosen: str = "",
        parted: Sequence[DoneLesson] = (),
    ) -> None:
        super().__init__(_("Who sits here?"))
        self._seats, self._bridge, self._session_open = seats, bridge, session_open
        self._middle: QWidget | None = None
        self._wall: FaceWall | None = None
        options = [(one.code, isolate(one.own_name)) for one in languages]
        self._languages = SegmentField(_("Language"), options, chosen or current().code)
        self._languages.changed.connect(self.language_chosen)
        # Each says its own name when it is pointed at; read in a row they would hide the rest.
        self._languages.setProperty(PLACE, "never")
        if parted and current_look().scale <= LARGE_LETTERS:
            self.top.addWidget(Parting(parted), 0, Qt.AlignmentFlag.AlignTop)
        self._let_languages_speak([one.code for one in languages])
        self.column.addWidget(self._languages)
        self._make_foot()
        self._steps = FirstSteps(_STEPS)
        self.column.insertLayout(2, in_the_middle(self._steps))
        self._fill()

    def _let_languages_speak(self, codes: Sequence[str]) -> None:
        buttons = self._languages.findChildren(QAbstractButton)
        speaking = SaysItself(tongues(dict(zip(codes, buttons, strict=True))), self)
        speaking.heard.connect(self.heard)

    def _make_foot(self) -> None:
        self._back = Button(_("Back to our work"), icon="arrow-left")
        self._new = Button(_("I am new"), icon="user-plus")
        self._number = Button(_("I have a card"), icon="key-round")
        self._guest = Button(_("Guest"), icon="smile")
        how = Button(first_steps_name(), "quiet", icon="mouse-pointer-click")
        trainer = Button(_("Trainer"), "quiet", icon="lock", size="small")
        self._back.clicked.connect(self.back_requested)
        self._new.clicked.connect(self.new_chosen)
        self._number.clicked.connect(self.number_chosen)
        self._guest.clicked.connect(self.guest_chosen)
        trainer.clicked.connect(self.trainer_requested)
        how.clicked.connect(lambda: show_first_steps(self.window()))
        self._how = how
        ways = [self._back, self._new, self._number, self._guest, how]
        self._ways = [*ways, trainer]
        foot = foot_row(ways, [])
        foot.addWidget(trainer)
        self._foot = foot
        self.column.addLayout(foot)

    def _fill(self) -> None:
        self._seen = here, faces = self._seats.people(), self._seats.faces()
        full = len(here) >= MOST_AT_ONE_LAPTOP
        if self._middle is not None:
            self.column.removeWidget(self._middle)
            self._middle.hide()
            self._middle.deleteLater()
        first = self._wall.first_in_sight if self._wall is not None else ""
        self._wall = None
        if full or not faces:
            self._middle = self._nobody_to_tap(full)
        else:
            self._middle = self._wall = FaceWall(faces, first)
            self._wall.chosen.connect(self.face_chosen)
        self.column.insertWidget(2, self._middle, 1)
        put_in_order(self._languages, self._middle, self._steps, *self._ways)
        self._place_steps()
        names = listed([person_label(person) for person in here])
        joining = _("{names} – already here. Who else?").format(names=names)
        self.say_hint(joining if here else _("Tap your face.") if faces else "")
        self._back.setVisible(bool(here))
        for button in (self._new, self._number):
            button.setVisible(not full)
        self._guest.setVisible(not here)
        self._new.role = "secondary" if faces else "primary"

    def _nobody_to_tap(self, full: bool) -> QWidget:
        scenes = places.assets() / "scenes"
        if full:
            return EmptyState(
                scenes / "guest.svg",
                _("People around a table."),
                _("No more people fit at this laptop."),
                title=_("This laptop is full"),
            )
        words = (
            _("Tap “I am new” and choose a face. Or ask your trainer.")
            if self._session_open
            else _("The workshop has not started yet. You can begin: tap “I am new”.")
        )
        return EmptyState(
            scenes / "empty-people.svg",
            _("Empty chairs that wait for people."),
            words,
            title=_("There are no faces here yet"),
        )

    def _place_steps(self) -> None:
        """The first steps stand below the faces where all have room; else a button shows them."""
        margins = self.column.contentsMargins()
        wide = self.width() - margins.left() - margins.right()
        if self._wall is not None:
            needed = self._wall.whole_height(wide)
        else:
            needed = 0 if self._middle is None else self._middle.heightForWidth(wide)
        needed += self.top.sizeHint().height() + self._foot.sizeHint().height()
        needed += self._languages.heightForWidth(wide)
        needed += self._steps.sizeHint().height() + 4 * self.column.spacing()
        needed += margins.top() + margins.bottom()
        fits = needed <= self.height() and current_look().scale <= LARGE_LETTERS
        self._steps.setVisible(fits)
        self._how.setVisible(not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_steps()

    def news(self, changed: frozenset[str]) -> None:
        if changed & _SHOWS and self._seen != (self._seats.people(), self._seats.faces()):
            with same_place(self):
                self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        self.first = (
            None if self._wall else (self._back if self._back.isVisibleTo(self) else self._new)
        )
        super().showEvent(event)
        if self._wall is not None:
            self._wall.focus_first()
