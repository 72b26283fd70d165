"""The ways of the evening before: what to print, the plan, and how the laptops stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

from trainer_app.i18n import _, current, languages
from trainer_app.ui.page import Page

if TYPE_CHECKING:
    from trainer_app.domain.rooms import LaptopState
    from trainer_app.services.preparing import Tonight
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow
    from trainer_app.ui.workshop.prepare import PreparePage
    from trainer_app.ui.workshop.prepare_papers import Paper, PaperOffer, PaperWish

_UNKNOWN_GROUP = 10
"""So many papers where nobody is enrolled yet."""


class PreparingWays:
    """Around a session to come. What draws and what reads lessons is loaded when it is needed."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._state: LaptopState | None = None

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def prepare(self, session_id: str) -> None:
        """The page of a session."""
        window, desk = self._window, self._desk

        def build() -> Page:
            from trainer_app.ui.workshop.path_words import lesson_titles
            from trainer_app.ui.workshop.prepare import PreparePage

            page = PreparePage(
                desk.preparing,
                window.bridge,
                session_id,
                offer=self._offer,
                titles=lesson_titles(desk.lessons, current().code),
                now=desk.now,
            )
            page.print_requested.connect(lambda wish: self._print(session_id, wish))
            page.course_requested.connect(window.trainer.course)
            page.back_requested.connect(window.trainer.today)
            page.laptops_requested.connect(lambda: self._show_laptops(page, session_id))
            self._measure(page, session_id)
            return page

        window.trainer.show("today", build)

    def print_poster(self, session_id: str) -> None:
        """The poster of a session's room alone, in the languages of its group."""
        from trainer_app.ui.ways.evening_papers import EveningPapers

        tonight = self._desk.preparing.tonight(session_id, current().code)
        wish = self._offer(tonight).wish
        papers = EveningPapers(self._window, self._desk, tonight, wish)
        drawing = self._window.bridge.run(papers.poster)
        if drawing is not None:
            self._window.papers.offer(_("Poster of the room"), drawing, _("Poster of the room"))

    def look_after(self) -> None:
        """Tell the other laptops how this one stands, once a day: at unlocking, or in a room."""
        window, desk = self._window, self._desk

        def measured(state: LaptopState) -> None:
            if window.desk is desk:
                window.bridge.run(lambda: desk.checks.note(state))

        if not window.looking_around and desk.checks.is_due():
            window.bridge.work(lambda: desk.checks.measured(window.door.folder), measured)

    # Laptops
    def _measure(self, page: PreparePage, session_id: str) -> None:
        window, desk = self._window, self._desk

        def measured(state: LaptopState) -> None:
            if isValid(page) and window.desk is desk and window.door.trainer_inside:
                self._state = state
                self._show_laptops(page, session_id)

        window.bridge.work(lambda: desk.checks.measured(window.door.folder), measured)

    def _show_laptops(self, page: PreparePage, session_id: str) -> None:
        """This laptop as it was measured when the page was opened, the others as they are now."""
        desk, state = self._desk, self._state
        if state is None:
            return
        if not self._window.looking_around:
            self._window.bridge.run(lambda: desk.checks.note(state))
        session = desk.courses.session(session_id)
        people = desk.preparing.people(session.course)
        languages = {person.language for person in people if person.language}
        room = desk.hosting.laptops() if desk.hosting.is_open else ()
        found = self._window.bridge.run(
            lambda: desk.checks.all(state, session.lessons, languages, room)
        )
        if found is not None:
            page.show_laptops(found)

    # Papers
    def _offer(self, tonight: Tonight) -> PaperOffer:
        """What there is to print for a session, and what is sensible."""
        from trainer_app.domain.helping import HELP_LESSON
        from trainer_app.domain.readers import readers_of
        from trainer_app.ui.workshop.prepare_papers import PaperOffer, PaperWish

        desk, spoken = self._desk, current().code
        people = desk.preparing.people(tonight.course.id)
        new = desk.preparing.without_pictures(people)
        lessons = [one for one in desk.lessons.lessons if one.id in tonight.session.lessons]
        have = {language.code for language in languages()}
        have |= {language for lesson in lessons for language in lesson.languages}
        readers = readers_of([person.language for person in people], sorted(have), spoken)
        papers = self._papers(tonight)
        usual = papers if HELP_LESSON in tonight.session.lessons else papers - {"help"}
        wish = PaperWish(
            papers=usual,
            pictures="new" if new else "none",
            copies=readers.copies or {spoken: _UNKNOWN_GROUP},
        )
        return PaperOffer(
            papers=papers,
            wish=wish,
            people=len(people),
            new=len(new),
            next=tonight.next.date if tonight.next else None,
            instead=readers.instead,
            centre=spoken,
        )

    def _papers(self, tonight: Tonight) -> frozenset[Paper]:
        from trainer_app.ui.ways.evening_papers import is_about_consent

        lessons = [one for one in self._desk.lessons.lessons if one.id in tonight.session.lessons]
        found: set[Paper] = {"sheet", "help", "poster"}
        if lessons:
            found.add("plan")
        if any(lesson.has_pages for lesson in lessons):
            found.add("cards")
        if tonight.next is not None:
            found.add("slips")
        if any(map(is_about_consent, lessons)):
            found.add("consent")
        return frozenset(found)

    def _print(self, session_id: str, wish: PaperWish) -> None:
        from trainer_app.ui.printing import together
        from trainer_app.ui.ways.evening_papers import EveningPapers
        from trainer_app.ui.workshop.path_words import lesson_titles

        desk, window = self._desk, self._window
        tonight = desk.preparing.tonight(session_id, current().code)
        people = desk.preparing.people(tonight.course.id)
        chosen = {"none": [], "new": desk.preparing.without_pictures(people), "all": people}
        papers = EveningPapers(window, desk, tonight, wish)
        titles = lesson_titles(desk.lessons, current().code)
        ids = [person.id for person in chosen[wish.pictures]]
        drawings = window.bridge.run(lambda: papers.drawings(titles, ids), "pictures")
        if drawings:
            name = _("Papers for {day}").format(day=tonight.session.date.isoformat())
            window.papers.offer(_("Papers of the evening"), together(drawings), name)
