"""Takes lines to another translator's program and brings them back, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from trainer_app.domain.translating import Translation
from trainer_app.i18n import _
from trainer_app.services.translating import Translating
from trainer_app.ui.bridge import Bridge
from trainer_app.ui.translating.brought_view import BroughtView
from trainer_app.ui.translating.words import po_comments
from trainer_app.ui.widgets import Button, Dialog, Toast


class PoExchange:
    """For one page. `choose_file` asks for a place to save (a name) or a file to open (None)."""

    def __init__(
        self,
        page: QWidget,
        translating: Translating,
        bridge: Bridge,
        choose_file: Callable[[str | None], Path | None],
    ) -> None:
        self._page, self._translating, self._bridge = page, translating, bridge
        self._choose_file = choose_file

    def write(self, made: Translation) -> None:
        """Write all lines into a file."""
        file = self._choose_file(f"{made.lesson}.{made.language}.po")
        if file is None:
            return

        def write() -> bool:
            self._translating.write_po(made, po_comments(made), file)
            return True

        if self._bridge.run(write):
            Toast.say(self._page.window(), _("The lines are in the file."), "ok")

    def read(self, made: Translation, keep: Callable[[Translation], bool]) -> None:
        """Take what fits of a file; `keep` saves it, and can be asked to keep what was before."""
        file = self._choose_file(None)
        if file is None:
            return
        found = self._bridge.run(lambda: self._translating.read_po(made, file))
        if found is None or (found.taken and not keep(found.translation)):
            return
        good = Button(_("OK"), "primary", icon="check")
        buttons = [("ok", good)]
        if found.taken:
            buttons.insert(0, ("back", Button(_("Take it back"), "quiet")))
        dialog = Dialog(
            self._page.window(), _("From a .po file"), BroughtView(found), buttons,
            escape="ok", width=720,
        )  # fmt: skip
        dialog.answered.connect(lambda key: keep(made) if key == "back" else None)
        dialog.open(good)
