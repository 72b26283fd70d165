"""What people are asked for a project: kept with their yes, sealed where it must be, gone at no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from centre_on_laptops import Machines
from centres import Centre, Evening, tables

from tests.store.pages import everything_in
from trainer_app.domain.errors import (
    BadTimes,
    EmptyField,
    NotAgreed,
    NotAllowed,
    NotForSubstitutes,
    UnknownThing,
)
from trainer_app.domain.funding.answers import PREFER_NOT, Choice, Question, Stage
from trainer_app.domain.funding.asking import six_months_after
from trainer_app.domain.funding.projects import Project
from trainer_app.domain.people import Person
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.asking import Asking
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.taking import unsealing
from trainer_app.services.funding.trainers_keys import TrainersKeys
from trainer_app.services.reporting import Scope
from trainer_app.store import answers, health

PLAIN, SECRET = "wistaria-plain", "wistaria-sealed"
_YES = Choice("yes", {"en": "Yes"})


def question(id: str, stage: Stage, secret: str = "no", **more: bool) -> Question:
    choices = (_YES, Choice(secret, {"en": "No"}))
    return Question(id, stage, {"en": f"{id}?"}, {"en": "For the report."}, choices, **more)


QUESTIONS = (
    question("work", "entry", PLAIN),
    question("housing", "entry", SECRET, sensitive=True),
    question("papers-seen", "entry", by_trainer=True),
    question("work-now", "exit"),
    question("work-later", "later"),
)


def asked(project: Project, stage: Stage) -> Sequence[Question]:
    return [one for one in QUESTIONS if one.stage == stage]


@pytest.fixture
def erasing(centre: Centre) -> Erasing:
    return Erasing(centre.ledger, lambda: centre.door.authority, lambda: None)


@pytest.fixture
def asking(centre: Centre, erasing: Erasing) -> Asking:
    return Asking(centre.ledger, TrainersKeys(centre.door), asked, erasing.sweep)


@pytest.fixture
def evening(centre: Centre) -> Evening:
    return centre.evening("Amina")


@pytest.fixture
def amina(evening: Evening) -> Person:
    return evening.people[0]


@pytest.fixture
def project(centre: Centre, amina: Person) -> str:
    return Projects(centre.ledger).all()[0].id


def agreed(asking: Asking, person: Person, project: str) -> None:
    asking.agree(person.id, project, "answers", True, language="ar")
    asking.agree(person.id, project, "sensitive", True, language="ar")


def open_ids(asking: Asking, person: Person, project: str) -> dict[str, list[str]]:
    found = asking.of(person.id, project).open
    return {one.stage: [each.id for each in (*one.asked, *one.known)] for one in found}


def holds(centre: Centre, word: str) -> bool:
    pages = everything_in(centre.folder, centre.store._key)
    return any(word.encode() in page for _name, page in pages)


# Asking and answering


def test_an_answer_says_who_asked_when_in_which_language_and_how(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": "yes"}, language="ar", interpreter=True)
    said = asking.said(amina.id, project).entry["work"]
    assert (said.value, said.on, said.by) == ("yes", date(2026, 11, 24), centre.slot)
    assert (said.language, said.interpreter) == ("ar", True)
    assert open_ids(asking, amina, project) == {"entry": ["housing", "papers-seen"]}


def test_nothing_is_kept_of_somebody_who_was_not_asked_or_said_no(
    asking: Asking, amina: Person, project: str
) -> None:
    for question_id in ("work", "housing"):
        with pytest.raises(NotAgreed):
            asking.give(amina.id, project, "entry", {question_id: "yes"})
    asking.agree(amina.id, project, "answers", True)
    asking.agree(amina.id, project, "sensitive", False)
    with pytest.raises(NotAgreed):
        asking.give(amina.id, project, "entry", {"work": "yes", "housing": "yes"})
    assert asking.of(amina.id, project).answered == 0
    assert open_ids(asking, amina, project) == {"entry": ["work", "papers-seen"]}
    # What a trainer saw needs nobody's yes.
    asking.give(amina.id, project, "entry", {"papers-seen": "yes"})
    assert asking.of(amina.id, project).answered == 1


def test_only_what_the_question_offers_is_taken(
    asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    for given in ({"nobody": "yes"}, {"work": "maybe"}, {"work-now": "yes"}):
        with pytest.raises(UnknownThing):
            asking.give(amina.id, project, "entry", given)
    asking.give(amina.id, project, "entry", {"work": PREFER_NOT})
    assert asking.said(amina.id, project).entry["work"].value == PREFER_NOT


def test_somebody_under_eighteen_needs_a_guardian_before_anything_is_asked(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    child = centre.enrolling.add_person("Bo", birth_year=2009)
    with pytest.raises(EmptyField):
        asking.agree(child.id, project, "answers", True, guardian=" ")
    assert asking.of(child.id, project).minor
    asking.agree(child.id, project, "answers", True, guardian="Bo’s aunt")
    consent = asking.of(child.id, project).consents["answers"]
    assert (consent.given, consent.guardian) == (True, "Bo’s aunt")
    asking.give(child.id, project, "entry", {"work": "yes"})
    grown = centre.enrolling.add_person("Di", birth_year=2008)
    assert not asking.of(grown.id, project).minor


def test_a_yes_from_before_her_year_of_birth_was_known_is_not_enough(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    centre.enrolling.save_person(replace(amina, birth_year=2012))
    with pytest.raises(EmptyField):
        asking.give(amina.id, project, "entry", {"work": "yes"})
    assert asking.of(amina.id, project).answered == 0


# Sealed


def test_a_sensitive_answer_is_readable_nowhere_in_the_open_store(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": PLAIN, "housing": SECRET})
    centre.store.fold_in()
    assert holds(centre, PLAIN)
    assert not holds(centre, SECRET)
    assert SECRET not in repr(tables(centre.store))
    assert asking.said(amina.id, project).entry["housing"].value == SECRET


def test_the_roll_opens_it_for_a_trainer_and_for_nobody_else(
    centre: Centre, asking: Asking, evening: Evening, amina: Person, project: str
) -> None:
    unseal = unsealing(TrainersKeys(centre.door))
    participating = Participating(centre.ledger, lambda _lesson: (), unseal)
    centre.attending.mark(evening.session.id, amina.id, "present")
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"housing": SECRET})
    (row,) = answers.said_by(centre.store, amina.id)
    (taking_part,) = participating.roll(Scope(project=project)).participations
    assert taking_part.said.entry["housing"].value == SECRET
    centre.door.leave_trainer()
    assert unseal(row["key"], row["sealed"]) is None
    with pytest.raises(NotAllowed):
        participating.roll(Scope(project=project))
    with pytest.raises(NotAllowed):
        asking.said(amina.id, project)


def test_only_a_full_trainer_asks_and_reads(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    actions: list[Callable[[], object]] = [
        lambda: asking.people(project),
        lambda: asking.of(amina.id, project),
        lambda: asking.projects_of(amina.id),
        lambda: asking.said(amina.id, project),
        lambda: asking.said_before(amina.id, project, "entry"),
        lambda: asking.agree(amina.id, project, "answers", True),
        lambda: asking.give(amina.id, project, "entry", {}),
        lambda: asking.take_back(amina.id, project, "entry", []),
        lambda: asking.leave(amina.id, project, date(2026, 11, 24), "work"),
        lambda: asking.come_back(amina.id, project),
    ]
    centre.ledger.substitute = True
    for action in actions:
        with pytest.raises(NotForSubstitutes):
            action()
    centre.door.leave_trainer()
    for action in actions:
        with pytest.raises(NotAllowed):
            action()


# Said anew, taken back, withdrawn, erased


def test_what_is_said_anew_leaves_nothing_of_what_was_said_before(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": PLAIN})
    centre.clock.forward(minutes=1)
    asking.give(amina.id, project, "entry", {"work": "yes"})
    assert asking.said(amina.id, project).entry["work"].value == "yes"
    asking.tidy()
    assert not holds(centre, PLAIN)
    assert answers.taken_back(centre.store) == set()


def test_whoever_was_interrupted_while_saying_it_anew_has_it_finished_at_the_next_start(
    centre: Centre, asking: Asking, amina: Person, project: str, erasing: Erasing
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": PLAIN})
    asking.give(amina.id, project, "entry", {"work": "yes"})
    assert holds(centre, PLAIN)
    assert not erasing.sweep()  # backups stay: she took nothing back
    assert not holds(centre, PLAIN)


def test_what_is_taken_back_is_nowhere(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": PLAIN, "housing": SECRET})
    sealed = answers.said_by(centre.store, amina.id)[1]["sealed"]
    assert holds(centre, sealed)
    asking.take_back(amina.id, project, "entry", ["work", "housing"])
    assert asking.of(amina.id, project).answered == 0
    assert not holds(centre, PLAIN)
    assert not holds(centre, sealed)
    assert len(answers.taken_back(centre.store)) == 2
    assert "housing" in open_ids(asking, amina, project)["entry"]
    assert not health.stale_things(centre.store)


def test_a_no_to_sensitive_questions_drops_those_answers_only(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": "yes", "housing": SECRET, "papers-seen": "no"})
    asking.agree(amina.id, project, "sensitive", False)
    assert set(asking.said(amina.id, project).entry) == {"work", "papers-seen"}
    asking.agree(amina.id, project, "answers", False)
    assert set(asking.said(amina.id, project).entry) == {"papers-seen"}
    assert open_ids(asking, amina, project) == {}
    assert asking.of(amina.id, project).agreed("answers") is False


def test_a_laptop_that_was_stopped_before_it_swept_does_so_later(
    centre: Centre, amina: Person, project: str, erasing: Erasing
) -> None:
    interrupted = Asking(centre.ledger, TrainersKeys(centre.door), asked)
    agreed(interrupted, amina, project)
    interrupted.give(amina.id, project, "entry", {"work": PLAIN})
    interrupted.take_back(amina.id, project, "entry", ["work"])
    assert erasing.sweep()
    assert not holds(centre, PLAIN)
    assert not erasing.sweep()


def test_what_is_taken_back_on_one_laptop_goes_on_the_other(machines: Machines) -> None:
    first = machines.first
    second = machines.invited(first)
    course = first.courses.add_course("Tuesday group", project="P-7")
    person = first.enrolling.add_person("Amina", course_id=course.id)
    project = Projects(first.door.ledger).all()[0].id
    here, there = (
        Asking(one.door.ledger, TrainersKeys(one.door), asked) for one in (first, second)
    )
    agreed(here, person, project)
    here.give(person.id, project, "entry", {"work": PLAIN, "housing": SECRET})
    machines.pool(first, second)
    assert there.said(person.id, project).entry["housing"].value == SECRET
    here.take_back(person.id, project, "entry", ["work", "housing"])
    machines.pool(first, second)
    assert there.said(person.id, project).entry == {}
    # Said on both before they heard of each other: the later counts, and both go with a no.
    for asking in (here, there):
        asking.give(person.id, project, "entry", {"work": "yes"})
        second.clock.forward(minutes=5)
    machines.pool(first, second)
    assert here.of(person.id, project).answered == 1
    here.agree(person.id, project, "answers", False)
    machines.pool(first, second)
    for one in (first, second):
        assert answers.said_by(one.door.ledger.store, person.id) == []
    assert first.state == second.state
    assert first.is_sound()


def test_a_dropped_answer_that_kept_its_words_is_found_by_the_check(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": PLAIN})
    query = "SELECT hash, body, salt, thing FROM events WHERE kind = 'answer-given'"
    (row,) = centre.store.query(query)
    asking.take_back(amina.id, project, "entry", ["work"])
    assert not health.stale_things(centre.store)
    centre.store._writer.run(
        lambda db: db.execute(
            "UPDATE events SET body = ?, salt = ?, thing = ? WHERE hash = ?",
            [row["body"], row["salt"], row["thing"], row["hash"]],
        )
    )
    assert health.stale_things(centre.store)


def test_erasing_takes_answers_consents_and_leaving_along(
    centre: Centre, asking: Asking, amina: Person, project: str, erasing: Erasing
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": PLAIN, "housing": SECRET})
    asking.leave(amina.id, project, date(2026, 11, 24), "work")
    erasing.erase(amina.id)
    for table in ("answers", "consents", "leavings"):
        assert list(centre.store.query(f"SELECT * FROM {table}")) == []
    assert not holds(centre, PLAIN)
    assert asking.people(project) == []


def test_who_is_kept_for_a_funder_is_in_no_list_and_her_answers_stay(
    centre: Centre, asking: Asking, amina: Person, project: str, erasing: Erasing
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": "yes"})
    erasing.restrict(amina.id, None, "Kept for the funder")
    assert asking.people(project) == []
    assert asking.said(amina.id, project).entry["work"].value == "yes"


# Leaving, and what is due


def test_questions_are_due_at_coming_in_at_leaving_and_six_months_later(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": "yes", "housing": "yes", "papers-seen": "yes"})
    assert open_ids(asking, amina, project) == {}
    asking.leave(amina.id, project, date(2026, 11, 20), "work")
    (due,) = asking.of(amina.id, project).open
    assert (due.stage, due.since, due.until) == ("exit", date(2026, 11, 20), date(2026, 12, 18))
    assert not due.is_late(date(2026, 12, 18))
    assert due.is_late(date(2026, 12, 19))
    asking.give(amina.id, project, "exit", {"work-now": "yes"})
    assert open_ids(asking, amina, project) == {}
    centre.clock.forward(days=180)
    assert centre.clock.now().date() == date(2027, 5, 23)
    assert open_ids(asking, amina, project) == {"later": ["work-later"]}
    asking.give(amina.id, project, "later", {"work-later": "no"})
    assert asking.said(amina.id, project).later["work-later"].on == date(2027, 5, 23)
    assert open_ids(asking, amina, project) == {}


def test_who_comes_back_and_leaves_again_is_asked_again(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.leave(amina.id, project, date(2026, 11, 20), "moved")
    asking.give(amina.id, project, "exit", {"work-now": "yes"})
    centre.clock.forward(days=30)
    asking.come_back(amina.id, project)
    assert asking.of(amina.id, project).left is None
    assert "exit" not in open_ids(asking, amina, project)
    asking.leave(amina.id, project, centre.clock.now().date(), "finished")
    assert open_ids(asking, amina, project)["exit"] == ["work-now"]


def test_nobody_leaves_tomorrow_or_for_a_reason_of_her_own_words(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    tomorrow = centre.clock.now().date() + timedelta(days=1)
    with pytest.raises(BadTimes):
        asking.leave(amina.id, project, tomorrow, "work")
    with pytest.raises(UnknownThing):
        asking.leave(amina.id, project, date(2026, 11, 24), "quarrelled with Bo")


@pytest.mark.parametrize(
    ("left", "later"),
    [
        (date(2026, 3, 31), date(2026, 9, 30)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_six_months_end_on_a_day_that_there_is(left: date, later: date) -> None:
    assert six_months_after(left) == later


def test_those_on_its_courses_and_those_who_came_are_asked(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    centre.courses.add_course("Another", project="P-8")
    centre.enrolling.add_person("Nobody yet")
    assert [one.person.name for one in asking.people(project)] == ["Amina"]
    course = centre.enrolling.courses_of(amina.id)[0]
    centre.enrolling.enrol(amina.id, course.id, active=False)
    assert asking.people(project) == []
    asking.leave(amina.id, project, date(2026, 11, 24), "work")
    assert [one.person.name for one in asking.people(project)] == ["Amina"]
    assert [one.project.id for one in asking.projects_of(amina.id)] == [project]


def test_an_answer_for_another_project_is_offered_and_a_sealed_one_is_not(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": "yes", "housing": "yes"})
    other = Projects(centre.ledger).save(Project("P-8")).id
    offered = asking.said_before(amina.id, other, "entry")
    assert {key: (one.value, one.project) for key, one in offered.items()} == {
        "work": ("yes", "P-7")
    }
    assert asking.said_before(amina.id, project, "entry") == {}
    assert asking.said(amina.id, other).entry == {}


def test_what_two_laptops_recorded_as_one_project_is_one(
    centre: Centre, asking: Asking, amina: Person, project: str
) -> None:
    agreed(asking, amina, project)
    asking.give(amina.id, project, "entry", {"work": "yes"})
    asking.leave(amina.id, project, date(2026, 11, 24), "work")
    # A record of the same name from a laptop that had it first.
    body = {"project": "0", "name": "p-7", "funder": None, "keep_until": None}
    centre.ledger.write(centre.ledger.edit("project-set", body))
    older = Projects(centre.ledger).all()[0].id
    assert older == "0"
    assert asking.said(amina.id, older).entry["work"].value == "yes"
    assert asking.of(amina.id, older).agreed("answers")
    asking.come_back(amina.id, older)
    assert asking.of(amina.id, older).left is None
