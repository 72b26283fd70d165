"""Goes to every screen of the program, and to every state of it worth seeing, in any language.

The centre is invented, the clock and the chance are fixed: two walks show the same pictures.
`python -m tests.journeys.screens FOLDER [LANGUAGE [SCALE [PART …]]]` saves a picture of each.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from trainer_app.app import DEMO_PASSPHRASE, invent, open_window
from trainer_app.domain.attendance import Status
from trainer_app.domain.courses import Session
from trainer_app.domain.errors import ReadOnly, StoreDamaged
from trainer_app.domain.people import SIGN_IN_PICTURES, Person
from trainer_app.i18n import _
from trainer_app.keys.wrapping import Cost
from trainer_app.services.door import Door
from trainer_app.services.preferences import PreferencesFile
from trainer_app.ui.desk import Desk
from trainer_app.ui.learner.overlays import StillYouOverlay
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.widgets import Dialog, FaceButton, PictureButton, Toast

from .hand import Hand, settle

Screen = tuple[str, MainWindow]

SIZE = (1366, 768)
CHEAP = Cost(memory=8, time=1, parallelism=1)
ROSTER = Path(__file__).parents[1] / "rosters" / "roster.csv"
CENTRE, TRAINER, WALK_IN = "Canal House", "Sanne", "Marieke de Vries"
GOOD_PASSPHRASE = "brown teapot walks home slowly"
BAD_PASSPHRASE, BAD_CODE, NOBODY = "short", "ABCD-EFGH", "zzz"
TYPED = (CENTRE, TRAINER, WALK_IN, GOOD_PASSPHRASE, BAD_PASSPHRASE, BAD_CODE, NOBODY)


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


def screens(
    folder: Path,
    language: str,
    scale: int = 100,
    *,
    parts: Collection[str] = (),
    opened: Callable[[MainWindow], None] | None = None,
) -> Iterator[Screen]:
    """Each screen's name and the window that shows it; `scale` is the text size in per cent.

    Writes two centres into `folder`. `parts` are some of PARTS, all without it. `opened` is
    called whenever a window has been made.
    """
    for tour in (_FirstDay, _Workshop):
        if parts and not set(parts) & set(tour.parts):
            continue
        place = folder / tour.__name__
        walk = tour(place, language, scale)
        if opened is not None:
            opened(walk.window)
        try:
            for part in tour.parts:
                if not parts or part in parts:
                    yield from getattr(walk, f"_{part}")()
        finally:
            walk.close()


class _Tour:
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


class _FirstDay(_Tour):
    """From switching on to an empty centre."""

    parts = ("first_day",)

    def _first_day(self) -> Iterator[Screen]:
        window, way = self.window, self.window.welcome
        way.language()
        yield self.see("language")
        way.start()
        yield self.see("start")
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
        window.learner.hand_over()
        yield self.see("who-empty")


class _Workshop(_Tour):
    """A workshop of invented people, from unlocking to the report."""

    parts = (
        "way_in",
        "planning",
        "attendance",
        "board",
        "register",
        "signing_in",
        "learning",
        "together",
    )

    def _prepare(self, folder: Path) -> None:
        door = Door(folder, self.clock.now, CHEAP)
        invent(door, learners=24, sessions=6, seed=1)
        door.lock()

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    @property
    def session(self) -> Session:
        """Today's."""
        return self.desk.courses.today()[0]

    @property
    def group(self) -> list[Person]:
        """Who is enrolled for today, in the order of their numbers."""
        return self.desk.enrolling.people(self.session.course)

    def unlock(self) -> None:
        """The trainer comes."""
        self.window.welcome.to_centre()
        self.type_into(_("Passphrase"), DEMO_PASSPHRASE)
        self.press(_("Unlock"))

    def _way_in(self) -> Iterator[Screen]:
        way = self.window.welcome
        yield self.see("unlock")
        self.type_into(_("Passphrase"), "not this one")
        self.press(_("Unlock"))
        yield self.see("unlock-wrong")
        self.press(_("I forgot my passphrase"))
        yield self.see("forgot")
        self.type_into(_("Recovery code"), BAD_CODE)
        self.type_into(_("Your new passphrase"), BAD_PASSPHRASE)
        self.press(_("Open the centre"))
        yield self.see("forgot-wrong")
        way.trouble(StoreDamaged(file="centre.db"))
        yield self.see("trouble")
        way.to_centre()
        self.press(_("Learn as a guest"))
        yield self.see("guest-home")
        self.unlock()
        yield self.see("today-planned")

    def _planning(self) -> Iterator[Screen]:
        hand, way = self.hand, self.window.trainer
        way.courses()
        yield self.see("courses")
        way.course(None)
        yield self.see("course-new")
        self.press(_("Make the course"))
        yield self.see("course-new-faults")
        way.course(self.session.course)
        yield self.see("course")
        self.press(_("Change details"))
        yield self.see("course-edit")
        self.press(_("Close"))
        self.press(_("Add sessions"))
        yield self.see("course-add-sessions")
        way.roster(self.session.course)
        yield self.see("roster")
        self.press(_("By typing"))
        yield self.see("roster-typing")
        way.roster(self.session.course)
        self.window.choose_file = lambda _suggested: ROSTER
        self.press(_("Choose a file"))
        hand.wait_until(lambda: bool(self.window.page.findChildren(QTableView)), "the list")
        yield self.see("roster-preview")
        self.press(_("Columns"))
        yield self.see("roster-columns")

    def _attendance(self) -> Iterator[Screen]:
        way, session = self.window.trainer, self.session
        way.attendance(session.id)
        yield self.see("attendance-planned")
        self.clock.forward(minutes=12)
        self.press(_("Start now"))
        settle()
        self.clock.forward(minutes=9)
        for key in (Qt.Key.Key_P, Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_X, Qt.Key.Key_A):
            self.key(key)
        self.type_into(_("Somebody comes in"), WALK_IN)
        self.press(_("Add"))
        yield self.see("attendance-running")
        self.press(_("Details"))
        yield self.see("attendance-details")
        self.press(_("Close"))
        self.press(_("Correct the times"))
        yield self.see("attendance-times")
        way.today()
        yield self.see("today-running")

    def _board(self) -> Iterator[Screen]:
        window = self.window
        self._fill_board()
        window.trainer.board(self.session.id)
        yield self.see("board")
        self.press(_("More about {name}").split("{")[0])
        yield self.see("board-more")
        self.answer("")
        self.press(_("Everyone listen"))
        yield self.see("board-listening")
        window.learner.who()
        yield self.see("everyone-listens")
        self.press(_("Trainer"))
        yield self.see("unlock-in-use")
        self.unlock()
        self.desk.attending.ask_to_listen(self.session.id, False)
        window.trainer.attendance(self.session.id)
        self.clock.forward(minutes=80)
        self.press(_("Ended now"))
        yield self.see("attendance-ended")
        self.desk.attending.reopen(self.session.id)

    def _fill_board(self) -> None:
        """Some sit at other laptops: one with a hand up, one stuck, one who has finished."""
        desk = self.desk
        lesson = desk.lessons.lessons[0]
        for place, person in enumerate(self.group[:5]):
            desk.attending.mark(self.session.id, person.id, Status.PRESENT)
            desk.seats.sit_down(person.id, desk.seats.pictures(person.id))
            if place == 4:
                desk.seats.leave()
                continue
            desk.playing.reach(lesson, place)
            for question in lesson.quiz[:3] if place == 1 else ():
                wrong = next(one for one in question.choices if one != question.right)
                desk.playing.answer(lesson, question.id, wrong)
            if place == 2:
                desk.playing.finish(lesson, len(lesson.quiz), len(lesson.quiz))
            if place == 0:
                desk.seats.raise_hand(True)
            # As a merge would bring it: there is no second laptop here.
            self.window.door.ledger.store._writer.run(
                lambda db: db.execute("UPDATE sittings SET device = 'another' WHERE ended IS NULL")
            )
            self.clock.forward(minutes=1)

    def _register(self) -> Iterator[Screen]:
        window, way = self.window, self.window.trainer
        way.people()
        yield self.see("people")
        self.type_into(_("Search by name or number"), NOBODY)
        yield self.see("people-none-found")
        way.person(self.group[0].id)
        yield self.see("person")
        self.press(_("Give other pictures"))
        yield self.see("person-other-pictures")
        self.answer("")
        way.lessons()
        yield self.see("lessons")
        way.plan(self.desk.lessons.lessons[1].id)
        yield self.see("plan")
        for part in ("Pages", "Questions", "Words to know", "Take-home card"):
            self.press(_(part))
            yield self.see(f"plan-{part.split()[0].lower()}")
        way.reports()
        yield self.see("reports")
        window.say_trouble(ReadOnly(file="attendance.xlsx"))
        yield self.see("reports-trouble")
        self.answer("ok")
        way.settings()
        yield self.see("settings")

    def _signing_in(self) -> Iterator[Screen]:
        way = self.window.learner
        self.window.learner.hand_over()
        yield self.see("who")
        self.press(_("I have a card"))
        yield self.see("number")
        self.press("9")
        self.press("9")
        self.press(_("That is my number"))
        yield self.see("number-unknown")
        way.new()
        yield self.see("new-name")
        self.press(_("Next"))
        self.press_first(FaceButton, 3)
        yield self.see("new-face")
        self.press(_("Next"))
        yield self.see("new-pictures")
        self._tap_pictures(0, 1, 2)
        self.press(_("Next"))
        yield self.see("new-pictures-again")
        way.pictures(self.group[5].id)
        yield self.see("pictures")
        right = self.desk.seats.pictures(self.group[5].id)
        places = [at for at, key in enumerate(SIGN_IN_PICTURES) if key not in right][:3]
        self._tap_pictures(*places)
        yield self.see("pictures-wrong")

    def _tap_pictures(self, *places: int) -> None:
        for place in places:
            self.press_first(PictureButton, place)

    def _learning(self) -> Iterator[Screen]:
        window, way = self.window, self.window.learner
        person, lesson = self.group[5], self.desk.lessons.lessons[0]
        self.desk.seats.sit_down(person.id, self.desk.seats.pictures(person.id))
        way.hand_over()
        yield self.see("home")
        self.press(_("My number"))
        yield self.see("my-number")
        self.answer("ok")
        self.desk.playing.finish(self.desk.lessons.lessons[1], 3, 3)
        way.abilities()
        yield self.see("abilities")
        way.lesson(lesson.id, "en")
        assert isinstance(window.page, LessonPage)
        window.page.play_again()
        self.press(_("Words to know"))
        yield self.see("lesson-words")
        self.answer("ok")
        for page in range(len(lesson.steps)):
            yield self.see(f"lesson-page-{page + 1}")
            self.press(_("Next"))
        yield self.see("question")
        for place, question in enumerate(lesson.quiz):
            at = question.choices.index(question.right)
            if place == 0:
                self.key(_DIGITS[1 if at == 0 else 0])
                yield self.see("question-wrong")
            self.key(_DIGITS[at])
            if place == 0:
                yield self.see("question-right")
            self.press(_("Next"))
        yield self.see("lesson-end")
        self.press(_("My card"))
        yield self.see("lesson-card")
        window.learner._set_hand(True)
        yield self.see("hand-up")

    def _together(self) -> Iterator[Screen]:
        window, way = self.window, self.window.learner
        for person in self.group[6:8]:
            self.desk.seats.sit_down(person.id, self.desk.seats.pictures(person.id))
        way.home()
        yield self.see("home-of-three")
        self.press(_("Who sits here?"))
        yield self.see("people-dialog")
        self.answer("close")
        way.who()
        yield self.see("who-joins")
        way.home()
        way.ask_still_you()
        yield self.see("screen-rests")
        window.findChild(StillYouOverlay).ask()
        yield self.see("still-you")
        way._uncover()
        way.guest()
        yield self.see("home-of-guest")


PARTS = (*_FirstDay.parts, *_Workshop.parts)
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


def main() -> None:
    """Save a picture of each screen."""
    folder, language, scale = (*sys.argv[1:4], "en", "100")[:3]
    parts = sys.argv[4:]
    application = QApplication.instance() or QApplication(sys.argv[:1])
    application.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as place:
        walk = screens(Path(place), language, int(scale), parts=parts)
        for at, (name, window) in enumerate(walk, 1):
            file = f"{name}.png" if parts else f"{at:02}-{name}.png"
            Hand(window).take_picture(Path(folder) / file)


if __name__ == "__main__":
    main()
