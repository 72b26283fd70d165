"""Two questions from earlier lessons come back a session later, for those who sit at this laptop.

A guest has no sitting: nothing is asked, and nothing is recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from trainer_app.content.library import LessonLibrary
from trainer_app.domain import recall
from trainer_app.domain.lessons import Lesson
from trainer_app.domain.quiz import mark
from trainer_app.domain.recall import Asked, Key, Learner
from trainer_app.domain.sittings import Sitting, best_of_each, meetings_of
from trainer_app.services.ledger import Ledger
from trainer_app.services.playing import write_for_all
from trainer_app.store import learning, registers


@dataclass(frozen=True, slots=True)
class _Past:
    """One person's sittings put into sessions. `at` is the session of now, `order` all of them."""

    person: str
    meeting: dict[str, str]
    order: list[str]
    at: str

    @property
    def now(self) -> int:
        return self.order.index(self.at)

    def session(self, sitting: str) -> int:
        return self.order.index(self.meeting[sitting])


class Recalling:
    """The questions that come back. `ledger` is None while the store is locked."""

    def __init__(self, ledger: Ledger | None, lessons: LessonLibrary) -> None:
        self._ledger, self._lessons = ledger, lessons

    def meeting(self) -> str:
        """Names those who sit here and the session of now; "" for nobody."""
        pasts = self._pasts()
        return "/".join([*sorted(past.person for past in pasts), *sorted({p.at for p in pasts})])

    def due(self, language: str) -> list[Key]:
        """Lesson and question of what is to be asked now, in a language if any lesson has it."""
        pasts = self._pasts()
        if not pasts:
            return []
        seed = self.meeting()
        group = self._learners(pasts)
        leave_out = self._lessons_of_now(pasts)
        whole = [lesson for lesson in self._lessons.lessons if lesson.has_pages]
        mine = [lesson for lesson in whole if language in lesson.languages]
        for lessons in (mine, whole):
            questions = {lesson.id: [one.id for one in lesson.quiz] for lesson in lessons}
            if found := recall.choose(group, questions, seed, leave_out=leave_out):
                return found
        return []

    def answer(self, lesson: Lesson, question: str, choice: str, *, first: bool) -> bool:
        """Whether a choice is right; the `first` one says whether it was remembered.

        Raises UnknownThing for a choice that there is not.
        """
        right = mark(lesson.question(question), choice)
        if self._ledger is not None and first:
            body = {"lesson": lesson.id, "question": question, "right": right}
            write_for_all(self._ledger, "question-recalled", body)
        return right

    def _pasts(self) -> list[_Past]:
        if self._ledger is None:
            return []
        store = self._ledger.store
        return [self._past(one) for one in learning.open_sittings(store, store.device)]

    def _past(self, seat: Sitting) -> _Past:
        assert self._ledger is not None
        zone = self._ledger.now().tzinfo
        known = learning.sittings_of(self._ledger.store, seat.person)
        sittings = [one for one in reversed(known) if not one.void]
        meeting = meetings_of(
            (one.id, one.session, datetime.fromtimestamp(one.began, zone).date())
            for one in sittings
        )
        order = list(dict.fromkeys(meeting[one.id] for one in sittings))
        return _Past(seat.person, meeting, order, meeting[seat.id])

    def _learners(self, pasts: Sequence[_Past]) -> list[Learner]:
        assert self._ledger is not None
        store = self._ledger.store
        found = []
        for past in pasts:
            rows = learning.work_of(store, [past.person])
            before = best_of_each(r for r in rows if past.session(r["sitting"]) < past.now)
            asked = tuple(
                Asked(r["lesson"], r["question"], bool(r["right"]), past.session(r["sitting"]))
                for r in learning.recalls_of(store, [past.person])
            )
            passed = frozenset(lesson for lesson, one in before.items() if one.passed)
            found.append(Learner(past.now, passed, asked))
        return found

    def _lessons_of_now(self, pasts: Sequence[_Past]) -> set[str]:
        """What is planned for the session of now, and what was opened in it already."""
        assert self._ledger is not None
        store = self._ledger.store
        session = registers.open_session(store)
        lessons = set(session.lessons) if session is not None else set()
        for past in pasts:
            rows = learning.work_of(store, [past.person])
            lessons |= {r["lesson"] for r in rows if past.session(r["sitting"]) == past.now}
        return lessons
