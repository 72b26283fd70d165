"""Who takes part in a project, and what is still to be asked of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.domain.funding.answers import STAGES, Stage
from trainer_app.domain.funding.asking import six_months_after
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.taking import Taking
from trainer_app.ui.asking_words import open_words, stages
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import Heading, flow, is_roomy, margins
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Now, Page
from trainer_app.ui.theme import Tone
from trainer_app.ui.widgets import Button, Cell, Column, Notice, Row, SegmentField, Table, Text

_SHOWN: dict[str, Callable[[Taking], bool]] = {
    "open": lambda one: bool(one.open),
    "all": lambda _one: True,
    "left": lambda one: one.left is not None,
}

_ALL = 1000
"""Of the height: next to nothing is left empty while the table is there."""


class AskingPeoplePage(Page):
    """Each row leads to one person.

    Signals: `person_opened(str)`, `papers_requested(list)` with who has not said yes or no yet
    (ids), `back_requested`.
    """

    guide = "asking"

    person_opened = Signal(str)
    papers_requested = Signal(list)
    back_requested = Signal()

    shows_names = True

    def __init__(
        self, asking: Asking, bridge: Bridge, project_id: str, name: str, *, now: Now
    ) -> None:
        super().__init__()
        self.title = _("People and questions")
        self._asking, self._bridge, self._id, self._now = asking, bridge, project_id, now
        self._people: Sequence[Taking] = ()
        whole = QVBoxLayout(self)
        margins(whole)
        self.papers = Button(_("Forms to sign"), icon="printer", size="small")
        self.papers.clicked.connect(lambda: self.papers_requested.emit(self._unasked()))
        self._heading = Heading(self.title, "", back=name)
        self._heading.back_requested.connect(self.back_requested)
        whole.addWidget(self._heading)
        self._nothing = Notice(
            _("This project asks nothing yet. Choose sets of figures in its details."), "primary"
        )
        whole.addWidget(self._nothing)
        self._which = SegmentField(
            _("Whom to show"),
            [
                ("open", _("To ask now"), "hourglass"),
                ("all", _("Everyone"), "users"),
                ("left", _("Who left"), "log-out"),
            ],
            "open",
        )
        self._which.changed.connect(lambda _key: self._show())
        whole.addWidget(flow(self._which, self.papers))
        self._nobody = Text("", "body", colour="muted")
        whole.addWidget(self._nobody)
        self._table = Table(_columns(), [], self.title, sort=("name", False), keeps_first=True)
        self._table.chosen.connect(lambda person, _column: self.person_opened.emit(person))
        whole.addWidget(self._table, _ALL)
        whole.addStretch(1)
        self._read()

    def news(self, changed: frozenset[str]) -> None:
        """Read again when people, answers or courses changed."""
        if changed & {"answers", "people", "courses", "projects", "attendance"}:
            self._read()

    def remember(self) -> str | None:
        """Whom the trainer chose to see."""
        return self._which.value()

    def recall(self, memory: str) -> None:
        """Show the same people again."""
        self._which.set_value(memory)
        self._show()

    def _read(self) -> None:
        found = self._bridge.run(lambda: self._asking.people(self._id))
        self._people = found or ()
        asks = any(self._asking.questions(self._id, stage) for stage in STAGES)
        self._nothing.setVisible(not asks)
        self.papers.setVisible(asks and bool(self._unasked()))
        open_now = sum(bool(one.open) for one in self._people)
        under = ngettext("{count} person", "{count} people", len(self._people)).format(
            count=number(len(self._people))
        )
        to_ask = ngettext("{count} to ask now", "{count} to ask now", open_now)
        self._heading.set_words(self.title, f"{under} · {to_ask.format(count=number(open_now))}")
        self._show()

    def _unasked(self) -> list[str]:
        return [one.person.id for one in self._people if one.agreed("answers") is None]

    def _show(self) -> None:
        fits = _SHOWN[self._which.value() or "all"]
        shown = [one for one in self._people if fits(one)]
        today = self._now().date()
        self._table.set_rows([_row(one, today) for one in shown])
        self._table.setVisible(bool(shown))
        self._nobody.set_words(
            _("Nobody has to be asked now.")
            if self._which.value() == "open"
            else _("Nobody is here yet.")
        )
        self._nobody.setVisible(not shown)


def _columns() -> list[Column]:
    columns = [Column("name", _("Name"), stretch=2)]
    if is_roomy():
        columns.append(Column("number", _("Number")))
    columns += [Column(stage, word, stretch=1) for stage, word in stages().items()]
    if is_roomy():
        columns.append(Column("left", _("Left on")))
    return columns


def _row(taking: Taking, today: date) -> Row:
    person = taking.person
    found = [Cell(person_label(person), face=person.face, strong=True)]
    if is_roomy():
        found.append(Cell(person.number))
    found += [stage_cell(taking, stage, today) for stage in STAGES]
    if is_roomy():
        left = taking.left
        found.append(
            Cell(short_date(left) if left else "–", muted=left is None, sort=str(left or ""))
        )
    return Row(person.id, tuple(found))


def stage_cell(taking: Taking, stage: Stage, today: date) -> Cell:
    """How a stage stands, for the list of people."""
    one = taking.at(stage)
    if one is not None:
        tone: Tone = "warn" if one.is_late(today) else "accent"
        many = len(one.asked) + len(one.known)
        if one.until is None:
            words = _("{count} open").format(count=number(many))
        elif one.is_late(today):
            words = _("{count} open, late").format(count=number(many))
        else:
            words = _("{count} open, until {day}").format(
                count=number(many), day=short_date(one.until)
            )
        return Cell(words, tone=tone, icon="hourglass", sort=-many, said=open_words(one, today))
    if stage != "entry" and taking.left is None:
        return Cell("–", muted=True, sort=2, said=_("Not yet"))
    if stage == "later" and taking.left is not None and six_months_after(taking.left) > today:
        day = short_date(six_months_after(taking.left))
        return Cell(_("From {day}").format(day=day), muted=True, sort=1)
    if taking.agreed("answers") is False:
        return Cell(_("Said no"), muted=True, sort=1)
    return Cell(_("Done"), tone="ok", icon="check", sort=1)
