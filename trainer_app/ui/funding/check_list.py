"""What a check found, by weight; each record a way to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import places
from trainer_app.domain.funding.findings import Finding, Weight
from trainer_app.i18n import _
from trainer_app.i18n.formats import number
from trainer_app.ui.funding.check_words import group_words, weight_words
from trainer_app.ui.funding.records import jump_of
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import Button, Card, EmptyState, FlowRow, Icon, Text

FIRST = 8
"""So many records are shown of each kind before somebody asks for all."""

_SIGNS: dict[Weight, tuple[str, Token]] = {
    "mend": ("circle-alert", "warn"),
    "look": ("search", "accent"),
    "hint": ("lightbulb", "muted"),
}


class CheckList(QWidget):
    """Findings in plain words. `name_of` names the record of one. Signals: `chosen(Jump)`."""

    chosen = Signal(object)

    def __init__(self, findings: Sequence[Finding], name_of: Callable[[Finding], str]) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._name_of = name_of
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(14))
        if not findings:
            column.addWidget(_nothing())
        for weight, of in groupby(findings, key=lambda one: one.weight):
            column.addWidget(self._card(weight, list(of)))
        column.addStretch(1)

    def _card(self, weight: Weight, findings: list[Finding]) -> Card:
        title, under = weight_words(weight)
        card = Card(
            Text(title, "large", "bold"), Text(under, "small", colour="muted", tight=True), pad=16
        )
        for code, of in groupby(findings, key=lambda one: one.code):
            card.add(self._group(code, list(of)))
        return card

    def _group(self, code: str, findings: list[Finding]) -> QWidget:
        theme = current()
        words = group_words(code, findings[0].effect, len(findings))
        whole = QWidget()
        whole.setProperty("ground", "none")
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, theme.space(4), 0, theme.space(4))
        line.setSpacing(theme.space(10))
        icon, colour = _SIGNS[findings[0].weight]
        line.addWidget(Icon(icon, colour, 22), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.space(2))
        column.addWidget(Text(words.title, "body", "semibold", tight=True))
        advice = f"{words.advice} {words.effect}"
        column.addWidget(Text(advice, "small", colour="muted", tight=True))
        column.addWidget(_Records(findings, self._name_of, words.title, self.chosen.emit))
        line.addLayout(column, 1)
        return whole


class _Records(QWidget):
    """The records of one kind of finding as buttons; the rest of many on request."""

    def __init__(
        self,
        findings: list[Finding],
        name_of: Callable[[Finding], str],
        said: str,
        choose: Callable[[object], None],
    ) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._findings, self._name_of, self._said, self._choose = findings, name_of, said, choose
        self._row = FlowRow(self, 8)
        first = findings if len(findings) <= FIRST + 1 else findings[:FIRST]
        for finding in first:
            self._row.addWidget(self._button(finding))
        self._rest = findings[len(first) :]
        if self._rest:
            words = _("Show {count} more").format(count=number(len(self._rest)))
            self._more = Button(words, "quiet", icon="chevron-down", size="small")
            self._more.clicked.connect(self._show_all)
            self._row.addWidget(self._more)

    def _button(self, finding: Finding) -> Button:
        jump, name = jump_of(finding), self._name_of(finding)
        button = Button(name, icon="arrow-right", icon_last=True, size="small")
        button.setAccessibleDescription(self._said)
        button.clicked.connect(lambda: self._choose(jump))
        return button

    def _show_all(self) -> None:
        self._more.hide()
        buttons = [self._button(finding) for finding in self._rest]
        for button in buttons:
            self._row.addWidget(button)
        buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _nothing() -> QWidget:
    return EmptyState(
        places.assets() / "scenes" / "done.svg",
        _("A finished list"),
        _("The records are whole, and nothing speaks against a claim."),
        title=_("Nothing to mend"),
    )
