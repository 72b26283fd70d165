"""All indicator sets: what comes with the program, what was added here, what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.domain.funding.set_findings import Reading
from trainer_app.i18n import _, current, isolate, pgettext
from trainer_app.i18n.formats import number
from trainer_app.services.funding.indicators import Indicators
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding.set_findings import findings_card
from trainer_app.ui.heading import Heading, clear, is_roomy, margins
from trainer_app.ui.page import Page
from trainer_app.ui.same_place import same_place
from trainer_app.ui.widgets import Button, Card, Cell, Column, Row, Scroller, Table, Text, Toast


class SetsPage(Page):
    """The sets as a table, and above it what is wrong with a file that was chosen.

    `choose_file` asks for a file to open (None). Signals: `set_opened(str)`, `back_requested`.
    """

    guide = "projects"

    set_opened = Signal(str)
    back_requested = Signal()

    def __init__(
        self,
        sets: Indicators,
        bridge: Bridge,
        choose_file: Callable[[str | None], Path | None],
    ) -> None:
        super().__init__()
        self._sets, self._bridge, self._choose_file = sets, bridge, choose_file
        self._refused: Reading | None = None
        self.title = _("Indicator sets")
        self._whole = QVBoxLayout(self)
        margins(self._whole)
        self._show()

    def news(self, changed: frozenset[str]) -> None:
        if "projects" in changed:
            with same_place(self):
                self._show()

    def _show(self) -> None:
        clear(self._whole)
        scroller = Scroller()
        if is_roomy():
            self._whole.addWidget(self._heading())
        else:
            scroller.add(self._heading())
        if self._refused is not None:
            title = _("{file} was not added").format(file=isolate(self._refused.file))
            scroller.add(findings_card(title, self._refused))
        for reading in self._sets.damaged():
            title = _("{file} cannot be used any more").format(file=isolate(reading.file))
            remove = Button(_("Remove this file"), "danger", icon="trash-2")
            name = Path(reading.file).stem
            remove.clicked.connect(lambda _checked=False, name=name: self._remove(name))
            scroller.add(findings_card(title, reading, remove))
        self.table = self._table(self._sets.all())
        scroller.add(Card(self.table, pad=8))
        words = _(
            "A funder of yours counts something else? Sets are text files. How to write one "
            "stands in the program's documents, under “indicators”."
        )
        scroller.add(Text(words, "small", colour="muted"))
        self._whole.addWidget(scroller, 1)

    def _heading(self) -> Heading:
        self.add_button = Button(_("Add from a file"), "primary", icon="plus")
        self.add_button.clicked.connect(self._add)
        words = _("What funders count. A project chooses its sets in its details.")
        heading = Heading(self.title, words, [self.add_button], back=_("All projects"))
        heading.back_requested.connect(self.back_requested)
        return heading

    def _table(self, sets: Sequence[IndicatorSet]) -> Table:
        columns = [Column("title", _("Set"), stretch=2)]
        if is_roomy():
            columns += [
                Column("source", pgettext("source", "From"), stretch=2),
                Column("counts", _("Indicators"), "end"),
                Column("asks", _("Questions"), "end"),
            ]
        columns.append(Column("own", _("Origin")))
        table = Table(columns, [_row(one, columns) for one in sets], _("Indicator sets"), full=True)
        table.chosen.connect(lambda name, _column: self.set_opened.emit(name))
        return table

    def _add(self) -> None:
        file = self._choose_file(None)
        if file is None:
            return
        reading = self._bridge.run(lambda: self._sets.add(file))
        if reading is None:
            return
        self._refused = None if reading.set is not None else reading
        if reading.set is not None:
            Toast.say(self.window(), _("The set was added."), "ok")
            self._bridge.changed.emit(frozenset({"projects"}))
        else:
            self._show()

    def _remove(self, name: str) -> None:
        self._bridge.run(lambda: self._sets.remove(name), "projects")
        self._show()


def _row(one: IndicatorSet, columns: Sequence[Column]) -> Row:
    cells = {
        "title": Cell(isolate(in_language(one.words, current().code)), strong=True),
        "source": Cell(isolate(one.source), muted=True),
        "counts": Cell(number(len(one.indicators)), sort=len(one.indicators)),
        "asks": Cell(number(len(one.questions)), sort=len(one.questions)),
        "own": Cell(_("added here") if one.own else _("with the program"), muted=not one.own),
    }
    return Row(one.name, tuple(cells[column.key] for column in columns))
