"""The live board: who is here and who needs a hand, the most urgent first."""

from __future__ import annotations

from centres import Centre

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status


def test_who_needs_a_hand_comes_first(centre: Centre, library: LessonLibrary) -> None:
    lesson = library.lessons[0]
    evening = centre.evening("Calm", "Hand", "Stuck", "Still", "Marked", "Absent", "Unseen")
    session = evening.session.id
    centre.attending.start_now(session)
    people = {person.name: person for person in evening.people}
    centre.attending.mark(session, people["Marked"].id, Status.PRESENT)
    centre.attending.mark(session, people["Absent"].id, Status.ABSENT)
    question = lesson.quiz[0]
    wrong = next(choice for choice in question.choices if choice != question.right)
    for name in ("Still", "Stuck", "Hand", "Calm"):
        centre.sit(people[name])
        centre.playing.reach(lesson, 1)
        if name == "Stuck":
            for _ in range(3):
                centre.playing.answer(lesson, question.id, wrong)
        if name == "Hand":
            centre.seats.raise_hand(True)
        centre.seat_elsewhere()
        if name == "Still":
            centre.clock.forward(minutes=5)
    board = centre.watching.board(session)
    assert [(row.person.label, row.need) for row in board] == [
        ("Hand", "hand"), ("Stuck", "wrong"), ("Still", "still"), ("Calm", ""), ("Marked", ""),
    ]  # fmt: skip
    assert {row.lesson for row in board[:4]} == {lesson.id}
    assert {(row.page, row.pages) for row in board[:4]} == {(2, len(lesson.steps))}
    assert [row.seconds_still for row in board] == [0, 0, 300, 0, None]
    assert board[4].sitting is None
    newcomers = centre.watching.newcomers(session)
    assert sorted(person.label for person in newcomers) == ["Calm", "Hand", "Still", "Stuck"]


def test_what_each_one_can_do_is_shown_and_who_left_is_not(
    centre: Centre, library: LessonLibrary
) -> None:
    lesson = library.lessons[0]
    evening = centre.evening("Abdi", "Olena")
    abdi, olena = evening.people
    centre.sit(abdi)
    centre.playing.finish(lesson, 3, 3)
    centre.attending.start_now(evening.session.id)
    centre.sit(abdi)
    centre.sit(olena)
    board = centre.watching.board(evening.session.id)
    assert [(row.person.name, row.passed, row.lesson) for row in board] == [
        ("Abdi", (lesson.id,), None), ("Olena", (), None),
    ]  # fmt: skip
    centre.seats.leave(abdi.id)
    assert [row.person.name for row in centre.watching.board(evening.session.id)] == ["Olena"]


def test_the_latest_lesson_is_shown(centre: Centre, library: LessonLibrary) -> None:
    evening = centre.evening("Abdi")
    centre.attending.start_now(evening.session.id)
    centre.sit(evening.people[0])
    for lesson in reversed(library.lessons):
        centre.clock.forward(seconds=10)
        centre.playing.reach(lesson, 0)
        row = centre.watching.board(evening.session.id)[0]
        assert (row.lesson, row.page, row.seconds_still) == (lesson.id, 1, 0)


def test_a_moved_sitting_shows_its_new_person(centre: Centre) -> None:
    evening = centre.evening("Olena", "Rosa")
    centre.attending.start_now(evening.session.id)
    sitting = centre.sit(evening.people[0])
    centre.seats.move(sitting, evening.people[1].id)
    board = centre.watching.board(evening.session.id)
    assert [row.person.name for row in board] == ["Rosa"]
    centre.seats.void(sitting, evening.people[1].id)
    assert centre.watching.board(evening.session.id) == []
