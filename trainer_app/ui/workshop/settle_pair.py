"""Two people who may be one, side by side, and the question; and those who were joined."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, isolate
from trainer_app.i18n.formats import clock, number, short_date
from trainer_app.services.settling import Joined, Pair, Side
from trainer_app.store.unsettled import Entry
from trainer_app.ui.heading import column, flow, is_roomy
from trainer_app.ui.labels import person_label
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Avatar, Button, Card, Chip, FlowGrid, Notice, Panel, Text
from trainer_app.ui.workshop import settle_words as words
from trainer_app.ui.workshop.attendance_words import SEPARATOR

_CALM = 500  # milliseconds in which the second half of a double click decides nothing


class PairCard(Card):
    """One question at a time. `at` and `of` say how far one has come, from 1.

    Signals: `same_said`, `two_said`, `not_sure_said`, `person_opened(str)`.
    """

    same_said = Signal()
    two_said = Signal()
    not_sure_said = Signal()
    person_opened = Signal(str)

    def __init__(self, pair: Pair, at: int, of: int) -> None:
        super().__init__()
        self.pair = pair
        where = _("{at} of {of}").format(at=number(at), of=number(of))
        self.add(Text(_("Is this one person, or are these two?"), "large", "bold", tight=True))
        self.add(Text(where, "small", colour="muted", tight=True))
        grid = FlowGrid(320, 16, most=2)
        grid.add(self._side(pair.one), self._side(pair.other))
        self.add(grid)
        self.add(_reasons(pair))
        if pair.together:
            self.add(Notice(words.together_words(pair.together), "warn"))
        same = Button(_("Same person"), "primary", icon="merge")
        two = Button(_("Two people"), "secondary", icon="users")
        self.not_sure = Button(_("Not sure"), "quiet", icon="skip-forward")
        for button, said in (
            (same, self.same_said),
            (two, self.two_said),
            (self.not_sure, self.not_sure_said),
        ):
            button.clicked.connect(lambda _checked, said=said: said.emit())
            button.setAccessibleDescription(self._names())
        self.add(flow(same, two, self.not_sure))
        self.setAccessibleName(self._names())
        # The next question stands where the last one stood.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QTimer.singleShot(_CALM, self, self._wake)

    def _wake(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)

    def _names(self) -> str:
        one, other = (person_label(side.person) for side in (self.pair.one, self.pair.other))
        return _("{one} and {other}").format(one=one, other=other)

    def _side(self, side: Side) -> QWidget:
        person = side.person
        whole = Panel("sunk", None, pad=16, upright=False)
        whole.body.addWidget(
            Avatar(person.face, person_label(person), 72), 0, Qt.AlignmentFlag.AlignTop
        )
        name = Text(person_label(person), "title", "bold", tight=True)
        lines = (Text(line, tight=True) for line in words.side_lines(side))
        open_page = Button(_("Open the person"), "quiet", icon="arrow-right", icon_last=True,
                           size="small")  # fmt: skip
        open_page.setAccessibleDescription(person_label(person))
        open_page.clicked.connect(lambda: self.person_opened.emit(person.id))
        whole.body.addWidget(column(name, *lines, flow(open_page), gap=2), 1)
        return whole


def _reasons(pair: Pair) -> QWidget:
    said = words.reason_words()
    return flow(
        *(
            Chip(said[reason], "plain", icon="circle-help")
            if reason in words.AGAINST
            else Chip(said[reason], "ok", icon="check")
            for reason in pair.suggestion.reasons
        )
    )


class JoinedCard(Card):
    """Entries that are one person by somebody's word. Signals: `undo_requested(str)` (an edge)."""

    undo_requested = Signal(str)

    def __init__(self, joined: list[Joined], most: int) -> None:
        super().__init__()
        for one in joined[:most]:
            self.add(self._row(one))

    def _row(self, joined: Joined) -> QWidget:
        row: QBoxLayout = QHBoxLayout() if is_roomy() else QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(12))
        both = _("{one} and {other}").format(one=_entry(joined.one), other=_entry(joined.other))
        when = _("{day}, {time}").format(day=short_date(joined.at.date()), time=clock(joined.at))
        said = SEPARATOR.join([isolate(joined.by), when] if joined.by else [when])
        row.addWidget(
            column(Text(both, tight=True), Text(said, "small", colour="muted", tight=True), gap=0),
            1,
        )
        undo = Button(_("Undo"), "secondary", icon="undo-2", size="small")
        undo.setAccessibleDescription(both)
        undo.clicked.connect(lambda: self.undo_requested.emit(joined.edge))
        row.addWidget(flow(undo))
        whole = QWidget()
        whole.setLayout(row)
        return whole


def _entry(entry: Entry) -> str:
    if not entry.name:
        return isolate(entry.number)
    return _("{name} ({number})").format(name=isolate(entry.name), number=isolate(entry.number))
