"""The button that reads a page aloud, for pages that stand without a bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from trainer_app.i18n import _
from trainer_app.ui.aloud import Aloud
from trainer_app.ui.page import Page
from trainer_app.ui.read_along import PLACE, page_language
from trainer_app.ui.widgets import IconButton


class ReadButton(IconButton):
    """Reads a page, and at the second press stops. Signals: `clicked`."""

    def __init__(self, aloud: Aloud, page: Page, parent: QWidget | None = None) -> None:
        super().__init__("volume-2", _("Read aloud"), under=False, parent=parent)
        self._aloud, self._page = aloud, page
        self.setCheckable(True)
        self.setProperty(PLACE, "never")
        self.clicked.connect(self._ask)
        aloud.reading.connect(self._show_reading)

    def _ask(self) -> None:
        # It lights up when reading has begun, not when it was asked for.
        self.setChecked(not self.isChecked())
        self._aloud.read_or_stop(self._page.to_read(), page_language(self._page))

    def _show_reading(self, reading: bool) -> None:
        self.setChecked(reading)
        self.setAccessibleDescription(_("Press again to stop.") if reading else "")


def read_button(aloud: Aloud, page: Page) -> ReadButton | None:
    """The button for a page; None where its language has no voice."""
    return ReadButton(aloud, page) if page_language(page) in aloud.languages else None
