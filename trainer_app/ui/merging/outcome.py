"""What a merge brought, what it left out and why, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.laptops import Merged, Refusal
from trainer_app.i18n import _, isolate, pgettext
from trainer_app.ui.merging import outcome_words as words
from trainer_app.ui.messages import explain
from trainer_app.ui.theme import current
from trainer_app.ui.widgets import Button, Card, Disc, FlowRow, Notice, Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """A merge and what went with it.

    `total`: how many pieces of news there were. `on_stick`: our own news was written there.
    `trouble`: why it was not. `conflicts`: how many wait to be settled.
    """

    merged: Merged
    total: int
    on_stick: bool = False
    trouble: TrainerError | None = None
    conflicts: int = 0


class OutcomeView(QWidget):
    """The outcome, most important first.

    Signals: `done_pressed()`, `again_pressed()`, `settling_pressed()`.
    """

    done_pressed = Signal()
    again_pressed = Signal()
    settling_pressed = Signal()

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self._outcome = outcome
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(current().space(12))
        self.said = ""
        whole.addWidget(self._summary())
        for part in (*self._about_our_news(), *self._to_know()):
            whole.addWidget(part)
        merged = outcome.merged
        if merged.refused:
            whole.addWidget(Text(words.refused(len(merged.refused)), "large", "semibold"))
        for refusal in merged.refused:
            whole.addWidget(_refused(refusal))

    def announce(self) -> None:
        """Let a screen reader say the outcome in short."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said))

    def _summary(self) -> Card:
        outcome, merged = self._outcome, self._outcome.merged
        title, icon, tone = words.headline(merged, on_stick=outcome.on_stick)
        figures, meaning = words.figures(merged, outcome.total), words.meaning(merged)
        self.said = ". ".join(filter(None, (title, figures, meaning)))
        lines = QVBoxLayout()
        lines.setSpacing(current().space(4))
        lines.addWidget(Text(title, "title", "bold"))
        if figures:
            lines.addWidget(Text(figures, "large", "semibold"))
        if meaning:
            lines.addWidget(Text(meaning, colour="muted"))
        row = QHBoxLayout()
        row.setSpacing(current().space(20))
        row.addWidget(Disc(icon, tone, 64), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        # Above the details: the way out is in sight, however many files were refused.
        return Card(row, self._buttons(), pad=24)

    def _about_our_news(self) -> list[QWidget]:
        parts: list[QWidget] = []
        trouble = self._outcome.trouble
        if trouble is not None:
            message = explain(trouble)
            said = f"{message.text} {message.what_to_do}"
            parts.append(Notice(said, "danger", title=_("Our news is not on the stick")))
        elif self._outcome.on_stick:
            said = _("This laptop’s news is on the stick: take it to the next laptop.")
            parts.append(Notice(said, "ok"))
        return parts

    def _to_know(self) -> list[QWidget]:
        merged, count = self._outcome.merged, self._outcome.conflicts
        parts: list[QWidget] = []
        if count:
            settle = Button(_("Look and settle"), icon="split")
            settle.clicked.connect(lambda: self.settling_pressed.emit())
            parts.append(Notice(words.conflicts(count), "warn", button=settle))
        if merged.gaps:
            parts.append(Notice(words.gaps(merged.gaps), "warn", icon="hourglass"))
        if merged.ahead:
            parts.append(Notice(words.ahead(merged.ahead), "warn", icon="clock"))
        return parts

    def _buttons(self) -> QWidget:
        self.first = Button(pgettext("button", "Done"), "primary", icon="check", size="large")
        self.first.clicked.connect(lambda: self.done_pressed.emit())
        again = Button(_("Merge again"), icon="refresh-cw", size="large")
        again.clicked.connect(lambda: self.again_pressed.emit())
        whole = QWidget()
        row = FlowRow(whole, 12)
        row.addWidget(self.first)
        row.addWidget(again)
        outcome = self._outcome
        left_out = outcome.merged.stopped or outcome.merged.refused or outcome.trouble
        again.setVisible(bool(left_out))
        return whole


def _refused(refusal: Refusal) -> Notice:
    error = refusal.error
    if not isinstance(error, TrainerError):
        raise error
    message = explain(error)
    title = _("{file}: {reason}").format(file=isolate(refusal.file), reason=message.title)
    return Notice(f"{message.text} {message.what_to_do}", "danger", title=title)
