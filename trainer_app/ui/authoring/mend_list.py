"""What is still to mend in a lesson, each thing a way to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.drafts import Draft
from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.ui.authoring.form import section_title
from trainer_app.ui.authoring.mending import Mend, place_words
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Icon, Notice, Text


class MendList(QWidget):
    """Things to mend; None where they are still being looked for. Signals: `chosen(Place)`."""

    chosen = Signal(object)

    def __init__(self, mends: Sequence[Mend] | None, draft: Draft) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._draft = draft
        self.buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(14))
        if mends is None:
            column.addWidget(Notice(_("The lesson is being looked over …"), "plain"))
        elif not mends:
            words = _("Nothing is left to mend. The lesson is ready: teach it, or share it.")
            column.addWidget(Notice(words, "ok"))
        else:
            needed = [mend for mend in mends if mend.needed]
            style = [mend for mend in mends if not mend.needed]
            if needed:
                under = _("Learners would stumble over this.")
                column.addWidget(self._group(_("First"), under, needed))
            if style:
                under = _("The lesson can be taught so. It is better with this.")
                column.addWidget(self._group(_("Then"), under, style))
        column.addStretch(1)

    def _group(self, title: str, under: str, mends: Sequence[Mend]) -> QWidget:
        card = Card(section_title(title, under), pad=14)
        for mend in mends:
            card.add(self._row(mend))
        return card

    def _row(self, mend: Mend) -> QWidget:
        theme = current()
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(10))
        icon = Icon("circle-alert", "warn", 22) if mend.needed else Icon("lightbulb", "muted", 22)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        name = place_words(mend.place, self._draft)
        # Not isolated: what is said begins the line's direction anew.
        words.addWidget(Text(f"{name} – {mend.words}", "body", "semibold", tight=True))
        words.addWidget(Text(mend.advice, "small", colour="muted", tight=True))
        line.addLayout(words, 1)
        button = Button(_("Go there"), icon="arrow-right", icon_last=True, size="small")
        button.setAccessibleName(_("Go there: {what}").format(what=f"{name}, {mend.words}"))
        button.clicked.connect(lambda: self.chosen.emit(mend.place))
        self.buttons.append(button)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return whole


def count_words(count: int) -> str:
    """How many things are to mend."""
    words = ngettext("{count} thing to mend", "{count} things to mend", count)
    return words.format(count=number(count))
