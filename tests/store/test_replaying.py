"""Tables are a function of the set of events: order and repetition change nothing in the file."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from trainer_app.domain.events import NO_HASH, Draft, Event, seal
from trainer_app.domain.folding import FOLDS
from trainer_app.store import log, records
from trainer_app.store.blank import make_tables

_SESSIONS, _PEOPLE = st.sampled_from(["s1", "s2"]), st.sampled_from(["p1", "p2"])


def _mark(session: str, person: str, status: str | None, late: int) -> Draft:
    body = {"session": session, "status": status, "late": late, "early": 0, "role": "participant"}
    return Draft("attendance-marked", body, person)


def _person(person: str, name: str) -> Draft:
    body = {"number": "A1", "name": name, "face": "face-01", "listed": True}
    return Draft("person-set", body, person)


def _count(session: str, delta: int) -> Draft:
    return Draft("headcount-changed", {"session": session, "delta": delta})


def _seat(person: str, step: int) -> Draft:
    steps: list[tuple[str, dict[str, Any]]] = [
        ("sitting-began", {"sitting": "x", "session": "s1", "at": 1}),
        ("sitting-ended", {"sitting": "x", "at": 2}),
        ("sitting-moved", {"sitting": "x"}),
        ("sitting-voided", {"sitting": "x", "void": True}),
        ("page-reached", {"sitting": "x", "lesson": "l", "page": 2, "pages": 4, "at": 3}),
    ]
    kind, body = steps[step]
    return Draft(kind, body, person)


drafts = st.one_of(
    st.builds(
        _mark, _SESSIONS, _PEOPLE, st.sampled_from([None, "present", "late"]), st.integers(0, 2)
    ),
    st.builds(_person, _PEOPLE, st.sampled_from(["Abdi", "Олена", ""])),
    st.builds(_count, _SESSIONS, st.integers(-1, 2)),
    st.builds(_seat, _PEOPLE, st.integers(0, 4)),
)


def sealed(made: list[Draft], edits: list[bool]) -> list[Event]:
    events: list[Event] = []
    for seq, (draft, edit) in enumerate(zip(made, edits, strict=True), start=1):
        old = (events[-1].id,) if edit and events else ()
        events.append(
            seal(
                Draft(draft.kind, draft.body, draft.subject, None, old),
                id=f"e{seq:03}",
                device=f"laptop-{seq % 3}",
                seq=seq,
                clock=1_700_000_000_000 + seq % 4,
                previous=NO_HASH,
                salt=f"{seq:032x}",
                version=1,
            )
        )
    return events


def replay(events: list[Event], batch: int, *, rebuild: bool = False) -> dict[str, Any]:
    db = Database(memory=True)
    make_tables(db)
    for start in range(0, len(events), batch):
        with db.atomic():
            log.insert(db, [records.sealed(one) for one in events[start : start + batch]])
    if rebuild:
        with db.atomic():
            log.rebuild(db)
    found = {
        table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table, _ in FOLDS.values()
    }
    db.close()
    return found


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(drafts, st.booleans()), min_size=1, max_size=14), st.data())
def test_any_order_any_batches_any_repetition_give_the_same_tables(
    made: list[tuple[Draft, bool]], data: st.DataObject
) -> None:
    events = sealed([draft for draft, _ in made], [edit for _, edit in made])
    again = data.draw(st.permutations([*events, *data.draw(st.lists(st.sampled_from(events)))]))
    expected = replay(events, batch=1)
    assert replay(list(again), batch=data.draw(st.integers(1, 5))) == expected
    assert replay(list(again), batch=99, rebuild=True) == expected
