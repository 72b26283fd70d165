"""Who of a group has not done a lesson yet, and how far each of them is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.abilities import passed_of, state_of
from trainer_app.domain.sittings import State
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.services.reviewing import Reviewing, Standing
from trainer_app.ui.heading import Heading, flow, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Page
from trainer_app.ui.progress_words import state_look
from trainer_app.ui.widgets import Card, Chip, FaceButton, FlowGrid, Notice, Scroller
from trainer_app.ui.workshop.board_words import lesson_title

_OPEN: tuple[State, ...] = ("new", "begun", "practised")
_SHOWS = frozenset({"work", "sittings", "people", "courses"})


class NotYetPage(Page):
    """One lesson: those who have not passed it, by how far they are, as faces to press.

    Signals: `person_opened(str)`, `back_requested`.
    """

    guide = "courses"

    person_opened = Signal(str)
    back_requested = Signal()

    shows_names = True

    def __init__(
        self, reviewing: Reviewing, lessons: LessonLibrary, course_id: str, lesson_id: str
    ) -> None:
        super().__init__()
        self._reviewing, self._course, self._lesson = reviewing, course_id, lesson_id
        self.title = lesson_title(lessons, lesson_id)
        whole = QVBoxLayout(self)
        margins(whole)
        self._heading = Heading(self.title, "", back=_("How far everyone is"))
        self._heading.back_requested.connect(self.back_requested)
        self._room = Scroller()
        if is_roomy():
            whole.addWidget(self._heading)
        else:
            self._room.add(self._heading)
        whole.addWidget(self._room, 1)
        self._parts: list[QWidget] = []
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        if changed & _SHOWS:
            self._show()

    def _show(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        group = self._reviewing.course(self._course)
        done, of = passed_of(self._lesson, (one.progress for one in group))
        under = _("{done} of {total} passed").format(done=number(done), total=number(of))
        self._heading.set_words(self.title, under)
        self._parts = [
            self._part(state, people)
            for state in _OPEN
            if (people := [one for one in group if self._state(one) == state])
        ]
        if not self._parts:
            self._parts = [Notice(_("Everybody has done this lesson."), "ok")]
        for part in self._parts:
            self._room.add(part)

    def _state(self, one: Standing) -> State:
        return state_of(one.progress.get(self._lesson))

    def _part(self, state: State, people: list[Standing]) -> QWidget:
        look = state_look(state)
        words = _("{label}: {value}").format(label=look.word, value=number(len(people)))
        grid = FlowGrid(128, 8)
        for person in (one.person for one in people):
            note = person.number if person.name else ""
            face = FaceButton(person.face, person_label(person), note, size=48)
            face.setCheckable(False)
            face.clicked.connect(lambda _on=False, id=person.id: self.person_opened.emit(id))
            grid.add(face)
        return Card(flow(Chip(words, look.tone, icon=look.icon)), grid)
