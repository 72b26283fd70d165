"""The projects of one person: what is still to be asked, and whether she left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.i18n import _, isolate, ngettext
from trainer_app.i18n.formats import number, short_date
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.taking import Taking
from trainer_app.ui.heading import clear, flow
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Text


class ProjectsCard(Card):
    """Nothing is shown of somebody who is in no project. Signals: `opened(str)` with a project."""

    opened = Signal(str)

    def __init__(self, asking: Asking, person_id: str) -> None:
        super().__init__()
        self._asking, self._id = asking, person_id
        self._rows = QVBoxLayout()
        self._rows.setSpacing(current().space(8))
        self.add(Text(_("Projects"), "large", "bold"), self._rows)
        self.read()

    def read(self) -> None:
        """Ask again."""
        clear(self._rows)
        taking = self._asking.projects_of(self._id)
        for one in taking:
            self._rows.addWidget(Text(_words(one), "small"))
            words = _("Questions and consents")
            button = Button(words, "quiet", icon="message-circle", size="small")
            button.setAccessibleDescription(one.project.name)
            button.clicked.connect(lambda _on=False, one=one: self.opened.emit(one.project.id))
            self._rows.addWidget(flow(button))
        # One without a page yet would become a window of its own.
        if self.parentWidget() is not None or not taking:
            self.setVisible(bool(taking))


def _words(taking: Taking) -> str:
    open_now = sum(len(one.asked) + len(one.known) for one in taking.open)
    parts = [isolate(taking.project.name)]
    if taking.left is not None:
        parts.append(_("left on {day}").format(day=short_date(taking.left)))
    if open_now:
        words = ngettext("{count} question open", "{count} questions open", open_now)
        parts.append(words.format(count=number(open_now)))
    else:
        parts.append(_("nothing to ask now"))
    return " · ".join(parts)
