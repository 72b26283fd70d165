"""Tables of a project that anybody may read: small groups are hidden, and so is what tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import copy_context
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_app import places
from trainer_app.domain.funding.projects import Project
from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import number
from trainer_app.services.funding.publication import Publication
from trainer_app.services.funding.published_files import published_table
from trainer_app.services.funding.publishing import Publishing
from trainer_app.services.reporting import Scope
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.funding_words import figure_word, table_titles
from trainer_app.ui.heading import Heading, clear, flow, margins
from trainer_app.ui.page import Page
from trainer_app.ui.reports.breakdown_cards import figures_table, titled_card
from trainer_app.ui.reports.published_words import period_word, published_words
from trainer_app.ui.saved_files import saved_notice
from trainer_app.ui.scope_fields import fields_card
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import (
    Button,
    ChoiceField,
    EmptyState,
    FlowGrid,
    Scroller,
    StatCard,
    Text,
)

_WHOLE = "whole"
_NARROW = 3
"""Columns of figures that have room in half of the width, in any language."""


class PublishedPage(Page):
    """Chooses a period of a project that is over, shows its tables and saves them.

    `titles`: of courses by id. `choose_file` asks where to save, given a suggested name. Signals:
    `back_requested`, `exported(object)` with the list of files written.
    """

    guide = "files"

    back_requested = Signal()
    exported = Signal(object)

    def __init__(
        self,
        publishing: Publishing,
        project: Project,
        titles: Mapping[str, str],
        bridge: Bridge,
        choose_file: Callable[[str], Path | None],
    ) -> None:
        super().__init__()
        self.title = _("Tables for everybody")
        self._publishing, self._project, self._titles = publishing, project, titles
        self._bridge, self._choose_file = bridge, choose_file
        self._made: Publication | None = None
        self._periods = {one.key: one for one in publishing.periods(project.id)}
        self._over = publishing.is_over(project)
        self._build()
        self._show()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        margins(column)
        heading = Heading(self.title, isolate(self._project.name), back=_("Back to the project"))
        heading.back_requested.connect(self.back_requested)
        column.addWidget(heading)
        column.addWidget(Text(_explained(self._project.rules.smallest_cell), colour="muted"))
        options = [(key, period_word(one)) for key, one in self._periods.items()]
        if self._over:
            options.insert(0, (_WHOLE, _("The whole project")))
        first = options[0][0] if options else None
        self.period = ChoiceField(_("Period"), options, first)
        self.period.changed.connect(lambda _key: self._show())
        card = fields_card(self.period)
        column.addWidget(card)
        card.setVisible(bool(options))
        self._body = QVBoxLayout()
        self._body.setSpacing(current().space(16))
        column.addLayout(self._body)
        column.addStretch(1)
        whole.addWidget(Scroller(page))

    def _show(self) -> None:
        clear(self._body)
        key = self.period.value()
        if key is None:
            self._body.addWidget(_nothing(_("Nothing is over yet"), _until_over()))
            return
        period = self._periods.get(key)
        days = (period.since, period.until) if period else (None, None)
        scope = Scope(project=self._project.id, since=days[0], until=days[1])
        self._made = made = self._publishing.of(scope)
        if not made.tables:
            self._body.addWidget(_nothing(_("Too few people to show"), _too_few()))
            return
        self._body.addWidget(_three(made))
        self._body.addWidget(self._savers())
        self._notice = QVBoxLayout()
        self._body.addLayout(self._notice)
        # Tables of many columns would have to be scrolled to the side in half of the width.
        wide = [len(table.columns) > _NARROW for table in made.tables]
        for full, most in ((False, 2), (True, 1)):
            grid = FlowGrid(420, 16, most=most)
            grid.add(*(self._card(at) for at, each in enumerate(wide) if each == full))
            self._body.addWidget(grid)

    def _card(self, at: int) -> QWidget:
        assert self._made is not None
        table = self._made.tables[at]
        return titled_card(table_titles()[table.key], figures_table(table, self._titles))

    def _savers(self) -> QWidget:
        buttons = []
        for ending, word, icon in (
            ("xlsx", _("Save for Excel (XLSX)"), "file-spreadsheet"),
            ("csv", _("Save as text table (CSV)"), "file-text"),
            ("pdf", _("Save for paper (PDF)"), "file-down"),
        ):
            button = Button(word, "primary" if ending == "xlsx" else "secondary", icon=icon)
            button.clicked.connect(lambda _=False, ending=ending: self._save(ending))
            buttons.append(button)
        return flow(*buttons, gap=12)

    def _save(self, ending: str) -> None:
        made = self._made
        name = made.period.key if made and made.period else _WHOLE
        file = self._choose_file(f"published_{name}.{ending}")
        if made is None or file is None:
            return
        if file.suffix.lower() != f".{ending}":
            file = file.with_name(f"{file.name}.{ending}")
        words = published_words(made, self._titles)
        rows = len(published_table(made, words).rows)
        speaking = copy_context()
        self._bridge.work(
            lambda: speaking.run(self._publishing.write, made, words, file, ending),
            lambda files: self._say_written(files, rows),
        )

    def _say_written(self, files: list[Path], rows: int) -> None:
        # Another period may have been chosen, or the page be gone, while the file was written.
        if isValid(self) and isValid(self._notice):
            clear(self._notice)
            self._notice.addWidget(saved_notice(files, rows))
            self.exported.emit(files)

    def remember(self) -> Any:
        """The period."""
        return self.period.value()

    def recall(self, memory: Any) -> None:
        """Choose the same period again, if there is one still."""
        if memory in (_WHOLE, *self._periods) and memory != self.period.value():
            self.period.set_value(memory)
            self._show()


def _three(made: Publication) -> QWidget:
    three = FlowGrid(260, 12, most=3)
    three.add(
        StatCard("users", figure_word(made.people), _("people who came"), "primary"),
        StatCard("calendar-check", figure_word(made.attendances), _("attendances"), "primary"),
        StatCard("clock", figure_word(made.hours), _("participant-hours"), "primary"),
    )
    return three


def _explained(smallest: int) -> str:
    return _(
        "Groups of fewer than {smallest} people are hidden, and so is what would give them away: a "
        "dash stands there. These tables come for whole periods that are over, so that no two of "
        "them can be subtracted."
    ).format(smallest=number(smallest))


def _until_over() -> str:
    return _("Come back when the month is over. Figures that still change could be compared.")


def _too_few() -> str:
    return _(
        "So few people came in this period, or in one beside it, that the figures would tell of "
        "single people. Choose a longer period."
    )


def _nothing(title: str, words: str) -> EmptyState:
    scene = places.assets() / "scenes" / "empty-sessions.svg"
    return EmptyState(scene, _("An empty calendar"), words, title=title)
