"""Leaving a project and coming back: the day, and why, as closed choices."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.i18n.formats import short_date
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.taking import Taking
from trainer_app.ui.asking_words import reasons
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.heading import flow
from trainer_app.ui.labels import person_label
from trainer_app.ui.page import Now
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, ChoiceField, DateField, Dialog, Text, Toast


class LeavingCard(Card):
    """Whether somebody takes part. Signals: none; the bridge says what changed."""

    def __init__(self, asking: Asking, bridge: Bridge, taking: Taking, now: Now) -> None:
        super().__init__()
        self._asking, self._bridge, self._taking, self._now = asking, bridge, taking, now
        self.add(Text(_("Taking part"), "large", "bold"))
        if taking.left is None:
            words = _("Takes part. When they leave, there are questions to ask.")
            button = Button(_("They left…"), "secondary", icon="log-out", size="small")
            button.clicked.connect(self._ask)
        else:
            words = _("Left on {day}.").format(day=short_date(taking.left))
            button = Button(_("They came back"), "secondary", icon="undo-2", size="small")
            button.clicked.connect(self._come_back)
        self.add(Text(words, "small", colour="muted"), flow(button))

    def _ask(self) -> None:
        body = _Leaving(self._now)
        left = Button(_("They left"), "primary", icon="log-out")
        dialog = Dialog(
            self.window(),
            _("{name} leaves the project").format(name=person_label(self._taking.person)),
            body,
            [("", Button(_("Cancel"), "secondary")), ("left", left)],
            escape="",
        )
        left.setEnabled(False)
        body.changed.connect(lambda: left.setEnabled(body.is_ready()))
        dialog.answered.connect(lambda answer: self._leave(body) if answer else None)
        dialog.open(body.why.control)

    def _leave(self, body: _Leaving) -> None:
        taking, on, why = self._taking, body.day(), body.why.value() or ""
        assert on is not None

        def leave() -> bool:
            self._asking.leave(taking.person.id, taking.project.id, on, why)
            return True

        if self._bridge.run(leave, "answers"):
            Toast.say(self.window(), _("Written down. You can ask the questions now."))

    def _come_back(self) -> None:
        taking = self._taking

        def come_back() -> bool:
            self._asking.come_back(taking.person.id, taking.project.id)
            return True

        self._bridge.run(come_back, "answers")


class _Leaving(QWidget):
    """The day and the reason. Signals: `changed`."""

    changed = Signal()

    def __init__(self, now: Now) -> None:
        super().__init__()
        self._now = now
        today = now().date()
        self.on = DateField(
            _("Last day"), today, lambda: now().date(), bad_words=_("This is no date.")
        )
        self.why = ChoiceField(_("Why"), list(reasons().items()))
        self.on.changed.connect(lambda _day: self.changed.emit())
        self.why.changed.connect(lambda _key: self.changed.emit())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(current().space(12))
        rows.addWidget(self.why)
        rows.addWidget(self.on)

    def day(self) -> date | None:
        """The last day."""
        return self.on.value()

    def is_ready(self) -> bool:
        """Whether there is a reason, and a day that has come."""
        on = self.on.value()
        return bool(self.why.value()) and on is not None and on <= self._now().date()
