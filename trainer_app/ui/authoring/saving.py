"""Keeps a lesson in the making on the disk, and has it looked over, a moment after each edit."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from trainer_app.domain.drafts import Draft
from trainer_app.services.authoring import Authoring
from trainer_app.ui.authoring.history import History
from trainer_app.ui.authoring.mending import mends_of
from trainer_app.ui.bridge import Bridge

State = Literal["saved", "typing", "failed"]

MOMENT, LATER = 800, 1500
"""Milliseconds after the last letter until it is saved, and after that until it is looked over."""


class Saving(QObject):
    """Saves by itself.

    Signals: `said(str)`: saved, typing or failed; `looked_over(list)` of Mend.
    """

    said = Signal(str)
    looked_over = Signal(object)

    def __init__(
        self, authoring: Authoring, bridge: Bridge, history: History, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._authoring, self._bridge = authoring, bridge
        self._history = history
        self._saved: Draft = history.now
        self._looking: Draft | None = None
        self._seen: Draft | None = None
        self._ended = False
        self._soon = QTimer(self, singleShot=True, interval=MOMENT)
        self._soon.timeout.connect(self.save)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self.look_over)

    def follow(self, history: History, saved: Draft) -> None:
        """Go on with what was typed on a page that is built anew."""
        self._history, self._saved = history, saved
        if history.now != saved:
            self.soon()

    @property
    def saved(self) -> Draft:
        """The draft that is on the disk."""
        return self._saved

    def soon(self) -> None:
        """Something was typed; it is saved once the typing stops."""
        self.said.emit("typing")
        self._soon.start()

    def save(self) -> bool:
        """Save what is not saved yet; False where that could not be done, which was said."""
        self._soon.stop()
        typed = self._history.now
        self._history.rest()
        if typed == self._saved:
            self.said.emit("saved")
            return True
        tidy = self._bridge.run(lambda: self._authoring.save(typed), "own-lessons")
        if tidy is None:
            self.said.emit("failed")
            return False
        self._history.tidy(typed, tidy)
        self._saved = self._history.now
        self.said.emit("saved")
        self._later.start()
        return True

    def end(self) -> None:
        """Save now, and begin nothing any more: the page goes, and perhaps the centre is locked."""
        if not self._ended:
            self._ended = True
            self.save()
        self._later.stop()

    @property
    def is_looked_over(self) -> bool:
        """Whether what was said to mend is about what is on the disk now."""
        return self._seen == self._saved

    def look_over(self) -> None:
        """Look for what is to mend, beside the screen: it takes a second."""
        self._later.stop()
        if self._looking is not None:
            return
        lesson, draft = self._saved.lesson, self._saved
        self._looking = draft
        authoring = self._authoring

        def look() -> object:
            found = [(each, authoring.part_of(lesson, each)) for each in authoring.findings(lesson)]
            return mends_of(found, draft)

        self._bridge.work(look, self._looked)

    def _looked(self, mends: object) -> None:
        # The page may be gone by now.
        if not isValid(self):
            return
        self._seen, self._looking = self._looking, None
        if self.is_looked_over:
            self.looked_over.emit(mends)
        else:
            self.look_over()
