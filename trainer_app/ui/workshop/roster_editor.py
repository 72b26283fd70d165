"""One row of a list, to look at and to put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.roster import OLDEST, Doubt, RosterRow
from trainer_app.i18n import _, own_names
from trainer_app.i18n.formats import figures
from trainer_app.i18n.ordering import name_key
from trainer_app.ui.labels import doubt_words, genders
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import ChoiceField, FlowGrid, Notice, TextField

UNKNOWN = ""


class RowEditor(QWidget):
    """The fields of a row, under what is doubtful about it.

    Signals: `fit(bool)`: whether what is typed can be saved.
    """

    fit = Signal(bool)

    def __init__(self, row: RosterRow, doubts: Sequence[Doubt], year: int) -> None:
        super().__init__()
        self._row, self._now = row, year
        none = (UNKNOWN, _("Not known"))
        languages = sorted(own_names().items(), key=lambda item: name_key(item[1]))
        self.name = TextField(_("Name"), row.name, longest=120)
        born = "" if row.birth_year is None else figures(str(row.birth_year))
        self.year = TextField(_("Year of birth"), born, longest=4, latin=True)
        self.year.changed.connect(lambda _text: self._check_year())
        self.gender = ChoiceField(_("Gender"), [none, *genders().items()], row.gender or UNKNOWN)
        self.language = ChoiceField(_("Language"), [none, *languages], self._language())
        self.phone = TextField(_("Phone"), row.phone, latin=True, longest=60)
        self.note = TextField(_("Note"), row.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(12))
        for doubt in doubts:
            column.addWidget(Notice(doubt_words(doubt, row), "warn"))
        grid = FlowGrid(240, 12)
        grid.add(self.name, self.year, self.gender, self.language, self.phone, self.note)
        column.addWidget(grid)

    def _language(self) -> str:
        return self._row.language if self._row.language in own_names() else UNKNOWN

    def _check_year(self) -> None:
        fits = self._year() is not None or not self.year.value().strip()
        words = _("Write a year such as 1988, or leave it empty.")
        self.year.set_error(None if fits else words)
        self.fit.emit(fits)

    def _year(self) -> int | None:
        typed = self.year.value().strip()
        born = int(typed) if typed.isdecimal() else 0
        return born if self._now - OLDEST <= born < self._now else None

    def value(self) -> RosterRow:
        """The row as typed."""
        language = self.language.value() or None
        # A language that the list of names does not hold is kept as it was read.
        if language is None and self._language() == UNKNOWN:
            language = self._row.language
        return replace(
            self._row,
            name=" ".join(self.name.value().split()),
            birth_year=self._year(),
            gender=self.gender.value() or None,
            language=language,
            phone=self.phone.value().strip(),
            note=self.note.value().strip(),
        )
