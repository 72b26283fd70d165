"""The live board of a full room, as often as something happens."""

from __future__ import annotations

from datetime import time
from typing import Any

from benchmarks.centres import founded_centre
from benchmarks.measuring import Figure, compare
from trainer_app import app
from trainer_app.domain.attendance import Status
from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.ledger import Ledger
from trainer_app.services.watching import Watching

REFRESHES = 10
_ROOM = """
    SELECT sittings.*, people.*, work.*, attendance.*, hands.up FROM sittings
    JOIN people ON people.id = sittings.person
    LEFT JOIN work ON work.sitting = sittings.id
    LEFT JOIN hands ON hands.sitting = sittings.id
    LEFT JOIN attendance
        ON attendance.session = sittings.session AND attendance.person = sittings.person
    WHERE sittings.session = ? AND sittings.ended IS NULL
    """


def figures(rounds: int) -> list[Figure]:
    """Twenty learners, and two hundred, beside one joined query for the same rows."""
    return [_figure(learners, rounds) for learners in (20, 200)]


def _figure(learners: int, rounds: int) -> Figure:
    with founded_centre() as (ledger, _):
        session = _full_room(ledger, learners)
        watching = Watching(ledger)
        assert len(watching.board(session)) == learners
        reader: Any = ledger.store.reader.conn

        def bare() -> None:
            for _ in range(REFRESHES):
                assert len(reader.execute(_ROOM, [session]).fetchall()) == learners

        def ours() -> None:
            for _ in range(REFRESHES):
                watching.board(session)

        return compare(
            f"board {learners}",
            ours,
            "one joined query for the same rows",
            bare,
            rounds=rounds,
            times=REFRESHES,
        )


def _full_room(ledger: Ledger, learners: int) -> str:
    """People marked, seated at laptops all over the room, each on a page."""
    course = Courses(ledger).add_course("Tuesday group")
    today = ledger.now().date()
    session = Courses(ledger).add_session(course.id, today, time(0), time(23, 59))
    Attending(ledger).start_now(session.id)
    lesson = app.lesson_library().lesson("sign-in-and-out")
    at = ledger.seconds()
    for count in range(learners):
        person = Enrolling(ledger).add_person(f"Learner {count}", course_id=course.id)
        Attending(ledger).mark(session.id, person.id, Status.PRESENT)
        sitting = ledger.store.new_id()
        page = {"sitting": sitting, "lesson": lesson.id, "page": 2, "pages": 6, "at": at}
        ledger.write(
            ledger.note(
                "sitting-began", {"sitting": sitting, "session": session.id, "at": at}, person.id
            ),
            ledger.note("page-reached", page, person.id),
        )
    return session.id
