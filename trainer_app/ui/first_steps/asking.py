"""Shows the first steps in front of any page, for who asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.ui.first_steps.guide import FirstSteps, first_steps_name
from trainer_app.ui.widgets import Button, Dialog


def show_first_steps(window: QWidget) -> Dialog:
    """Show them in front of a window until somebody goes on."""
    close = Button(_("Go on"), "primary", icon="arrow-right", icon_last=True)
    dialog = Dialog(
        window, first_steps_name(), FirstSteps(700), [("on", close)], escape="on", width=780
    )
    dialog.open(close)
    return dialog
