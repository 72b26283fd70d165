"""Erasing one person: her words are on no page, her attendance still counts."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from centres import KEY, Centre, Clock, Evening
from openpyxl import load_workbook

from tests.store.pages import everything_in
from tests.ui.printing.pdf_reader import Pdf
from trainer_app.app import make_exporting
from trainer_app.domain.attendance import Status, Totals
from trainer_app.domain.errors import (
    BadTimes,
    DiskFull,
    EmptyField,
    NotAllowed,
    NotForSubstitutes,
    UnknownThing,
)
from trainer_app.domain.events import Draft, Event
from trainer_app.services.erasing import Erasing
from trainer_app.services.examining import examine
from trainer_app.services.exporting import FORMATS
from trainer_app.services.reporting import Report, Scope
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.store import learning
from trainer_app.store.pooling import acknowledge, holds, take_in
from trainer_app.store.records import Sealed, read, sealed
from trainer_app.store.store import Store
from trainer_app.ui.labels import attendance_words

NAME = "Fatoumata Diallo-Baldé"
PHONE = "+224 62 445 91 07"
# Longer than a page, so that it goes on in overflow pages; no two stretches of it are alike.
NOTE = "Zsuzsanna’s cousin; " + " ".join(
    f"{random.Random(number).getrandbits(40):010x}" for number in range(450)
)
PART, STEP = 9, 27


def parts_of(text: str) -> list[bytes]:
    """What a page would still hold of a text that was only partly overwritten."""
    data = text.encode()
    return [data[at : at + PART] for at in range(0, len(data) - PART + 1, STEP)]


WORDS = [*parts_of(NAME), b"Fatoumata", "Baldé".encode(), *parts_of(PHONE), *parts_of(NOTE)]


@pytest.fixture
def backups(centre: Centre) -> Safekeeping:
    return Safekeeping(centre.ledger, centre.clock.now)


@pytest.fixture
def erasing(centre: Centre, backups: Safekeeping) -> Erasing:
    return Erasing(centre.ledger, lambda: centre.door.authority, backups.forget_old)


@dataclass
class Life:
    """Somebody of whom much is held, among others."""

    evening: Evening
    person: str
    others: list[str]


@pytest.fixture
def life(centre: Centre, clock: Clock) -> Life:
    """A whole evening of someone who was written about often, in a log full of other people."""
    evening = centre.evening(NAME, "Amina", "Rosa")
    person, *others = (one.id for one in evening.people)
    for number in range(60):
        other = centre.enrolling.add_person(f"Participant {number}")
        centre.enrolling.save_person(replace(other, note="likes tea " * (number % 30)))
        saved = centre.enrolling.person(person)
        if number % 5 == 0:
            centre.enrolling.save_person(replace(saved, phone=PHONE, note=NOTE[number:]))
    centre.enrolling.save_person(
        replace(centre.enrolling.person(person), note=NOTE, birth_year=1988, language="fr")
    )
    session = evening.session.id
    centre.attending.start_now(session)
    centre.attending.mark(session, person, Status.LATE, late=12, reason=f"{NAME} missed the bus")
    centre.attending.mark(session, others[0], Status.PRESENT)
    sit(centre, person)
    clock.forward(minutes=90)
    centre.seats.leave()
    centre.attending.end_now(session)
    return Life(evening, person, others)


def sit(centre: Centre, person: str, lesson: str = "03-phone") -> str:
    """A sitting with a page, answers and a passed quiz."""
    sitting = centre.sit(centre.enrolling.person(person))
    at = centre.ledger.seconds()
    about = {"sitting": sitting, "lesson": lesson, "at": at}
    note = centre.ledger.note
    centre.ledger.write(
        note("page-reached", {**about, "page": 4, "pages": 5}, person),
        note("question-answered", {**about, "question": "q", "choice": "a", "right": True}, person),
        note("quiz-finished", {**about, "version": 1, "right": 3, "of": 3}, person),
    )
    return sitting


def found_in(centre: Centre) -> set[str]:
    """The files of the data folder that hold any of the person's words."""
    return {
        name
        for name, page in everything_in(centre.folder, centre.store._key)
        if any(word in page for word in WORDS)
    }


def elsewhere(tmp_path: Path, clock: Clock, *drafts: Draft) -> list[Sealed]:
    """What another laptop wrote, as a merge brings it."""
    tmp_path.mkdir()
    store = Store.create(tmp_path, KEY, clock.now)
    events = store.append(*drafts)
    store.close()
    return [sealed(event) for event in events]


def person_set(person: str, note: str = NOTE) -> Draft:
    body = {
        "number": "B7", "name": NAME, "birth_year": 1988, "gender": None, "language": "fr",
        "phone": PHONE, "note": note, "face": "face-01", "listed": True,
    }  # fmt: skip
    return Draft("person-set", body, person)


def in_the_log(centre: Centre, person: str) -> list[Event]:
    return list(read(centre.store.reader, "subject = ?", [person]))


def figures(report: Report) -> tuple[Totals, list[tuple[object, ...]]]:
    """The totals, and what each row counts."""
    rows = [(row.session_id, row.role, row.status, row.minutes, row.hours) for row in report.rows]
    return report.totals, sorted(rows, key=repr)


# Gone
def test_no_page_no_frame_and_no_backup_holds_her_words(centre, life, erasing, backups):
    backups.snapshot()
    older = centre.folder / "replaced" / "0000001" / "centre.db"
    older.parent.mkdir(parents=True)
    centre.store.fold_in()
    older.write_bytes(centre.store.file.read_bytes())
    assert "replaced/0000001/centre.db" in found_in(centre)
    erasing.erase(life.person)
    assert found_in(centre) == set()
    assert not older.exists()
    assert [one.whole for one in backups.list()] == [True]


def test_without_erasing_the_same_search_finds_them(centre, life, backups):
    snapshot = f"snapshots/{backups.snapshot().name}"
    assert {"centre.db-wal", snapshot} <= found_in(centre)
    centre.store.fold_in()
    assert found_in(centre) == {"centre.db", snapshot}


def test_pieces_that_sqlite_left_when_it_moved_rows_are_gone_too(centre, erasing):
    # With secure_delete alone this history leaves one of the notes on a page.
    chance = random.Random(9)
    people = [centre.enrolling.add_person(f"n{number}").id for number in range(120)]
    mark_of = {person: f"@{number:04}@" for number, person in enumerate(people)}
    for _ in range(400):
        person = centre.enrolling.person(chance.choice(people))
        note = f"{mark_of[person.id]}abcdefgh" * chance.choice([1, 3, 10, 40, 100, 300, 600])
        name = mark_of[person.id] + "N" * chance.randrange(30)
        centre.enrolling.save_person(replace(person, note=note, name=name))
    gone = chance.sample(people, 80)
    erasures = [{"people": [person], "attendance": []} for person in gone]
    say = centre.door.authority.draft
    centre.ledger.write(
        *(say("person-erased", {"erasure": centre.store.new_id(), **one}) for one in erasures)
    )
    erasing.sweep()
    marks = [mark_of[person].encode() for person in gone]
    pages = everything_in(centre.folder, centre.store._key)
    assert [name for name, page in pages if any(mark in page for mark in marks)] == []


def test_her_header_stays_and_the_chain_holds(centre, life, erasing):
    before = len(in_the_log(centre, life.person))
    erasing.erase(life.person)
    left = in_the_log(centre, life.person)
    assert len(left) == before > 10
    assert {(event.body, event.salt) for event in left} == {(None, None)}
    assert examine(centre.ledger).findings == ()


def test_what_other_laptops_wrote_about_her_goes_too(centre, life, erasing, tmp_path, clock):
    take_in(centre.store, elsewhere(tmp_path / "b", clock, person_set(life.person)))
    erasing.erase(life.person)
    assert found_in(centre) == set()
    late = elsewhere(tmp_path / "c", clock, person_set(life.person), person_set(life.person, "x"))
    assert take_in(centre.store, late) == 2
    assert found_in(centre) == set()
    with pytest.raises(UnknownThing):
        centre.enrolling.person(life.person)


def test_an_erasure_that_a_merge_brought_renews_the_backups(centre, life, erasing, backups):
    backups.snapshot()
    body = {"erasure": centre.store.new_id(), "people": [life.person], "attendance": []}
    centre.ledger.write(centre.door.authority.draft("person-erased", body, edit=False))
    assert found_in(centre) != set()
    assert erasing.sweep()
    assert found_in(centre) == set()
    assert not erasing.sweep()


def test_an_erasure_that_was_interrupted_is_finished(centre, life, backups, clock):
    def no_room() -> None:
        raise DiskFull(file="snapshots")

    backups.snapshot()
    begun = Erasing(centre.ledger, lambda: centre.door.authority, no_room)
    with pytest.raises(DiskFull):
        begun.erase(life.person)
    assert len(found_in(centre)) == 1
    again = Erasing(centre.ledger, lambda: centre.door.authority, backups.forget_old)
    assert again.sweep()
    assert found_in(centre) == set()


def test_all_her_ids_go_and_each_once(centre, life, erasing, tmp_path, clock):
    second = centre.enrolling.add_person(NAME).id
    edge = {"edge": centre.store.new_id(), "other": second}
    centre.ledger.write(centre.ledger.note("same-person", edge, life.person))
    assert erasing.preview(second).records == 2
    erasing.erase(second)
    assert found_in(centre) == set()
    assert NAME not in {person.name for person in centre.enrolling.people()}


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


def test_every_file_has_the_same_totals(centre, life, erasing, tmp_path):
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
    assert notes_before == notes_after
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


# Told before
def test_what_will_go_and_what_stays_is_said_before(centre, life, erasing):
    other = centre.enrolling.person(life.others[1])
    centre.enrolling.save_person(replace(other, note="neighbour of FATOUMATA"))
    centre.attending.mark(
        life.evening.session.id, life.others[0], Status.LATE, late=3, reason="with Fatoumata"
    )
    preview = erasing.preview(life.person)
    assert preview.fields == ("name", "birth_year", "language", "phone", "note")
    assert (preview.records, preview.sittings, preview.lessons, preview.courses) == (1, 1, 1, 1)
    assert (preview.marks, preview.attendances, preview.pictures) == (1, 1, True)
    assert [(one.what, one.about) for one in preview.mentions] == [
        ("note", other.number),
        ("reason", "2026-11-24"),
    ]
    assert "Fatoumata" not in str(preview.as_json())


def test_laptops_that_were_not_told_are_named_until_they_say_so(centre, life, erasing):
    body = {"laptop": "another", "code": "BQX", "sign_key": "00" * 32, "invitation": None}
    centre.ledger.write(centre.door.authority.draft("laptop-admitted", body))
    assert erasing.untold() == ()
    assert erasing.preview(life.person).laptops == ("BQX",)
    erasing.erase(life.person)
    assert erasing.untold() == ("BQX",)
    acknowledge(centre.store, "another", holds(centre.store))
    assert erasing.untold() == ()


def test_only_a_full_trainer_may(centre, life, erasing):
    actions: list[Callable[[], object]] = [
        lambda: erasing.preview(life.person),
        lambda: erasing.erase(life.person),
        lambda: erasing.restrict(life.person, None, "funder"),
        lambda: erasing.release(life.person),
        lambda: erasing.held(life.person),
        erasing.restricted,
    ]
    centre.ledger.substitute = True
    for action in actions:
        with pytest.raises(NotForSubstitutes):
            action()
    assert not erasing.allowed
    centre.door.leave_trainer()
    for action in actions:
        with pytest.raises(NotAllowed):
            action()
    assert centre.enrolling.person(life.person).name == NAME


def test_nobody_of_that_id(erasing):
    for action in (erasing.preview, erasing.erase, erasing.find):
        with pytest.raises(UnknownThing):
            action("nobody")


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
