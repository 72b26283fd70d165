"""A window on a data folder and a person at it, who goes from screen to screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.app import open_window
from trainer_app.i18n import _
from trainer_app.keys.wrapping import Cost
from trainer_app.services.door import Door
from trainer_app.services.laptops import Laptops
from trainer_app.services.preferences import PreferencesFile
from trainer_app.services.trainers import Trainers
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.widgets import Dialog, PictureButton, Toast

from .hand import Hand, settle

Screen = tuple[str, MainWindow]

SIZE = (1366, 768)
CHEAP = Cost(memory=8, time=1, parallelism=1)
ROSTER = Path(__file__).parents[1] / "rosters" / "roster.csv"
CENTRE, TRAINER, WALK_IN = "Canal House", "Sanne", "Marieke de Vries"
GOOD_PASSPHRASE = "brown teapot walks home slowly"
BAD_PASSPHRASE, BAD_CODE, NOBODY = "short", "ABCD-EFGH", "zzz"
CODE = "7QKM-2XRA-9WTD-H4NB-6FVC-3PZE"
STICK, INVITATION = "BLUE STICK", "invitation.trainer"
TYPED = (
    CENTRE, TRAINER, WALK_IN, GOOD_PASSPHRASE, BAD_PASSPHRASE, BAD_CODE, NOBODY, CODE,
    STICK, INVITATION, "media",
)  # fmt: skip


class Clock:
    """Ten to ten on a Tuesday; each look at it is a millisecond later, so that ids keep order."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 24, 9, 50, tzinfo=timezone(timedelta(hours=1)))

    def now(self) -> datetime:
        """The time it shows."""
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def forward(self, minutes: int) -> None:
        """Let minutes go by."""
        self.moment += timedelta(minutes=minutes)


class Tour:
    """A window on a data folder, and a person at it. Each of `parts` is a method."""

    parts: tuple[str, ...] = ()

    def __init__(self, folder: Path, language: str, scale: int) -> None:
        self.clock = Clock()
        self._prepare(folder)
        PreferencesFile(folder).change(language=language, scale=scale, idle_minutes=60)
        self.window = open_window(folder, language, self.clock.now, CHEAP)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        self.hand = Hand(self.window)
        self.hand.wait_until(self.window.isActiveWindow, "the keyboard")

    def _prepare(self, folder: Path) -> None:
        """Put into the folder what is there before the program starts."""

    def close(self) -> None:
        """Take the window away as a person does."""
        self.window.close()
        QApplication.instance().removeEventFilter(self.window)
        self.window.deleteLater()
        settle()

    def see(self, name: str) -> Screen:
        """The screen as it is now; messages that go by themselves are gone."""
        for toast in self.window.findChildren(Toast):
            toast.leave()
        self.sit_up()
        return name, self.window

    def key(self, key: Qt.Key) -> None:
        """Press a key on a page that may have been shown a moment ago."""
        self.sit_up()
        self.hand.key(key)

    def sit_up(self) -> None:
        """Have the keyboard on the window, as one has who works with a single window."""
        settle()
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.hand.wait_until(self.window.isActiveWindow, "the keyboard")

    def press(self, words: str) -> None:
        """Press a button, on a page that may have been shown a moment ago."""
        self.sit_up()
        self.hand.press(words)

    def type_into(self, label: str, text: str) -> None:
        """Type into a field, on a page that may have been shown a moment ago."""
        self.sit_up()
        self.hand.type_into(label, text)

    def answer(self, key: str) -> None:
        """Answer the question in front of the page."""
        self.window.findChild(Dialog).answer(key)
        settle()

    def press_first(self, kind: type[QWidget], nth: int = 0) -> None:
        """Press a button that has a picture and perhaps no word."""
        found = [one for one in self.window.page.findChildren(kind) if one.isVisible()]
        found[nth].click()
        settle()


class FirstDay(Tour):
    """From switching on to an empty centre."""

    parts = ("first_day",)

    def _prepare(self, folder: Path) -> None:
        """Somewhere else a centre stands, which invites this laptop."""
        door = Door(folder.parent / "elsewhere", self.clock.now, CHEAP)
        door.found(CENTRE, TRAINER, "kite", GOOD_PASSPHRASE)
        Trainers(door).add(TRAINER, "drum", GOOD_PASSPHRASE)
        self._invitation = folder.parent / INVITATION
        self._code = Laptops(door).invite(self._invitation)
        door.lock()

    def _first_day(self) -> Iterator[Screen]:
        window, way = self.window, self.window.welcome
        way.language()
        yield self.see("language")
        way.start()
        yield self.see("start")
        yield from self._join()
        way.start()
        self.press(_("Start your centre"))
        yield self.see("found")
        self.press(_("Make the centre"))
        yield self.see("found-faults")
        self.type_into(_("Name of the centre"), CENTRE)
        self.type_into(_("Your name"), TRAINER)
        self.type_into(_("Passphrase"), GOOD_PASSPHRASE)
        self.press_first(PictureButton, 2)
        yield self.see("found-filled")
        self.press(_("Make the centre"))
        yield self.see("recovery-code")
        self.press(_("I have put the code in a safe place"))
        self.press(_("Open the centre"))
        yield self.see("today-empty")
        window.trainer.courses()
        yield self.see("courses-empty")
        window.trainer.people()
        yield self.see("people-empty")
        window.trainer.reports()
        yield self.see("reports-empty")
        window.funding.projects.projects()
        yield self.see("projects-empty")
        window.learner.hand_over()
        yield self.see("who-empty")

    def _join(self) -> Iterator[Screen]:
        """Another laptop has a centre and gave an invitation."""
        hand = self.hand
        self.press(_("Join a centre"))
        yield self.see("join")
        self.press(_("Go on"))
        yield self.see("join-faults")
        self.window.choose_file = lambda _suggested: self._invitation
        self.press(_("Choose the invitation file"))
        self.type_into(_("Code of the invitation"), BAD_CODE)
        self.press(_("Go on"))
        hand.wait_for(_("This code does not open the invitation. Compare it, group by group."))
        yield self.see("join-wrong-code")
        self.type_into(_("Code of the invitation"), self._code)
        self.press(_("Go on"))
        hand.wait_for(_("Step 2 of 2: a trainer of the centre"))
        yield self.see("join-trainer")
        self.press_first(PictureButton)
        self.type_into(_("Passphrase"), BAD_PASSPHRASE)
        self.press(_("Join the centre"))
        wrong = _("That did not open it. Look at capital letters and at the keyboard’s language.")
        hand.wait_for(wrong)
        yield self.see("join-wrong-passphrase")
