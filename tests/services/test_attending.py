"""When a session really ran, and who was there for how long."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from centres import Centre

from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.errors import (
    AnotherSessionOpen,
    BadTimes,
    NeedsReason,
    UnknownThing,
)
from trainer_app.domain.events import Draft
from trainer_app.services.reporting import Scope


def on_the_wall(text: str) -> datetime:
    """A local time without its zone, as screens and files get it."""
    return datetime.fromisoformat(text)


def test_a_session_runs_from_when_it_was_started_to_when_it_was_ended(centre: Centre) -> None:
    session = centre.evening().session
    assert centre.attending.real_times(session) == (None, None)
    centre.clock.forward(minutes=13, seconds=40)
    assert centre.attending.start_now(session.id).is_open
    assert centre.courses.open_session() == centre.courses.session(session.id)
    centre.clock.forward(minutes=110)
    ended = centre.attending.end_now(session.id)
    assert ended.has_ended
    assert centre.courses.open_session() is None
    assert centre.attending.real_times(ended) == (
        on_the_wall("2026-11-24 10:03"), on_the_wall("2026-11-24 11:53"),
    )  # fmt: skip


def test_starting_or_ending_a_second_time_changes_nothing(centre: Centre) -> None:
    session = centre.evening().session
    first = centre.attending.start_now(session.id)
    centre.clock.forward(minutes=7)
    assert centre.attending.start_now(session.id) == first
    over = centre.attending.end_now(session.id)
    centre.clock.forward(minutes=7)
    assert centre.attending.end_now(session.id) == over


def test_a_session_that_has_ended_is_not_started_anew(centre: Centre) -> None:
    session = centre.evening().session
    centre.attending.start_now(session.id)
    over = centre.attending.end_now(session.id)
    with pytest.raises(NeedsReason):
        centre.attending.start_now(session.id)
    assert centre.courses.session(session.id) == over


def test_a_session_that_never_started_cannot_end(centre: Centre) -> None:
    session = centre.evening().session
    with pytest.raises(BadTimes):
        centre.attending.end_now(session.id)
    assert not centre.courses.session(session.id).has_ended


def test_two_sessions_never_run_at_once(centre: Centre) -> None:
    one, other = centre.evening().session, centre.evening().session
    centre.attending.start_now(one.id)
    with pytest.raises(AnotherSessionOpen) as told:
        centre.attending.start_now(other.id)
    assert told.value.facts == {"course": "Tuesday group", "number": 1}
    centre.attending.end_now(one.id)
    centre.attending.start_now(other.id)
    with pytest.raises(AnotherSessionOpen):
        centre.attending.reopen(one.id)


def test_an_end_pressed_too_early_is_taken_back(centre: Centre) -> None:
    session = centre.evening().session
    started = centre.attending.start_now(session.id)
    centre.attending.end_now(session.id)
    assert centre.attending.reopen(session.id) == started


def test_times_are_corrected_by_hand_with_a_reason_once_it_is_over(centre: Centre) -> None:
    session = centre.evening().session
    corrected = centre.attending.set_times(session.id, time(10, 5), time(11, 50), "")
    assert corrected.has_ended  # nothing was recorded before, so no reason is asked
    with pytest.raises(NeedsReason):
        centre.attending.set_times(session.id, time(10), time(12), "  ")
    with pytest.raises(BadTimes):
        centre.attending.set_times(session.id, time(12), time(10), "sure")
    corrected = centre.attending.set_times(session.id, time(10), time(12), "the clock was wrong")
    times = centre.attending.real_times(corrected)
    assert times == (on_the_wall("2026-11-24 10:00"), on_the_wall("2026-11-24 12:00"))


def test_hours_in_summer_stay_what_the_wall_said(centre: Centre) -> None:
    centre.clock.moment = datetime(2026, 7, 7, 10, 2, tzinfo=ZoneInfo("Europe/Amsterdam"))
    session = centre.evening().session
    centre.attending.start_now(session.id)
    centre.clock.forward(minutes=60)
    centre.attending.end_now(session.id)
    centre.clock.moment += timedelta(days=150)
    times = centre.attending.real_times(centre.courses.session(session.id))
    assert times == (on_the_wall("2026-07-07 10:02"), on_the_wall("2026-07-07 11:02"))
    again = centre.attending.set_times(session.id, time(10, 2), time(11, 2), "looked at the paper")
    assert centre.attending.real_times(again) == times


def test_who_comes_in_late_and_who_leaves_early(centre: Centre) -> None:
    evening = centre.evening("Abdi", "Olena", "Rosa")
    abdi, olena, rosa = evening.people
    session = evening.session.id
    centre.clock.forward(minutes=10)
    centre.attending.start_now(session)
    centre.clock.forward(minutes=12, seconds=50)
    assert centre.attending.mark_late_now(session, abdi.id) == 12
    centre.attending.mark(session, olena.id, Status.PRESENT)
    centre.clock.forward(minutes=78)
    assert centre.attending.mark_left_now(session, abdi.id) == 30
    assert centre.attending.mark_left_now(session, olena.id) == 30
    centre.clock.forward(minutes=45)
    assert centre.attending.mark_left_now(session, rosa.id) == 1  # after the planned end
    found = centre.attending.marks(session)
    assert {p.name: (m.status, m.late, m.early) for p in evening.people for m in [found[p.id]]} == {
        "Abdi": ("late-left-early", 12, 30),
        "Olena": ("left-early", 0, 30),
        "Rosa": ("left-early", 0, 1),
    }


def test_who_is_marked_late_before_the_start_is_late_by_nothing(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    assert centre.attending.mark_late_now(evening.session.id, evening.people[0].id) == 0


def test_a_mark_that_stood_at_the_end_needs_a_reason_and_a_missing_one_does_not(
    centre: Centre,
) -> None:
    evening = centre.evening("Abdi", "Olena")
    abdi, olena = evening.people
    session = evening.session.id
    centre.attending.start_now(session)
    centre.attending.mark(session, abdi.id, Status.ABSENT)
    centre.attending.end_now(session)
    for status in (Status.PRESENT, None):
        with pytest.raises(NeedsReason):
            centre.attending.mark(session, abdi.id, status, reason=" ")
    centre.attending.mark(session, olena.id, Status.PRESENT)
    centre.attending.mark(session, abdi.id, Status.PRESENT, reason="sat at the back")
    assert centre.attending.marks(session)[abdi.id].status == "present"
    assert centre.attending.history(session, abdi.id)[-1].reason == "sat at the back"


def test_undo_takes_back_one_mark_after_the_other(centre: Centre) -> None:
    evening = centre.evening("Abdi", "Olena")
    abdi, olena = evening.people
    session = evening.session.id
    attending = centre.attending
    assert not attending.can_undo()
    assert attending.undo() is None
    attending.mark(session, abdi.id, Status.LATE, late=4, role=Role.INTERPRETER)
    attending.mark(session, olena.id, Status.PRESENT)
    attending.mark(session, abdi.id, Status.ABSENT)
    assert attending.undo() == (session, abdi.id)
    mark = attending.marks(session)[abdi.id]
    assert (mark.status, mark.late, mark.role) == ("late", 4, "interpreter")
    assert attending.undo() == (session, olena.id)
    assert attending.undo() == (session, abdi.id)
    assert attending.marks(session) == {}
    assert not attending.can_undo()


def test_undo_does_not_change_what_stood_at_the_end_without_a_reason(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    session, abdi = evening.session.id, evening.people[0].id
    centre.attending.start_now(session)
    centre.attending.mark(session, abdi, Status.PRESENT)
    centre.attending.end_now(session)
    centre.attending.undo()
    assert centre.attending.marks(session)[abdi].status == "present"


def test_times_set_by_hand_end_a_session_for_undo_too(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    session, abdi = evening.session.id, evening.people[0].id
    centre.attending.mark(session, abdi, Status.PRESENT)
    centre.attending.set_times(session, time(10), time(12), "")
    centre.attending.undo()
    assert centre.attending.marks(session)[abdi].status == "present"


def test_a_mark_that_was_refused_is_not_there_to_undo(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    with pytest.raises(UnknownThing):
        centre.attending.mark(evening.session.id, "nobody", Status.PRESENT)
    with pytest.raises(UnknownThing):
        centre.attending.mark("no-session", evening.people[0].id, Status.PRESENT)
    assert not centre.attending.can_undo()
    assert centre.attending.marks(evening.session.id) == {}


def test_history_tells_who_marked_what_when_and_why(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    session, abdi = evening.session.id, evening.people[0].id
    centre.attending.mark(session, abdi, Status.ABSENT)
    centre.clock.forward(minutes=5)
    centre.attending.mark(session, abdi, Status.LATE, late=5, reason=" came after all ")
    told = [
        (
            change.at.time().replace(microsecond=0),
            change.by,
            change.status,
            change.late,
            change.reason,
        )
        for change in centre.attending.history(session, abdi)
    ]
    assert told == [
        (time(9, 50), "Sanne", "absent", 0, ""),
        (time(9, 55), "Sanne", "late", 5, "came after all"),
    ]
    assert centre.attending.is_settled(session, abdi)


def test_two_laptops_that_differ_are_unsettled_until_somebody_settles_it(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    session, abdi = evening.session.id, evening.people[0].id
    for status in ("absent", "present"):
        body = {"session": session, "status": status, "late": 0, "early": 0, "role": "participant"}
        centre.store.append(Draft("attendance-marked", body, abdi))
    assert centre.attending.marks(session)[abdi].unsettled
    assert not centre.attending.is_settled(session, abdi)
    assert len(centre.attending.history(session, abdi)) == 2
    centre.attending.mark(session, abdi, Status.ABSENT)
    assert not centre.attending.marks(session)[abdi].unsettled
    assert centre.attending.is_settled(session, abdi)
    assert centre.attending.marks(session)[abdi].status == "absent"


def test_whoever_attends_as_a_participant_is_registered_from_that_day_on(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    names = ("walk-in", "helper", "absent", "excused")
    walk_in, helper, absent, excused = (centre.enrolling.add_person(name) for name in names)
    session = evening.session.id
    centre.attending.mark(session, walk_in.id, Status.LATE, late=3)
    centre.attending.mark(session, helper.id, Status.PRESENT, role=Role.HELPER)
    centre.attending.mark(session, absent.id, Status.ABSENT)
    centre.attending.mark(session, excused.id, Status.EXCUSED)
    enrolled = centre.enrolling.people(evening.course.id)
    assert [person.label for person in enrolled] == ["Abdi", "walk-in"]


def test_marking_again_does_not_move_the_day_of_registration(centre: Centre) -> None:
    evening = centre.evening("Abdi")
    later = centre.courses.add_session(evening.course.id, date(2026, 12, 1), time(10), time(12))
    centre.attending.mark(later.id, evening.people[0].id, Status.PRESENT)
    assert [row["on"] for row in centre.store.query('SELECT "on" FROM enrolments')] == [
        "2026-11-24"
    ]


def test_people_without_a_name_are_counted_apart_and_never_below_none(centre: Centre) -> None:
    session = centre.evening("Abdi").session.id
    counts = [centre.attending.change_headcount(session, delta) for delta in (1, 1, -1, -1, -1, 2)]
    assert counts == [1, 2, 1, 0, 0, 2]
    assert centre.attending.marks(session) == {}


def test_everyone_listens_while_asked_to(centre: Centre) -> None:
    session = centre.evening().session.id
    assert not centre.attending.everyone_listens(session)
    for on in (True, False, True):
        centre.attending.ask_to_listen(session, on)
        assert centre.attending.everyone_listens(session) is on


def test_a_new_session_ends_all_sign_ins_on_all_laptops_or_none(centre: Centre) -> None:
    evening = centre.evening("Abdi", "Olena")
    here = centre.sit(evening.people[0])
    centre.clock.forward(minutes=5)
    elsewhere = {"sitting": "elsewhere", "session": None, "at": 1}
    centre.store.append(Draft("sitting-began", elsewhere, evening.people[1].id))
    before = next(centre.store.query("SELECT max(seq) AS last FROM events"))["last"]
    centre.attending.start_now(evening.session.id)
    assert centre.seats.sittings() == []
    ends = [
        (row["id"], row["ended"])
        for row in centre.store.query("SELECT * FROM sittings ORDER BY id")
    ]
    now = int(centre.clock.now().timestamp())
    assert sorted(ends) == sorted([(here, now), ("elsewhere", now)])
    kinds = centre.store.query("SELECT kind FROM events WHERE seq > ? ORDER BY seq", [before])
    assert sorted(row["kind"] for row in kinds) == [
        "session-times-set", "sitting-ended", "sitting-ended",
    ]  # fmt: skip


def test_who_left_early_is_reckoned_from_the_real_end(centre: Centre) -> None:
    evening = centre.evening("Ayşe", "Mykola")
    ayse, mykola = evening.people
    session = centre.attending.start_now(evening.session.id)
    centre.clock.forward(minutes=60)
    centre.attending.mark_left_now(session.id, ayse.id)
    centre.attending.mark(session.id, mykola.id, Status.LEFT_EARLY, early=30)
    planned = centre.courses.session(session.id).planned_end
    until_planned = datetime.combine(session.date, planned, centre.clock.now().tzinfo)
    overrun = timedelta(minutes=25)
    centre.clock.forward(minutes=(until_planned + overrun - centre.clock.now()).seconds // 60)
    over = centre.attending.end_now(session.id)
    rows = {row.person_id: row for row in centre.reporting.attendance(Scope()).rows}
    assert rows[ayse.id].minutes == 60
    whole = ((over.ended or 0) - (over.started or 0)) // 60
    assert rows[mykola.id].minutes == whole - 30 - 25
    assert centre.attending.marks(session.id)[mykola.id].early == 55
