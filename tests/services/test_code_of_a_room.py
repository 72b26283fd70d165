"""The code of a session's room."""

from __future__ import annotations

import pytest
from centres import Centre

from trainer_app.domain.errors import NotAllowed, UnknownThing
from trainer_app.services.room.code import room_code


def test_it_is_made_once_for_each_session(centre: Centre) -> None:
    evening, other = centre.evening(), centre.evening()
    code = room_code(centre.ledger, evening.session.id)
    assert code.isdecimal()
    assert len(code) == 20
    assert room_code(centre.ledger, evening.session.id) == code
    assert room_code(centre.ledger, other.session.id) != code
    centre.store.rebuild()
    centre.door.leave_trainer()
    assert room_code(centre.ledger, evening.session.id) == code


def test_learners_make_none(centre: Centre) -> None:
    session = centre.evening().session.id
    centre.door.leave_trainer()
    with pytest.raises(NotAllowed):
        room_code(centre.ledger, session)


def test_there_is_none_without_a_session(centre: Centre) -> None:
    with pytest.raises(UnknownThing):
        room_code(centre.ledger, "nobody")
