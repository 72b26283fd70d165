"""Lays a path over a course: its lessons in order, and shared out over the sessions to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.domain.courses import Course, Session
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.paths import Laid, LearningPath, PathPart, parts_of, spread
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import hours, listed, number, short_date
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.theme import Token, Weight, current
from trainer_app.ui.widgets import Button, CheckField, ChoiceField, Notice, Panel, Text
from trainer_app.ui.workshop.path_choice import ShownPath
from trainer_app.ui.workshop.path_words import lessons_and_minutes, lessons_said

_AS_PLANNED = ""


class CoursePath(Panel):
    """Choose a path, see what comes of it, and save. Signals: `saved(Laid)`, `left`.

    `ahead` are the sessions to come; `taught` the lessons of those that were held.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(
        self,
        course: Course,
        paths: Sequence[ShownPath],
        ahead: Sequence[Session],
        taught: Sequence[str],
        lessons: Mapping[str, Lesson],
        titles: Mapping[str, str],
    ) -> None:
        super().__init__("sunk", "line", pad=16)
        self._paths = {f"{int(one.own)}{one.path.id}": one.path for one in paths}
        own = LearningPath(_AS_PLANNED, parts_of(course))
        options = [
            (key, isolate(one.words.title)) for key, one in zip(self._paths, paths, strict=True)
        ]
        if own.parts:
            self._paths = {_AS_PLANNED: own, **self._paths}
            options.insert(0, (_AS_PLANNED, _("The lessons of this course as they are")))
        self._ahead, self._taught = ahead, frozenset(taught)
        self._lessons, self._titles = lessons, titles
        self.choice = ChoiceField(_("Path"), options, next(iter(self._paths), None))
        self.choice.setMinimumWidth(current().space(360))
        self.spreading = CheckField(_("Spread over the sessions to come"), checked=bool(ahead))
        self.spreading.setEnabled(bool(ahead))
        self._preview = QVBoxLayout()
        self._preview.setSpacing(current().space(6))
        self._save = Button(_("Save"), "primary", icon="check")
        self._save.clicked.connect(lambda: self.saved.emit(self.laid()))
        leave = Button(_("Close"), icon="x")
        leave.clicked.connect(self.left)
        self.body.addWidget(Text(_("Use a path"), "large", "bold"))
        self.body.addWidget(flow(self.choice, self.spreading, gap=16))
        self.body.addLayout(self._preview)
        self.body.addWidget(flow(self._save, leave))
        self.choice.changed.connect(lambda _key: self._show())
        self.spreading.toggled.connect(lambda _on: self._show())
        self._show()

    def _chosen(self) -> LearningPath:
        return self._paths[self.choice.value() or next(iter(self._paths))]

    def _shares(self) -> tuple[Sequence[tuple[PathPart, ...]], Sequence[PathPart]]:
        """The lessons that are still to be taught, session by session, and what has no room."""
        to_come = [one for one in self._chosen().parts if one.lesson not in self._taught]
        return spread(to_come, self._lessons, [_minutes(session) for session in self._ahead])

    def laid(self) -> Laid:
        """What is to be saved."""
        sessions: list[tuple[str, tuple[PathPart, ...]]] = []
        if self.spreading.isChecked():
            shares, _left = self._shares()
            ahead = zip(self._ahead, shares, strict=True)
            sessions = [(session.id, share) for session, share in ahead]
        return Laid(self._chosen().parts, tuple(sessions))

    # What comes of it
    def _show(self) -> None:
        clear(self._preview)
        path = self._chosen()
        self._say(lessons_and_minutes(path.parts, self._lessons), "semibold")
        if not self.spreading.isChecked():
            self._say("\n".join(lessons_said(path.parts, self._titles)))
            if not self._ahead:
                self._say(_("No session to come is planned yet."), colour="muted")
            return
        done = [part for part in path.parts if part.lesson in self._taught]
        if done:
            words = _("Taught already, so left where it is: {lessons}")
            self._say(
                words.format(lessons=listed(lessons_said(done, self._titles))), colour="muted"
            )
        shares, left = self._shares()
        for session, share in zip(self._ahead, shares, strict=True):
            self._session(session, share)
        if left:
            self._no_room(left)

    def _session(self, session: Session, share: Sequence[PathPart]) -> None:
        words = _("Session {number} · {day} · {hours}").format(
            number=number(session.number),
            day=short_date(session.date),
            hours=hours(session.planned_start, session.planned_end),
        )
        self._say(words, "semibold")
        lessons = lessons_said(share, self._titles)
        self._say("\n".join(lessons) if lessons else _("Nothing of the path"), colour="muted")

    def _no_room(self, left: Sequence[PathPart]) -> None:
        words = ngettext(
            "{count} lesson finds no room: {lessons}. Plan more sessions, or use short forms.",
            "{count} lessons find no room: {lessons}. Plan more sessions, or use short forms.",
            len(left),
        ).format(count=number(len(left)), lessons=listed(lessons_said(left, self._titles)))
        self._preview.addWidget(Notice(words, "warn"))

    def _say(self, words: str, weight: Weight = "regular", *, colour: Token = "ink") -> None:
        self._preview.addWidget(Text(words, "body", weight, colour=colour, tight=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _minutes(session: Session) -> int:
    """How long a session is planned to be."""
    start = datetime.combine(session.date, session.planned_start)
    end = datetime.combine(session.date, session.planned_end)
    return max(1, (end - start) // timedelta(minutes=1))
