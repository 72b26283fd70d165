"""Brings in a list of people: from a file or by typing, seen row by row before anybody comes in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.roster import Field, RosterFile
from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.rostering import Pair, RosterDraft, read_list, typed_list
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, clear, column, flow, is_roomy, margins
from trainer_app.ui.page import Now, Page
from trainer_app.ui.tab_order import put_in_order
from trainer_app.ui.widgets import Button, Card, Dialog, Notice, Scroller, Text, Toast
from trainer_app.ui.workshop.attendance_words import SEPARATOR
from trainer_app.ui.workshop.roster_editor import RowEditor
from trainer_app.ui.workshop.roster_preview import ColumnsCard, PairsCard, rows_table, table_rows
from trainer_app.ui.workshop.roster_source import FILE, RosterSource

CANCEL, OUT, BACK_IN, RIGHT, SAVE = "cancel", "out", "in", "right", "save"


class RosterPage(Page):
    """A list of people for one course. `choose_file` asks for a file, or gives None.

    Signals: `brought_in(int)`: how many people; `back_requested`.
    """

    guide = "roster"

    brought_in = Signal(int)
    back_requested = Signal()

    shows_names = True

    def __init__(
        self,
        enrolling: Enrolling,
        bridge: Bridge,
        course_id: str,
        choose_file: Callable[[], Path | None],
        *,
        now: Now,
    ) -> None:
        super().__init__()
        self._enrolling, self._bridge, self._course = enrolling, bridge, course_id
        self._choose_file, self._now = choose_file, now
        self.title = _("Bring in people")
        self.draft: RosterDraft | None = None
        self.dialog: Dialog | None = None
        self._typed, self._way = "", FILE
        self._columns_open = False
        self._whole = QVBoxLayout(self)
        margins(self._whole)
        self._show_source()

    def remember(self) -> Any:
        if self.draft is None:
            self._way, self._typed = self.source.way.value() or FILE, self.source.names.value()
        return (self._way, self._typed, self.draft, self._columns_open)

    def recall(self, memory: Any) -> None:
        way, typed, self.draft, self._columns_open = memory
        self._typed, self._way = typed, way
        if self.draft is None:
            self._show_source()
        else:
            self._show_preview()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        if self.draft is None:
            self.source.show_way(self.source.way.value() or FILE)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Where it comes from
    def _show_source(self) -> None:
        clear(self._whole)
        heading = Heading(self.title, back=_("Back to the course"))
        heading.back_requested.connect(self.back_requested)
        self.source = RosterSource()
        self.source.asked.connect(self._ask)
        self.source.dropped.connect(self.read)
        self.source.typed.connect(lambda text: self._look_at(typed_list(text)))
        self.source.names.set_value(self._typed)
        self.source.setProperty("ground", "none")
        self._whole.addWidget(heading)
        self._whole.addWidget(Scroller(self.source), 1)
        self.source.show_way(self._way)

    def _ask(self) -> None:
        path = self._choose_file()
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file beside the screen and show what stands in it."""
        self._bridge.work(lambda: read_list(path), self._look_at)

    def _look_at(self, file: RosterFile) -> None:
        self._way, self._typed = self.source.way.value() or FILE, self.source.names.value()
        self.draft = RosterDraft(file, self._now().year, self._enrolling.people())
        self._columns_open = not self.draft.has_names
        self._show_preview()

    # Looking at it
    def _show_preview(self) -> None:
        draft = self._known()
        clear(self._whole)
        self._columns = Button(_("Columns"), icon="list")
        self._columns.clicked.connect(self._toggle_columns)
        again = Button(_("Another list"), icon="undo-2")
        again.clicked.connect(self._start_again)
        self._heading = Heading(
            self.title, self._said(draft), [self._columns, again], back=_("Back to the course")
        )
        self._heading.back_requested.connect(self.back_requested)
        scroller = Scroller()
        if is_roomy():
            self._whole.addWidget(self._heading)
        else:
            scroller.add(self._heading)
        if not draft.has_names:
            scroller.add(Notice(_("No column of names was found. Choose it here."), "warn"))
        if self._columns_open:
            columns = ColumnsCard(draft)
            columns.chosen.connect(self._take_column)
            scroller.add(columns)
        self._pairs = column()
        self.table = rows_table(draft)
        self.table.chosen.connect(lambda line, _column: self.open_row(int(line)))
        scroller.add(self._pairs)
        scroller.add(Card(self.table, pad=8))
        self._foot = column()
        self._whole.addWidget(scroller, 1)
        if is_roomy():
            self._whole.addWidget(self._foot)
        else:
            scroller.add(self._foot)
        self._ask_pairs()
        self._count()
        self.table.setFocus()

    def _ask_pairs(self) -> None:
        """Ask about the pairs that there are now."""
        _empty(self._pairs)
        draft = self._known()
        self._pairs.setVisible(bool(draft.pairs()))
        if draft.pairs():
            pairs = PairsCard(draft)
            pairs.decided.connect(self._decide)
            _into(self._pairs, pairs)
            put_in_order(self._pairs, self.table, self._foot)

    def _count(self) -> None:
        """Say how many rows are doubtful, and how many people would come in."""
        draft = self._known()
        self._heading.set_words(self.title, self._said(draft))
        _empty(self._foot)
        _into(self._foot, self._bringing(draft))

    def _said(self, draft: RosterDraft) -> str:
        rows = ngettext("{count} row", "{count} rows", len(draft.rows))
        looks = ngettext("{count} to look at", "{count} to look at", len(draft.to_look_at()))
        parts = [
            isolate(draft.file.name) if draft.file.name else _("Typed list"),
            rows.format(count=number(len(draft.rows))),
            looks.format(count=number(len(draft.to_look_at()))),
        ]
        if draft.left_out:
            words = _("{count} left out").format(count=number(len(draft.left_out)))
            parts.append(words)
        return SEPARATOR.join(parts)

    def _bringing(self, draft: RosterDraft) -> QWidget:
        count = len(draft.incoming())
        words = ngettext("Bring in {count} person", "Bring in {count} people", count)
        self.bring = Button(words.format(count=number(count)), "primary", icon="user-plus")
        self.bring.setEnabled(count > 0)
        self.bring.clicked.connect(self._bring_in)
        parts: list[QWidget] = [self.bring]
        undecided = len(draft.undecided())
        if undecided:
            said = ngettext(
                "{count} pair is not decided: it comes in as two people.",
                "{count} pairs are not decided: they come in as two people each.",
                undecided,
            )
            parts.append(Text(said.format(count=number(undecided)), colour="muted"))
        return flow(*parts, gap=16)

    def _known(self) -> RosterDraft:
        assert self.draft is not None
        return self.draft

    # Deciding
    def _toggle_columns(self) -> None:
        self._columns_open = not self._columns_open
        self._show_preview()

    def _take_column(self, place: int, wanted: Field | None) -> None:
        self._known().take_column_for(place, wanted)
        self._show_preview()

    def _decide(self, pair: Pair, same: bool) -> None:
        self._known().decide(pair, same)
        self._count()

    def _start_again(self) -> None:
        self.draft = None
        self._show_source()

    def open_row(self, line: int) -> None:
        """Look at one row, put it right, or leave it out."""
        draft = self._known()
        row, out = draft.row(line), line in draft.left_out
        doubts = draft.doubts(line)
        editor = RowEditor(row, doubts, draft.year)
        save = Button(_("Save"), "primary", icon="check")
        editor.fit.connect(save.setEnabled)
        buttons = [(CANCEL, Button(_("Cancel"), "quiet"))]
        if out:
            buttons.append((BACK_IN, Button(_("Bring it in after all"), icon="undo-2")))
        else:
            buttons.append((OUT, Button(_("Leave this row out"), icon="x")))
        if doubts:
            buttons.append((RIGHT, Button(_("It is right as it stands"), icon="check")))
        buttons.append((SAVE, save))
        title = _("Line {line}").format(line=number(line))
        self.dialog = Dialog(self.window(), title, editor, buttons, escape=CANCEL, width=760)
        self.dialog.answered.connect(lambda answer: self._row_answered(line, answer, editor))
        self.dialog.open(editor.name)

    def _row_answered(self, line: int, answer: str, editor: RowEditor) -> None:
        draft = self._known()
        self.dialog = None
        if answer == CANCEL:
            return
        if answer == SAVE and editor.value() != draft.row(line):
            draft.edit(editor.value())
        elif answer in (SAVE, RIGHT):
            draft.settle(line)
        else:
            draft.leave_out(line, answer == OUT)
        self.table.set_rows(table_rows(draft))
        self._ask_pairs()
        self._count()

    def _bring_in(self) -> None:
        incoming = self._known().incoming()
        people = self._bridge.run(
            lambda: self._enrolling.bring_in(incoming, self._course), "people", "courses"
        )
        if people is None:
            return
        count = len(people)
        words = ngettext("{count} person came in", "{count} people came in", count)
        Toast.say(self.window(), words.format(count=number(count)))
        self.draft = None
        self.brought_in.emit(count)


def _empty(room: QWidget) -> None:
    layout = room.layout()
    assert layout is not None
    clear(layout)


def _into(room: QWidget, part: QWidget) -> None:
    layout = room.layout()
    assert layout is not None
    layout.addWidget(part)
