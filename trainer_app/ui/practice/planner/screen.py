"""The screen of a planner stage: steps in a row, and below them the one that is open."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.domain.practice.planner_state import (
    Action,
    Pick,
    Place,
    Restore,
    Run,
    Spend,
    TakeOff,
    Write,
)
from trainer_app.domain.practice.planner_view import PlanView, StepView
from trainer_app.i18n import _
from trainer_app.ui.practice.keyboard.practice_field import PracticeField
from trainer_app.ui.practice.pieces.shelf import GOES_BACK, KeptFocus, Part, Shelf, controls_in
from trainer_app.ui.practice.planner.calendar_parts import Choosing, calendar_parts
from trainer_app.ui.practice.planner.parts import card_key, field_key, step_parts
from trainer_app.ui.practice.planner.step_bar import TRY, StepBar, StepLook, step_look
from trainer_app.ui.practice.planner.try_parts import try_parts
from trainer_app.ui.practice.stage_screen import Material, StageScreen, Touch
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, FlowRow, Scroller, Text


@dataclass(frozen=True, slots=True)
class Memory:
    """Which page was open, what was in the hand, and what was being written."""

    at: str
    choosing: Choosing
    text: str = field(repr=False)


class PlannerScreen(StageScreen):
    """A plan, one step at a time.

    Signals: those of StageScreen.
    """

    def __init__(self, material: Material, parent: QWidget | None = None) -> None:
        super().__init__(material, parent)
        self._view: PlanView | None = None
        self._at = TRY
        self._choosing = Choosing()
        self._bar, self._page = Shelf(0), Shelf(12)
        self._title = Text("", "title", "bold")
        self._before = Button(_("Step before"), "quiet", icon="arrow-left")
        self._after = Button(_("Next step"), "secondary", icon="arrow-right", icon_last=True)
        self._before.clicked.connect(lambda: self._step(-1))
        self._after.clicked.connect(lambda: self._step(1))
        self._along = self._take_along()
        self._room = Scroller(self._around())
        column = QVBoxLayout(self)
        column.setContentsMargins(*[current().space(8)] * 4)
        column.addWidget(self._room)

    def show_view(self, view: PlanView) -> None:
        """Show how things are now; what has not changed is not drawn anew."""
        if self._view is None:
            self._at = view.steps[0].id
        self._choosing = self._still_chosen(view)
        self._view = view
        self._draw()

    def touch(self, action: Action) -> Touch | None:
        """The control of an action, or first the step where it is."""
        page = self._page_of(action)
        if page != self._at:
            return self._press(self._bar.control(("step", page)))
        match action:
            case Pick(option):
                return self._press(self._page.control(card_key(option)))
            case TakeOff(thing) if self._page.control(card_key(thing)) is not None:
                return self._press(self._page.control(card_key(thing)))
            case TakeOff(item) if self._choosing.item != item:
                return self._press(self._page.control(("item", item)))
            case Write(step, text):
                return self._writing(step, text)
            case Place(item, day, hour):
                return self._placing(item, day, hour)
            case _:
                return self._press(self._page.control(action))

    def focus_first(self) -> None:
        """What the open step begins with."""
        ways = [*controls_in(self._page)]
        onward = [each for each in ways if not each.property(GOES_BACK)]
        for each in (onward or ways or [self._after])[:1]:
            each.setFocus(Qt.FocusReason.OtherFocusReason)

    def remember(self) -> Memory:
        """The open step, what is in the hand, and a text that is not done yet."""
        written = self._field()
        return Memory(self._at, self._choosing, written.value() if written else "")

    def recall(self, memory: Memory) -> None:
        """Go back there."""
        if self._view is None or memory.at not in self._pages():
            return
        self._at, self._choosing = memory.at, memory.choosing
        self._draw()
        written = self._field()
        # Straight into the control: the field has not said this text yet.
        if written is not None and isinstance(written.control, QPlainTextEdit):
            written.control.setPlainText(memory.text)

    def _around(self) -> QWidget:
        theme = current()
        box = QWidget()
        box.setProperty("ground", "none")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, theme.space(8), theme.space(16))
        column.setSpacing(theme.space(10))
        column.addWidget(self._bar)
        column.addWidget(self._title)
        column.addWidget(self._page)
        ways = QWidget()
        ways.setProperty("ground", "none")
        row = FlowRow(ways, 8, at_end=True)
        row.addWidget(self._before)
        row.addWidget(self._after)
        column.addStretch(1)
        column.addWidget(ways)
        column.addWidget(self._along)
        return box

    def _take_along(self) -> QWidget:
        """The ways to take the plan along, as far as it is filled."""
        ways = QWidget()
        ways.setProperty("ground", "none")
        row = FlowRow(ways, 8, at_end=True)
        offers = [("print", "printer", _("Print my plan"))]
        if self.material.keeps:
            offers.append(("keep", "bookmark", _("Keep my plan")))
        for what, icon, words in offers:
            button = Button(words, "quiet", icon=icon)
            button.clicked.connect(lambda _=False, what=what: self._ask_paper(what))
            row.addWidget(button)
        return ways

    def _ask_paper(self, what: str) -> None:
        """What is being written stands on the paper too."""
        written = self._field()
        if written is not None:
            written.finish()
        self.paper_asked.emit(what)

    def _pages(self) -> list[str]:
        """The steps in order, and the page on which the plan is tried out, if it can be.

        It comes before the steps that open with it.
        """
        if self._view is None:
            return []
        steps = self._view.steps
        if not self._view.runs:
            return [step.id for step in steps]
        first = [step.id for step in steps if not step.after_run]
        return [*first, TRY, *(step.id for step in steps if step.id not in first)]

    def _draw(self) -> None:
        view = self._view
        assert view is not None
        step = self._open(view)
        with KeptFocus(self, self._before):
            self._bar.put([self._bar_part(view)])
            self._title.set_words(self.material.line(step.word) if step else _("Try the plan out"))
            self._page.put(self._parts(view, step))
        if step is not None and (written := self._field()) is not None:
            written.set_value(step.text)
        at = self._pages().index(self._at)
        self._along.setVisible(any(each.filled for each in view.steps))
        self._before.setEnabled(at > 0)
        self._after.setEnabled(at < len(self._pages()) - 1)

    def _open(self, view: PlanView) -> StepView | None:
        return next((each for each in view.steps if each.id == self._at), None)

    def _parts(self, view: PlanView, step: StepView | None) -> list[Part]:
        if step is None:
            return try_parts(view, self.material, self.acted.emit)
        if step.takes == "calendar":
            hold = self._hold
            return calendar_parts(view, self._choosing, self.material, hold, self.acted.emit)
        return step_parts(view, step, self.material, self.acted.emit)

    def _bar_part(self, view: PlanView) -> Part:
        by_id = {step.id: step for step in view.steps}
        looks: list[tuple[str, StepLook]] = []
        for page in self._pages():
            here = page == self._at
            if page == TRY:
                look = StepLook(_("Try the plan out"), 0, "play", here, bool(view.tried))
            else:
                number = sum(1 for key, _look in looks if key != TRY) + 1
                name = self.material.text(by_id[page].word)
                look = step_look(by_id[page], number, name, here=here)
            looks.append((page, look))
        return Part("bar", tuple(looks), lambda: StepBar(looks, self._turn))

    def _turn(self, page: str) -> None:
        """Another step; what was being written is done first."""
        written = self._field()
        if written is not None:
            written.finish()
        if page == self._at:
            return
        self._at = page
        self._draw()
        self._room.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.focus_first()

    def _step(self, way: int) -> None:
        pages = self._pages()
        self._turn(pages[max(0, min(pages.index(self._at) + way, len(pages) - 1))])

    def _hold(self, choosing: Choosing) -> None:
        self._choosing = choosing
        self._draw()

    def _still_chosen(self, view: PlanView) -> Choosing:
        """After a post was placed the next one is in the hand; the time stays."""
        before = self._view
        days = {each.id: each.day for each in before.items} if before else {}
        chosen = self._choosing
        placed = [each for each in view.items if each.day and not days.get(each.id)]
        if chosen.item and not any(each.id == chosen.item for each in placed):
            return chosen
        waiting = next((each.id for each in view.items if not each.day), "")
        return replace(chosen, item=waiting or chosen.item)

    def _page_of(self, action: Action) -> str:
        assert self._view is not None
        steps = self._view.steps
        match action:
            case Run() | Restore():
                return TRY
            case Write(step, _):
                return step
            case Spend():
                return next(each.id for each in steps if each.takes == "budget")
            case Pick(option) | TakeOff(option):
                cards = (each for each in steps if each.takes == "cards")
                for each in cards:
                    if any(option == card.id for card in each.options):
                        return each.id
        return next(each.id for each in steps if each.takes == "calendar")

    def _field(self) -> PracticeField | None:
        found = self._page.control(field_key(self._at))
        return found if isinstance(found, PracticeField) else None

    def _writing(self, step: str, text: str) -> Touch | None:
        written = self._page.control(field_key(step))
        if not isinstance(written, PracticeField):
            return None
        if written.value() != text:
            return Touch(written.control, "type", text)
        return Touch(written.ready)

    def _placing(self, item: str, day: int, hour: str) -> Touch | None:
        if self._choosing.item != item:
            return self._press(self._page.control(("item", item)))
        if self._choosing.hour != hour:
            return self._press(self._page.control(("hour", hour)))
        return self._press(self._page.control(("day", day)))

    @staticmethod
    def _press(widget: QWidget | None) -> Touch | None:
        return Touch(widget) if widget is not None else None
