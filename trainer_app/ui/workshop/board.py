"""The live board: who is here, where each one is, what each can now do, who needs a hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.courses import local_time
from trainer_app.domain.helpers import Suggestion
from trainer_app.domain.people import Person
from trainer_app.i18n import _
from trainer_app.i18n.formats import clock, number
from trainer_app.services.attending import Attending
from trainer_app.services.peer_help import Help, PeerHelp
from trainer_app.services.sitting import Seats
from trainer_app.services.watching import BoardRow, Watching
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Now, Page
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Dialog, EmptyState, FlowGrid, Notice, Scroller, StatCard
from trainer_app.ui.workshop.board_details import BoardDetails
from trainer_app.ui.workshop.board_helping import RowHelp, ask_one_of, names_of, row_help
from trainer_app.ui.workshop.board_row import BoardRowView
from trainer_app.ui.workshop.person_choice import ask_person

_EVERY_SECOND = 1000
_ON_THE_BOARD = frozenset(
    ("people", "sessions", "attendance", "sittings", "work", "hands", "listening", "helpings")
)


class BoardPage(Page):
    """A running session as it happens; it looks again each second and whenever something changed.

    `peer_help` says who could help whom.

    Signals: `attendance_opened(str)` with the session, `person_opened(str)`,
    `learners_requested` (the laptop goes back to the learners).
    """

    guide = "board"

    attendance_opened = Signal(str)
    person_opened = Signal(str)
    learners_requested = Signal()

    shows_names = True

    def __init__(
        self,
        watching: Watching,
        attending: Attending,
        seats: Seats,
        lessons: LessonLibrary,
        bridge: Bridge,
        session_id: str,
        *,
        now: Now,
        peer_help: PeerHelp | None = None,
    ) -> None:
        super().__init__()
        self.title = _("Live board")
        self._watching, self._attending, self._seats = watching, attending, seats
        self._lessons, self._bridge, self._session, self._now = lessons, bridge, session_id, now
        self._peer_help = peer_help
        self._rows: dict[str, BoardRowView] = {}
        self._since: dict[str, str] = {}
        self._build()
        self._clock = QTimer(self, interval=_EVERY_SECOND)
        self._clock.timeout.connect(self._look)
        self._look()

    # Building
    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        self._listen = Button("", "secondary", icon="ear")
        self._listen.clicked.connect(self._toggle_listening)
        column.addWidget(self._heading())
        self._paused = Notice(
            _("All learners’ screens are paused, so that everyone can listen to you."),
            "warn",
            icon="pause",
        )
        column.addWidget(self._paused)
        column.addWidget(self._figures())
        self._list = QVBoxLayout()
        self._list.setSpacing(current().space(8))
        column.addLayout(self._list)
        self._empty = self._nobody()
        column.addWidget(self._empty, 1)
        column.addStretch(1)
        whole.addWidget(Scroller(page))

    def _heading(self) -> Heading:
        attendance = Button(_("Attendance"), "secondary", icon="clipboard-check")
        attendance.clicked.connect(lambda: self.attendance_opened.emit(self._session))
        return Heading(
            _("Live board"),
            _("Who is here, what they do, and who needs a hand. It looks again by itself."),
            [attendance, self._listen],
        )

    def _figures(self) -> QWidget:
        self._here = StatCard("user-check", "", _("here now"), "ok")
        self._need = StatCard("hand", "", _("need a hand"), "accent")
        self._seated = StatCard("monitor", "", _("at a laptop"), "primary")
        self._finished = StatCard("award", "", _("have finished a lesson"), "primary")
        figures = FlowGrid(240, 12, most=4)
        figures.add(self._here, self._need, self._seated, self._finished)
        return figures

    def _nobody(self) -> QWidget:
        hand_over = Button(_("Show the learners’ screen"), "primary", icon="users")
        hand_over.clicked.connect(self.learners_requested)
        return EmptyState(
            places.assets() / "scenes" / "empty-people.svg",
            _("Outlines of three people and a plus sign"),
            _("When a learner signs in, or you mark somebody present, you see it here."),
            title=_("Nobody is here yet"),
            button=hand_over,
        )

    # Looking
    def news(self, changed: frozenset[str]) -> None:
        """Look again where something on the board changed."""
        if changed & _ON_THE_BOARD:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _look(self) -> None:
        rows = self._watching.board(self._session)
        self._show_figures(rows)
        self._show_rows(rows)
        self._empty.setVisible(not rows)
        paused = self._attending.everyone_listens(self._session)
        self._paused.setVisible(paused)
        words = _("Let everyone go on") if paused else _("Everyone listen")
        if self._listen.accessibleName() != words:
            self._listen.set_word(words, "play" if paused else "ear")

    def _show_figures(self, rows: list[BoardRow]) -> None:
        people = {row.person.id for row in rows}
        self._here.set_figure(number(len(people)))
        self._need.set_figure(number(sum(bool(row.need) for row in rows)))
        self._seated.set_figure(number(len({r.person.id for r in rows if r.sitting})))
        self._finished.set_figure(number(len({r.person.id for r in rows if r.passed})))

    def _show_rows(self, rows: list[BoardRow]) -> None:
        keys = [row.sitting or row.person.id for row in rows]
        found = self._peer_help.look(self._session, rows) if self._peer_help else Help()
        names = names_of(rows)
        for key in self._rows.keys() - set(keys):
            gone = self._rows.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, (key, row) in enumerate(zip(keys, rows, strict=True)):
            help = row_help(row, found, names)
            if key in self._rows:
                self._rows[key].show_row(row, help)
            else:
                self._rows[key] = self._new_row(key, row, help)
            if self._list.indexOf(self._rows[key]) != at:
                self._list.insertWidget(at, self._rows[key])

    def _new_row(self, key: str, row: BoardRow, help: RowHelp) -> BoardRowView:
        view = BoardRowView(row, self._since_when(row), self._lessons, help)
        view.hand_lowered.connect(lambda: self._lower_hand(self._rows[key].row))
        view.marked_present.connect(lambda: self._mark_present(self._rows[key].row))
        view.more_requested.connect(lambda: self._show_more(self._rows[key].row))
        view.help_asked.connect(lambda one: self._ask_to_help(self._rows[key].row, one))
        view.helpers_requested.connect(lambda: self._show_helpers(self._rows[key]))
        view.helping_ended.connect(lambda: self._end_helping(self._rows[key].help))
        return view

    def _since_when(self, row: BoardRow) -> str:
        """When somebody sat down here, on the clock."""
        for sitting in self._seats.history(row.person.id):
            if sitting.id == row.sitting:
                return clock(local_time(sitting.began, self._now()))
        return ""

    # Doing
    def _toggle_listening(self) -> None:
        on = not self._attending.everyone_listens(self._session)
        self._bridge.run(lambda: self._attending.ask_to_listen(self._session, on), "listening")
        self._look()

    def _lower_hand(self, row: BoardRow) -> None:
        sitting = row.sitting
        if sitting is not None:
            self._bridge.run(lambda: self._seats.lower_hand(sitting, row.person.id), "hands")
        self._look()

    def _ask_to_help(self, row: BoardRow, one: Suggestion) -> None:
        helping, lesson = self._peer_help, row.lesson
        if helping is not None and lesson is not None:
            self._bridge.run(
                lambda: helping.begin(self._session, one.person, lesson, row.sitting), "helpings"
            )
        self._look()

    def _show_helpers(self, view: BoardRowView) -> None:
        row = view.row
        ask_one_of(self.window(), view.help, self._lessons, lambda one: self._ask_to_help(row, one))

    def _end_helping(self, shown: RowHelp) -> None:
        helping, going = self._peer_help, shown.going
        if helping is not None and going is not None:
            self._bridge.run(lambda: helping.end(going.helping.id), "helpings")
        self._look()

    def _mark_present(self, row: BoardRow) -> None:
        def mark() -> None:
            self._attending.mark(self._session, row.person.id, Status.PRESENT)

        self._put_right(mark, self._attending.undo, "attendance")

    def _show_more(self, row: BoardRow) -> None:
        close = Button(_("Close"), "primary")
        buttons = [("open", Button(_("About this person"), "secondary", icon="user"))]
        if row.sitting is not None:
            other = Button(_("Somebody else sits here"), "secondary", icon="arrow-left-right")
            void = Button(_("Do not count this work"), "secondary", icon="x")
            buttons += [("move", other), ("void", void)]
        dialog = Dialog(
            self.window(),
            person_label(row.person),
            BoardDetails(row, self._lessons),
            [*buttons, ("", close)],
            escape="",
            width=760,
        )
        dialog.answered.connect(lambda answer: self._do(answer, row))
        dialog.open(close)

    def _do(self, answer: str, row: BoardRow) -> None:
        sitting, person = row.sitting, row.person.id
        if answer == "open":
            self.person_opened.emit(person)
        elif sitting is not None and answer == "move":
            self._ask_who(sitting, row.person)
        elif sitting is not None and answer == "void":
            void = self._seats.void
            self._put_right(
                lambda: void(sitting, person),
                lambda: void(sitting, person, False),
                "sittings",
                "work",
            )

    def _ask_who(self, sitting: str, wrong: Person) -> None:
        on_board = [view.row.person for view in self._rows.values()]
        known = {person.id: person for person in (*self._seats.faces(), *on_board)}
        known.pop(wrong.id, None)
        ask_person(
            self.window(),
            _("Who really sits here?"),
            _("The work done here goes to that person. {name} keeps all other work.").format(
                name=person_label(wrong)
            ),
            list(known.values()),
            lambda right: self._move(sitting, right, wrong.id),
        )

    def _move(self, sitting: str, right: str, wrong: str) -> None:
        move = self._seats.move
        self._put_right(
            lambda: move(sitting, right), lambda: move(sitting, wrong), "sittings", "work"
        )

    def _put_right(
        self, action: Callable[[], object], undo: Callable[[], object], *changed: str
    ) -> None:
        """Do it, with a way to take it back."""

        def act() -> bool:
            action()
            return True

        if self._bridge.run(act, *changed):
            self._bridge.offer_undo(_("Saved"), undo, *changed)
        self._look()
