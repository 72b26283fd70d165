"""The ways of backups: made by themselves while a centre is open, listed, taken along, put back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from trainer_app.domain.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.ui.page import Page
from trainer_app.ui.settings.backups import BackupsPage

if TYPE_CHECKING:
    from trainer_app.domain.keeping import Snapshot
    from trainer_app.services.erasing import Erasing
    from trainer_app.services.safekeeping import Safekeeping
    from trainer_app.ui.main_window import MainWindow

_LOOK_EVERY = 60_000  # milliseconds


class BackupWays:
    """Makes the backups that are due, beside the screen; a trainer sees and restores them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._making = False
        self._told = False
        self._clock = QTimer(window, interval=_LOOK_EVERY)
        self._clock.timeout.connect(self._look)
        window.bridge.changed.connect(self._changed)

    @property
    def _keeping(self) -> Safekeeping:
        assert self._window.desk is not None
        return self._window.desk.safekeeping

    def begin(self) -> None:
        """A centre is open: look every minute whether a backup is due."""
        self._told = False
        self._clock.start()
        assert self._window.desk is not None
        self._window.bridge.work(partial(_swept, self._window.desk.erasing), lambda _done: None)

    def end(self) -> None:
        """The centre is locked."""
        self._clock.stop()
        self._making = False

    def backups(self) -> None:
        """All backups, with what each holds; they are looked through beside the screen."""
        window, keeping = self._window, self._keeping

        def build() -> Page:
            desk = window.desk
            assert desk is not None
            page = BackupsPage(None, keeping.folder, now=desk.now)
            page.back_requested.connect(window.trainer.settings)
            page.backup_requested.connect(self._make)
            page.copy_requested.connect(self._copy)
            page.restore_requested.connect(self._restore)
            window.bridge.work(keeping.list, self._show)
            return page

        window.trainer.show("settings", build)

    def _show(self, found: Sequence[Snapshot]) -> None:
        if isinstance(self._window.page, BackupsPage):
            self._window.page.show_snapshots(found)

    def _make(self) -> None:
        keeping = self._keeping

        def make() -> list[Snapshot]:
            keeping.snapshot()
            return keeping.list()

        def made(found: list[Snapshot]) -> None:
            self._window.say(_("The backup is made"))
            self._show(found)

        self._window.bridge.work(make, made)

    def _copy(self, name: str) -> None:
        folder = self._window.choose_folder()
        if folder is None:
            return
        self._window.bridge.work(
            partial(self._keeping.copy_to, name, folder),
            lambda _file: self._window.say(_("The backup is on the stick")),
        )

    def _restore(self, name: str) -> None:
        keeping = self._keeping

        def restore() -> TrainerError | None:
            try:
                keeping.restore(name)
            except TrainerError as trouble:
                return trouble
            return None

        self._window.bridge.work(restore, self._restored)

    def _restored(self, trouble: TrainerError | None) -> None:
        """The store may be closed by now: a passphrase opens what lies in its place."""
        window = self._window
        window.close_centre()
        window.welcome.to_centre()
        if trouble is not None:
            window.say_trouble(trouble)
        else:
            window.say(_("The backup was put back. What was here before is kept."))

    # By themselves
    def _changed(self, changed: frozenset[str]) -> None:
        if "sessions" in changed and self._clock.isActive():
            self._look(at_boundary=True)

    def _look(self, *, at_boundary: bool = False) -> None:
        if self._making or self._window.desk is None:
            return
        keeping = self._keeping
        if keeping.due_now(at_boundary=at_boundary):
            self._making = True
            self._window.bridge.work(partial(_tried, keeping), self._looked)

    def _looked(self, trouble: TrainerError | None) -> None:
        """A trainer hears of a backup that failed, once; learners are left in peace."""
        self._making = False
        if trouble is not None and not self._told and self._window.door.trainer_inside:
            self._told = True
            self._window.say_trouble(trouble)


def _swept(erasing: Erasing) -> None:
    """Finish an erasure that was interrupted; what does not work now is tried at the next start."""
    with suppress(TrainerError):
        erasing.sweep()


def _tried(keeping: Safekeeping) -> TrainerError | None:
    try:
        keeping.snapshot()
    except TrainerError as trouble:
        return trouble
    return None
