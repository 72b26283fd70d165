"""The sessions of one person: how they attended each."""

from __future__ import annotations

from trainer_app.domain.attendance import ATTENDED, Role
from trainer_app.domain.courses import Course, Session
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import short_date
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.ui.heading import is_roomy
from trainer_app.ui.labels import roles
from trainer_app.ui.theme import Tone
from trainer_app.ui.widgets import Card, Cell, Column, Row, Table, Text
from trainer_app.ui.workshop.attendance_words import mark_words, session_title


class AttendanceHistory(Card):
    """Every session in which a person has a mark, the newest first. Signals: none."""

    def __init__(self, courses: Courses, attending: Attending, person_id: str) -> None:
        super().__init__()
        self._courses, self._attending, self._person = courses, attending, person_id
        self.add(Text(_("Attendance"), "large", "bold"))
        self._none = Text(_("No mark in any session yet."), colour="muted")
        self._table = Table(_columns(), [], _("Attendance"), full=True)
        self.add(self._none, self._table)
        self.read()

    def read(self) -> None:
        """Ask again."""
        by_id = {course.id: course for course in self._courses.all()}
        rows = [
            row
            for session in reversed(self._courses.sessions())
            if (row := self._row(by_id[session.course], session)) is not None
        ]
        self._table.set_rows(rows)
        self._table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def _row(self, course: Course, session: Session) -> Row | None:
        mark = self._attending.marks(session.id).get(self._person)
        if mark is None:
            return None
        tone: Tone = "ok" if mark.status in ATTENDED else "plain"
        words = mark_words(mark.status, mark.late, mark.early)
        if mark.role != Role.PARTICIPANT:
            words = _("{role}: {mark}").format(role=roles()[mark.role], mark=words)
        day = Cell(short_date(session.date), sort=session.date.isoformat())
        title = Cell(session_title(course, session))
        said = Cell(words, tone=tone, icon="check" if tone == "ok" else "minus")
        if is_roomy():
            return Row(session.id, (day, title, said))
        both = _("{day}: {session}").format(day=day.text, session=isolate(title.text))
        return Row(session.id, (Cell(both, sort=session.date.isoformat()), said))


def _columns() -> list[Column]:
    if is_roomy():
        return [
            Column("day", _("Date"), sortable=False),
            Column("session", _("Session"), stretch=1, sortable=False),
            Column("mark", _("Mark"), sortable=False),
        ]
    return [
        Column("session", _("Session"), stretch=1, sortable=False),
        Column("mark", _("Mark"), sortable=False),
    ]
