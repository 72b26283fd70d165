"""Erasing one person: her words are on no page, her attendance still counts."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from centres import Centre, Clock, Evening

from tests.store.pages import everything_in
from trainer_app.domain.attendance import Role, Status
from trainer_app.domain.errors import (
    BadTimes,
    EmptyField,
    NotAllowed,
    NotForSubstitutes,
    UnknownThing,
)
from trainer_app.domain.events import NO_HASH, Draft, Event, seal
from trainer_app.domain.ids import uuid7
from trainer_app.services.erasing import Erasing
from trainer_app.services.reporting import Report, Scope
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.store import learning, registers
from trainer_app.store.pooling import take_in
from trainer_app.store.records import read, sealed
from trainer_app.store.store import Store

NAME = "Fatoumata Diallo-Baldé"
PHONE = "+224 62 445 91 07"
# Longer than a page, so that it goes on in overflow pages; no two stretches of it are alike.
NOTE = "Zsuzsanna’s cousin; " + " ".join(
    f"{random.Random(number).getrandbits(40):010x}" for number in range(900)
)
PART = 9


def parts_of(text: str) -> list[bytes]:
    """What a page would still hold of a text that was only partly overwritten."""
    data = text.encode()
    return [data[at : at + PART] for at in range(0, len(data) - PART + 1, PART)]


WORDS = [*parts_of(NAME), b"Fatoumata", "Baldé".encode(), *parts_of(PHONE), *parts_of(NOTE)]


@pytest.fixture
def keeping(centre: Centre) -> Safekeeping:
    return Safekeeping(centre.ledger, centre.clock.now)


@pytest.fixture
def erasing(centre: Centre, keeping: Safekeeping) -> Erasing:
    return Erasing(centre.ledger, lambda: centre.door.authority, keeping.forget_old)


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


def test_no_page_no_frame_and_no_backup_holds_her_words(centre, life, erasing, keeping):
    keeping.snapshot()
    (centre.folder / "replaced" / "older").mkdir(parents=True)
    old = centre.folder / "replaced" / "older" / "centre.db"
    old.write_bytes((centre.folder / keeping.list()[0].name and centre.store.file).read_bytes())
    erasing.erase(life.person)
    assert found_in(centre) == set()
    assert not old.exists()
    assert [one.whole for one in keeping.list()] == [True]


def test_without_erasing_the_same_search_finds_them(centre, life, keeping):
    made = keeping.snapshot().name
    assert found_in(centre) == {"centre.db", "centre.db-wal", f"snapshots/{made}"} or (
        found_in(centre) == {"centre.db-wal", f"snapshots/{made}"}
    )
    centre.store.fold_in()
    assert found_in(centre) == {"centre.db", f"snapshots/{made}"}
