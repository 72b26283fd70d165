"""The ways to the projector: which lesson of a session, and all that it needs to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from trainer_app.domain.courses import Session
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.lessons import LessonWords
from trainer_app.domain.slides import slides_of
from trainer_app.i18n import _, current
from trainer_app.ui.page import Page
from trainer_app.ui.presenter.choose_lesson import ChooseLessonPage, Offered
from trainer_app.ui.presenter.ports import Material, Room
from trainer_app.ui.presenter.presentation import Presentation
from trainer_app.ui.presenter.slide_words import title_of
from trainer_app.ui.ways.projector import Projector

if TYPE_CHECKING:
    from trainer_app.ui.desk import Desk
    from trainer_app.ui.main_window import MainWindow


class PresentingWays:
    """Lessons on the projector. Nothing of it is stored but where a lesson was stopped."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.projector = Projector(window)

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def session(self, session_id: str) -> None:
        """The lessons of a session: its only one at once; what is being shown goes on."""
        if self.projector.now is not None:
            self.projector.show()
            return
        session = self._desk.courses.session(session_id)
        offered = self._offered(session)
        if not offered:
            self._window.say(_("This session has no lesson with pages yet."))
        elif len(offered) == 1 and not offered[0].stopped:
            self._begin(offered[0].lesson.id, session)
        else:
            self._choose(offered, session)

    def lesson(self, lesson_id: str) -> None:
        """One lesson from its plan, in the session that runs now if one does."""
        now = self.projector.now
        if now is not None and now.state.lesson == lesson_id:
            self.projector.show()
            return
        self.projector.stop()
        self._begin(lesson_id, self._desk.courses.open_session(), from_plan=True)

    def _choose(self, offered: Sequence[Offered], session: Session) -> None:
        def build() -> Page:
            page = ChooseLessonPage(offered, _("Today"))
            page.back_requested.connect(self._window.trainer.today)
            page.chosen.connect(lambda one, goes_on: self._begin(one, session, goes_on=goes_on))
            return page

        self._window.trainer.show("today", build)

    def _offered(self, session: Session) -> list[Offered]:
        lessons = self._window.lessons
        titles = lessons.titles(current().code)
        there = {one.id: one for one in lessons.lessons if one.has_pages}
        return [
            Offered(
                there[one],
                titles[one][0],
                one in session.core,
                self._stopped(one, core=one in session.core),
            )
            for one in session.lessons
            if one in there
        ]

    def _stopped(self, lesson_id: str, *, core: bool) -> str:
        """What the slide is called where a lesson was left; "" where it was not."""
        key = self._window.preferences.now.stopped_at.get(lesson_id, "")
        if not key:
            return ""
        lessons = self._window.lessons
        try:
            words = lessons.words(lesson_id, self._language(lesson_id))
        except TrainerError:
            return ""
        slides = slides_of(lessons.lesson(lesson_id), words, core=core)
        return next((title_of(one) or words.title for one in slides if one.key == key), "")

    def _language(self, lesson_id: str) -> str:
        """The trainer's language, or the nearest that the lesson has."""
        return self._window.lessons.titles(current().code)[lesson_id][1]

    def _begin(
        self,
        lesson_id: str,
        session: Session | None,
        *,
        goes_on: bool = False,
        from_plan: bool = False,
    ) -> None:
        window, lessons = self._window, self._window.lessons
        language = self._language(lesson_id)
        notes = window.bridge.run(lambda: lessons.words(lesson_id, language))
        if notes is None:
            return
        now = self._desk.now
        presentation = Presentation(
            self._material(lesson_id, notes, session),
            language,
            seconds=monotonic,
            now=lambda: now().timestamp(),
            ends=self._ends(session),
            parent=window,
        )
        if goes_on:
            presentation.jump(window.preferences.now.stopped_at.get(lesson_id, ""))
        plan = partial(window.teaching.plan, lesson_id)
        back = plan if from_plan else window.trainer.today
        self.projector.begin(presentation, session.id if session else None, back)

    def _material(self, lesson_id: str, notes: LessonWords, session: Session | None) -> Material:
        lessons, attending = self._window.lessons, self._desk.attending
        listening = session is not None and not session.has_ended
        return Material(
            lesson=lessons.lesson(lesson_id),
            words=partial(lessons.words, lesson_id),
            practice=partial(self.projector.practice.title, lesson_id),
            notes=notes,
            core=session is not None and lesson_id in session.core,
            room=self._room,
            is_listening=partial(attending.everyone_listens, session.id)
            if session and listening
            else None,
            listen=partial(self._listen, session.id) if session and listening else None,
        )

    def _listen(self, session_id: str, on: bool) -> None:
        room, attending = self._room(), self._desk.attending
        if room is not None and room.is_open:
            self._window.bridge.run(lambda: room.listen(on), "listening")
        else:
            self._window.bridge.run(lambda: attending.ask_to_listen(session_id, on), "listening")

    def _room(self) -> Room | None:
        desk = self._window.desk
        return desk.hosting if desk is not None else None

    def _ends(self, session: Session | None) -> int:
        """When the session is to end today, in UTC seconds; 0 if not, or if that is over."""
        now = self._desk.now()
        if session is None or session.date != now.date():
            return 0
        end = datetime.combine(session.date, session.planned_end, now.tzinfo)
        return int(end.timestamp()) if end > now else 0
