"""How fast can be read, and what is said where nothing can be heard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _, pgettext
from trainer_app.ui.aloud import Aloud
from trainer_app.ui.widgets import Toast


def speeds() -> list[tuple[str, str]]:
    """How fast can be read, slowest first."""
    return [
        ("slow", _("Slowly")),
        ("normal", _("At a normal speed")),
        ("fast", pgettext("speed of reading", "Fast")),
    ]


def tell_of_sound(window: QWidget, aloud: Aloud) -> None:
    """Say on a window when its laptop has no sound, or something cannot be read aloud."""

    def no_sound() -> None:
        words = _("This laptop has no sound. The words are marked as they are read.")
        Toast.say(window, words, "plain")

    def failed() -> None:
        Toast.say(window, _("This cannot be read aloud now. You can try again."), "plain")

    aloud.no_sound.connect(no_sound)
    aloud.failed.connect(failed)
