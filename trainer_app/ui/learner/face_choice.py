"""A face out of forty-two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from trainer_app.domain.people import FACES
from trainer_app.ui.picture_names import face_name
from trainer_app.ui.widgets import FaceButton, FlowGrid


class FaceChoice(FlowGrid):
    """All faces, one of which can be chosen. Signals: `chosen(str)` with the face."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(96, 10, most=12, parent=parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, FaceButton] = {}
        for face in FACES:
            button = FaceButton(face, "", size=72)
            button.setAccessibleName(face_name(face))
            button.setToolTip(face_name(face))
            button.clicked.connect(lambda _=False, face=face: self.chosen.emit(face))
            self._group.addButton(button)
            self._buttons[face] = button
        self.add(*self._buttons.values())

    def value(self) -> str | None:
        """The face chosen, if any."""
        return next((face for face, one in self._buttons.items() if one.isChecked()), None)

    def set_value(self, face: str) -> None:
        """Choose a face without a signal; KeyError if there is none."""
        self._buttons[face].setChecked(True)

    def button(self, face: str) -> FaceButton:
        """The button of one face; KeyError if there is none."""
        return self._buttons[face]

    def focus_first(self) -> None:
        """Give the keyboard to the face chosen, or to the first."""
        face = self.value() or FACES[0]
        self._buttons[face].setFocus(Qt.FocusReason.OtherFocusReason)
