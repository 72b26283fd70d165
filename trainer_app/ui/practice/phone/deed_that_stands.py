"""Something that was done on the pretend phone and stands, with the way to take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.practice.phone_acts import Undo
from trainer_app.i18n import _, isolate
from trainer_app.ui.practice.phone.words import DeedWords
from trainer_app.ui.practice.pieces.shelf import GOES_BACK
from trainer_app.ui.theme import Token, current
from trainer_app.ui.theme.tokens import RADIUS
from trainer_app.ui.widgets import Button, FlowRow, Icon, Panel, Text


class DeedThatStands(Panel):
    """Something that was done, and the way to take it back; gently marked if it is to mend.

    `to` is who or what it went with. Signals: none; `controls` has its button under the action
    that it does.
    """

    def __init__(
        self,
        words: DeedWords,
        undo: Undo,
        act: Callable[[Undo], None],
        *,
        to_mend: bool,
        to: str = "",
        parent: QWidget | None = None,
    ) -> None:
        ground: Token = "warn_tint" if to_mend else "ok_tint"
        ink: Token = "warn" if to_mend else "ok"
        edge: Token | None = ink if current().name == "contrast" else None
        super().__init__(ground, edge, radius=RADIUS, pad=10, parent=parent)
        done = words.done
        if to:
            done = _("{label}: {value}").format(label=done, value=isolate(to))
        said = ". ".join((done, _("Look again. This can be put right."))) if to_mend else done
        back = Button(words.undo, "secondary" if to_mend else "quiet", icon="undo-2", size="small")
        back.setAccessibleDescription(done)
        back.clicked.connect(lambda: act(undo))
        back.setProperty(GOES_BACK, True)
        self.body.setContentsMargins(*[current().space(8)] * 4)
        self.body.addWidget(
            _side_by_side(Said(said, words.icon, ink), back, wraps=to_mend or bool(to))
        )
        self.setAccessibleName(said)
        self.controls: Mapping[Undo, QWidget] = {undo: back}


class Said(QWidget):
    """A sign and a few words beside it. Signals: none."""

    def __init__(self, words: str, icon: str, ink: Token, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(current().space(6), 0, 0, 0)
        row.setSpacing(current().space(8))
        row.addWidget(Icon(icon, ink, 24))
        row.addWidget(Text(words, "small", "semibold", colour=ink, tight=True), 1)


def _side_by_side(words: QWidget, button: QWidget, *, wraps: bool) -> QWidget:
    """A button beside its words; below them, and easier to see, where it `wraps`."""
    both = QWidget()
    if wraps:
        flow = FlowRow(both)
        flow.addWidget(words)
        flow.addWidget(button)
        return both
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(words, 1)
    row.addWidget(button)
    return both
