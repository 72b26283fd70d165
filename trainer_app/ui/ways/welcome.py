"""The way in: language, a new centre or an old one, the passphrase, and what to do without it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject

from trainer_app.domain.errors import (
    NoCentre,
    StoreDamaged,
    TrainerError,
    WrongPassphrase,
    WrongRecoveryCode,
)
from trainer_app.domain.passphrase import judge
from trainer_app.i18n import current, languages, use
from trainer_app.services.door import Door
from trainer_app.services.founding import Founded
from trainer_app.services.joining import Joining
from trainer_app.services.rescuing import Rescuing
from trainer_app.ui.read_button import read_button
from trainer_app.ui.welcome.forgot import ForgotPage
from trainer_app.ui.welcome.found import FoundPage
from trainer_app.ui.welcome.join import JoinPage
from trainer_app.ui.welcome.language import LanguagePage
from trainer_app.ui.welcome.recovery_code import RecoveryCodePage
from trainer_app.ui.welcome.rescue import RescuePage
from trainer_app.ui.welcome.stage import Stage
from trainer_app.ui.welcome.start import StartPage
from trainer_app.ui.welcome.trouble import TroublePage
from trainer_app.ui.welcome.unlock import UnlockPage

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow, Shown


Done = TypeVar("Done")


class WelcomeWays(QObject):
    """From switching on to an open centre."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """The first page: the language where none was chosen, else the way to the centre."""
        if self._window.preferences.now.language:
            self.to_centre()
        else:
            self.language()

    def language(self) -> None:
        """Choose the language of this laptop."""

        def build() -> Shown:
            aloud = self._window.aloud
            page = LanguagePage(languages(), current().code, aloud.languages)
            page.chosen.connect(self._language_chosen)
            page.heard.connect(aloud.say)
            return self._alone(page)

        self._window.show_page(build)

    def to_centre(self) -> None:
        """Unlock the centre that is here, or start one."""
        try:
            if not self._window.door.has_centre:
                self.start()
                return
            slots = self._window.door.slots()
        except TrainerError as error:
            self.trouble(error)
            return
        self.unlock(slots)

    def start(self) -> None:
        """No centre yet."""

        def build() -> Shown:
            page = StartPage()
            page.found_requested.connect(self.found)
            page.join_requested.connect(self.join)
            page.demo_requested.connect(self.look_around)
            page.room_requested.connect(self._window.evening.joining.ask_code)
            page.show_room(bool(self._window.attaching.rooms()))
            page.language_requested.connect(self.language)
            return self._alone(page)

        self._window.show_page(build)

    def found(self) -> None:
        """Name the centre and make its first trainer."""

        def build() -> Shown:
            page = FoundPage(judge)
            page.founding_requested.connect(self._found)
            page.back_requested.connect(self.start)
            return self._alone(page)

        self._window.show_page(build)

    def join(self) -> None:
        """Become part of a centre that another laptop has."""
        joining = self._window.make_joining()

        def build() -> Shown:
            page = JoinPage(lambda: self._window.choose_file(None))
            page.code_given.connect(partial(self._code_given, joining))
            page.join_requested.connect(partial(self._join, joining))
            page.back_requested.connect(self.start)
            return self._alone(page)

        self._window.show_page(build)

    def unlock(self, slots: list[tuple[str, str]]) -> None:
        """A trainer opens the centre; a guest may learn meanwhile."""
        joining = self._window.evening.joining

        def build() -> Shown:
            in_use = self._window.desk is not None
            page = UnlockPage(slots, self._window.bridge, in_use=in_use)
            page.unlock_requested.connect(self._unlock)
            page.guest_requested.connect(self._window.learner.guest)
            page.forgot_requested.connect(self.forgot)
            page.back_requested.connect(self._window.learner.come_back)
            page.language_requested.connect(self.language)
            page.room_requested.connect(joining.ask_code)
            page.opening_requested.connect(joining.ask_to_open)
            joining.show_waiting(page)
            return self._alone(page)

        self._window.show_page(build)
        self._window.evening.opening.wait()

    def forgot(self) -> None:
        """The recovery code instead of the passphrase."""

        def build() -> Shown:
            page = ForgotPage(self._window.door.slots(), judge)
            page.recovery_requested.connect(self._recover)
            page.back_requested.connect(self.to_centre)
            return self._alone(page)

        self._window.show_page(build)

    def trouble(self, error: TrainerError) -> None:
        """The centre cannot be opened: why, and what to do."""

        def build() -> Shown:
            page = TroublePage(error)
            page.again_requested.connect(self.to_centre)
            page.closing_requested.connect(self._window.close)
            return self._alone(page)

        self._window.show_page(build)

    def rescue(self) -> None:
        """The passphrase was right, but the centre's file is damaged: what can be had back."""
        window = self._window
        rescuing = window.make_rescuing()

        def build() -> Shown:
            page = RescuePage(window.door.now)
            page.restore_requested.connect(lambda: self._put_right(rescuing))
            page.finished.connect(self.to_centre)
            page.again_requested.connect(self.rescue)
            page.closing_requested.connect(window.close)
            return self._alone(page)

        window.show_page(build)
        window.bridge.work(
            rescuing.offer, lambda offer: self._on_rescue(RescuePage.show_offer, offer)
        )

    def _put_right(self, rescuing: Rescuing) -> None:
        page = self._window.page
        assert isinstance(page, RescuePage)
        page.show_working()
        self._window.bridge.work(
            rescuing.restore, lambda done: self._on_rescue(RescuePage.show_done, done)
        )

    def _on_rescue(self, say: Callable[[RescuePage, Done], None], found: Done) -> None:
        page = self._window.page
        if isinstance(page, RescuePage):
            say(page, found)

    def look_around(self) -> None:
        """A centre of invented people, beside the real one."""
        self._window.bridge.work(self._window.open_demo, self._window.demo_opened)

    def _language_chosen(self, code: str) -> None:
        self._window.preferences.change(language=code)
        use(code)
        self.to_centre()

    def _found(self, centre: str, trainer: str, picture: str, passphrase: str) -> None:
        founded = self._window.bridge.run(
            lambda: self._window.door.found(centre, trainer, picture, passphrase)
        )
        if founded is not None:
            self._recovery_code(founded, centre, picture)

    def _code_given(self, joining: Joining, file: Path, code: str) -> None:
        self._joining(lambda: joining.open(file, code), JoinPage.show_slots)

    def _join(self, joining: Joining, slot: str, passphrase: str) -> None:
        def joined(_page: JoinPage, _door: Door) -> None:
            # The same way as every day from now on: this window's own door opens.
            self._window.door.unlock(slot, passphrase)
            self._window.centre_opened()

        def join() -> Door:
            door = joining.join(slot, passphrase)
            door.lock()
            return door

        self._joining(join, joined)

    def _joining(
        self, action: Callable[[], Done], then: Callable[[JoinPage, Done], object]
    ) -> None:
        """Do a step of joining beside the screen; its trouble is said on the page."""

        def tried() -> tuple[Done | None, TrainerError | None]:
            try:
                return action(), None
            except TrainerError as error:
                return None, error

        def done(found: tuple[Done | None, TrainerError | None]) -> None:
            page, (result, error) = self._window.page, found
            if not isinstance(page, JoinPage):
                return
            page.set_busy(False)
            if error is not None:
                page.say(error)
            else:
                then(page, cast("Done", result))

        page = self._window.page
        if isinstance(page, JoinPage):
            page.set_busy(True)
        self._window.bridge.work(tried, done)

    def _recovery_code(self, founded: Founded, centre: str, picture: str) -> None:
        papers, code = self._window.papers, founded.recovery_code

        def build() -> Shown:
            page = RecoveryCodePage(
                centre,
                code,
                picture,
                draw=lambda file: papers.save_recovery_code(centre, code, picture, file),
                print_=lambda: papers.print_recovery_code(centre, code, picture),
                choose_file=lambda suggested: self._window.choose_file(suggested),
            )
            page.finished.connect(lambda: self._window.centre_opened())
            return self._alone(page)

        self._window.show_page(build)

    def _unlock(self, slot: str, passphrase: str) -> None:
        window = self._window
        try:
            window.door.unlock(slot, passphrase)
        except WrongPassphrase:
            page = window.page
            assert isinstance(page, UnlockPage)
            page.say_wrong()
        except (StoreDamaged, NoCentre):
            self.rescue()
        except TrainerError as error:
            self.trouble(error)
        else:
            window.centre_opened()

    def _recover(self, code: str, slot: str, passphrase: str) -> None:
        window = self._window
        try:
            window.door.recover(code, slot, passphrase)
        except WrongRecoveryCode:
            page = window.page
            assert isinstance(page, ForgotPage)
            page.say_wrong()
        except (StoreDamaged, NoCentre):
            self.rescue()
        except TrainerError as error:
            self.trouble(error)
        else:
            window.centre_opened()

    def _alone(self, page: Stage) -> Shown:
        from trainer_app.ui.main_window import Shown

        reader = read_button(self._window.aloud, page)
        if reader is not None:
            page.put_tool(reader)
        return Shown(page, page)
