"""The steps of a plan as numbers in a row: which is open, which are filled, which wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from trainer_app.domain.practice.planner_view import StepView
from trainer_app.i18n import _
from trainer_app.i18n.formats import figures
from trainer_app.ui.theme import Token, current, draw_icon
from trainer_app.ui.widgets import FlowRow
from trainer_app.ui.widgets.drawn import DrawnButton, centred, panel, start_box

TRY = ""
"""The page on which the plan is tried out; the others are called as their steps."""


@dataclass(frozen=True, slots=True)
class StepLook:
    """What a button of the bar shows: a number or a sign, and how the step stands."""

    name: str
    number: int
    sign: str
    here: bool
    filled: bool = False
    to_mend: bool = False
    locked: bool = False

    @property
    def state(self) -> str:
        """How it stands, in words."""
        if self.locked:
            return _("Opens later")
        if self.to_mend:
            return _("Look again")
        return _("Filled") if self.filled else ""


def step_look(step: StepView, number: int, name: str, *, here: bool) -> StepLook:
    """The look of a step."""
    return StepLook(name, number, "", here, step.filled, step.to_mend, not step.open)


class StepButton(DrawnButton):
    """One step: its number, and a small sign for how it stands. Signals: `clicked`."""

    def __init__(self, look: StepLook, parent: QWidget | None = None) -> None:
        number = figures(f"{look.number}. ") if look.number else ""
        super().__init__(number + look.name, parent)
        self._look = look
        here = _("You are here") if look.here else ""
        self.setAccessibleDescription(". ".join(each for each in (look.state, here) if each))
        self.setToolTip(look.name)

    def widths(self) -> tuple[float, float]:
        wide = float(current().px(66))
        return wide, wide

    def measure(self, _width: float) -> float:
        return float(current().target)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        theme, look = current(), self._look
        ground, edge, ink = self._colours()
        width = theme.border + 1 if look.here else theme.border
        panel(
            painter, box, theme.space(self.radius), theme.colour(ground), theme.colour(edge), width
        )
        mark = self._mark()
        inner = centred(box, theme.px(50 if mark else 24), box.height())
        number, rest = start_box(inner, theme.px(24), theme.space(4))
        if look.sign:
            draw_icon(painter, look.sign, theme.hex(ink), centred(number, theme.px(24)))
        else:
            painter.setFont(theme.font("body", "bold"))
            painter.setPen(theme.colour(ink))
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, figures(str(look.number)))
        if mark:
            icon, colour = mark
            at = centred(rest, theme.px(20))
            draw_icon(painter, icon, theme.hex(ink if look.here else colour), at)

    def _colours(self) -> tuple[Token, Token, Token]:
        if self._look.here:
            return "primary", "primary", "on_primary"
        if self._look.to_mend:
            return "warn_tint", "warn", "warn"
        return "sunk" if self.raised else "card", "edge", "muted" if self._look.locked else "ink"

    def _mark(self) -> tuple[str, Token] | None:
        look = self._look
        if look.locked:
            return "lock", "muted"
        if look.to_mend:
            return "eye", "warn"
        return ("check", "ok") if look.filled else None


class StepBar(QWidget):
    """All steps, and the page on which the plan is tried out. Signals: none."""

    def __init__(
        self,
        looks: Sequence[tuple[str, StepLook]],
        turn: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = FlowRow(self, 6)
        self.controls: dict[object, QWidget] = {}
        for key, look in looks:
            button = StepButton(look)
            button.clicked.connect(lambda _=False, key=key: turn(key))
            self.controls["step", key] = button
            row.addWidget(button)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
