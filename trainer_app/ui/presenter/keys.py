"""The keys of a presentation: those of a keyboard, and those that clickers send."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trainer_app.ui.theme import current

LETTERS: Mapping[str, str] = {
    "black": "B", "swap": "S", "second": "T", "listen": "L", "follow": "F", "vote": "V",
    "practice": "P", "names": "N", "read": "R", "notes": "M", "walk": "W",
}  # fmt: skip
"""The letter of each thing to do; it stands on its button."""
_ANSWERS = 4


def signs() -> dict[str, str]:
    """What stands on buttons as their key; arrows point the way that pages are turned."""
    on, back = ("←", "→") if current().rtl else ("→", "←")
    return {**LETTERS, "on": on, "back": back, "end": "Esc"}


def listen_for_keys(owner: QWidget, do: Callable[[str], None], *, space: bool = False) -> None:
    """Have a window or page do what its keys say; with `space` also Space and Enter: "press".

    Elsewhere these press the button that has the keyboard.
    """
    key = Qt.Key
    forward, backward = (key.Key_Right, key.Key_Left)
    if current().rtl:
        forward, backward = backward, forward
    keys: list[tuple[QKeySequence | Qt.Key, str]] = [
        (forward, "on"),
        (key.Key_PageDown, "on"),
        (backward, "back"),
        (key.Key_PageUp, "back"),
        (key.Key_Backspace, "back"),
        # Clickers send a full stop where presenting programs know B.
        (key.Key_Period, "black"),
        (key.Key_Escape, "end"),
        *((QKeySequence(letter), name) for name, letter in LETTERS.items()),
        *((QKeySequence(str(one)), f"hand:{one}") for one in range(1, _ANSWERS + 1)),
        *((QKeySequence(f"Shift+{one}"), f"lower:{one}") for one in range(1, _ANSWERS + 1)),
    ]
    if space:
        keys += [(one, "press") for one in (key.Key_Space, key.Key_Return, key.Key_Enter)]
    for one, name in keys:
        shortcut = QShortcut(QKeySequence(one), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(partial(do, name))
