"""What stays of an erased person is counted as before; who is restricted is in reports only."""

from __future__ import annotations

import csv
from datetime import date, time, timedelta

import pytest
from centres import Centre
from openpyxl import load_workbook

from tests.services.lives import (
    NAME,
    Life,
    elsewhere,
    figures,
    found_in,
    lived,
    sit,
)
from tests.ui.printing.pdf_reader import Pdf
from trainer_app.app import make_exporting
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import (
    BadTimes,
    EmptyField,
)
from trainer_app.domain.events import Draft
from trainer_app.services.erasing import Erasing
from trainer_app.services.exporting import FORMATS
from trainer_app.services.reporting import Scope
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.store import learning
from trainer_app.store.pooling import take_in
from trainer_app.ui.labels import attendance_words


@pytest.fixture
def backups(centre: Centre) -> Safekeeping:
    """The centre's own."""
    return Safekeeping(centre.ledger, centre.clock.now)


@pytest.fixture
def erasing(centre: Centre, backups: Safekeeping) -> Erasing:
    """In the hands of the trainer inside."""
    return Erasing(centre.ledger, lambda: centre.door.authority, backups.forget_old)


@pytest.fixture
def life(centre: Centre) -> Life:
    """A whole evening of someone who was written about often, among others."""
    return lived(centre)


# What stays
def test_totals_are_the_same_before_and_after(centre, life, erasing):
    before = figures(centre.reporting.attendance(Scope()))
    erasing.erase(life.person)
    assert figures(centre.reporting.attendance(Scope())) == before
    assert before[0].people == 2


def test_what_is_left_has_neither_number_nor_name(centre, life, erasing):
    erasing.erase(life.person)
    rows = centre.reporting.attendance(Scope(session=life.evening.session.id)).rows
    assert [row.erased for row in rows] == [False, True]
    left = rows[-1]
    assert (left.number, left.name, left.late, left.minutes) == ("", None, 12, 78)
    assert left.person_id != life.person


def test_two_erased_people_are_counted_as_two_and_one_in_two_sessions_as_one(
    centre, life, erasing, clock
):
    day = clock.now().date() + timedelta(days=7)
    next_week = centre.courses.add_session(life.evening.course.id, day, time(10), time(12))
    for person in (life.person, *life.others):
        centre.attending.mark(next_week.id, person, Status.PRESENT)
    before = centre.reporting.attendance(Scope()).totals
    erasing.erase(life.person)
    erasing.erase(life.others[0])
    after = centre.reporting.attendance(Scope()).totals
    assert (after.people, after.attendances, after) == (3, 5, before)


def test_every_file_has_the_same_totals(qapp, centre, life, erasing, tmp_path):
    exporting = make_exporting(centre.ledger)

    def written(name: str) -> tuple[list[list[str]], str, str]:
        report = centre.reporting.attendance(Scope())
        words = attendance_words(report, "All courses")
        for format in FORMATS:
            exporting.attendance(report, words, format, tmp_path / f"{name}.{format}")
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        sheet = load_workbook(tmp_path / f"{name}.xlsx").worksheets[1]
        notes = "\n".join(f"{row[0].value}: {row[1].value}" for row in sheet.iter_rows())
        return rows, notes, Pdf(tmp_path / f"{name}.pdf").text

    before, notes_before, paper_before = written("before")
    erasing.erase(life.person)
    after, notes_after, paper_after = written("after")
    at = {name: before[0].index(name) for name in before[0]}
    for column in ("Minutes present", "Participant-hours", "Status", "Role"):
        values = [[row[at[column]] for row in rows[1:]] for rows in (before, after)]
        assert sorted(values[0]) == sorted(values[1])
    names = [row[at["Name"]] for row in after[1:]]
    assert sorted(names) == ["Amina", "Erased person"]
    # All the same but the head of the log, which tells that something happened since.
    differing = set(notes_before.splitlines()) ^ set(notes_after.splitlines())
    assert {line.partition(":")[0] for line in differing} == {"Head of the log"}
    assert "Fatoumata" in paper_before
    assert "Fatoumata" not in paper_after
    assert "Erased person" in paper_after


def test_two_laptops_that_erase_her_count_her_once(centre, life, erasing):
    erasing.erase(life.person)
    before = figures(centre.reporting.attendance(Scope()))
    line = f"{life.evening.session.id}|participant|present|0|0|"
    body = {"erasure": centre.store.new_id(), "people": [life.person], "attendance": [line]}
    centre.ledger.write(centre.door.authority.draft("person-erased", body, edit=False))
    assert figures(centre.reporting.attendance(Scope())) == before


def test_work_that_somebody_else_did_under_her_name_stays_theirs(centre, life, erasing):
    sitting = sit(centre, life.person, "05-mail")
    centre.seats.leave()
    centre.seats.move(sitting, life.others[0])
    before = centre.watching.progress(life.others[0])
    assert before["05-mail"].passed
    erasing.erase(life.person)
    assert centre.watching.progress(life.others[0]) == before
    assert [one.id for one in centre.seats.history(life.others[0])] == [sitting]


def test_her_work_under_another_name_does_not_become_theirs(centre, life, erasing):
    sitting = sit(centre, life.others[0], "05-mail")
    centre.seats.leave()
    centre.seats.move(sitting, life.person)
    erasing.erase(life.person)
    assert centre.watching.progress(life.others[0]) == {}


def test_her_number_is_not_given_again(centre, erasing):
    first, second = (centre.enrolling.add_person(name) for name in ("One", "Two"))
    assert (first.number, second.number) == ("A1", "A2")
    erasing.erase(second.id)
    assert centre.enrolling.add_person("Three").number == "A3"
    erasing.erase(first.id)
    assert centre.enrolling.add_person("Four").number == "A4"


# Kept only for a funder
def test_restricted_people_are_in_no_list_but_in_reports(centre, life, erasing, clock):
    session = life.evening.session.id
    before = centre.reporting.attendance(Scope())
    number = centre.enrolling.person(life.person).number
    erasing.restrict(life.person, date(2028, 12, 31), "AMIF asks for it")
    course = life.evening.course.id
    for people in (centre.enrolling.people(), centre.enrolling.people(course)):
        assert life.person not in {person.id for person in people}
    assert centre.seats.by_number(number) is None
    assert life.person not in centre.attending.marks(session)
    centre.attending.reopen(session)
    assert life.person not in {person.id for person in centre.seats.faces()}
    centre.attending.set_times(session, time(9, 50), time(11, 20), "as it was")
    after = centre.reporting.attendance(Scope())
    assert after.rows == before.rows
    assert [(one.person.name, one.until) for one in erasing.restricted()] == [
        (NAME, date(2028, 12, 31))
    ]
    assert erasing.find(number.lower()) == life.person
    erasing.release(life.person)
    assert life.person in {person.id for person in centre.enrolling.people()}
    assert erasing.restricted() == []


def test_who_sits_at_a_laptop_stands_up_when_restricted(centre, life, erasing):
    sit(centre, life.person)
    sit(centre, life.others[0])
    erasing.restrict(life.person, None, "AMIF asks for it")
    assert [one.person for one in learning.open_sittings(centre.store)] == [life.others[0]]


def test_a_restriction_needs_a_reason_and_a_day_to_come(centre, life, erasing):
    with pytest.raises(EmptyField):
        erasing.restrict(life.person, None, "  ")
    with pytest.raises(BadTimes):
        erasing.restrict(life.person, date(2026, 11, 23), "AMIF")
    assert erasing.restricted() == []


def test_a_restricted_person_can_be_erased(centre, life, erasing):
    erasing.restrict(life.person, None, f"{NAME} is in the audit of AMIF")
    before = figures(centre.reporting.attendance(Scope()))
    erasing.erase(life.person)
    assert found_in(centre) == set()
    assert erasing.restricted() == []
    assert figures(centre.reporting.attendance(Scope())) == before


# Not settled
def test_rows_that_laptops_do_not_agree_on_are_flagged(centre, life, tmp_path, clock):
    session = life.evening.session.id
    assert centre.reporting.attendance(Scope()).unsettled == 0
    said = {
        "session": session, "status": "absent", "late": 0, "early": 0, "left_at": None,
        "role": "participant", "reason": None,
    }  # fmt: skip
    take_in(
        centre.store,
        elsewhere(tmp_path / "b", clock, Draft("attendance-marked", said, life.others[0])),
    )
    report = centre.reporting.attendance(Scope())
    assert report.unsettled == 1
    assert [row.person_id for row in report.rows if row.unsettled] == [life.others[0]]
    times = {"session": session, "started": 1, "ended": 60, "reason": None}
    take_in(centre.store, elsewhere(tmp_path / "c", clock, Draft("session-times-set", times)))
    assert centre.reporting.attendance(Scope()).unsettled == len(report.rows)
    words = dict(attendance_words(centre.reporting.attendance(Scope()), "All").notes)
    assert words["Rows not settled yet: laptops say different things"] == "2"
