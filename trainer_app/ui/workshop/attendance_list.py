"""The people of a session as rows, and where the keyboard is among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from trainer_app.domain.letters import fold, holds
from trainer_app.i18n import _
from trainer_app.ui.widgets import Card, Text
from trainer_app.ui.widgets.said_as import Role, say_as
from trainer_app.ui.workshop.attendance_details import MarkDetails
from trainer_app.ui.workshop.attendance_row import PersonRow, Standing


class PeopleList(Card):
    """Rows in the order given; one of them can be opened, one holds the keyboard.

    Signals: `marked(str, Kind)`, `cleared(str)`, `opened(str)`: a person's id, and what is asked.
    """

    marked = Signal(str, object)
    cleared = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(pad=8)
        say_as(self, Role.List)
        self.setAccessibleName(_("Attendance"))
        self.body.setSpacing(0)
        self._rows: dict[str, PersonRow] = {}
        self._details: tuple[str, MarkDetails] | None = None
        self._filter = ""
        self._nobody = Text(
            _("Nobody here is called that."), "body", colour="muted", align="center"
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.body.addWidget(self._nobody)
        self.body.addStretch(1)
        self._nobody.hide()

    # What is shown
    def show_people(self, people: Sequence[Standing]) -> None:
        """Show how everyone stands; rows are only built anew where people came or went."""
        ids = [standing.person.id for standing in people]
        same = [(row.standing.person) for row in self._rows.values()]
        if ids == list(self._rows) and same == [standing.person for standing in people]:
            for standing in people:
                self._rows[standing.person.id].show_standing(standing)
            return
        here = self.current()
        had_focus = here is not None and self._rows[here].hasFocus()
        kept = self._details
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for place, standing in enumerate(people):
            self._rows[standing.person.id] = self._row(standing, even=place % 2 == 1)
        for row in self._rows.values():
            self._column.addWidget(row)
        if kept is not None and kept[0] in self._rows:
            self._place(*kept)
        self._set_filter_on_rows()
        self._let_tab_in(here if here in self._rows else None)
        if had_focus and here in self._rows:
            self._rows[here].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, standing: Standing, *, even: bool) -> PersonRow:
        row = PersonRow(standing, even=even)
        person = standing.person.id
        row.marked.connect(lambda kind: self.marked.emit(person, kind))
        row.cleared.connect(lambda: self.cleared.emit(person))
        row.opened.connect(lambda: self.opened.emit(person))
        row.moved.connect(lambda steps: self._move(person, steps))
        row.installEventFilter(self)
        return row

    def filter(self, text: str) -> None:
        """Show only people whose name or number holds what was typed, accents and case apart."""
        self._filter = text if fold(text) else ""
        self._set_filter_on_rows()
        self._let_tab_in(None)

    def _set_filter_on_rows(self) -> None:
        for row in self._rows.values():
            person = row.standing.person
            fits = holds(person.name, self._filter) or holds(person.number, self._filter)
            row.setVisible(not self._filter or fits)
        if self._details is not None:
            person_id, details = self._details
            details.setVisible(self._rows[person_id].isVisibleTo(self))
        self._nobody.setVisible(bool(self._rows) and not self.shown())

    def shown(self) -> list[str]:
        """The ids of the people in sight, in order."""
        return [id for id, row in self._rows.items() if row.isVisibleTo(self)]

    def row(self, person_id: str) -> PersonRow:
        """The row of a person."""
        return self._rows[person_id]

    # Where the keyboard is
    def current(self) -> str | None:
        """The person whose row Tab reaches: the one that the keyboard was on last."""
        for person, row in self._rows.items():
            if row.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                return person
        return None

    def go_to(self, person_id: str) -> None:
        """Put the keyboard on a person's row and bring it into sight."""
        row = self._rows[person_id]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_sight(row)

    def go_to_first(self) -> None:
        """Put the keyboard on the first row in sight."""
        for person in self.shown()[:1]:
            self.go_to(person)

    def go_to_unmarked(self, *, in_sight: bool) -> None:
        """Put the keyboard on the first row without a mark, or on the first."""
        shown = self.shown()
        unmarked = [person for person in shown if self._rows[person].standing.mark is None]
        for person in (unmarked or shown)[:1]:
            self._rows[person].setFocus(Qt.FocusReason.OtherFocusReason)
            if in_sight:
                self._bring_into_sight(self._rows[person])

    def go_on_from(self, person_id: str) -> None:
        """Go to the next person without a mark, round the end; stay where there is none."""
        shown = self.shown()
        at = shown.index(person_id) if person_id in shown else -1
        for person in shown[at + 1 :] + shown[: at + 1]:
            if self._rows[person].standing.mark is None:
                self.go_to(person)
                return

    def _move(self, person_id: str, steps: int) -> None:
        shown = self.shown()
        at = max(0, min(len(shown) - 1, shown.index(person_id) + steps))
        self.go_to(shown[at])

    def _let_tab_in(self, person_id: str | None) -> None:
        """Only one row is reached by Tab, so that Tab leaves the list again."""
        shown = self.shown()
        target = person_id if person_id in shown else next(iter(shown), None)
        for person, row in self._rows.items():
            tab = person == target
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, PersonRow):
            self._let_tab_in(watched.standing.person.id)
        return False

    def _bring_into_sight(self, widget: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            # The scroller learns of the new height only when waiting layouts are done.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            above.ensureWidgetVisible(widget, 0, 2 * widget.height())

    # Details in place
    def open_details(self, person_id: str, details: MarkDetails) -> None:
        """Show details below a person's row, in place of any others."""
        self.close_details()
        self._place(person_id, details)
        details.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        # Its height is known only once it is laid out.
        QTimer.singleShot(0, details, lambda: self._bring_into_sight(details))

    def _place(self, person_id: str, details: MarkDetails) -> None:
        self._details = (person_id, details)
        self._column.removeWidget(details)
        self._column.insertWidget(self._column.indexOf(self._rows[person_id]) + 1, details)

    def close_details(self) -> None:
        """Fold details away and give the keyboard back to their row."""
        if self._details is None:
            return
        person, details = self._details
        self._details = None
        inside = details.isAncestorOf(self.focus_now())
        self._column.removeWidget(details)
        details.hide()
        details.deleteLater()
        if inside and person in self._rows:
            self._rows[person].setFocus(Qt.FocusReason.OtherFocusReason)

    def details(self) -> tuple[str, MarkDetails] | None:
        """Whose details are open."""
        return self._details

    def focus_now(self) -> QWidget:
        """What holds the keyboard in this window, or the list itself."""
        return self.window().focusWidget() or self
