"""Where something is typed on Plaza; it is said when the person is done, not at each letter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.practice.plaza.state import Write
from trainer_app.ui.practice.keyboard.practice_field import PracticeField
from trainer_app.ui.practice.pieces.rows import Wrapping
from trainer_app.ui.practice.plaza.scene import Scene
from trainer_app.ui.theme import current
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.text import Text


class Entry(QWidget):
    """A text that is written for a thing; the scene says it.

    The stage's examples are tiles that can be pressed instead of typed. `done` is the word of the
    button that ends it, where it is not "Ready". Signals: `changed(str)` at every letter.
    """

    changed = Signal(str)

    def __init__(
        self,
        scene: Scene,
        what: str,
        thing: str,
        label: str,
        *,
        more: str = "",
        lines: int = 1,
        done: str = "",
        icon: str = "check",
        tiles: bool = True,
    ) -> None:
        super().__init__()
        self._scene, self.of = scene, (what, thing)
        self._field = PracticeField(
            label,
            scene.standing.written(what, thing),
            language=scene.material.words.language,
            lines=lines,
            words=scene.examples(what, thing) if tiles else (),
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(8))
        self._column.addWidget(self._field)
        self.button: QWidget = self._field.ready
        if more:
            self.add(Text(more, "small", colour="muted", tight=True))
            self._field.control.setAccessibleDescription(more)
        if done:
            self._field.ready.hide()
            button = Button(done, icon=icon)
            button.clicked.connect(self._field.finish)
            self.button = button
        # Below the field: beside it, a phone leaves no room to write in.
        self.add(Wrapping([self.button, self._field.keyboard_button]))
        scene.marks(self._field.control, ("write", what, thing))
        self._field.changed.connect(self.changed)
        self._field.done.connect(lambda text: scene.acted.emit(Write(what, thing, text)))

    @property
    def control(self) -> QWidget:
        """The field itself."""
        return self._field.control

    @property
    def unsaid(self) -> bool:
        """Whether something stands in the field that was not said yet."""
        return self.text() != self._scene.standing.written(*self.of)

    def add(self, widget: QWidget) -> None:
        """Put something under the field."""
        self._column.addWidget(widget)

    def text(self) -> str:
        """What stands in the field."""
        return self._field.value()

    def set_text(self, text: str) -> None:
        """Put a text in, as if it had been typed and not yet said."""
        self._field.set_value(self._scene.standing.written(*self.of))
        control = self._field.control
        control.setPlainText(text) if hasattr(control, "setPlainText") else control.setText(text)

    def say(self) -> None:
        """Say what is written, if that is news."""
        self._field.finish()

    def take(self) -> None:
        """Show what is written now, unless the person is writing."""
        if not self._field.control.hasFocus():
            self._field.set_value(self._scene.standing.written(*self.of))
