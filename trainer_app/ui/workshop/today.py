"""Today: the session that runs, those to come, and what was forgotten."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.domain.courses import Course, Session
from trainer_app.domain.load import Load
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import clock, long_date, number
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, column, flow, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.same_place import same_place
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, EmptyState, Notice, Scroller, Text
from trainer_app.ui.workshop.load_words import kind_words
from trainer_app.ui.workshop.today_cards import ForgottenCard, SessionCard
from trainer_app.ui.workshop.today_plan import PREPARE, begin_walk_in, upcoming_table

_NEXT = 5


class TodayPage(Page):
    """What a trainer needs on opening the door.

    Signals: `attendance_opened(str)`, `board_opened(str)`, `sign_in_sheet_requested(str)` with a
    session's id, `course_opened(str)`, `new_course_requested`, `settling_requested`;
    `deed_chosen(str, str)`: something around a session (see `deeds`), and its id.
    """

    guide = "today"

    attendance_opened = Signal(str)
    board_opened = Signal(str)
    course_opened = Signal(str)
    new_course_requested = Signal()
    sign_in_sheet_requested = Signal(str)
    settling_requested = Signal()
    deed_chosen = Signal(str, str)

    def __init__(
        self,
        courses: Courses,
        attending: Attending,
        enrolling: Enrolling,
        bridge: Bridge,
        *,
        now: Now,
        to_settle: Callable[[], int] = lambda: 0,
        clock_is_behind: Callable[[], bool] = lambda: False,
        deeds: Collection[str] = (),
        photos: Callable[[str], int] = lambda _session: 0,
        load: Callable[[], Load] | None = None,
    ) -> None:
        """`to_settle` counts what laptops say different things of; `deeds`: those to offer.

        `photos` counts those of a session's signed sheet.

        `load` gives what the trainer inside carries, for a kind word where it is much.
        """
        super().__init__()
        self._deeds, self._load = deeds, load
        self._clock_is_behind = clock_is_behind
        self._to_settle = to_settle
        self._photos = photos
        self._courses, self._attending, self._enrolling = courses, attending, enrolling
        self._bridge, self._now = bridge, now
        self.title = _("Today")
        whole = QVBoxLayout(self)
        margins(whole)
        new = Button(_("New course"), icon="calendar-plus")
        new.clicked.connect(self.new_course_requested)
        self._new = new
        whole.addWidget(Heading(_("Today"), long_date(now().date()), [new]))
        self._body = QVBoxLayout()
        self._body.setSpacing(current().space(16))
        whole.addLayout(self._body, 1)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        for card in self.findChildren(SessionCard)[:1]:
            card.first_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def news(self, changed: frozenset[str]) -> None:
        if changed & {"courses", "sessions", "attendance", "people"} and self._changed():
            with same_place(self):
                self._refresh()

    def _changed(self) -> bool:
        """Whether anything that can be seen here is other than it was."""
        return self._what_is_seen() != self._seen

    def _what_is_seen(self) -> tuple[object, ...]:
        today = self._courses.today()
        return (
            self._courses.all(),
            self._courses.sessions(),
            [self._attending.marks(session.id) for session in today],
            [len(self._enrolling.people(session.course)) for session in today],
            self._to_settle(),
            self._clock_is_behind(),
        )

    # Building
    def _refresh(self) -> None:
        self._seen = self._what_is_seen()
        clear(self._body)
        courses = {course.id: course for course in self._courses.all()}
        self._new.setVisible(bool(courses))
        if not courses:
            self._body.addWidget(self._first_steps(), 1)
            return
        scroller = Scroller()
        for part in self._parts(courses):
            scroller.add(part)
        self._body.addWidget(scroller, 1)

    def _parts(self, courses: dict[str, Course]) -> list[QWidget]:
        today = self._courses.today()
        day = self._now().date()
        open_sessions = [s for s in self._courses.sessions() if s.is_open and not s.cancelled]
        forgotten = [s for s in open_sessions if s.date < day]
        parts: list[QWidget] = [self._forgotten(s, courses[s.course]) for s in forgotten]
        if waiting := self._to_settle():
            parts.insert(0, self._settling(waiting))
        if self._clock_is_behind():
            parts.insert(0, Notice(_wrong_clock(self._now()), "warn", icon="clock"))
        blocker = next(iter(open_sessions), None)
        for session in sorted(today, key=lambda s: (not s.is_open, s.has_ended, s.planned_start)):
            parts.append(self._card(session, courses[session.course], blocker))
        if not today:
            parts.append(self._nothing_today())
        upcoming = self._courses.upcoming()[:_NEXT]
        if upcoming:
            table = upcoming_table(upcoming, courses, prepare=PREPARE in self._deeds)
            table.chosen.connect(self._upcoming_chosen)
            parts.append(
                column(Text(_("Next sessions"), "large", "bold"), Card(table, pad=8), gap=8)
            )
        if self._load is not None and (kind := kind_words(self._load())):
            parts.append(Notice(kind, "primary", icon="coffee"))
        if today:
            parts.append(flow(self._walk_in_button()))
        return parts

    def _card(self, session: Session, course: Course, blocker: Session | None) -> SessionCard:
        card = SessionCard(
            course,
            session,
            self._attending.real_times(session),
            enrolled=len(self._enrolling.people(course.id)),
            marks=self._attending.marks(session.id).values(),
            may_start=blocker is None,
            deeds=self._deeds,
            photos=self._photos(session.id),
        )
        id = session.id
        card.deed_chosen.connect(lambda deed: self.deed_chosen.emit(deed, id))
        card.start_requested.connect(lambda: self._run(lambda: self._attending.start_now(id)))
        card.end_requested.connect(lambda: self._end(id))
        card.reopen_requested.connect(lambda: self._run(lambda: self._attending.reopen(id)))
        card.attendance_requested.connect(lambda: self.attendance_opened.emit(id))
        card.board_requested.connect(lambda: self.board_opened.emit(id))
        card.sheet_requested.connect(lambda: self.sign_in_sheet_requested.emit(id))
        card.course_requested.connect(lambda: self.course_opened.emit(session.course))
        return card

    def _forgotten(self, session: Session, course: Course) -> ForgottenCard:
        card = ForgottenCard(course, session, self._attending.real_times(session)[0])

        def save(start: time, end: time, reason: str) -> None:
            self._run(lambda: self._attending.set_times(session.id, start, end, reason))

        card.times_set.connect(save)
        return card

    def _settling(self, waiting: int) -> QWidget:
        words = ngettext(
            "Laptops say different things: {count} thing to settle.",
            "Laptops say different things: {count} things to settle.",
            waiting,
        )
        button = Button(_("Settle"), icon="split")
        button.clicked.connect(self.settling_requested)
        return Notice(words.format(count=number(waiting)), "primary", icon="split", button=button)

    def _upcoming_chosen(self, session_id: str, column: str) -> None:
        if column == PREPARE:
            self.deed_chosen.emit(PREPARE, session_id)
        else:
            self.attendance_opened.emit(session_id)

    def _walk_in_button(self) -> Button:
        button = Button(_("Start a walk-in session now"), icon="door-open")
        button.clicked.connect(self._walk_in)
        return button

    def _first_steps(self) -> QWidget:
        make = Button(_("Make your first course"), "primary", icon="calendar-plus")
        make.clicked.connect(self.new_course_requested)
        words = _(
            "A course is a row of sessions for a group. People at the door already? "
            "Start a walk-in session and plan later."
        )
        state = EmptyState(
            places.assets() / "scenes" / "empty-sessions.svg",
            _("A calendar and a clock"),
            words,
            title=_("No course yet"),
            button=make,
        )
        layout = state.layout()
        assert isinstance(layout, QVBoxLayout)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.insertWidget(layout.count() - 1, self._walk_in_button(), 0, middle)
        return Scroller(state)

    def _nothing_today(self) -> QWidget:
        words = Text(_("No session is planned for today."), "large", "semibold")
        return Card(words, flow(self._walk_in_button()))

    # Doing
    def _run(self, action: Callable[[], object]) -> bool:
        done = self._bridge.run(action, "sessions") is not None
        if done:
            self._refresh()
            self._take_keyboard()
        return done

    def _end(self, session_id: str) -> None:
        if self._run(lambda: self._attending.end_now(session_id)):
            again = self._attending.reopen
            words = _("The session has ended.")
            self._bridge.offer_undo(words, lambda: again(session_id), "sessions")

    def _walk_in(self) -> None:
        """A course where there is none for walk-ins, a session for the next two hours, started."""
        session = self._bridge.run(
            lambda: begin_walk_in(self._courses, self._attending, self._now()),
            "courses",
            "sessions",
        )
        if session is not None:
            self.attendance_opened.emit(session.id)


def _wrong_clock(now: datetime) -> str:
    words = _(
        "This laptop’s clock says {day}, {time}. Some of the news here is newer than that. If "
        "this day or time is wrong, please set the computer’s clock."
    )
    return words.format(day=long_date(now.date()), time=isolate(clock(now.time())))
