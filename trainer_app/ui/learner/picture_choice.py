"""Three pictures out of twelve."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.people import SIGN_IN_PICTURES
from trainer_app.ui.picture_names import sign_in_names, sign_in_path
from trainer_app.ui.widgets import FlowGrid, PictureButton

WANTED = 3


class PictureChoice(FlowGrid):
    """The twelve sign-in pictures; a second tap takes a picture back.

    Signals: `changed(int)` with how many are chosen, `three_chosen` when the third is tapped.
    """

    changed = Signal(int)
    three_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(150, 14, most=6, parent=parent)
        names = sign_in_names()
        self._buttons = {
            key: PictureButton(sign_in_path(key), names[key], size=104) for key in SIGN_IN_PICTURES
        }
        for button in self._buttons.values():
            button.clicked.connect(lambda _=False, button=button: self._tapped(button))
        self.add(*self._buttons.values())
        # Whoever stands by would hear which ones a hand goes to.
        self.setProperty("aloud", "secret")

    def value(self) -> tuple[str, ...]:
        """The pictures chosen, in the order in which they always stand."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, pictures: Sequence[str]) -> None:
        """Choose pictures without a signal that three are there."""
        for key, button in self._buttons.items():
            button.setChecked(key in pictures)
        self.changed.emit(len(self.value()))

    def button(self, key: str) -> PictureButton:
        """The button of one picture; KeyError if there is none."""
        return self._buttons[key]

    def focus_first(self) -> None:
        """Give the keyboard to the first picture."""
        self._buttons[SIGN_IN_PICTURES[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tapped(self, button: PictureButton) -> None:
        if len(self.value()) > WANTED:
            button.setChecked(False)
            return
        chosen = len(self.value())
        self.changed.emit(chosen)
        if chosen == WANTED and button.isChecked():
            self.three_chosen.emit()
