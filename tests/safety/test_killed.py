"""A program that is killed at any moment has lost nothing that it confirmed."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import erasures
import merges
import pytest
from centres import Clock
from evening import Laptop
from kills import SHARES, kill_often
from programs import PROGRAMS, Said
from serving import Server
from soak import LAST, REPLACING
from sweeping import sweep
from templates import data_key

from trainer_app.content.library import LessonLibrary
from trainer_app.store.engine import connect
from trainer_app.store.store import FILE

LEAST = {"evening": 10, "removing": 3, "backups": 1, "erasing": 3}
"""So many events a program is known to confirm before it is killed; the evening on average."""


@pytest.mark.parametrize("name", SHARES)
def test_fifty_kills_lose_nothing_that_was_confirmed(
    server: Server, tmp_path: Path, name: str
) -> None:
    tally = kill_often(server, name, tmp_path, SHARES[name], random.Random(11))
    assert tally.faults == []
    assert tally.times == SHARES[name]
    assert tally.acknowledged >= LEAST.get(name, 0) * tally.times
    assert not tally.troubles


@pytest.mark.parametrize(("call", "step"), [("rename", 1), ("fsync", 4)])
def test_a_founding_killed_at_any_step_is_done_or_can_be_begun_again(
    server: Server, tmp_path: Path, call: str, step: int
) -> None:
    tally = sweep(server, tmp_path, "founding", call, "signal=SIGKILL", step=step)
    assert tally.faults == []
    assert tally.times >= 3


@pytest.mark.parametrize(
    ("name", "call", "step"),
    [("removing", "rename", 1), ("removing", "unlink", 4), ("backups", "rename", 2)],
)
def test_files_are_replaced_wholly_or_not_at_all(
    server: Server, tmp_path: Path, name: str, call: str, step: int
) -> None:
    tally = sweep(server, tmp_path, name, call, "signal=SIGKILL", step=step)
    assert tally.faults == []
    assert tally.times >= 4
    assert len(tally.steps) >= 2


@pytest.mark.slow
@pytest.mark.parametrize("call", LAST)
@pytest.mark.parametrize("name", REPLACING)
def test_each_step_may_be_the_last(server: Server, tmp_path: Path, name: str, call: str) -> None:
    tally = sweep(server, tmp_path, name, call, "signal=SIGKILL")
    assert tally.faults == []
    assert tally.times >= 3


def test_a_change_between_two_ways_of_writing_is_taken_back(tmp_path: Path) -> None:
    program, died = PROGRAMS["evening"], tmp_path / "died"
    program.prepare(tmp_path / "centre")
    file = tmp_path / "centre" / FILE
    db = connect(file, data_key(file.parent))
    db.execute("PRAGMA journal_mode = DELETE").fetchall()
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN IMMEDIATE")
    db.execute("DELETE FROM events")
    db.execute("CREATE TABLE half (words TEXT)")
    for _ in range(200):
        db.execute("INSERT INTO half VALUES (hex(randomblob(500)))")
    shutil.copytree(file.parent, died)
    db.execute("ROLLBACK")
    before = [("event", row[0]) for row in db.execute("SELECT id FROM events")]
    db.close()
    assert (died / f"{FILE}-journal").stat().st_size > 0
    assert len(before) > 5
    assert program.faults(died, before) == []


@pytest.mark.parametrize(("call", "step"), [("unlink", 2), ("ftruncate", 1)])
def test_a_program_killed_while_it_puts_its_files_in_order_has_lost_nothing(
    server: Server, tmp_path: Path, call: str, step: int
) -> None:
    tally = sweep(server, tmp_path, "evening", call, "signal=SIGKILL", step=step)
    assert tally.faults == []
    assert tally.times >= 2
    assert tally.acknowledged > 0


def test_what_is_lost_would_be_found(tmp_path: Path) -> None:
    program = PROGRAMS["evening"]
    program.prepare(tmp_path)
    said: Said = []
    laptop = Laptop(tmp_path, Clock(), lambda word, value: said.append((word, value)))
    laptop.courses.add_course("Morning")
    laptop.close()
    before = (tmp_path / FILE).read_bytes()
    laptop = Laptop(tmp_path, Clock(), lambda word, value: said.append((word, value)))
    laptop.courses.add_course("Evening")
    laptop.close()
    assert program.faults(tmp_path, said) == []
    (tmp_path / FILE).write_bytes(before)
    assert program.faults(tmp_path, said) == [f"lost: {said[-1][1]}"]


def test_what_is_left_of_a_person_would_be_found(tmp_path: Path) -> None:
    PROGRAMS["erasing"].prepare(tmp_path)
    found = erasures.traces(tmp_path)
    assert f"her words are in {FILE}" in found
    assert any("snapshots/" in one for one in found)
    assert any("replaced/" in one for one in found)


def test_a_replaced_store_that_was_not_kept_would_be_found(
    tmp_path: Path, library: LessonLibrary
) -> None:
    program, said = PROGRAMS["backups"], Said()
    program.prepare(tmp_path)
    program.run(tmp_path, lambda *one: said.append(one), library.lessons[0], 1)
    assert program.faults(tmp_path, said) == []
    shutil.rmtree(tmp_path / "replaced")
    found = program.faults(tmp_path, said)
    assert len(found) == 3
    assert all(fault.startswith("lost: ") for fault in found)


def test_news_that_cannot_be_merged_again_would_be_found(tmp_path: Path) -> None:
    program = PROGRAMS["little-merge"]
    program.prepare(tmp_path)
    news = tmp_path / merges.NEWS
    news.write_bytes(news.read_bytes()[:-1])
    found = program.faults(tmp_path, [])
    assert len(found) == 2
    assert "is refused" in found[0]
    assert "differ" in found[1]


def test_a_removal_that_did_not_happen_would_be_found(tmp_path: Path) -> None:
    program = PROGRAMS["removing"]
    program.prepare(tmp_path)
    assert program.faults(tmp_path, [("done", "")]) == ["lost: the removal"]


def test_damage_would_be_found(tmp_path: Path) -> None:
    program = PROGRAMS["evening"]
    program.prepare(tmp_path)
    laptop = Laptop(tmp_path, Clock(), lambda _word, _value: None)
    laptop.door.ledger.store._writer.run(lambda db: db.execute("DELETE FROM people"))
    laptop.close()
    faults = program.faults(tmp_path, [])
    assert len(faults) == 3
    assert all(fault.startswith("stale: person:") for fault in faults)
    content = bytearray((tmp_path / FILE).read_bytes())
    content[-2000] ^= 1
    (tmp_path / FILE).write_bytes(content)
    assert program.faults(tmp_path, []) != []
