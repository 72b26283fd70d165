"""What a project took, from sessions, marks and forms of a real centre."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from centres import Centre

from trainer_app.bundles.packs.pixels import png_size
from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.errors import (
    EmptyField,
    NotAllowed,
    NotForSubstitutes,
    TooMuchShared,
    UnknownThing,
    UnusablePicture,
)
from trainer_app.domain.funding.projects import Cost, Partner, Project
from trainer_app.domain.funding.work import Work
from trainer_app.services.erasing import Erasing
from trainer_app.services.funding.participating import Participating
from trainer_app.services.funding.projects import Projects
from trainer_app.services.funding.spending import Spending
from trainer_app.services.pictures import Pictures
from trainer_app.ui.person_file import in_their_words

DAY = date(2026, 11, 24)


@pytest.fixture
def spending(centre: Centre) -> Spending:
    participating = Participating(centre.ledger, lambda _lesson: ())
    return Spending(centre.ledger, participating, Pictures())


class Held:
    """A session of P-7 that ran from 9:50 to 11:50, led by Sanne; Noor helped from 10:10 on."""

    def __init__(self, centre: Centre) -> None:
        evening = centre.evening("Amina", "Rosa", "Noor")
        self.course, self.session = evening.course, evening.session
        self.amina, self.rosa, self.noor = (one.id for one in evening.people)
        centre.attending.start_now(self.session.id)
        for person in (self.amina, self.rosa):
            centre.attending.mark(self.session.id, person, Status.PRESENT)
        centre.attending.mark(self.session.id, self.noor, Status.LATE, late=20, role=Role.HELPER)
        centre.clock.forward(minutes=120)
        centre.attending.end_now(self.session.id)
        projects = Projects(centre.ledger)
        (known,) = projects.all()
        self.project = projects.save(replace(known, rate=1500, currency="EUR")).id
        self.sanne = centre.ledger.trainer or ""


@pytest.fixture
def held(centre: Centre) -> Held:
    return Held(centre)


def typed(who: str, minutes: int, task: str = "prepare", **more: object) -> Work:
    given = {"role": "volunteer", "known": "typed", "paid": False, **more}
    return Work(who=who, on=DAY, minutes=minutes, task=task, **given)  # type: ignore[arg-type]


def figures(took):
    return [(one.name, one.minutes, one.unpaid, one.unsaid, one.value) for one in took.people]


def test_a_session_tells_who_led_it_and_who_helped(held, spending):
    took = spending.of(held.project)
    assert figures(took) == [("Sanne", 120, 0, 120, 0), ("Noor", 100, 100, 0, 2500)]
    noor = took.people[1].work[0]
    assert (noor.role, noor.task) == ("volunteer", "help")
    assert (noor.started.time(), noor.ended.time()) == (time(10, 10), time(11, 50))
    assert (took.participants, took.attendances, took.hours) == (2, 2, Decimal("4.00"))
    assert (took.in_kind_cents, took.unsaid) == (2500, 120)


def test_somebody_says_whether_a_trainer_is_paid(held, spending):
    spending.set_paid(held.project, held.sanne, False)
    assert spending.of(held.project).in_kind_cents == 3000 + 2500
    spending.set_paid(held.project, held.sanne, True)
    spending.set_paid(held.project, held.noor, True)
    took = spending.of(held.project)
    assert (took.in_kind_cents, took.unsaid) == (0, 0)
    assert [one.paid for one in took.people] == [120, 100]


def test_work_beside_a_session_is_added_changed_and_taken_back(held, spending):
    id = spending.save_work(held.project, typed(held.noor, 45, "baking"))
    noor = spending.of(held.project).people[1]
    assert (noor.minutes, noor.in_sessions, noor.beside, noor.value) == (145, 100, 45, 3625)
    spending.save_work(held.project, typed(held.noor, 30, "baking", id=id))
    changed = spending.of(held.project).people[1]
    assert changed.minutes == 130
    (line,) = [one for one in changed.work if one.known == "typed"]
    spending.remove_work(held.project, line)
    assert spending.of(held.project).people[1].minutes == 100
    spending.save_work(held.project, line)
    assert spending.of(held.project).people[1].minutes == 130


def test_a_session_typed_again_counts_once(held, spending):
    spending.save_work(held.project, typed(held.sanne, 180, "lead", role="trainer"))
    spending.save_work(held.project, typed(held.noor, 180, "help"))
    assert [one.minutes for one in spending.of(held.project).people] == [120, 100]


def test_a_trainer_who_is_marked_in_the_room_too_counts_once(centre, held, spending):
    twin = centre.enrolling.add_person(" sanne ", course_id=held.course.id).id
    centre.attending.mark(held.session.id, twin, Status.PRESENT, role=Role.TRAINER)
    took = spending.of(held.project)
    assert [(one.name, one.minutes) for one in took.people] == [("Sanne", 120), ("Noor", 100)]
    assert sum(one.twice for one in took.people[0].work) == 1


def test_a_correction_with_a_reason_does_not_make_a_leader(centre, held, spending):
    omar = centre.store.new_id()
    centre.ledger.trainer = omar
    centre.attending.mark(
        held.session.id, held.amina, Status.LATE, late=5, reason="the list on paper"
    )
    centre.attending.set_times(held.session.id, time(10), time(11), "the wall clock")
    found = {one.who: one.minutes for one in spending.of(held.project).people}
    assert found == {held.sanne: 60, held.noor: 40}


def test_a_period_holds_its_first_and_last_day(centre, held, spending):
    spending.save_cost(Cost("", held.project, DAY, "Tea", 1250))
    assert spending.of(held.project, DAY, DAY).cost_cents == 1250
    for since, until in ((date(2026, 11, 25), None), (None, date(2026, 11, 23))):
        took = spending.of(held.project, since, until)
        assert (took.people, took.cost_cents, took.cost_per_hour) == ((), 0, None)


def test_what_an_hour_cost_is_rounded_half_up(held, spending):
    spending.save_cost(Cost("", held.project, DAY, "Room", 10_001))
    rent = spending.save_cost(Cost("", held.project, DAY, "Rent", 1))
    took = spending.of(held.project)
    assert took.cost_per_hour == 2501  # 100.02 for 4 hours is 25.005
    assert took.cost_per_hour_all == 3126  # with 25.00 given: 125.02 for 4 hours
    spending.remove_cost(rent)
    assert spending.of(held.project).cost_cents == 10_001


def test_hours_of_a_course_of_two_projects_say_so(centre, held, spending):
    other = Projects(centre.ledger).save(Project("Another")).id
    centre.courses.save_course(replace(held.course, projects=(held.project, other)))
    assert spending.of(held.project).also == (other,)
    assert spending.of(other).also == (held.project,)


def test_partners_stand_in_order_and_share_no_more_than_all(held, spending):
    city = spending.save_partner(Partner("", held.project, " City ", 6000))
    library = spending.save_partner(Partner("", held.project, "Library", 4000))
    with pytest.raises(TooMuchShared) as trouble:
        spending.save_partner(Partner("", held.project, "Mosque", 1))
    assert trouble.value.facts == {"left": 0}
    spending.save_partner(replace(library, share=3999))
    spending.save_partner(Partner("", held.project, "Mosque", 1))
    spending.move_partner(library, -1)
    assert [one.name for one in spending.partners(held.project)] == ["Library", "City", "Mosque"]
    spending.remove_partner(city)
    took = spending.of(held.project)
    assert [one.name for one in took.partners] == ["Library", "Mosque"]
    assert took.shared == 4000


def test_partners_of_both_records_of_a_project_are_its_own(centre, held, spending):
    double = centre.store.new_id()
    body = {"project": double, "name": "p-7", "funder": None, "keep_until": None}
    centre.ledger.write(centre.ledger.edit("project-set", body))
    spending.save_partner(Partner("", double, "City"))
    spending.save_work(double, typed(held.noor, 45))
    took = spending.of(held.project)
    assert [one.name for one in took.partners] == ["City"]
    assert took.people[1].beside == 45


def test_who_was_erased_leaves_the_hours_and_no_words(centre, held, spending):
    spending.save_work(held.project, typed(held.noor, 45, "baking for Amina"))
    gone = spending.save_work(held.project, typed(held.noor, 600, "travel"))
    spending.set_paid(held.project, held.noor, True)
    (line,) = [one for one in spending.of(held.project).people[1].work if one.id == gone]
    spending.remove_work(held.project, line)
    before = spending.of(held.project)
    Erasing(centre.ledger, lambda: centre.door.authority, lambda: None).erase(held.noor)
    after = spending.of(held.project)
    assert [(one.name, one.minutes) for one in after.people] == [("Sanne", 120), ("", 145)]
    left = after.people[1]
    assert (left.unpaid, left.paid, left.value) == (45, 100, 1125)
    assert {one.task for one in left.work} == {"help", "other"}
    assert before.in_kind_cents == after.in_kind_cents
    assert left.who not in spending.workers(held.project)


def test_her_own_copy_of_all_that_is_held_tells_of_the_hours(centre, held, spending):
    spending.save_work(held.project, typed(held.noor, 45, "prepare"))
    spending.save_work(held.project, typed(held.noor, 30, "baking", paid=True))
    spending.set_paid(held.project, held.noor, False)
    erasing = Erasing(centre.ledger, lambda: centre.door.authority, lambda: None)
    page = in_their_words(erasing.held(held.noor), {})
    said = "\n".join(cell for part in page.parts for row in part.rows for cell in row)
    said = said.replace("\u2068", "").replace("\u2069", "")
    for words in (
        "Hours of work for a project · Minutes: 45 · Paid: No · Role: Volunteer",
        "What was done: Preparing",
        "Minutes: 30 · Paid: Yes",
        "What was done: baking",
    ):
        assert words in said
    assert "Paid, or not, for hours in a project · Paid: No" in said


def test_what_is_missing_is_said(held, spending):
    for work, field in (
        (typed("", 10), "person"), (typed(held.noor, 10, " "), "task"),
        (typed(held.noor, 0), "minutes"),
    ):  # fmt: skip
        with pytest.raises(EmptyField) as trouble:
            spending.save_work(held.project, work)
        assert trouble.value.facts == {"field": field}
    with pytest.raises(EmptyField):
        spending.save_cost(Cost("", held.project, DAY, " ", 5))
    with pytest.raises(EmptyField):
        spending.save_cost(Cost("", held.project, DAY, "Tea", 0))
    with pytest.raises(EmptyField):
        spending.save_partner(Partner("", held.project, " "))
    with pytest.raises(UnknownThing):
        spending.of("nothing")


def test_substitutes_look_and_learners_do_not(centre, held, spending):
    centre.ledger.substitute = True
    assert spending.of(held.project).people
    for action in (
        lambda: spending.save_work(held.project, typed(held.noor, 5)),
        lambda: spending.set_paid(held.project, held.noor, True),
        lambda: spending.save_cost(Cost("", held.project, DAY, "Tea", 5)),
        lambda: spending.save_partner(Partner("", held.project, "City")),
    ):
        with pytest.raises(NotForSubstitutes):
            action()
    centre.ledger.trainer = None
    with pytest.raises(NotAllowed):
        spending.of(held.project)


def test_who_may_be_chosen_for_hours(centre, held, spending):
    assert list(spending.workers(held.project).values()) == ["Sanne", "Noor"]
    number = centre.enrolling.person(held.amina).number
    assert spending.by_number(f" {number.lower()} ") == held.amina
    assert spending.by_number("nobody") is None


def test_a_logo_comes_out_small_and_a_drawing_is_none(qapp, spending):
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QColor, QImage

    image = QImage(1200, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")
    assert png_size(spending.logo(bytes(buffer.data().data()), "city.jpg")) == (480, 120)
    for content in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"no picture"):
        with pytest.raises(UnusablePicture):
            spending.logo(content, "city.svg")
