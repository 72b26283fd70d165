"""What follows from several things at once: one person under two ids, erasure, forks, removals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from trainer_app.domain.events import NO_HASH, Body, Draft, Event, seal
from trainer_app.domain.kinds import KINDS
from trainer_app.store import health, pooling
from trainer_app.store.records import read, sealed
from trainer_app.store.store import Store

SIGNED = {"signer": "t1", "signature": "00"}


def mark(person: str, status: str = "present", session: str = "s") -> Draft:
    body = {"session": session, "status": status, "late": 0, "early": 0, "role": "participant"}
    return Draft("attendance-marked", body, person)


def person(id: str, **more: Any) -> Draft:
    body = {"number": "A1", "face": "face-01", "listed": True, **more}
    return Draft("person-set", body, id)


def same(a: str, b: str, edge: str = "e1") -> Draft:
    return Draft("same-person", {"edge": edge, "other": b}, a)


def erased(*people: str, erasure: str = "z1", left: Sequence[str] = ()) -> Draft:
    body = {"erasure": erasure, "people": list(people), "attendance": list(left), **SIGNED}
    return Draft("person-erased", body)


def removed(trainer: str, signer: str, known: Sequence[str] = ()) -> Draft:
    body = {"known": list(known), "signer": signer, "signature": "01"}
    return Draft("trainer-removed", body, trainer)


def elsewhere(draft: Draft, after: Event | None = None, device: str = "elsewhere") -> Event:
    seq = after.header.seq + 1 if after else 1
    return seal(
        draft, id=f"{device}-{draft.kind}-{draft.subject}-{seq}", device=device, seq=seq,
        clock=1_700_000_000_000 + seq, previous=after.header.hash() if after else NO_HASH,
        salt="00" * 16, version=KINDS[draft.kind].version,
    )  # fmt: skip


def take_in(store: Store, *events: Event) -> None:
    pooling.take_in(store, [sealed(event) for event in events])


def rows(store: Store, table: str, *columns: str) -> list[tuple[object, ...]]:
    found = store.query(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2")
    return [tuple(row.values()) for row in found]


@pytest.fixture(autouse=True)
def tables_are_what_the_log_says(store: Store) -> Any:
    """Whatever a test does, its tables are true in the end."""
    yield
    if not store._closed:
        assert health.stale_things(store) == []
        before = health.state_hash(store, "11" * 32)
        store.rebuild()
        assert health.state_hash(store, "11" * 32) == before


def test_marks_under_two_ids_are_one_persons_until_it_is_undone(store: Store) -> None:
    store.append(mark("p1", "late"), mark("p2", "absent"), mark("p3", session="other"))
    store.append(same("p1", "p2"), same("p3", "p2", "e2"))
    assert rows(store, "attendance", "session", "person", "marks") == [
        ("other", "p1", 1), ("s", "p1", 2),
    ]  # fmt: skip
    store.append(Draft("same-person-undone", {"edge": "e2"}))
    assert rows(store, "attendance", "session", "person") == [
        ("other", "p3"), ("s", "p1"),
    ]  # fmt: skip


def test_joining_again_is_a_new_edge_and_the_undone_one_stays_undone(store: Store) -> None:
    store.append(same("p1", "p2"), Draft("same-person-undone", {"edge": "e1"}))
    store.append(same("p1", "p2"))
    assert rows(store, "same", "person", "stands") == []
    store.append(same("p2", "p1", "e2"))
    assert rows(store, "same", "person", "stands") == [("p1", "p1"), ("p2", "p1")]


def test_what_one_id_learns_shows_under_the_id_that_stands(store: Store) -> None:
    store.append(person("p1"), person("p2"), same("p2", "p1"))
    store.append(person("p2", phone="030 1234567"))
    assert rows(store, "people", "id", "phone", "stands") == [
        ("p1", "030 1234567", "p1"), ("p2", "030 1234567", "p1"),
    ]  # fmt: skip


def test_a_row_moves_on_when_the_id_that_it_stood_under_is_erased(store: Store) -> None:
    store.append(mark("p2"), mark("p3", session="other"), same("p1", "p2"), same("p1", "p3", "e2"))
    assert rows(store, "attendance", "session", "person") == [("other", "p1"), ("s", "p1")]
    store.append(erased("p1", "p2"))
    assert rows(store, "attendance", "session", "person") == [("other", "p3")]


def test_the_lowest_of_overlapping_erasures_supplies_the_counts(store: Store) -> None:
    store.append(erased("p1", "p2", erasure="z2", left=["s|participant|late|5|0|"]))
    store.append(erased("p2", "p3", erasure="z1", left=["s|participant|absent|0|0|"]))
    store.append(erased("p4", erasure="z3", left=["s|helper|present|0|7|1700000000"]))
    assert rows(store, "erased", "person", "erasure") == [
        ("p1", "z1"), ("p2", "z1"), ("p3", "z1"), ("p4", "z3"),
    ]  # fmt: skip
    assert rows(store, "erased_attendance", "erasure", "status", "early", "left_at") == [
        ("z1", "absent", 0, None), ("z3", "present", 7, 1_700_000_000),
    ]  # fmt: skip


def test_what_comes_late_about_an_erased_person_adds_no_words(store: Store) -> None:
    store.append(erased("p1"))
    take_in(store, elsewhere(mark("p1")), elsewhere(person("p1", name="Abdi"), device="third"))
    assert rows(store, "attendance", "session", "person") == []
    assert [event.body for event in read(store.reader, "subject = 'p1'", [])] == [None, None]


def test_what_an_erased_event_had_replaced_stays_replaced(store: Store) -> None:
    first = store.append(mark("p1", "late"))[0]
    body = mark("p2", "absent").body
    edit = store.append(Draft("attendance-marked", body, "p2", None, (first.id,)))[0]
    store.append(same("p1", "p2"))
    assert rows(store, "attendance", "status", "marks") == [("absent", 1)]
    store.append(erased("p2"))
    assert rows(store, "attendance", "status", "marks") == []
    assert store.standing_ids("attendance:s:p1") == ()
    assert next(read(store.reader, "id = ?", [edit.id])).body is None


def test_an_erased_event_goes_on_replacing_only_what_it_could_have_replaced(store: Store) -> None:
    kept = store.append(mark("p2"))[0]
    edge = Draft("same-person", {"edge": "e1", "other": "p2"}, "p1", None, (kept.id,))
    store.append(edge, erased("p1"))
    assert rows(store, "attendance", "person", "status") == [("p2", "present")]


def test_rows_of_others_that_an_erased_event_replaced_follow_at_once(store: Store) -> None:
    first = store.append(mark("p2", "late"))[0]
    store.append(Draft("attendance-marked", mark("p1").body, "p1", None, (first.id,)))
    assert len(rows(store, "attendance", "person", "status")) == 2
    store.append(erased("p1"))
    assert rows(store, "attendance", "person", "status") == []


def test_words_that_come_later_say_themselves_what_they_replace(store: Store) -> None:
    first = store.append(mark("p1", "late"))[0]
    draft = mark("p2", "absent")
    edit = elsewhere(Draft(draft.kind, draft.body, "p2", None, (first.id,)))
    take_in(store, replace(edit, body=None, salt=None))
    assert rows(store, "attendance", "person", "status") == []
    take_in(store, edit)
    assert rows(store, "attendance", "person", "status") == [("p1", "late"), ("p2", "absent")]
    assert rows(store, "superseded", "id", "by") == []


def test_nobody_undoes_an_erasure_by_naming_it_in_words_that_it_erases(store: Store) -> None:
    told = store.append(erased("p1"))[0]
    draft = mark("p1")
    take_in(store, elsewhere(Draft(draft.kind, draft.body, "p1", None, (told.id,))))
    assert rows(store, "erased", "person", "erasure") == [("p1", "z1")]


def test_an_erasure_takes_no_words_of_what_trainers_signed(store: Store) -> None:
    store.append(erased("t1"))
    store.append(removed("t1", "recovery"))
    late = store.append(erased("p1", erasure="z2"))[0]
    assert rows(store, "events", "aside", "id")[-1] == ("removed-trainer", late.id)
    assert rows(store, "erased", "person", "erasure") == []


def test_what_a_removed_trainer_had_signed_still_counts(store: Store) -> None:
    store.append(erased("p1"), removed("t1", "recovery", ["00"]))
    late = erased("p2", erasure="z2")
    store.append(Draft(late.kind, {**late.body, "signature": "02"}))
    assert rows(store, "erased", "person", "erasure") == [("p1", "z1")]


def test_an_event_that_takes_anothers_id_does_not_take_it_down(store: Store) -> None:
    told = store.append(erased("p1"), removed("t1", "recovery", ["00"]))[0]
    forged = Draft(told.header.kind, {**told.words, "people": ["p2"], "signature": "02"})
    header = elsewhere(forged)
    take_in(store, replace(header, header=replace(header.header, id=told.id)))
    assert rows(store, "erased", "person", "erasure") == [("p1", "z1")]


def fork(said: Body) -> list[Event]:
    """Two histories of one laptop that part after its first event; the second one has two."""
    first = elsewhere(Draft("headcount-changed", {"session": "s", "delta": 1}))
    one = elsewhere(Draft("laptop-readmitted", {"laptop": "x", **said}), first)
    two = elsewhere(Draft("laptop-readmitted", {"laptop": "y", **said}), first)
    return [first, one, two, elsewhere(mark("p1"), two)]


@pytest.mark.parametrize("apart", [True, False])
def test_what_follows_a_fork_of_signed_words_alone_waits_too(store: Store, apart: bool) -> None:
    events = fork(SIGNED)
    for some in [[one] for one in events] if apart else [events]:
        take_in(store, *some)
    assert rows(store, "attendance", "person", "status") == []
    assert rows(store, "headcounts", "session", "count") == [("s", 1)]
    after, branches = rows(store, "unsettled_forks", "after", "branches")[0]
    assert after == events[0].header.hash()
    counted = {"laptop": "elsewhere", "after": after, "counted": [events[2].header.hash()]}
    store.append(Draft("fork-settled", {**counted, **SIGNED}))
    assert rows(store, "attendance", "person", "status") == [("p1", "present")]
    assert len(str(branches).split("\n")) == 2


def test_a_laptop_that_is_readmitted_counts_again(store: Store) -> None:
    first = elsewhere(mark("p1"))
    last = {"laptop": "elsewhere", "code": "B", "sign_key": "k", "invitation": None}
    store.append(Draft("laptop-admitted", {**last, **SIGNED}))
    out = {"laptop": "elsewhere", "seq": 1, "head": first.header.hash(), **SIGNED}
    shut = store.append(Draft("laptop-shut-out", out))[0]
    take_in(store, first, elsewhere(mark("p2"), first))
    assert rows(store, "attendance", "person", "status") == [("p1", "present")]
    back = Draft("laptop-readmitted", {"laptop": "elsewhere", **SIGNED}, None, None, (shut.id,))
    store.append(back)
    assert rows(store, "attendance", "person", "status") == [("p1", "present"), ("p2", "present")]


def test_of_two_who_remove_each_other_the_earlier_stands_in_any_order(store: Store) -> None:
    def added(trainer: str) -> Draft:
        words = dict.fromkeys(("name", "picture", "box_key", "sign_key", "wrapped", "role"), "x")
        return Draft("trainer-added", {**words, "signer": "recovery", "signature": "00"}, trainer)

    first = elsewhere(removed("t2", "t1"))
    second = elsewhere(removed("t1", "t2"), first)
    take_in(store, second)
    store.append(added("t1"), added("t2"))
    assert rows(store, "trainers", "id", "removed") == [("t1", 1), ("t2", 0)]
    take_in(store, first)
    assert rows(store, "trainers", "id", "removed") == [("t1", 0), ("t2", 1)]
