"""Playing a lesson: where to go on, what was answered, what came of it.

Each person at the laptop gets the progress. A guest has no sitting, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer_app.domain.lessons import Lesson
from trainer_app.domain.quiz import mark, passed
from trainer_app.domain.sittings import Progress, least_of
from trainer_app.services.ledger import Ledger
from trainer_app.services.room.guest_work import GuestWork
from trainer_app.store import learning


class Playing:
    """The lessons of those who sit at this laptop.

    `ledger` is None for guests; what they do while the store is locked goes to `guest_work`.
    """

    def __init__(self, ledger: Ledger | None, guest_work: GuestWork | None = None) -> None:
        self._ledger = ledger
        self._guest_work = guest_work

    @property
    def can_be_claimed(self) -> bool:
        """Whether guests may make theirs what they do, once the laptop is open."""
        return self._guest_work is not None

    def progress(self) -> dict[str, Progress]:
        """Progress by lesson; in a group, that of whoever is least far."""
        if self._ledger is None:
            return {}
        each = [learning.progress_of(self._ledger.store, person) for _, person in self._who()]
        if not each:
            return {}
        lessons = set.intersection(*(set(one) for one in each))
        return {lesson: least_of([one[lesson] for one in each]) for lesson in sorted(lessons)}

    def resume_at(self, lesson: Lesson) -> int:
        """The page (0-based) to open: where they stopped, or the first once it was finished."""
        found = self.progress().get(lesson.id)
        if found is None or found.passed:
            return 0
        return max(0, min(found.page, len(lesson.steps)) - 1)

    def reach(self, lesson: Lesson, page: int) -> None:
        """Record that a page (0-based) is on the screen; the quiz counts as one page more."""
        body = {"lesson": lesson.id, "page": page + 1, "pages": len(lesson.steps)}
        self._write("page-reached", body)

    def answer(self, lesson: Lesson, question_id: str, choice_id: str) -> bool:
        """Mark and record one try; returns whether it was right."""
        right = mark(lesson.question(question_id), choice_id)
        body = {"lesson": lesson.id, "question": question_id, "choice": choice_id, "right": right}
        self._write("question-answered", body)
        return right

    def finish(self, lesson: Lesson, right: int, of: int, *, practice: bool = False) -> bool:
        """Record a finished quiz (`right` of `of` first tries); returns whether it is passed.

        With a `practice` in the language that is played the lesson is passed when both are.
        """
        is_passed = passed(right, of)
        body = {
            "lesson": lesson.id,
            "version": lesson.version,
            "right": right,
            "of": of,
            "practice": practice,
        }
        self._write("quiz-finished", body)
        return is_passed

    def _who(self) -> list[tuple[str, str]]:
        return [] if self._ledger is None else seated(self._ledger)

    def _write(self, kind: str, body: Mapping[str, object]) -> None:
        if self._ledger is not None:
            write_for_all(self._ledger, kind, body)
        elif self._guest_work is not None:
            self._guest_work.note(kind, body)


def seated(ledger: Ledger) -> list[tuple[str, str]]:
    """The sitting and the person of each who sits at this laptop."""
    store = ledger.store
    return [(s.id, s.person) for s in learning.open_sittings(store, store.device)]


def write_for_all(ledger: Ledger, kind: str, body: Mapping[str, object]) -> None:
    """Record what those at this laptop did together, one event for each; nothing for nobody."""
    at = ledger.seconds()
    drafts = [
        ledger.note(kind, {**body, "sitting": sitting, "at": at}, person)
        for sitting, person in seated(ledger)
    ]
    if drafts:
        ledger.write(*drafts)
