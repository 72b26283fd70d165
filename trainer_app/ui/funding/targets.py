"""What a project wants to reach: a number each, none where nobody asked for one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.funding.indicators import IndicatorSet, in_language
from trainer_app.i18n import _, current, isolate
from trainer_app.ui.heading import flow
from trainer_app.ui.theme import current as look
from trainer_app.ui.widgets import Button, ChoiceField, FlowGrid, SpinField

_MOST = 999_999


def target_names() -> dict[str, str]:
    """The figures of every project that may have a target, in words, in their order."""
    return {
        "people": _("People"),
        "attendances": _("Attendances"),
        "hours": _("Participant-hours"),
        "completed": _("Courses completed"),
    }


class TargetsForm(QWidget):
    """A field for each target, 0 is none; more are added for figures of indicator sets.

    `sets`: those at hand. Signals: none.
    """

    def __init__(self, targets: Mapping[str, int], sets: Sequence[IndicatorSet] = ()) -> None:
        super().__init__()
        self._indicators = _indicators(sets)
        self._chosen: Collection[str] = ()
        self.fields = {
            key: SpinField(name, most=_MOST, step=5) for key, name in target_names().items()
        }
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look().space(12))
        grid = FlowGrid(220, 16, most=4)
        grid.add(*self.fields.values())
        whole.addWidget(grid)
        self._more = FlowGrid(300, 16, most=3)
        whole.addWidget(self._more)
        self.figure = ChoiceField(_("A figure of an indicator set"), [])
        self.add = Button(_("Add a target for it"), icon="plus")
        self.add.clicked.connect(self._add)
        self._adding = QWidget()
        below = QVBoxLayout(self._adding)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.figure)
        below.addWidget(flow(self.add))
        whole.addWidget(self._adding)
        self.set_value(targets)

    def value(self) -> dict[str, int]:
        """The targets; those of figures that nobody knows here are kept."""
        typed = {key: field.value() for key, field in self.fields.items()}
        return {key: figure for key, figure in {**self._others, **typed}.items() if figure}

    def set_value(self, targets: Mapping[str, int]) -> None:
        """Show other targets."""
        for key in targets:
            if key in self._indicators:
                self._make(key)
        self._others = {key: one for key, one in targets.items() if key not in self.fields}
        for key, field in self.fields.items():
            field.set_value(targets.get(key, 0))
        self._offer()

    def offer(self, sets: Collection[str]) -> None:
        """Offer the figures of these sets, by their names."""
        self._chosen = sets
        self._offer()

    def _offer(self) -> None:
        options = [
            (key, name)
            for key, name in self._indicators.items()
            if key not in self.fields and key.partition("/")[0] in self._chosen
        ]
        self.figure.set_options(options, options[0][0] if options else None)
        self._adding.setVisible(bool(options))
        self._more.setVisible(bool(self._more.tiles()))

    def _add(self) -> None:
        key = self.figure.value()
        if key is not None:
            self._make(key)
            self._offer()
            self.fields[key].setFocus()

    def _make(self, key: str) -> None:
        if key not in self.fields:
            self.fields[key] = SpinField(self._indicators[key], most=_MOST, step=5)
            self._more.add(self.fields[key])


def _indicators(sets: Sequence[IndicatorSet]) -> dict[str, str]:
    """Each indicator as a target names it, in words."""
    language = current().code
    words = _("{code} {figure}")
    return {
        f"{one.name}/{each.code}": words.format(
            code=isolate(each.code), figure=isolate(in_language(each.words, language))
        )
        for one in sets
        for each in one.indicators
    }
