"""The lines of a lesson beside the one that is being translated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from trainer_app.domain.translating import Translated, Translation
from trainer_app.i18n import _, pgettext
from trainer_app.ui.theme import current
from trainer_app.ui.translating.words import place_words, shortened, state_words
from trainer_app.ui.widgets import Cell, Column, Row, SegmentField, Table

Filter = Literal["all", "missing", "stale"]
_LONGEST = 70


class UnitList(QWidget):
    """All lines, or those with something to do. Signals: `chosen(str)` with a unit's id."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._translation: Translation | None = None
        self._now = ""
        options = [
            ("all", pgettext("lines of a lesson", "All")),
            ("missing", pgettext("lines of a lesson", "Missing")),
            ("stale", pgettext("lines of a lesson", "Changed")),
        ]
        self.filter = SegmentField(_("Lines to show"), options, "all")
        self.filter.changed.connect(lambda _key: self._fill())
        columns = [Column("line", _("Line"), stretch=1, sortable=False)]
        self.table = Table(columns, [], _("Lines of the lesson"))
        self.table.horizontalHeader().hide()
        self.table.chosen.connect(lambda unit, _column: self.chosen.emit(unit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(8))
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)

    def show_translation(self, translation: Translation, now: str) -> None:
        """Show how far each line is, and the one that is open."""
        same = self._translation is not None and _looks(self._translation) == _looks(translation)
        self._translation, before = translation, self._now
        self._now = now
        if not same or (before != now and self.filter.value() != "all"):
            self._fill()
        self._mark()

    def shown(self) -> tuple[str, ...]:
        """The ids of the lines in sight."""
        return self.table.keys()

    def _fill(self) -> None:
        if self._translation is None:
            return
        keep = self._kept(cast(Filter, self.filter.value() or "all"))
        rows, before = [], ""
        for each in self._translation.units:
            if keep(each) or each.unit.id == self._now:
                place = place_words(self._translation, each.unit)
                rows.append(_row(each, place if place != before else ""))
                before = place
        self.table.set_rows(rows)
        self._mark()

    def _kept(self, chosen: Filter) -> Callable[[Translated], bool]:
        if chosen == "missing":
            return lambda each: each.state == "missing" and each.unit.needed
        return lambda each: chosen == "all" or each.state == chosen

    def _mark(self) -> None:
        keys = self.table.keys()
        if self._now in keys:
            index = self.table.model().index(keys.index(self._now), 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)


def _row(each: Translated, place: str) -> Row:
    words, icon, _tone = state_words(each.state)
    bare = shortened(each.unit.text.replace("**", "").replace("`", ""), _LONGEST)
    # A title says itself which page it begins.
    shown = place if each.unit.id.endswith("/title") and each.unit.section else bare
    shown = f"{place}\n{bare}" if place and shown == bare else shown or bare
    return Row(each.unit.id, (Cell(shown, icon=icon, muted=each.state == "done",
                                   said=f"{words}: {bare}"),))  # fmt: skip


def _looks(translation: Translation) -> list[tuple[str, str]]:
    return [(each.unit.id, each.state) for each in translation.units]
