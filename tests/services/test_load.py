"""What a trainer carries: hers alone, of the sessions that she really led."""

from __future__ import annotations

from datetime import time

import pytest
from centres import Centre

from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import NotAllowed
from trainer_app.domain.load import Load
from trainer_app.services.load import OwnLoad


def lead(centre: Centre, minutes: int = 90, *, by: str | None = None) -> str:
    """A session of today, started and ended; by another trainer's id if one is given."""
    evening = centre.evening("Amina")
    me = centre.ledger.trainer
    centre.ledger.trainer = by or me
    centre.attending.start_now(evening.session.id)
    centre.clock.forward(minutes=minutes)
    centre.attending.end_now(evening.session.id)
    centre.ledger.trainer = me
    return evening.session.id


def test_sessions_and_minutes_of_four_weeks_are_counted(centre: Centre) -> None:
    load = OwnLoad(centre.ledger)
    assert load.mine() == Load(0, 0, 0)
    lead(centre)
    centre.clock.forward(days=25)
    for _evening in range(3):
        lead(centre, 60)
        centre.clock.forward(days=1)
    assert load.mine() == Load(3, 180, 3)
    centre.clock.forward(days=-1)
    assert load.mine() == Load(4, 270, 3)
    assert not load.mine().is_much


def test_what_others_led_is_theirs_but_who_marked_somebody_was_there_too(centre: Centre) -> None:
    session = lead(centre, by="another")
    load = OwnLoad(centre.ledger)
    assert load.mine() == Load(0, 0, 0)
    amina = centre.enrolling.people()[0].id
    centre.attending.mark(session, amina, Status.PRESENT, reason="saw her")
    assert load.mine() == Load(1, 90, 1)


def test_a_cancelled_or_planned_session_is_no_evening_and_one_not_ended_has_no_length(
    centre: Centre,
) -> None:
    evening = centre.evening()
    centre.courses.add_session(evening.course.id, centre.clock.now().date(), time(18), time(20))
    load = OwnLoad(centre.ledger)
    assert load.mine() == Load(0, 0, 0)
    centre.attending.start_now(evening.session.id)
    centre.clock.forward(minutes=30)
    assert load.mine() == Load(1, 0, 1)


def test_nobody_but_a_trainer_inside_reads_it(centre: Centre) -> None:
    load = OwnLoad(centre.ledger)
    centre.door.leave_trainer()
    with pytest.raises(NotAllowed):
        load.mine()
