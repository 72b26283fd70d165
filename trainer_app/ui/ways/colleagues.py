"""The ways about trainers: let somebody in, take somebody out, new passphrases and codes."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from trainer_app.domain.errors import TrainerError, WrongPassphrase
from trainer_app.domain.passphrase import judge
from trainer_app.i18n import _, isolate
from trainer_app.ui.page import Page
from trainer_app.ui.settings.trainers import TrainersPage
from trainer_app.ui.settings.trainers_code import NewCodePage
from trainer_app.ui.settings.trainers_new import NewTrainerPage
from trainer_app.ui.settings.trainers_passphrase import PassphrasePage

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class ColleagueWays:
    """Who may unlock this centre."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def trainers(self) -> None:
        """All who may unlock."""
        desk = self._desk

        def build() -> Page:
            trainers = desk.trainers
            page = TrainersPage(
                trainers.all(),
                today=desk.now().date(),
                may_decide=trainers.may_decide,
                code_due=trainers.may_decide and trainers.code_is_due,
            )
            page.back_requested.connect(self._window.trainer.settings)
            page.add_requested.connect(lambda: self.new(substitute=False))
            page.pass_requested.connect(lambda: self.new(substitute=True))
            page.passphrase_requested.connect(self.passphrase)
            page.remove_requested.connect(self._remove)
            page.code_requested.connect(self._new_code)
            return page

        self._window.trainer.show("settings", build)

    def new(self, *, substitute: bool) -> None:
        """Somebody chooses a picture and a passphrase."""
        desk = self._desk

        def build() -> Page:
            taken = [one.picture for one in desk.trainers.all()]
            page = NewTrainerPage(judge, taken, now=desk.now, substitute=substitute)
            page.trainer_given.connect(self._add)
            page.pass_given.connect(self._add_substitute)
            page.back_requested.connect(self.trainers)
            return page

        self._window.trainer.show("settings", build)

    def passphrase(self) -> None:
        """The trainer inside changes her passphrase."""
        desk = self._desk

        def build() -> Page:
            names = [one.name for one in desk.trainers.all() if one.me]
            page = PassphrasePage(judge, names)
            page.change_requested.connect(self._change)
            page.back_requested.connect(self.trainers)
            return page

        self._window.trainer.show("settings", build)

    def _add(self, name: str, picture: str, passphrase: str) -> None:
        trainers = self._desk.trainers
        self._window.bridge.work(
            partial(trainers.add, name, picture, passphrase), lambda _id: self._added(name)
        )

    def _add_substitute(self, name: str, picture: str, passphrase: str, until: date) -> None:
        trainers = self._desk.trainers
        self._window.bridge.work(
            partial(trainers.add_substitute, name, picture, passphrase, until),
            lambda _id: self._added(name),
        )

    def _added(self, name: str) -> None:
        self._window.say(_("{name} can unlock now").format(name=isolate(name)))
        self.trainers()

    def _change(self, old: str, new: str) -> None:
        trainers = self._desk.trainers

        def change() -> TrainerError | None:
            try:
                trainers.change_passphrase(old, new)
            except WrongPassphrase as error:
                return error
            return None

        self._window.bridge.work(change, self._changed)

    def _changed(self, error: TrainerError | None) -> None:
        page = self._window.page
        if error is not None and isinstance(page, PassphrasePage):
            page.say_wrong()
            return
        self._window.say(_("Your passphrase is changed"))
        self.trainers()

    def _remove(self, id: str) -> None:
        desk = self._desk
        name = next((one.name for one in desk.trainers.all() if one.id == id), "")

        self._window.bridge.work(
            partial(desk.trainers.remove, id), partial(self._show_code, removed=name)
        )

    def _new_code(self) -> None:
        self._window.bridge.work(self._desk.trainers.new_recovery_code, self._show_code)

    def _show_code(self, code: str, removed: str = "") -> None:
        window = self._window
        centre = window.door.centre_name()
        trainer = window.door.trainer()
        picture = trainer.picture if trainer else ""

        def build() -> Page:
            page = NewCodePage(
                centre,
                code,
                draw=lambda file: window.papers.save_recovery_code(centre, code, picture, file),
                print_=lambda: window.papers.print_recovery_code(centre, code, picture),
                choose_file=lambda suggested: window.choose_file(suggested),
                removed=removed,
            )
            page.finished.connect(self._code_put_away)
            return page

        self._window.trainer.show("settings", build)

    def _code_put_away(self) -> None:
        self._window.bridge.run(self._desk.trainers.code_put_away)
        self.trainers()
