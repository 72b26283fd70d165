"""The centre's laptops before an evening: which are ready, and what to do about the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _, ngettext
from trainer_app.i18n.formats import number
from trainer_app.services.laptop_check import Checked
from trainer_app.ui.heading import clear, column
from trainer_app.ui.theme import Token, current
from trainer_app.ui.widgets import Card, Chip, Icon, Text
from trainer_app.ui.workshop.attendance_words import SEPARATOR
from trainer_app.ui.workshop.laptop_words import age_words, facts_words, finding_words, laptop_name

_NEVER_READY = {"unknown", "shut-out"}


class LaptopsCard(Card):
    """Every laptop with what there is to do. Signals: none."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__(pad=16)
        self._titles = titles
        self.body.setSpacing(current().space(8))
        head, self._sum, self._list = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        head.setSpacing(current().space(12))
        self._list.setSpacing(current().space(10))
        head.addWidget(Text(_("Laptops"), "large", "bold"))
        self._sum.addWidget(Chip(_("Looking …"), "plain", icon="hourglass"))
        head.addLayout(self._sum)
        head.addStretch(1)
        self.add(head, self._list)

    def show_laptops(self, found: Sequence[Checked], now: datetime) -> None:
        """Show them all, those with something to do first but for this one."""
        clear(self._list)
        ready = sum(not one.findings for one in found)
        words = ngettext("{ready} of {count} is ready", "{ready} of {count} are ready", ready)
        said = words.format(ready=number(ready), count=number(len(found)))
        all_ready = ready == len(found)
        clear(self._sum)
        icon = "check" if all_ready else "list-checks"
        self._sum.addWidget(Chip(said, "ok" if all_ready else "warn", icon=icon))
        for one in sorted(found, key=lambda one: (not one.laptop.here, not one.findings)):
            self._list.addWidget(CheckedLaptop(one, self._titles, now))


class CheckedLaptop(QWidget):
    """One laptop: what is known of it, and what to do. Signals: none."""

    def __init__(self, one: Checked, titles: Mapping[str, str], now: datetime) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(10))
        icon, tone = _sign(one)
        row.addWidget(Icon(icon, tone, 22), 0, Qt.AlignmentFlag.AlignTop)
        facts = [age_words(one.check, one.laptop.here, now)]
        if one.check is not None:
            facts.append(facts_words(one.check))
        parts: list[QWidget] = [
            Text(laptop_name(one.laptop), "body", "semibold", tight=True),
            Text(SEPARATOR.join(facts), "small", colour="muted", tight=True),
        ]
        for finding in one.findings:
            matter, advice = finding_words(finding, titles)
            words = _("{matter}. {advice}").format(matter=matter, advice=advice)
            parts.append(Text(words, "small", "semibold", tight=True))
        row.addWidget(column(*parts, gap=1), 1)


def _sign(one: Checked) -> tuple[str, Token]:
    if not one.findings:
        return "circle-check", "ok"
    unknown = {finding.what for finding in one.findings} & _NEVER_READY
    return ("circle-help", "muted") if unknown else ("triangle-alert", "warn")
