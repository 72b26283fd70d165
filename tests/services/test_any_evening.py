"""Whatever people do in whatever order, the tables are what the log says."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from centres import Centre, Clock, tables
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from trainer_app import places
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Role, Status, Totals
from trainer_app.domain.errors import (
    AnotherSessionOpen,
    BadTimes,
    NeedsReason,
    NotAllowed,
    TrainerError,
)
from trainer_app.keys.wrapping import Cost
from trainer_app.services.reporting import Scope

LESSONS = [one for one in LessonLibrary(places.lessons()).lessons if one.has_pages]
REFUSALS = (AnotherSessionOpen, BadTimes, NeedsReason, NotAllowed)
hours = st.integers(8, 20).map(time)
few = st.integers(0, 90)


class Evenings(RuleBasedStateMachine):
    """One laptop on which a trainer and learners do whatever they like."""

    courses, sessions, people, sittings = (
        Bundle(name) for name in ("courses", "sessions", "people", "sittings")
    )

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.centre = Centre(Path(self.folder.name) / "c", self.clock, Cost(8, 1, 1))
        self.refused: TrainerError | None = None

    def teardown(self) -> None:
        before = tables(self.centre.store)
        self.centre.store.rebuild()
        assert tables(self.centre.store) == before
        self.centre.door.lock()
        self.centre.door.unlock(self.centre.slot, "seven geese over the canal")
        assert tables(self.centre.store) == before
        self.centre.door.lock()
        self.folder.cleanup()

    @initialize(target=courses)
    def first_course(self) -> str:
        return self.centre.courses.add_course("First").id

    @initialize(target=people)
    def first_person(self) -> str:
        return self.centre.enrolling.add_person("First").id

    @rule(target=courses, title=st.sampled_from(["Evening", "Morning"]))
    def add_course(self, title: str) -> str:
        return self.centre.courses.add_course(title, place="Library").id

    @rule(target=sessions, course=courses, ahead=st.integers(-3, 3), start=hours, length=few)
    def plan(self, course: str, ahead: int, start: time, length: int) -> str:
        day = date(2026, 11, 24) + timedelta(days=ahead)
        end = replace_minutes(start, 1 + length)
        return self.centre.courses.add_session(course, day, start, end).id

    @rule(session=sessions, cancelled=st.booleans())
    def cancel(self, session: str, cancelled: bool) -> None:
        if not self.centre.courses.session(session).is_open:
            self.centre.courses.cancel_session(session, cancelled)

    @rule(target=people, name=st.sampled_from(["Abdi", "Олена", ""]), course=courses)
    def new_person(self, name: str, course: str) -> str:
        return self.centre.enrolling.add_person(name, course_id=course).id

    @rule(person=people, course=courses, active=st.booleans())
    def enrol(self, person: str, course: str, active: bool) -> None:
        self.centre.enrolling.enrol(person, course, active)

    @rule(person=people, name=st.text("abcé", max_size=3), hidden=st.booleans())
    def change_person(self, person: str, name: str, hidden: bool) -> None:
        found = self.centre.enrolling.person(person)
        self.centre.enrolling.save_person(replace(found, name=name))
        self.centre.enrolling.hide(person, hidden)

    @rule(session=sessions, step=st.sampled_from(["start_now", "end_now", "reopen"]))
    def run_session(self, session: str, step: str) -> None:
        if not self.centre.courses.session(session).cancelled:
            self._allowing(lambda: getattr(self.centre.attending, step)(session))

    @rule(session=sessions, start=hours, end=hours, reason=st.sampled_from(["", "paper"]))
    def correct(self, session: str, start: time, end: time, reason: str) -> None:
        self._allowing(lambda: self.centre.attending.set_times(session, start, end, reason))

    @rule(
        session=sessions, person=people, status=st.none() | st.sampled_from(Status), late=few,
        role=st.none() | st.sampled_from(Role), reason=st.sampled_from(["", "sure"]),
    )  # fmt: skip
    def mark(
        self,
        session: str,
        person: str,
        status: Status | None,
        late: int,
        role: Role | None,
        reason: str,
    ) -> None:
        self._allowing(
            lambda: self.centre.attending.mark(
                session, person, status, late=late, early=late // 2, role=role, reason=reason
            )
        )

    @rule(session=sessions, person=people, left=st.booleans())
    def mark_now(self, session: str, person: str, left: bool) -> None:
        attending = self.centre.attending
        do = attending.mark_left_now if left else attending.mark_late_now
        self._allowing(lambda: do(session, person))

    @rule()
    def undo(self) -> None:
        self.centre.attending.undo()

    @rule(session=sessions, delta=st.sampled_from([-1, 1, 2]), on=st.booleans())
    def count_and_listen(self, session: str, delta: int, on: bool) -> None:
        self.centre.attending.change_headcount(session, delta)
        self.centre.attending.ask_to_listen(session, on)

    @rule(target=sittings, person=people)
    def sit(self, person: str) -> tuple[str, str]:
        found = self.centre.enrolling.person(person)
        if len(self.centre.seats.sittings()) == 4:
            self.centre.seats.leave()
        return self.centre.sit(found), person

    @rule(up=st.booleans())
    def hand(self, up: bool) -> None:
        self.centre.seats.raise_hand(up)

    @rule(person=st.none() | people)
    def leave(self, person: str | None) -> None:
        self.centre.seats.leave(person)

    @rule(sitting=sittings, person=people)
    def move(self, sitting: tuple[str, str], person: str) -> None:
        self.centre.seats.move(sitting[0], person)

    @rule(sitting=sittings, void=st.booleans())
    def void(self, sitting: tuple[str, str], void: bool) -> None:
        self.centre.seats.void(sitting[0], sitting[1], void)

    @rule(lesson=st.sampled_from(LESSONS), page=st.integers(0, 3), pick=st.integers(0, 2))
    def play(self, lesson: object, page: int, pick: int) -> None:
        from trainer_app.domain.lessons import Lesson

        assert isinstance(lesson, Lesson)
        self.centre.playing.reach(lesson, page)
        question = lesson.quiz[page % len(lesson.quiz)]
        self.centre.playing.answer(
            lesson, question.id, question.choices[pick % len(question.choices)]
        )
        self.centre.playing.finish(lesson, min(pick, len(lesson.quiz)), len(lesson.quiz))

    @rule(minutes=st.sampled_from([1, 7, 60, 60 * 24, -30]))
    def time_goes_by(self, minutes: int) -> None:
        self.clock.forward(minutes=minutes)

    @rule()
    def rebuild(self) -> None:
        before = tables(self.centre.store)
        self.centre.store.rebuild()
        assert tables(self.centre.store) == before

    @invariant()
    def one_session_runs_at_most(self) -> None:
        running = [s for s in self.centre.courses.sessions() if s.is_open and not s.cancelled]
        assert len(running) <= 1
        assert self.centre.courses.open_session() == (running[0] if running else None)

    @invariant()
    def everyone_on_the_board_is_somebody(self) -> None:
        for session in self.centre.courses.sessions():
            for row in self.centre.watching.board(session.id):
                assert row.person.label
        assert len(self.centre.seats.people()) <= 4

    @invariant()
    def totals_are_a_hand_count(self) -> None:
        report = self.centre.reporting.attendance(Scope())
        marks = [
            mark
            for session in self.centre.courses.sessions()
            for mark in self.centre.attending.marks(session.id).values()
        ]
        assert report.totals == Totals.of(report.rows)
        assert len(report.rows) == len(marks)

    def _allowing(self, act: object) -> None:
        """Do what may be refused for a reason; a refusal changes nothing."""
        before = tables(self.centre.store)
        try:
            act()  # type: ignore[operator]
        except REFUSALS:
            assert tables(self.centre.store) == before


def replace_minutes(start: time, minutes: int) -> time:
    return time(start.hour + minutes // 60, minutes % 60)


TestAnyEvening = Evenings.TestCase
# Ten evenings in the short run.
TestAnyEvening.settings = settings(
    max_examples=settings().max_examples // 3, stateful_step_count=30, deadline=None
)
