"""A look at a store before it is opened: damage is found, and nothing is changed by looking."""

from __future__ import annotations

from pathlib import Path

import pytest
from centres import KEY, Clock, bytes_in

from tests.store.damage import PAGE, copied, filled, flip, hashes, note, pages
from trainer_app.domain.errors import StoreDamaged
from trainer_app.store.first_look import first_look
from trainer_app.store.store import FILE, Store

FRAME = PAGE + 24


@pytest.fixture
def left(tmp_path: Path, clock: Clock) -> Path:
    """What a program leaves that died: the file, and a log with commits that it does not hold."""
    store = filled(tmp_path / "data", clock, 60)
    store._writer.run(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)"), bare=True)
    for number in range(10):
        store.append(note(number))
    copied(store.file.parent, tmp_path / "left")
    store.close()
    (tmp_path / "left" / f"{FILE}-shm").unlink()
    return tmp_path / "left"


def looked(folder: Path, key: bytes = KEY) -> bool:
    """Whether the store is whole; looking changes no file."""
    before = bytes_in(folder)
    try:
        first_look(folder / FILE, key)
    except StoreDamaged as told:
        assert told.facts == {"file": FILE}  # noqa: PT017  both outcomes are looked at
        return False
    finally:
        assert bytes_in(folder) == before
    return True


def test_a_whole_store_is_whole_with_its_log_and_without(left: Path, clock: Clock) -> None:
    assert looked(left)
    Store.open(left, KEY, clock.now).close()
    assert list(bytes_in(left)) == [FILE]
    assert looked(left)
    assert not looked(left, bytes(32))


def test_looking_while_others_have_it_open_disturbs_nobody(store: Store) -> None:
    store.append(note(1))
    first_look(store.file, KEY)
    store.append(note(2))
    first_look(store.file, KEY)
    assert len(hashes(store)) == 2


def test_damage_is_found_before_the_log_is_folded_in(left: Path) -> None:
    good = (left / FILE).read_bytes()
    found = []
    for page in range(1, pages(left / FILE) + 1, 5):
        flip(left / FILE, page)
        found.append(looked(left))
        (left / FILE).write_bytes(good)
    assert found.count(False) > len(found) * 0.7  # pages that the log has anew, or nobody uses
    (left / FILE).write_bytes(good[: len(good) // 2 // PAGE * PAGE])
    assert not looked(left)


def test_a_commit_that_sqlite_would_pass_over_is_damage(left: Path, clock: Clock) -> None:
    log = left / f"{FILE}-wal"
    good = log.read_bytes()
    frames = (len(good) - 32) // FRAME
    assert frames > 20
    for frame in range(frames):
        damaged = bytearray(good)
        damaged[32 + frame * FRAME + 500] ^= 1
        log.write_bytes(damaged)
        # The last commit alone may as well be torn: nobody was told that it is safe.
        if frame < frames - 6:
            assert not looked(left)
    damaged = bytearray(good)
    damaged[32 + (frames - 1) * FRAME + 500] ^= 1
    log.write_bytes(damaged)
    assert looked(left)


def test_a_log_that_was_torn_at_its_end_is_what_a_power_cut_leaves(left: Path) -> None:
    log = left / f"{FILE}-wal"
    good = log.read_bytes()
    for cut in (
        len(good) - 100,
        len(good) - FRAME,
        len(good) - FRAME - 7,
        len(good) // 2,
        40,
        5,
        0,
    ):
        log.write_bytes(good[:cut])
        assert looked(left)
