"""Which indicator sets a project counts by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.i18n import _, current, isolate
from trainer_app.ui.heading import column
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import CheckField, FlowGrid, Text


class SetsChoice(QWidget):
    """A tick box for each set at hand, with what it is for. Signals: `changed`."""

    changed = Signal()

    def __init__(self, sets: Sequence[IndicatorSet], chosen: Sequence[str]) -> None:
        super().__init__()
        language = current().code
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look().space(4))
        self.boxes: dict[str, CheckField] = {}
        grid = FlowGrid(440, 16, most=2)
        for one in sets:
            box = CheckField(isolate(in_language(one.words, language)))
            about = in_language(one.about, language)
            box.setAccessibleDescription(about)
            box.toggled.connect(lambda _on: self.changed.emit())
            words = Text(about, "small", colour="muted", tight=True)
            grid.add(column(box, words, gap=4, upwards=True))
            self.boxes[one.name] = box
        whole.addWidget(grid)
        self._elsewhere = Text("", "small", colour="muted")
        whole.addWidget(self._elsewhere)
        self.set_value(chosen)

    def value(self) -> tuple[str, ...]:
        """The names of those chosen; those that are not on this laptop are kept."""
        ticked = (name for name, box in self.boxes.items() if box.isChecked())
        return (*ticked, *self._others)

    def set_value(self, chosen: Sequence[str]) -> None:
        """Tick others."""
        self._others = [name for name in chosen if name not in self.boxes]
        for name, box in self.boxes.items():
            box.setChecked(name in chosen)
        self._elsewhere.setVisible(bool(self._others))
        self._elsewhere.set_words(
            _("Chosen, but not on this laptop: {sets}").format(
                sets=", ".join(isolate(one) for one in self._others)
            )
        )
