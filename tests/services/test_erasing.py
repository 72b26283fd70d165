"""Erasing one person: her words are on no page, and all is said before."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from centres import Centre

from tests.services.lives import (
    NAME,
    Life,
    elsewhere,
    found_in,
    lived,
    person_set,
)
from tests.store.pages import everything_in
from trainer_app.domain.attendance import Status
from trainer_app.domain.errors import (
    DiskFull,
    NotAllowed,
    NotForSubstitutes,
    UnknownThing,
)
from trainer_app.domain.events import Event
from trainer_app.domain.experiments import Experiment
from trainer_app.services.erasing import Erasing
from trainer_app.services.examining import examine
from trainer_app.services.experiments import Experiments
from trainer_app.services.safekeeping import Safekeeping
from trainer_app.store.pooling import acknowledge, holds, take_in
from trainer_app.store.records import read


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


def in_the_log(centre: Centre, person: str) -> list[Event]:
    return list(read(centre.store.reader, "subject = ?", [person]))


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


# Told before
def test_what_will_go_and_what_stays_is_said_before(centre, life, erasing):
    other = centre.enrolling.person(life.others[1])
    centre.enrolling.save_person(replace(other, note="neighbour of FATOUMATA"))
    centre.attending.mark(
        life.evening.session.id, life.others[0], Status.LATE, late=3, reason="with Fatoumata"
    )
    tried = Experiment("", "Pairs", "Fatoumata taught Rosa.", "", "", date(2026, 11, 3))
    Experiments(centre.door).save(tried)
    preview = erasing.preview(life.person)
    assert preview.fields == ("name", "birth_year", "language", "phone", "note")
    assert (preview.records, preview.sittings, preview.lessons, preview.courses) == (1, 1, 1, 1)
    assert (preview.marks, preview.attendances, preview.pictures) == (1, 1, True)
    assert [(one.what, one.about) for one in preview.mentions] == [
        ("note", other.number),
        ("reason", "2026-11-24"),
        ("card", "2026-11-03"),
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
