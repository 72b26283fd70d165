"""To settle: values that compete, people who may stand twice, and who was joined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.i18n import _, current, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.settling import Conflict, Settling
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, column, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.widgets import Button, EmptyState, Scroller, Text
from trainer_app.ui.workshop.path_words import lesson_titles
from trainer_app.ui.workshop.settle_conflict import ConflictCard
from trainer_app.ui.workshop.settle_people import PeopleToSettle

_MOST_CONFLICTS = 20
_CHANGED = ("people", "courses", "sessions", "attendance")


class SettlePage(Page):
    """What a person has to decide, one press each; everything can be decided again.

    Signals: `back_requested`, `attendance_opened(str)`, `person_opened(str)`,
    `course_opened(str)` with ids.
    """

    guide = "merge"

    back_requested = Signal()
    attendance_opened = Signal(str)
    person_opened = Signal(str)
    course_opened = Signal(str)

    shows_names = True

    def __init__(self, settling: Settling, lessons: LessonLibrary, bridge: Bridge) -> None:
        super().__init__()
        self._settling, self._bridge = settling, bridge
        self.title = _("To settle")
        self._titles = lesson_titles(lessons, current().code)
        self._cards: dict[str, ConflictCard] = {}
        self._settled: dict[str, tuple[Conflict, str]] = {}
        self._more_ways: list[QWidget] = []
        self._doing = False
        self._people = PeopleToSettle(settling, bridge, self._act)
        self._build()
        self._people.person_opened.connect(self.person_opened)
        self._people.filled.connect(self._was_filled)
        # Marks of two may differ, and now they are one person's.
        self._people.joined_or_parted.connect(self._read_conflicts)
        self._read()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        rows = QVBoxLayout(page)
        margins(rows)
        under = _("Nothing is lost: the history keeps every value, and each choice can be changed.")
        heading = Heading(self.title, under, back=_("Back"))
        heading.back_requested.connect(self.back_requested)
        rows.addWidget(heading)
        self._empty = EmptyState(
            places.assets() / "scenes" / "done.svg",
            _("A finished list"),
            _("When laptops say different things, or somebody may stand twice, you see it here."),
            title=_("Nothing to settle"),
        )
        rows.addWidget(self._empty)
        self._conflicts = QVBoxLayout()
        rows.addLayout(self._conflicts)
        rows.addWidget(self._people)
        rows.addStretch(1)
        whole.addWidget(Scroller(page))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        first = next(iter(self._cards.values()), None)
        if first is None:
            self._people.ask_calmly()
        else:
            next(iter(first.choices.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading
    def news(self, changed: frozenset[str]) -> None:
        """Read again when something came in from elsewhere, such as a merge."""
        if changed & frozenset(_CHANGED) and not self._doing:
            self._read()

    def _read(self) -> None:
        self._read_conflicts()
        self._people.read()

    def _read_conflicts(self) -> None:
        found = {one.thing: one for one in self._settling.conflicts()}
        for thing in found.keys() & self._settled.keys():
            del self._settled[thing]  # somebody said something else since
        kept = {thing: conflict for thing, (conflict, _event) in self._settled.items()}
        shown = kept | dict(list(found.items())[:_MOST_CONFLICTS])
        clear(self._conflicts)
        self._more_ways = []
        self._cards = {thing: self._conflict_card(one) for thing, one in shown.items()}
        for thing, (_conflict, event) in self._settled.items():
            self._cards[thing].show_chosen(event)
        if self._cards:
            words = _("Laptops say different things. What is right?")
            parts: list[QWidget] = [Text(words, "title", "bold"), *self._cards.values()]
            more = len(found) - _MOST_CONFLICTS
            self._more_ways = [self._more(more)] if more > 0 else []
            parts += self._more_ways
            self._conflicts.addWidget(column(*parts, gap=12))
        self._was_filled()

    def _conflict_card(self, conflict: Conflict) -> ConflictCard:
        card = ConflictCard(conflict, self._titles)
        card.chosen.connect(lambda event: self._settle(conflict, event))
        card.place_requested.connect(lambda: self._open_place(conflict))
        return card

    def _more(self, more: int) -> QWidget:
        words = ngettext("{count} more waits.", "{count} more wait.", more)
        button = Button(_("Show the next ones"), icon="chevron-down")
        button.clicked.connect(self._show_next)
        return flow(Text(words.format(count=number(more)), tight=True), button)

    def _show_next(self) -> None:
        self._settled.clear()
        self._read_conflicts()
        self._take_keyboard()

    def _was_filled(self) -> None:
        put_in_order(*self._cards.values(), *self._more_ways, self._people)
        self._empty.setVisible(not self._cards and self._people.is_empty())

    # Doing
    def _act(self, action: Callable[[], object]) -> bool:
        """Run something that this page itself shows the outcome of."""
        self._doing = True
        try:
            return self._bridge.run(lambda: (action(), True), *_CHANGED) is not None
        finally:
            self._doing = False

    def _settle(self, conflict: Conflict, event: str) -> None:
        reason = _("Settled: laptops said different things")
        if self._act(lambda: self._settling.settle(conflict.thing, event, reason)):
            self._settled[conflict.thing] = conflict, event
            self._cards[conflict.thing].show_chosen(event)

    def _open_place(self, conflict: Conflict) -> None:
        match conflict.kind:
            case "attendance" | "times" if conflict.session is not None:
                self.attendance_opened.emit(conflict.session.id)
            case "session" | "course" if conflict.course is not None:
                self.course_opened.emit(conflict.course.id)
            case _ if conflict.person is not None:
                self.person_opened.emit(conflict.person.id)

    # What was decided
    def remember(self) -> Any:
        """What was settled here and may be chosen again, and who was put off."""
        return self._settled, self._people.put_off

    def recall(self, memory: Any) -> None:
        """Show it as it was."""
        self._settled, self._people.put_off = memory
        self._read_conflicts()
        self._people.show_pair()
