"""Lessons in an order that can be changed: by buttons, by keys, and by dragging."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.lessons import Lesson
from trainer_app.domain.paths import PathPart, part_minutes, shifted, with_core
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.heading import flow, is_roomy
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import CheckField, Icon, IconButton, Panel, Text
from trainer_app.ui.workshop.path_words import minutes_said, title_of


class Grip(QWidget):
    """Where a row is taken to be dragged. Signals: `dragged(int)` to a height on the screen,
    `dropped`.
    """

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Icon("grip-vertical", "muted", 24))
        self.setFixedWidth(current().px(28))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()
        event.accept()


class LessonRow(Panel):
    """One lesson in its place. Signals: `move_requested(int)` by how many places,
    `core_chosen(bool)`, `remove_requested`.
    """

    move_requested = Signal(int)
    core_chosen = Signal(bool)
    remove_requested = Signal()

    def __init__(self, part: PathPart, title: str, lesson: Lesson | None, *, cores: bool) -> None:
        super().__init__("card", "line", radius=10, upright=False, pad=6)
        self.body.setSpacing(current().space(8))
        self.part, self._title, self._lesson = part, title, lesson
        self.grip = Grip()
        self._place = Text("", "body", "bold", colour="primary", tight=True)
        self._minutes = Text("", "small", colour="muted", tight=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(title, "body", "semibold", tight=True))
        words.addWidget(self._minutes)
        self.core = CheckField(_("Short form"), part.core)
        self.core.setAccessibleName(_("Short form of {lesson}").format(lesson=title))
        self.core.toggled.connect(self.core_chosen)
        self._up = self._button("move-up", _("Move {lesson} up"))
        self._up.clicked.connect(lambda: self.move_requested.emit(-1))
        self._down = self._button("move-down", _("Move {lesson} down"))
        self._down.clicked.connect(lambda: self.move_requested.emit(1))
        remove = self._button("x", _("Take {lesson} out"))
        remove.clicked.connect(self.remove_requested)
        for button, keys in ((self._up, "Alt+↑"), (self._down, "Alt+↓"), (remove, "Del")):
            button.show_keys(keys)
        parts: list[QWidget] = [self._up, self._down, remove]
        if cores and lesson is not None:
            parts.insert(0, self.core)
        else:
            self.core.setParent(None)
        middle = QHBoxLayout() if is_roomy() else QVBoxLayout()
        middle.addLayout(words, 1)
        middle.addWidget(flow(*parts, gap=2), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self.grip)
        self.body.addWidget(self._place)
        self.body.addLayout(middle, 1)

    def _button(self, icon: str, words: str) -> IconButton:
        said = words.format(lesson=self._title)
        return IconButton(icon, said, under=False, show_word=False, parent=self)

    def show_part(self, part: PathPart, at: int, of: int) -> None:
        """Show its place, counted from 0, and how long it takes."""
        self.part = part
        held = self._up.hasFocus() or self._down.hasFocus()
        self._up.setEnabled(at > 0)
        self._down.setEnabled(at < of - 1)
        if held and not (self._up.hasFocus() or self._down.hasFocus()):
            other = self._down if at == 0 else self._up
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place.set_words(_("{place}.").format(place=number(at + 1)))
        if self._lesson is not None:
            minutes = part_minutes(part, {self._lesson.id: self._lesson})
            self._minutes.set_words(minutes_said(minutes))
        self._minutes.setVisible(self._lesson is not None)
        self.setAccessibleName(f"{self._place.text()} {self._title}")


class LessonRows(QWidget):
    """The lessons chosen. Alt with up or down moves the one with the keyboard, Delete takes it out.

    `cores`: whether each may be in its short form. `after`: the control that Tab comes from.
    Signals: `changed`.
    """

    changed = Signal()

    def __init__(
        self,
        lessons: Mapping[str, Lesson],
        titles: Mapping[str, str],
        *,
        cores: bool,
        after: QWidget,
    ) -> None:
        super().__init__()
        self._lessons, self._titles, self._cores = lessons, titles, cores
        self._after = after
        self._parts: tuple[PathPart, ...] = ()
        self._rows: dict[str, LessonRow] = {}
        self._dragging = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(6))
        self._make_keys()

    @property
    def parts(self) -> tuple[PathPart, ...]:
        """The lessons in their order."""
        return self._parts

    def row(self, lesson: str) -> LessonRow:
        """The row of a lesson; KeyError if it is not chosen."""
        return self._rows[lesson]

    def set_parts(self, parts: Sequence[PathPart]) -> None:
        """Show other lessons."""
        self._parts = tuple(parts)
        wanted = {part.lesson for part in parts}
        for id in [id for id in self._rows if id not in wanted]:
            row = self._rows.pop(id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for part in parts:
            if part.lesson not in self._rows:
                self._rows[part.lesson] = self._make(part)
        self._lay()

    def _make(self, part: PathPart) -> LessonRow:
        id = part.lesson
        title = title_of(id, self._titles)
        row = LessonRow(part, title, self._lessons.get(id), cores=self._cores)
        row.move_requested.connect(lambda by: self._shift(id, self._at(id) + by))
        row.core_chosen.connect(lambda on: self._change(with_core(self._parts, id, on)))
        row.remove_requested.connect(lambda: self.take_out(id))
        row.grip.dragged.connect(lambda y: self._drag(id, y))
        row.grip.dropped.connect(self._drop)
        return row

    def take_out(self, lesson: str) -> None:
        """Choose a lesson no longer; the keyboard goes to its neighbour."""
        at = self._at(lesson)
        held = self._rows[lesson].isAncestorOf(self.focusWidget() or self)
        self._change([part for part in self._parts if part.lesson != lesson])
        if held and self._parts:
            neighbour = self._rows[self._parts[min(at, len(self._parts) - 1)].lesson]
            neighbour.focusNextChild()

    # Order
    def _at(self, lesson: str) -> int:
        return [part.lesson for part in self._parts].index(lesson)

    def _shift(self, lesson: str, to: int) -> None:
        after = shifted(self._parts, self._at(lesson), to)
        if after != self._parts:
            self._change(after)

    def _drag(self, lesson: str, y: int) -> None:
        """The row goes where the pointer is; what it takes is said once it is dropped."""
        self._dragging = True
        height = self.mapFromGlobal(self.rect().topLeft()).y() + y
        above = sum(
            row.geometry().center().y() < height for id, row in self._rows.items() if id != lesson
        )
        after = shifted(self._parts, self._at(lesson), above)
        if after != self._parts:
            self._parts = after
            self._lay()

    def _drop(self) -> None:
        if self._dragging:
            self._dragging = False
            self.changed.emit()

    def _change(self, parts: Sequence[PathPart]) -> None:
        self.set_parts(parts)
        self.changed.emit()

    def _lay(self) -> None:
        for at, part in enumerate(self._parts):
            row = self._rows[part.lesson]
            if self._column.indexOf(row) != at:
                self._column.removeWidget(row)
                self._column.insertWidget(at, row)
            row.show_part(part, at, len(self._parts))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab follows what is in sight, not the order in which rows were made."""
        last = self._after
        for part in self._parts:
            for control in _controls(self._rows[part.lesson]):
                QWidget.setTabOrder(last, control)
                last = control

    def _make_keys(self) -> None:
        keys = [
            (QKeySequence("Alt+Up"), lambda held: self._shift(held, self._at(held) - 1)),
            (QKeySequence("Alt+Down"), lambda held: self._shift(held, self._at(held) + 1)),
            (QKeySequence(Qt.Key.Key_Delete), self.take_out),
        ]
        for key, act in keys:
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda act=act: self._with_held(act))

    def _with_held(self, act: Callable[[str], None]) -> None:
        """Do something to the lesson that has the keyboard."""
        now = self.focusWidget()
        held = [id for id, row in self._rows.items() if now is not None and row.isAncestorOf(now)]
        if held:
            act(held[0])


def _controls(row: LessonRow) -> list[QWidget]:
    tabs = Qt.FocusPolicy.TabFocus
    return [one for one in row.findChildren(QWidget) if one.focusPolicy() & tabs]
