"""Somebody of whom much is held, and a search for her words on every page of every file."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

from centres import KEY, Centre, Clock, Evening

from tests.store.pages import everything_in
from trainer_app.domain.attendance import Status, Totals
from trainer_app.domain.events import Draft
from trainer_app.services.reporting import Report
from trainer_app.store.records import Sealed, sealed
from trainer_app.store.store import Store

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


@dataclass
class Life:
    """Somebody of whom much is held, among others."""

    evening: Evening
    person: str
    others: list[str]


def lived(centre: Centre) -> Life:
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
    centre.clock.forward(minutes=90)
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


def figures(report: Report) -> tuple[Totals, list[tuple[object, ...]]]:
    """The totals, and what each row counts."""
    rows = [(row.session_id, row.role, row.status, row.minutes, row.hours) for row in report.rows]
    return report.totals, sorted(rows, key=repr)
