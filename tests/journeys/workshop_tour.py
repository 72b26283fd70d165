"""Through a workshop of invented people, from unlocking to the report and the learners' pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTableView

from tests.photographs import sheet_photo
from trainer_app.app import DEMO_PASSPHRASE, invent
from trainer_app.domain.attendance import Status
from trainer_app.domain.courses import Session
from trainer_app.domain.errors import ReadOnly, StoreDamaged
from trainer_app.domain.people import SIGN_IN_PICTURES, Person
from trainer_app.domain.placement import ENOUGH_UNKNOWN
from trainer_app.i18n import _, pgettext
from trainer_app.services.door import Door
from trainer_app.ui.desk import Desk
from trainer_app.ui.learner.overlays import StillYouOverlay
from trainer_app.ui.player.lesson import LessonPage
from trainer_app.ui.practice.placing_page import PlacingPage
from trainer_app.ui.widgets import FaceButton, PictureButton, SegmentField, TileButton
from trainer_app.ui.workshop.prepare_laptops import CheckedLaptop

from .funder_screens import funder_screens
from .hand import settle
from .room_screens import room_screens
from .tour import BAD_CODE, BAD_PASSPHRASE, CHEAP, NOBODY, ROSTER, WALK_IN, Screen, Tour

_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class WorkshopTour(Tour):
    """A workshop of invented people, from unlocking to the report."""

    parts = (
        "way_in",
        "planning",
        "attendance",
        "board",
        "room",
        "register",
        "funding",
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
        way.reviewing.group(self.session.course)
        yield self.see("group-progress")
        way.reviewing.not_yet(self.session.course, "sign-in-and-out")
        yield self.see("not-yet")
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
        self.window.evening.preparing.prepare(self.session.id)
        hand.wait_until(lambda: bool(self.window.page.findChildren(CheckedLaptop)), "the laptops")
        yield self.see("prepare")
        self.press(_("Change how many, and which picture cards"))
        yield self.see("prepare-papers")

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
        yield from self._signed_sheet()
        self.desk.attending.reopen(self.session.id)

    def _signed_sheet(self) -> Iterator[Screen]:
        """Ticked back, and a photo of it."""
        way, session = self.window.evening.ticking, self.session.id
        way.tick(session)
        yield self.see("tick")
        self.key(Qt.Key.Key_L)
        yield self.see("tick-late")
        self.key(Qt.Key.Key_Escape)
        self.key(Qt.Key.Key_End)
        yield self.see("tick-empty-row")
        sheets = self.desk.sheets
        sheets.keep(session, sheet_photo(), sheets.proposed(session))
        way.photos(session)
        yield self.see("sheet-photo")

    def _room(self) -> Iterator[Screen]:
        yield from room_screens(self)

    def _fill_board(self) -> None:
        """Some sit at other laptops: one with a hand up, one stuck, one who has finished."""
        desk = self.desk
        lesson = desk.lessons.lesson("sign-in-and-out")
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
        self.window.teaching.lessons()
        yield self.see("lessons")
        self.window.teaching.plan("set-who-sees-me")
        yield self.see("plan")
        for part in ("Pages", "Questions", "Words to know", "Take-home card"):
            self.press(_(part))
            yield self.see(f"plan-{part.split()[0].lower()}")
        self.window.teaching.plan("sign-in-and-out")
        self.press(_("Practise with the class"))
        self.press(_("Start"))
        self.press(_("Next step"))
        yield self.see("practice-with-class")
        self.press(_("Back to the plan"))
        yield from self._shelf()
        way.reports()
        yield self.see("reports")
        self.press(_("Who came"))
        yield self.see("reports-who")
        self.press(_("Who stayed"))
        yield self.see("reports-stayed")
        self.press(_("Projects"))
        yield self.see("projects")
        (project, *_others) = self.desk.projects.all()
        window.funding.projects.project(project.id)
        yield self.see("project")
        window.funding.projects.details(project.id)
        yield self.see("project-details")
        way.reports()
        window.say_trouble(ReadOnly(file="attendance.xlsx"))
        yield self.see("reports-trouble")
        self.answer("ok")
        way.settings()
        yield self.see("settings")

    def _funding(self) -> Iterator[Screen]:
        yield from funder_screens(self)

    def _shelf(self) -> Iterator[Screen]:
        """This week's scam, and Plaza with the class."""
        self.window.teaching.lessons()
        self.press(_("Scam shelf"))
        yield self.see("shelf-empty")
        self.press(_("Put this week’s scam on the shelf"))
        yield self.see("shelf-kinds")
        self.press_first(TileButton)
        yield self.see("shelf-questions")
        for field in self.window.page.findChildren(SegmentField):
            field.findChild(QAbstractButton).click()
        settle()
        self.press(_("Put on the shelf"))
        yield self.see("shelf")
        self.window.teaching.lessons()
        self.press(_("Play Plaza with the class"))
        self.press(_("Start"))
        yield self.see("plaza-with-class")
        self.window.teaching.lessons()

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
        way.signing_in.new()
        yield self.see("new-name")
        self.press(_("Next"))
        self.press_first(FaceButton, 3)
        yield self.see("new-face")
        self.press(_("Next"))
        yield self.see("new-pictures")
        self._tap_pictures(0, 1, 2)
        self.press(_("Next"))
        yield self.see("new-pictures-again")
        way.signing_in.pictures(self.group[5].id)
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
        person, lesson = self.group[5], self.desk.lessons.lesson("sign-in-and-out")
        self.desk.seats.sit_down(person.id, self.desk.seats.pictures(person.id))
        way.hand_over()
        yield self.see("home")
        way.placing.try_out()
        self.press(_("Start"))
        yield self.see("small-task")
        for _task in range(ENOUGH_UNKNOWN):
            if isinstance(window.page, PlacingPage):
                window.page.start()
            self.press(_("I do not know this yet"))
        yield self.see("you-could-start-here")
        way.home()
        self.press(_("My number"))
        yield self.see("my-number")
        self.answer("ok")
        self.desk.playing.finish(self.desk.lessons.lesson("set-who-sees-me"), 3, 3)
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
        yield self.see("practise-now")
        self.press(_("Practise"))
        yield self.see("practice-begins")
        self.press(_("Start"))
        yield self.see("practice")
        self.press(pgettext("rest for a while", "Stop"))
        yield self.see("practice-rests")
        self.press(_("Leave practice"))
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
        settle()
        way.ask_still_you()
        yield self.see("screen-rests")
        window.findChild(StillYouOverlay).ask()
        yield self.see("still-you")
        way.covers.lift()
        way.guest()
        yield self.see("home-of-guest")
        window.free.learn()
        self.press(_("Start"))
        yield self.see("plaza")
