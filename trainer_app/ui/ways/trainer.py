"""The trainer's way: today, courses, people, reports, settings, and what opens there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer_app.services.reporting import Scope
from trainer_app.ui.page import Page
from trainer_app.ui.reports.reports import ReportsPage
from trainer_app.ui.trainer_frame import TrainerFrame
from trainer_app.ui.ways.comfort import ComfortWays
from trainer_app.ui.ways.reviewing import ReviewingWays
from trainer_app.ui.ways.setting_up import SettingUpWays
from trainer_app.ui.workshop.attendance import AttendancePage
from trainer_app.ui.workshop.board import BoardPage
from trainer_app.ui.workshop.course import CoursePage
from trainer_app.ui.workshop.courses import CoursesPage
from trainer_app.ui.workshop.due import DuePage
from trainer_app.ui.workshop.people import PeoplePage
from trainer_app.ui.workshop.person import PersonPage
from trainer_app.ui.workshop.person_awards import AwardsCard
from trainer_app.ui.workshop.person_projects import ProjectsCard
from trainer_app.ui.workshop.roster import RosterPage
from trainer_app.ui.workshop.today import TodayPage

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.ways.funding.awards import AwardWays


class TrainerWays:
    """The trainer's pages. Each method shows one; all need an unlocked centre."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.reviewing = ReviewingWays(window)
        self.comfort = ComfortWays(window)
        self._setting_up = SettingUpWays(window)

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    @property
    def _awards(self) -> AwardWays:
        return self._window.funding.awards

    def today(self) -> None:
        """Today's sessions."""

        def build() -> Page:
            desk = self._desk
            page = TodayPage(
                desk.courses,
                desk.attending,
                desk.enrolling,
                self._window.bridge,
                now=desk.now,
                to_settle=desk.settling.count,
                clock_is_behind=desk.laptops.clock_is_behind,
                deeds=self._window.evening.deeds,
                photos=desk.sheets.count,
                load=desk.load.mine,
            )
            page.deed_chosen.connect(self._window.evening.do)
            page.settling_requested.connect(self._window.settling.settle)
            page.attendance_opened.connect(self.attendance)
            page.board_opened.connect(self.board)
            page.course_opened.connect(self.course)
            page.new_course_requested.connect(lambda: self.course(None))
            page.sign_in_sheet_requested.connect(self.sign_in_sheet)
            return page

        self.show("today", build)

    def courses(self) -> None:
        """All courses."""

        def build() -> Page:
            desk = self._desk
            page = CoursesPage(
                desk.courses,
                desk.enrolling,
                self._window.bridge,
                projects=desk.projects,
                now=desk.now,
            )
            page.course_opened.connect(self.course)
            page.new_course_requested.connect(lambda: self.course(None))
            return page

        self.show("courses", build)

    def course(self, course_id: str | None) -> None:
        """One course, or a new one."""

        def build() -> Page:
            desk = self._desk
            page = CoursePage(
                desk.courses,
                desk.enrolling,
                desk.lessons,
                self._window.bridge,
                course_id,
                paths=desk.paths,
                projects=desk.projects,
                now=desk.now,
            )
            page.saved.connect(self.course)
            page.roster_requested.connect(self.roster)
            page.session_opened.connect(self.attendance)
            page.person_opened.connect(self.person)
            page.progress_requested.connect(self.reviewing.group)
            page.awards_requested.connect(lambda id: self._awards.of_course(id))
            page.back_requested.connect(self.courses)
            return page

        self.show("courses", build)

    def roster(self, course_id: str) -> None:
        """Bring in people from a file or by typing."""

        def build() -> Page:
            page = RosterPage(
                self._desk.enrolling,
                self._window.bridge,
                course_id,
                self._choose_roster,
                now=self._desk.now,
            )
            page.brought_in.connect(lambda _count: self.course(course_id))
            page.back_requested.connect(lambda: self.course(course_id))
            return page

        self.show("courses", build)

    def attendance(self, session_id: str) -> None:
        """Who is here."""

        def build() -> Page:
            desk = self._desk
            page = AttendancePage(
                desk.courses,
                desk.attending,
                desk.enrolling,
                self._window.bridge,
                session_id,
                photos=desk.sheets.count,
            )
            page.deed_chosen.connect(self._window.evening.do)
            page.board_opened.connect(self.board)
            page.person_opened.connect(self.person)
            page.export_requested.connect(lambda session: self.reports(Scope(session=session)))
            page.sign_in_sheet_requested.connect(self.sign_in_sheet)
            return page

        self.show("today", build)

    def board(self, session_id: str) -> None:
        """Where everyone is, live."""

        def build() -> Page:
            desk = self._desk
            page = BoardPage(
                desk.watching,
                desk.attending,
                desk.seats,
                desk.lessons,
                self._window.bridge,
                session_id,
                now=desk.now,
                peer_help=desk.peer_help,
            )
            page.attendance_opened.connect(self.attendance)
            page.person_opened.connect(self.person)
            page.learners_requested.connect(self._window.learner.hand_over)
            return page

        self.show("today", build)

    def people(self) -> None:
        """Everyone in the register."""

        def build() -> Page:
            desk = self._desk
            settling = desk.settling
            page = PeoplePage(
                desk.enrolling,
                desk.courses,
                self._window.bridge,
                may_be_same=lambda: len(settling.suggestions()),
                due=self._due if desk.trainers.may_decide else None,
            )
            page.due_requested.connect(self.due)
            page.settling_requested.connect(self._window.settling.settle)
            page.person_opened.connect(self.person)
            page.picture_cards_requested.connect(self.picture_cards)
            page.new_person_requested.connect(self._new_person)
            return page

        self.show("people", build)

    def person(self, person_id: str) -> None:
        """One person."""

        def build() -> Page:
            desk = self._desk
            awards = AwardsCard(desk.awarding, desk.courses, desk.lessons, person_id)
            awards.print_requested.connect(lambda ids: self._awards.print_certificates(ids))
            awards.save_requested.connect(lambda ids: self._awards.save_badges(ids))
            page = PersonPage(
                desk.enrolling,
                desk.seats,
                desk.courses,
                desk.lessons,
                desk.attending,
                self._window.bridge,
                person_id,
                standing_of=desk.reviewing.person,
                now=desk.now,
                erasing=desk.erasing,
                choose_file=self._window.choose_file,
                awards=awards,
                projects=self._projects_of(person_id),
            )
            page.gone.connect(self.people)
            page.back_requested.connect(self.people)
            page.picture_cards_requested.connect(self.picture_cards)
            return page

        self.show("people", build)

    def _projects_of(self, person_id: str) -> ProjectsCard | None:
        if not self._desk.erasing.allowed:
            return None
        card = ProjectsCard(self._desk.asking, person_id)
        asking = self._window.funding.asking
        card.opened.connect(lambda project: asking.of_person(project, person_id))
        return card

    def due(self) -> None:
        """Who need not be kept any longer."""

        def build() -> Page:
            desk = self._desk
            page = DuePage(desk.projects, desk.erasing, self._window.bridge, now=desk.now)
            page.person_opened.connect(self.person)
            page.back_requested.connect(self.people)
            return page

        self.show("people", build)

    def _due(self) -> int:
        return len(self._desk.projects.due(self._desk.now().date()))

    def reports(self, scope: Scope | None = None) -> None:
        """Attendance as figures, rows and files."""

        def build() -> Page:
            desk = self._desk
            page = ReportsPage(
                desk.reporting,
                desk.courses,
                desk.exporting,
                self._window.bridge,
                self._window.choose_file,
                scope,
                figures=desk.figures,
                projects=desk.projects,
                lessons=desk.lessons,
            )
            page.projects_requested.connect(lambda: self._window.funding.projects.projects())
            page.files_requested.connect(lambda: self._window.funding.files.of_centre())
            return page

        self.show("reports", build)

    def settings(self) -> None:
        """How this laptop is set up."""
        self._setting_up.settings()

    def sign_in_sheet(self, session_id: str) -> None:
        """Paper to sign for a session."""
        self._window.papers.sign_in_sheet(self._desk, session_id)

    def picture_cards(self, person_ids: Sequence[str]) -> None:
        """Cards with the pictures to sign in with."""
        self._window.papers.picture_cards(self._desk, person_ids)

    def show(self, place: str, build_page: Callable[[], Page]) -> None:
        """Show a page of the trainer’s, with the place beside it marked."""
        from trainer_app.ui.main_window import Shown

        window = self._window

        def build() -> Shown:
            page = window.evening.guard(build_page())
            frame = TrainerFrame(
                page, place, window.door.centre_name(), invented=window.looking_around
            )
            frame.put_notice(window.evening.way_back())
            frame.place_chosen.connect(self._go)
            frame.learners_requested.connect(window.learner.hand_over)
            window.evening.room.put_sign(frame)
            self.comfort.put(frame, page)
            return Shown(page, frame)

        window.show_page(build, dense=True)

    def _go(self, place: str) -> None:
        {
            "today": self.today,
            "courses": self.courses,
            "people": self.people,
            "lessons": self._window.teaching.lessons,
            "reports": self.reports,
            "settings": self.settings,
        }[place]()

    def _new_person(self) -> None:
        person = self._window.bridge.run(lambda: self._desk.enrolling.add_person(""), "people")
        if person is not None:
            self.person(person.id)

    def _choose_roster(self) -> Path | None:
        return self._window.choose_file(None)
