"""The evening before: what to print, the plan in clock times, and whether the laptops are ready."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, current
from trainer_app.services.laptop_check import Checked
from trainer_app.services.preparing import Preparing, Tonight
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, column, is_roomy, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.same_place import same_place
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import Button, Scroller
from trainer_app.ui.workshop.attendance_words import session_plan, session_title
from trainer_app.ui.workshop.prepare_laptops import LaptopsCard
from trainer_app.ui.workshop.prepare_papers import PaperOffer, PapersCard, PaperWish
from trainer_app.ui.workshop.prepare_plan import EveningCard

_PLAN, _REST = 6, 5
"""How the width is shared between the plan and what stands beside it."""


class PreparePage(Page):
    """A session as it is prepared. `offer` says what there is to print for it.

    Signals: `print_requested(PaperWish)`, `course_requested(str)` with the course's id,
    `laptops_requested`: how they stand is to be asked anew, `back_requested`.
    """

    guide = "prepare"

    papers: PapersCard
    plan: EveningCard
    laptops: LaptopsCard
    print_requested = Signal(object)
    course_requested = Signal(str)
    laptops_requested = Signal()
    back_requested = Signal()

    def __init__(
        self,
        preparing: Preparing,
        bridge: Bridge,
        session_id: str,
        *,
        offer: Callable[[Tonight], PaperOffer],
        titles: Mapping[str, str],
        now: Now,
    ) -> None:
        """`titles`: what lessons are called, by id."""
        super().__init__()
        self._preparing, self._bridge, self._id = preparing, bridge, session_id
        self._offer, self._titles, self._now = offer, titles, now
        self._checked: Sequence[Checked] | None = None
        self.title = _("Prepare")
        self._whole = QVBoxLayout(self)
        margins(self._whole)
        self._show(None)

    # Showing
    def news(self, changed: frozenset[str]) -> None:
        if changed & {"courses", "sessions", "people", "pictures", "lessons"}:
            with same_place(self):
                self._show(self.papers.value())
        if changed & {"laptops", "room", "sessions"}:
            self.laptops_requested.emit()

    def show_laptops(self, checked: Sequence[Checked]) -> None:
        """How the laptops stand, once this one was measured or others have said something."""
        self._checked = checked
        self.laptops.show_laptops(checked, self._now())

    def remember(self) -> Any:
        return self.papers.value()

    def recall(self, memory: Any) -> None:
        self._show(memory)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.print.setFocus(Qt.FocusReason.OtherFocusReason))

    def _show(self, wish: PaperWish | None) -> None:
        tonight = self._preparing.tonight(self._id, current().code)
        clear(self._whole)
        self.print = Button(_("Print it all"), "primary", icon="printer")
        self.print.clicked.connect(lambda: self.print_requested.emit(self.papers.value()))
        under = session_plan(tonight.course, tonight.session)
        title = session_title(tonight.course, tonight.session)
        heading = Heading(title, under, [self.print], back=_("Today"))
        heading.back_requested.connect(self.back_requested)
        self._plan = QVBoxLayout()
        self._show_plan(tonight)
        self.papers = PapersCard(self._offer(tonight), wish)
        self.papers.changed.connect(self._say_printable)
        self.laptops = LaptopsCard(self._titles)
        if self._checked is not None:
            self.laptops.show_laptops(self._checked, self._now())
        scroller = Scroller()
        if is_roomy():
            self._whole.addWidget(heading)
            scroller.add(self._side_by_side())
        else:
            for part in (heading, self.papers, self._plan_room(), self.laptops):
                scroller.add(part)
        self._whole.addWidget(scroller, 1)
        self._say_printable()

    def _side_by_side(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().space(16))
        row.addWidget(self._plan_room(), _PLAN, Qt.AlignmentFlag.AlignTop)
        row.addWidget(column(self.papers, self.laptops), _REST, Qt.AlignmentFlag.AlignTop)
        return whole

    def _plan_room(self) -> QWidget:
        whole = QWidget()
        whole.setProperty("ground", "none")
        self._plan.setContentsMargins(0, 0, 0, 0)
        whole.setLayout(self._plan)
        return whole

    def _show_plan(self, tonight: Tonight) -> None:
        clear(self._plan)
        self.plan = EveningCard(tonight, self._titles)
        self.plan.short_chosen.connect(self._teach_in_short)
        self.plan.course_requested.connect(lambda: self.course_requested.emit(tonight.course.id))
        self._plan.addWidget(self.plan)

    def _say_printable(self) -> None:
        self.print.setEnabled(not self.papers.value().is_empty)

    # Doing
    def _teach_in_short(self, lesson: str, short: bool) -> None:
        def act() -> bool:
            self._preparing.teach_in_short(self._id, lesson, short)
            return True

        # Nothing else in sight changes, and the papers that are ticked stay.
        if self._bridge.run(act):
            self._show_plan(self._preparing.tonight(self._id, current().code))
            if lesson in self.plan.shorts:
                self.plan.shorts[lesson].setFocus(Qt.FocusReason.OtherFocusReason)
