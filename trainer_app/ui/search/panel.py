"""The search over a trainer's page: a line to type in, and what it finds, by kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app.domain.finding import Findable
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import column
from trainer_app.ui.search.result_row import ResultRow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Scroller, SearchField, Text
from trainer_app.ui.widgets.behind import stand_in_front
from trainer_app.ui.widgets.dialog import scrim
from trainer_app.ui.widgets.fields import LineEdit
from trainer_app.ui.widgets.panels import Panel
from trainer_app.ui.widgets.said_as import announce

_WIDE = 660


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind under their heading; `all` counts also those that are not shown."""

    heading: str
    icon: str
    things: tuple[Findable, ...]
    all: int


class SearchPanel(QWidget):
    """Stands in front of the window until something is chosen or Escape is pressed.

    `look` answers what was typed, also nothing. The keyboard stays in the line or goes through what
    was found by the arrows; Enter opens the first, or the one it is at. What is typed is kept
    nowhere. Signals: `chosen(Findable)`.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget, look: Callable[[str], Sequence[Group]]) -> None:
        super().__init__(window)
        self._under, self._look = window, look
        self._before = QApplication.focusWidget()
        self.rows: list[ResultRow] = []
        self.setAccessibleName(_("Search"))
        stand_in_front(self)
        self._panel = Panel("card", "line", pad=16, parent=self)
        self.field = SearchField(
            _("Search"), hint=_("A name, a day, a lesson, or what you want to do")
        )
        line = self.field.control
        assert isinstance(line, LineEdit)
        line.stepped.connect(lambda up: self._step(-up))
        hints = Qt.InputMethodHint
        # No keyboard of the system learns the names of people here.
        line.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText)
        self.field.changed.connect(self._find)
        self.field.entered.connect(lambda: self._choose_at(0))
        self._count = Text("", "small", colour="muted", tight=True)
        self._room = QVBoxLayout()
        self._scroller = Scroller()
        self._room.addWidget(self._scroller)
        self._panel.body.addWidget(self.field)
        self._panel.body.addWidget(self._count)
        self._panel.body.addLayout(self._room, 1)
        window.installEventFilter(self)
        self._find("")

    def open(self) -> None:
        """Show it, ready to type."""
        self._cover()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go, and give the keyboard back to where it was."""
        if not self.isHidden():
            self._under.removeEventFilter(self)
            self.hide()
            if self._before is not None and isValid(self._before):
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self.deleteLater()

    # Finding
    def _find(self, typed: str) -> None:
        groups = [one for one in self._look(typed) if one.things]
        self.rows = []
        parts: list[QWidget] = []
        for group in groups:
            rows = [self._row(group.icon, one) for one in group.things]
            heading = Text(group.heading, "small", "bold", colour="muted", tight=True)
            parts.append(column(heading, *rows, gap=2))
            self.rows += rows
        self._say(typed, sum(one.all for one in groups))
        old, self._scroller = self._scroller, Scroller(column(*parts, gap=12, upwards=True))
        self._room.replaceWidget(old, self._scroller)
        old.hide()
        old.deleteLater()

    def _row(self, icon: str, thing: Findable) -> ResultRow:
        row = ResultRow(icon, thing.label, thing.under)
        row.clicked.connect(lambda: self._choose(thing))
        row.stepped.connect(self._step)
        row.typed.connect(self._go_on_typing)
        return row

    def _say(self, typed: str, all_: int) -> None:
        words = ngettext("{count} found", "{count} found", all_).format(count=number(all_))
        if typed.strip() and not all_:
            words = _("Nothing was found. Try other words.")
        self._count.set_words(words if typed.strip() else "")
        self._count.setVisible(bool(typed.strip()))
        if typed.strip():
            announce(self.field.control, words)

    def _choose_at(self, place: int) -> None:
        if self.rows:
            self.rows[place].click()

    def _choose(self, thing: Findable) -> None:
        self.leave()
        self.chosen.emit(thing)

    # Keys
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard inside."""
        self._step(1 if forward else -1)
        return True

    def _step(self, by: int) -> None:
        places: list[QWidget] = [self.field.control, *self.rows]
        now = QApplication.focusWidget()
        at = places.index(now) if now in places else 0
        target = places[(at + by) % len(places)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroller.ensureWidgetVisible(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()

    def _go_on_typing(self, letter: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.set_value(self.field.value() + letter)

    # Qt
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._under:
            self._cover()
        return False

    def _cover(self) -> None:
        window, theme = self._under.rect(), current()
        self.setGeometry(window)
        margin = theme.space(24)
        wide = min(theme.px(_WIDE), window.width() - 2 * margin)
        left = (window.width() - wide) // 2
        self._panel.setGeometry(QRect(left, margin, wide, window.height() - 2 * margin))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), scrim())
