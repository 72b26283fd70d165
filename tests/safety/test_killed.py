"""A program that is killed at any moment has lost nothing that it confirmed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from centres import Clock
from evening import Laptop
from kills import SHARES, kill_often
from programs import PROGRAMS, Said
from serving import Server
from sweeping import sweep

from trainer_app.store.store import FILE


@pytest.mark.parametrize("name", SHARES)
def test_fifty_kills_lose_nothing_that_was_confirmed(
    server: Server, tmp_path: Path, name: str
) -> None:
    tally = kill_often(server, name, tmp_path, SHARES[name], random.Random(11))
    assert tally.faults == []
    assert tally.times == SHARES[name]
    assert tally.acknowledged >= (0 if name == "founding" else 2 * tally.times)
    assert not tally.troubles
    assert len(tally.steps) >= (3 if name in ("removing", "backups") else 1)


@pytest.mark.parametrize("call", ["rename", "fsync"])
def test_a_founding_killed_at_any_step_is_done_or_can_be_begun_again(
    server: Server, tmp_path: Path, call: str
) -> None:
    tally = sweep(server, tmp_path, "founding", call, "signal=SIGKILL")
    assert tally.faults == []
    assert tally.times >= 3


@pytest.mark.parametrize("call", ["unlink", "ftruncate"])
def test_a_program_killed_while_it_puts_its_files_in_order_has_lost_nothing(
    server: Server, tmp_path: Path, call: str
) -> None:
    tally = sweep(server, tmp_path, "evening", call, "signal=SIGKILL")
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
