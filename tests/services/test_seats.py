"""Who sits at this laptop, and putting right who did what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from centres import PICTURES, Centre

from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotAllowed, UnknownThing, WrongPictures
from trainer_app.domain.people import Person


def names(people: list[Person]) -> list[str]:
    return [person.label for person in people]


def test_faces_of_a_session_are_those_who_may_be_here(centre: Centre) -> None:
    evening = centre.evening("Abdi", "Olena", "Rosa", "Hidden")
    abdi, olena, rosa, hidden = evening.people
    walk_in = centre.enrolling.add_person("Walk-in")
    centre.enrolling.add_person("Of another course")
    centre.enrolling.hide(hidden.id, True)
    session = evening.session.id
    centre.attending.start_now(session)
    assert names(centre.seats.faces()) == ["Abdi", "Olena", "Rosa"]
    centre.attending.mark(session, abdi.id, Status.ABSENT)
    centre.attending.mark(session, olena.id, Status.EXCUSED)
    centre.attending.mark(session, walk_in.id, Status.PRESENT)
    assert names(centre.seats.faces()) == ["Walk-in", "Rosa"]  # who is marked comes first
    centre.sit(rosa)
    assert names(centre.seats.faces()) == ["Walk-in"]


def test_without_a_session_everyone_who_is_listed_can_be_tapped(centre: Centre) -> None:
    evening = centre.evening("Abdi", "Hidden")
    centre.enrolling.add_person("Of no course")
    centre.enrolling.hide(evening.people[1].id, True)
    assert names(centre.seats.faces()) == ["Abdi", "Of no course"]


def test_who_is_not_listed_signs_in_with_a_number(centre: Centre) -> None:
    hidden = centre.evening("Hidden").people[0]
    centre.enrolling.hide(hidden.id, True)
    found = centre.seats.by_number(" a1 ")
    assert found == replace(hidden, listed=False)
    centre.sit(found)
    assert names(centre.seats.people()) == ["Hidden"]
    assert centre.seats.by_number("A2") is None
    assert centre.seats.by_number("") is None


@pytest.mark.parametrize(
    "tapped", [(), ("sun", "fish"), ("sun", "fish", "key"), ("sun", "sun", "fish")]
)
def test_wrong_pictures_seat_nobody(centre: Centre, tapped: tuple[str, ...]) -> None:
    person = centre.evening("Abdi").people[0]
    centre.seats.choose_pictures(person.id, PICTURES)
    with pytest.raises(WrongPictures):
        centre.seats.sit_down(person.id, tapped)
    assert centre.seats.sittings() == []


def test_pictures_in_any_order_seat_a_person_once(centre: Centre) -> None:
    person = centre.evening("Abdi").people[0]
    centre.seats.choose_pictures(person.id, PICTURES)
    sitting = centre.seats.sit_down(person.id, tuple(reversed(PICTURES)))
    assert centre.seats.sit_down(person.id, PICTURES) == sitting
    assert centre.seats.sittings() == [sitting]


@pytest.mark.parametrize(
    "pictures",
    [(), ("sun", "fish"), ("sun", "sun", "fish"), ("sun", "fish", "dragon"), (*PICTURES, "key")],
)
def test_three_different_pictures_are_chosen(centre: Centre, pictures: tuple[str, ...]) -> None:
    person = centre.evening("Abdi").people[0]
    with pytest.raises(WrongPictures):
        centre.seats.choose_pictures(person.id, pictures)
    assert centre.seats.pictures(person.id) == ()


def test_once_chosen_only_a_trainer_changes_pictures(centre: Centre) -> None:
    person = centre.evening("Abdi").people[0]
    centre.door.leave_trainer()
    centre.seats.choose_pictures(person.id, PICTURES)
    with pytest.raises(NotAllowed):
        centre.seats.choose_pictures(person.id, ("key", "cup", "boat"))
    assert set(centre.seats.pictures(person.id)) == set(PICTURES)


def test_a_trainer_gives_pictures_for_a_card(centre: Centre) -> None:
    person = centre.evening("Abdi").people[0]
    given = centre.seats.give_pictures(person.id)
    assert len(set(given)) == 3
    assert centre.seats.sit_down(person.id, given).person == person.id


def test_a_fifth_can_join_but_no_sixth(centre: Centre) -> None:
    people = centre.evening("a", "b", "c", "d", "e", "f").people
    for person in people[:5]:
        centre.sit(person)
    with pytest.raises(NotAllowed):
        centre.sit(people[5])
    assert names(centre.seats.people()) == ["a", "b", "c", "d", "e"]
    centre.seats.leave(people[1].id)
    centre.sit(people[5])
    assert names(centre.seats.people()) == ["a", "c", "d", "e", "f"]
    centre.seats.leave()
    assert centre.seats.people() == []


def test_a_hand_goes_up_for_all_who_sit_here(centre: Centre) -> None:
    evening = centre.evening("Abdi", "Olena")
    sittings = [centre.sit(person) for person in evening.people]
    centre.seats.raise_hand(True)
    assert centre.seats.hand_is_up()
    centre.seats.lower_hand(sittings[0], evening.people[0].id)
    assert centre.seats.hand_is_up()
    centre.seats.lower_hand(sittings[1], evening.people[1].id)
    assert not centre.seats.hand_is_up()
    centre.seats.raise_hand(True)
    centre.seats.raise_hand(False)
    assert not centre.seats.hand_is_up()


def test_no_hand_is_up_where_nobody_sits(centre: Centre) -> None:
    centre.seats.raise_hand(True)
    assert not centre.seats.hand_is_up()


def test_moving_a_sitting_moves_its_progress(centre: Centre, library: LessonLibrary) -> None:
    olena, rosa = centre.evening("Olena", "Rosa").people
    lesson = library.lessons[0]
    sitting = centre.sit(olena)
    centre.playing.reach(lesson, 2)
    centre.playing.finish(lesson, len(lesson.quiz), len(lesson.quiz))
    centre.seats.leave()
    centre.seats.move(sitting, rosa.id)
    assert centre.seats.lessons_of(sitting) == [lesson.id]
    assert (len(centre.seats.history(olena.id)), len(centre.seats.history(rosa.id))) == (0, 1)
    assert (passed_by(centre, rosa), passed_by(centre, olena)) == ({lesson.id}, set())
    centre.seats.move(sitting, olena.id)
    assert (passed_by(centre, olena), passed_by(centre, rosa)) == ({lesson.id}, set())


def test_a_voided_sitting_does_not_count_until_it_is_taken_back(
    centre: Centre, library: LessonLibrary
) -> None:
    person = centre.evening("Olena").people[0]
    lesson = library.lessons[0]
    sitting = centre.sit(person)
    centre.playing.finish(lesson, len(lesson.quiz), len(lesson.quiz))
    centre.seats.leave()
    for void, counted in ((True, set()), (False, {lesson.id}), (True, set())):
        centre.seats.void(sitting, person.id, void)
        assert passed_by(centre, person) == counted
    kept = {one.id: one.void for one in centre.seats.history(person.id)}
    assert kept[sitting]  # nothing is deleted


def test_a_sitting_is_not_given_to_nobody(centre: Centre) -> None:
    person = centre.evening("Olena").people[0]
    sitting = centre.sit(person)
    with pytest.raises(UnknownThing):
        centre.seats.move(sitting, "nobody")
    assert [one.id for one in centre.seats.history(person.id)] == [sitting]


def passed_by(centre: Centre, person: Person) -> set[str]:
    """The lessons passed, as this laptop shows them once the person sits down."""
    centre.sit(person)
    found = {lesson for lesson, progress in centre.playing.progress().items() if progress.passed}
    centre.seats.leave()
    return found
