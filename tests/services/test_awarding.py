"""What people take home: earned, signed, given once, taken back."""

from __future__ import annotations

import json
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from centres import PASSPHRASE, Centre, Clock, Evening
from openbadgeslib.ob3 import OB3LdpVerifier

from trainer_app.app.desk import make_erasing
from trainer_app.content.library import LessonLibrary
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotAllowed, NotEarned, NotForSubstitutes, UnreadableFile
from trainer_app.domain.funding.awards import BadgeWords
from trainer_app.domain.funding.badges import Badge, Checked
from trainer_app.domain.people import Person
from trainer_app.exports import badge as badge_file
from trainer_app.keys.keypair import PrivateKeys, signed_by
from trainer_app.services.funding.awarding import Awarding
from trainer_app.services.funding.badges import check_badge
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.trainers import Trainers

PICTURE = (Path(__file__).parents[2] / "assets" / "icon.png").read_bytes()


@pytest.fixture
def clock() -> Clock:
    """A day that is over, because an independent program refuses badges of the future."""
    made = Clock()
    made.forward(days=-60)
    return made


@pytest.fixture
def awarding(centre: Centre, library: LessonLibrary) -> Awarding:
    participating = Participating(centre.ledger, library.competences)
    return Awarding(centre.ledger, TrainersKeys(centre.door), participating, library)


@pytest.fixture
def course(centre: Centre, library: LessonLibrary) -> Evening:
    """Amina passed the course's lesson and was there; Bilal was there; Chiara was not."""
    course = centre.courses.add_course("Tuesday group", lessons=(library.lessons[0].id,))
    day = centre.clock.now().date()
    session = centre.courses.add_session(course.id, day, time(10), time(12))
    people = [
        centre.enrolling.add_person(name, course_id=course.id)
        for name in ("Amina", "Bilal", "Chiara")
    ]
    centre.clock.forward(minutes=10)
    centre.attending.start_now(session.id)
    for person in people[:2]:
        centre.attending.mark(session.id, person.id, Status.PRESENT)
    centre.sit(people[0])
    centre.playing.finish(library.lessons[0], 3, 3)
    centre.seats.leave()
    centre.clock.forward(minutes=120)
    centre.attending.end_now(session.id)
    return Evening(course, session, people)


def saying(person: Person, passed: object) -> BadgeWords:
    return BadgeWords("ar", "First steps", "أستطيع أن أكتب", "All lessons passed.")


def written(awarding: Awarding, folder: Path, award: str) -> Path:
    return awarding.write_badges([award], folder)[0]


def test_who_completed_has_earned_the_course(awarding: Awarding, course: Evening) -> None:
    found = awarding.candidates(course.course.id)
    assert [(one.person.name, one.earned) for one in found] == [
        ("Amina", True), ("Bilal", False), ("Chiara", False),
    ]  # fmt: skip
    assert [(one.attendances, one.hours) for one in found[:2]] == [(1, Decimal("2.00"))] * 2
    assert [len(one.passed) for one in found] == [1, 0, 0]


def test_a_lesson_is_earned_by_passing_it(
    awarding: Awarding, course: Evening, library: LessonLibrary
) -> None:
    lesson = awarding.lessons_of(course.course.id)
    assert lesson == (library.lessons[0].id,)
    found = awarding.candidates(course.course.id, lesson[0])
    assert [one.earned for one in found] == [True, False, False]


def test_what_was_not_earned_is_not_given(awarding: Awarding, course: Evening) -> None:
    with pytest.raises(NotEarned):
        awarding.give(course.course.id, None, [one.id for one in course.people[:2]], saying)
    assert awarding.of_person(course.people[0].id) == ()


def test_it_is_given_once_and_an_independent_program_accepts_the_badge(
    awarding: Awarding, course: Evening, tmp_path: Path
) -> None:
    amina = course.people[0]
    (award,) = awarding.give(course.course.id, None, [amina.id], saying)
    assert awarding.give(course.course.id, None, [amina.id], saying) == (award,)
    assert awarding.of_person(amina.id) == (award,)
    assert awarding.candidates(course.course.id)[0].award == award
    file = written(awarding, tmp_path, award.id)
    text = file.read_text("utf-8")
    credential = OB3LdpVerifier().verify(text)
    assert (credential.issuer.name, credential.achievement.name) == ("Canal House", "First steps")
    assert file.name == f"badge-{award.id}.json"
    assert not {"Amina", amina.id, amina.number} & set(text.split('"'))
    codes = [
        one["targetCode"]
        for one in json.loads(text)["credentialSubject"]["achievement"]["alignment"]
    ]
    assert codes == sorted({one.code for one in awarding._lessons.lessons[0].competences})


def test_a_badge_travels_in_the_picture_that_is_drawn_of_it(
    awarding: Awarding, course: Evening, tmp_path: Path
) -> None:
    (award,) = awarding.give(course.course.id, None, [course.people[0].id], saying)
    drawn = []

    def draw(badge: Badge) -> bytes:
        drawn.append((badge.name, badge.issuer))
        return PICTURE

    (file,) = awarding.write_badges([award.id], tmp_path, draw)
    assert (file.suffix, drawn) == (".png", [("First steps", "Canal House")])
    assert awarding.check(file).standing == "given"


def test_the_certificate_says_what_was_so_on_its_day(
    awarding: Awarding, course: Evening, centre: Centre
) -> None:
    (award,) = awarding.give(course.course.id, None, [course.people[0].id], saying)
    centre.clock.forward(days=7)
    session = centre.courses.add_session(
        course.course.id, centre.clock.now().date(), time(10), time(12)
    )
    centre.attending.start_now(session.id)
    centre.attending.mark(session.id, course.people[0].id, Status.PRESENT)
    centre.clock.forward(minutes=60)
    centre.attending.end_now(session.id)
    found = awarding.earned(award.id)
    assert (found.hours, found.attendances, len(found.passed)) == (Decimal("2.00"), 1, 1)
    assert (found.centre, found.trainer, found.person.name) == ("Canal House", "Sanne", "Amina")
    assert found.award.on == date(2026, 9, 25)


def test_what_was_taken_back_says_so_here_and_may_be_given_again(
    awarding: Awarding, course: Evening, tmp_path: Path
) -> None:
    (award,) = awarding.give(course.course.id, None, [course.people[0].id], saying)
    file = written(awarding, tmp_path, award.id)
    assert awarding.check(file).standing == "given"
    awarding.revoke(award.id)
    assert awarding.check(file).standing == "revoked"
    # Without the centre nobody can know.
    assert (check_badge(file).verdict, check_badge(file).standing) == ("valid", None)
    assert awarding.of_person(course.people[0].id) == ()
    (again,) = awarding.give(course.course.id, None, [course.people[0].id], saying)
    assert again.id != award.id


def test_a_badge_of_another_centre_is_valid_and_not_ours(
    awarding: Awarding, course: Evening, tmp_path: Path
) -> None:
    (award,) = awarding.give(course.course.id, None, [course.people[0].id], saying)
    text = written(awarding, tmp_path, award.id).read_text("utf-8")
    badge = badge_file.read(text, signed_by).badge
    theirs = PrivateKeys.random()
    other = tmp_path / "other.json"
    other.write_text(badge_file.write(badge, theirs.public.sign, theirs.sign), "utf-8")
    assert awarding.check(other).standing == "other"


def test_after_a_trainer_is_removed_a_new_key_signs_and_old_badges_hold(
    awarding: Awarding, course: Evening, centre: Centre, tmp_path: Path, library: LessonLibrary
) -> None:
    trainers = Trainers(centre.door)
    boris = trainers.add("Boris", "drum", "eight herons by the pond")
    amina, lesson = course.people[0], library.lessons[0].id
    (first,) = awarding.give(course.course.id, None, [amina.id], saying)
    keys = TrainersKeys(centre.door)
    known_to_boris = keys.private("badges", keys.public("badges"))
    assert known_to_boris is not None
    trainers.remove(boris)
    (second,) = awarding.give(course.course.id, lesson, [amina.id], saying)
    files = [written(awarding, tmp_path, award.id) for award in (first, second)]
    checked = [awarding.check(file) for file in files]
    assert [one.standing for one in checked] == ["given", "given"]
    assert checked[0].key != checked[1].key
    # What Boris signs with the key that he still knows stands in no list.
    opened = badge_file.read(files[0].read_text("utf-8"), signed_by)
    forged = tmp_path / "forged.json"
    badge = badge_file.read(files[1].read_text("utf-8"), signed_by).badge
    invented = {name: getattr(badge, name) for name in badge.__slots__}
    invented["id"] = "urn:uuid:00000000-0000-4000-8000-000000000000"
    text = badge_file.write(type(badge)(**invented), opened.key, known_to_boris.sign)
    forged.write_text(text, "utf-8")
    assert awarding.check(forged).standing == "unlisted"


def test_who_is_erased_leaves_no_award_behind(
    awarding: Awarding, course: Evening, centre: Centre, tmp_path: Path
) -> None:
    amina = course.people[0]
    (award,) = awarding.give(course.course.id, None, [amina.id], saying)
    file = written(awarding, tmp_path, award.id)
    make_erasing(centre.door).erase(amina.id)
    assert list(centre.store.query("SELECT * FROM awards")) == []
    assert awarding.check(file).standing == "unlisted"
    assert [one.person.name for one in awarding.candidates(course.course.id)] == [
        "Bilal", "Chiara",
    ]  # fmt: skip


def test_learners_and_substitutes_give_nothing(
    awarding: Awarding, course: Evening, centre: Centre
) -> None:
    amina = course.people[0].id
    centre.ledger.substitute = True
    with pytest.raises(NotForSubstitutes):
        awarding.give(course.course.id, None, [amina], saying)
    centre.ledger.substitute = False
    centre.door.leave_trainer()
    for asked in (
        lambda: awarding.candidates(course.course.id),
        lambda: awarding.give(course.course.id, None, [amina], saying),
        lambda: awarding.of_person(amina),
    ):
        with pytest.raises(NotAllowed):
            asked()
    centre.door.unlock(centre.slot, PASSPHRASE)


def test_a_file_that_cannot_be_read_says_so(awarding: Awarding, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        awarding.check(tmp_path)
    nothing = tmp_path / "nothing.json"
    nothing.write_bytes(b"")
    assert awarding.check(nothing) == Checked("no-badge")
