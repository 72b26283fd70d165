"""Whoever carries on what a laptop writes hears of it, in its order, once it is on the disk."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from centres import KEY, Clock

from trainer_app.domain.errors import MalformedEvent
from trainer_app.domain.events import Draft
from trainer_app.store import pooling
from trainer_app.store.records import Sealed, sealed
from trainer_app.store.store import Store

DRAFTS = [Draft("centre-named", {"name": f"Name {number}"}) for number in range(40)]


class Ears:
    """Hears, and looks at once whether it is in the file."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.heard: list[int] = []
        self.was_open: bool | None = None
        self.came = threading.Event()

    def recorded(self, events: Sequence[Sealed]) -> None:
        self.heard += [one.event.header.seq for one in events]
        self.came.set()

    def closing(self) -> None:
        self.was_open = bool(list(self.store.query("SELECT 1 AS there")))


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    return Store.create(tmp_path, KEY, clock.now)


def test_it_hears_all_in_order_whoever_writes(store: Store) -> None:
    ears = Ears(store)
    store.listen(ears)
    threads = [threading.Thread(target=store.append, args=DRAFTS[at::4]) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    assert ears.heard == list(range(1, 41))


def test_what_was_not_written_is_not_told(store: Store) -> None:
    ears = Ears(store)
    store.listen(ears)
    with pytest.raises(MalformedEvent):
        store.append(DRAFTS[0], Draft("centre-named", {"name": 5}))
    store.leave(ears)
    store.append(DRAFTS[0])
    store.close()
    assert ears.heard == []
    assert ears.was_open is None


def test_what_comes_from_elsewhere_is_not_told(store: Store, tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "other").mkdir()
    other = Store.create(tmp_path / "other", KEY, clock.now)
    ears = Ears(store)
    store.listen(ears)
    pooling.take_in(store, [sealed(other.append(DRAFTS[0])[0])])
    store.append(DRAFTS[1])
    store.close()
    other.close()
    assert ears.heard == [1]


def test_it_may_still_read_when_the_store_is_about_to_close(store: Store) -> None:
    ears = Ears(store)
    store.listen(ears)
    store.close()
    assert ears.was_open


def test_it_goes_on_hearing_when_the_key_was_renewed(store: Store) -> None:
    ears = Ears(store)
    store.listen(ears)
    store.renew(lambda: KEY)
    store.append(DRAFTS[0])
    store.close()
    assert ears.heard == [1]
