"""Through lessons of a centre's own: begun, changed, mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QThreadPool

from trainer_app.i18n import _, current
from trainer_app.services.door import Door
from trainer_app.ui.authoring.editor import EditorPage
from trainer_app.ui.authoring.history import Place

from .hand import settle
from .tour import CENTRE, CHEAP, GOOD_PASSPHRASE, TRAINER, Screen, Tour


class AuthoringTour(Tour):
    """A trainer at her own lessons."""

    parts = ("authoring",)

    def _prepare(self, folder: Path) -> None:
        door = Door(folder, self.clock.now, CHEAP)
        door.found(CENTRE, TRAINER, "kite", GOOD_PASSPHRASE)
        door.lock()

    def _authoring(self) -> Iterator[Screen]:
        window, way = self.window, self.window.teaching.authoring
        window.welcome.to_centre()
        self.type_into(_("Passphrase"), GOOD_PASSPHRASE)
        self.press(_("Unlock"))
        assert window.desk is not None
        authoring = window.desk.authoring
        way.lessons()
        yield self.see("own-lessons-empty")
        way.begin()
        yield self.see("own-lesson-new")
        language = current().code
        copied = authoring.copy("messages-that-hurry-me", language)
        begun = authoring.begin("media", language)
        way.lessons()
        yield self._rested("own-lessons")
        way.edit(copied)
        yield self._rested("editor-about")
        draft = self._editor.draft
        for name, place in (
            ("page", Place("page", draft.pages[1].id)),
            ("question", Place("question", draft.questions[0].id)),
            ("card", Place("card")),
            ("plan", Place("plan")),
        ):
            self._editor.open(place)
            yield self._rested(f"editor-{name}")
        way.edit(begun, Place("mend"))
        yield self._rested("editor-mend")

    @property
    def _editor(self) -> EditorPage:
        assert isinstance(self.window.page, EditorPage)
        return self.window.page

    def _rested(self, name: str) -> Screen:
        """A screen once what is looked for beside it has been found."""
        QThreadPool.globalInstance().waitForDone()
        settle()
        return self.see(name)
