"""The log and its writer: one chain, all or nothing, from many threads."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from centres import KEY, Clock, tables

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import (
    EARLIEST_CLOCK,
    LATEST_CLOCK,
    NO_HASH,
    Draft,
    Event,
    check_sealed,
    seal,
)
from trainer_app.store import log
from trainer_app.store.records import chain_of, events_with, sealed
from trainer_app.store.store import Store


def named(name: str = "Canal House") -> Draft:
    return Draft("centre-named", {"name": name})


def chain(store: Store) -> list[Event]:
    return list(chain_of(store.reader, store.device))


def insert(store: Store, *events: Event) -> int:
    return int(store._writer.run(lambda db: log.insert(db, [sealed(one) for one in events])))


def from_elsewhere(
    draft: Draft, *, version: int = 1, seq: int = 1, clock: int | None = None
) -> Event:
    return seal(
        draft, id=f"elsewhere-{draft.kind}-{seq}", device="another-laptop", seq=seq,
        clock=clock or 1_700_000_000_000, previous=NO_HASH, salt="00" * 16, version=version,
    )  # fmt: skip


def assert_one_chain(events: list[Event]) -> None:
    previous = NO_HASH
    for seq, event in enumerate(events, start=1):
        check_sealed(event)
        assert (event.header.seq, event.header.previous) == (seq, previous)
        previous = event.header.hash()
    clocks = [event.header.clock for event in events]
    assert clocks == sorted(set(clocks))


def test_what_is_written_reads_back_as_it_was(store: Store) -> None:
    body = {
        "number": "A1", "name": "Олена “D’Ávila”", "birth_year": 1980, "gender": None,
        "language": "uk", "phone": None, "note": "one\ntwo\0three", "face": "face-01",
        "listed": True,
    }  # fmt: skip
    written = store.append(Draft("person-set", body, "p1", "trainer-1"))
    assert chain(store) == written
    assert written[0].body == body
    assert written[0].header.subject == "p1"
    assert written[0].header.by == "trainer-1"


def test_events_make_one_chain_over_several_openings(tmp_path: Path, clock: Clock) -> None:
    store = Store.create(tmp_path, KEY, clock.now)
    for number in range(6):
        store.append(named(), named(str(number)))
        clock.forward(minutes=-90)
        if number % 2:
            store.close()
            store = Store.open(tmp_path, KEY, clock.now)
    events = chain(store)
    store.close()
    assert len(events) == 12
    assert_one_chain(events)


def test_changing_any_part_of_a_chain_shows(store: Store) -> None:
    events = store.append(named("a"), named("b"), named("c"))
    forged = replace(events[1], body={"name": "forged"})
    with pytest.raises(MalformedEvent):
        check_sealed(forged)
    resealed = replace(events[1].header, clock=events[1].header.clock + 1)
    assert resealed.hash() != events[2].header.previous


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (Draft("centre-named", {}), "name"),
        (Draft("centre-named", {"name": "x", "more": 1}), "more"),
        (Draft("centre-named", {"name": "x"}, "p1"), "subject"),
        (Draft("centre-renamed", {"name": "x"}), "kind"),
    ],
)
def test_one_malformed_draft_stops_all_of_them(store: Store, draft: Draft, field: str) -> None:
    with pytest.raises(MalformedEvent) as told:
        store.append(named(), draft)
    assert told.value.facts["field"] == field
    assert chain(store) == []


def test_a_clock_that_cannot_be_stops_nobody(store: Store, clock: Clock) -> None:
    clock.moment = clock.now().replace(year=1970)
    written = store.append(named("in 1970"), named("a moment later"))
    assert written[0].header.clock == EARLIEST_CLOCK
    clock.moment = clock.now().replace(year=2026)
    written += store.append(named("in 2026"))
    clock.moment = clock.now().replace(year=2101)
    written += store.append(named("in 2101"))
    assert written[-1].header.clock == LATEST_CLOCK - 1
    assert_one_chain(written)


def test_an_error_in_one_job_undoes_it_and_leaves_the_writer_usable(store: Store) -> None:
    def half(db: object) -> None:
        log.insert(db, [sealed(from_elsewhere(named()))])  # type: ignore[arg-type]
        raise ZeroDivisionError

    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            store._writer.run(half)
    assert list(store.query("SELECT * FROM events")) == []
    assert_one_chain(store.append(named("after")))
    assert [row["name"] for row in store.query("SELECT name FROM centre")] == ["after"]


def test_an_event_that_is_there_already_changes_nothing(store: Store) -> None:
    event = from_elsewhere(Draft("headcount-changed", {"session": "s", "delta": 2}))
    assert insert(store, event) == 1
    before = tables(store)
    assert insert(store, event, event) == 0
    assert tables(store) == before


@pytest.mark.parametrize(
    "event",
    [
        from_elsewhere(Draft("badge-given", {"badge": "x", "more": [1, {"a": None}]}, "p1")),
        from_elsewhere(Draft("centre-named", {"title": "of a newer version"}), version=2),
        from_elsewhere(Draft("centre-named", {"name": "of no version"}), version=0),
        from_elsewhere(Draft("centre-named", {"name": 3})),
        from_elsewhere(Draft("attendance-marked", {"session": "s"}, "p1")),
        from_elsewhere(Draft("trainer-removed", {"known": "all"}, "t1")),
        from_elsewhere(Draft("trainer-added", {"subject": "t2", "name": "x"}, "t1")),
        from_elsewhere(
            Draft(
                "person-erased",
                {
                    "erasure": "e", "people": ["p1"], "attendance": ["s|present"],
                    "signer": "t", "signature": "s",
                },
            )
        ),
    ],
)  # fmt: skip
def test_what_a_newer_or_a_faulty_program_wrote_is_kept_whole_and_shown_nowhere(
    store: Store, event: Event
) -> None:
    store.append(named())
    before = tables(store)
    assert insert(store, event) == 1
    assert tables(store) == before
    assert store.rebuild() == 1
    assert tables(store) == before
    assert list(events_with(store.reader, [event.id])) == [event]
    assert list(chain_of(store.reader, "another-laptop")) == [event]


def test_an_erased_event_is_kept_and_shown_nowhere(store: Store) -> None:
    erased = replace(from_elsewhere(named()), body=None, salt=None)
    assert insert(store, erased) == 1
    assert list(events_with(store.reader, [erased.id])) == [erased]
    assert store.rebuild() == 0


def test_a_secret_of_this_laptop_is_kept_and_replaced(store: Store) -> None:
    assert store.secret("laptop-key") is None
    store.keep_secret("laptop-key", "one")
    store.keep_secret("laptop-key", "two")
    assert store.secret("laptop-key") == "two"


def test_readers_cannot_write(store: Store) -> None:
    with pytest.raises(Exception, match="readonly"):
        store.reader.execute("DELETE FROM events")


def test_ids_sort_in_the_order_they_were_made_even_within_a_moment(
    store: Store, clock: Clock
) -> None:
    ids = []
    for number in range(300):
        ids.append(store.new_id())
        if number % 100 == 99:
            clock.forward(seconds=-1)
    assert ids == sorted(set(ids))


def test_four_threads_write_and_four_read_at_once(store: Store) -> None:
    seen: dict[int, list[int]] = {number: [] for number in range(4)}
    done = threading.Event()
    troubles: list[BaseException] = []

    def write(number: int) -> None:
        for count in range(25):
            store.append(
                Draft("headcount-changed", {"session": f"s{number}", "delta": 1}),
                named(f"{number}-{count}"),
            )

    def read(number: int) -> None:
        while not done.is_set():
            row = next(store.query("SELECT count(*) AS events, max(seq) AS last FROM events"))
            assert row["events"] == (row["last"] or 0)
            assert row["events"] % 2 == 0  # both events of a write or neither
            seen[number].append(row["events"])

    def watched(work: object, number: int) -> None:
        try:
            work(number)  # type: ignore[operator]
        except BaseException as error:
            troubles.append(error)

    writers = [threading.Thread(target=watched, args=(write, n)) for n in range(4)]
    readers = [threading.Thread(target=watched, args=(read, n)) for n in range(4)]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    for thread in readers:
        thread.join()
    assert troubles == []
    assert all(counts == sorted(counts) for counts in seen.values())
    assert_one_chain(chain(store))
    assert [row["count"] for row in store.query("SELECT count FROM headcounts")] == [25] * 4
