"""Laptops of one centre, each with its own folder, clock and open door."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path

from centres import PASSPHRASE, Clock, tables

from trainer_app.domain.laptops import Merged
from trainer_app.keys.wrapping import Cost
from trainer_app.services.courses import Courses
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.joining import Joining
from trainer_app.services.laptops import Laptops
from trainer_app.services.merging import Merging
from trainer_app.services.trainers import Trainers
from trainer_app.store import health
from trainer_app.store.engine import connect
from trainer_app.store.home import home_of
from trainer_app.store.store import FILE

_number = count()


@dataclass
class Machine:
    """One laptop with a trainer inside."""

    door: Door
    clock: Clock
    sticks: Path

    @property
    def merging(self) -> Merging:
        return Merging(self.door)

    @property
    def laptops(self) -> Laptops:
        return Laptops(self.door)

    @property
    def trainers(self) -> Trainers:
        return Trainers(self.door)

    @property
    def enrolling(self) -> Enrolling:
        return Enrolling(self.door.ledger)

    @property
    def courses(self) -> Courses:
        return Courses(self.door.ledger)

    @property
    def letters(self) -> str:
        return self.laptops.all()[0].letters

    @property
    def state(self) -> str:
        return health.state_hash(self.door.ledger.store, self.door.centre)

    @property
    def names(self) -> set[str]:
        return {person.name for person in self.enrolling.people()}

    def news(self, *, since_last: bool = False) -> Path:
        """This laptop's news as a new file."""
        file = self.sticks / f"{next(_number)}.bundle"
        self.merging.write_news(file, since_last=since_last)
        return file

    def hears(self, *files: Path) -> Merged:
        """Merge files of which none is refused."""
        merged = self.merging.merge(files)
        assert merged.refused == ()
        return merged

    def is_sound(self) -> bool:
        """Whole, every chain as written, every table what the log makes of it."""
        store = self.door.ledger.store
        rows = tables(store)
        sound = (
            health.file_is_whole(store)
            and not health.broken_chains(store)
            and not health.stale_things(store)
        )
        store.rebuild()
        return sound and tables(store) == rows


class Machines:
    """Makes laptops, and closes them at the end."""

    def __init__(self, folder: Path, cost: Cost) -> None:
        self._folder, self._cost = folder, cost
        self._sticks = folder / "sticks"
        self._sticks.mkdir(parents=True)
        self.all: list[Machine] = []

    @cached_property
    def first(self) -> Machine:
        """The laptop on which the centre was founded."""
        clock = Clock()
        door = Door(self._folder / "first", clock.now, self._cost)
        door.found("Canal House", "Sanne", "kite", PASSPHRASE)
        return self._add(door, clock)

    def invited(self, by: Machine, clock: Clock | None = None) -> Machine:
        """A laptop that another one let in; its clock may be any."""
        clock = clock or Clock()
        file = self._sticks / f"{next(_number)}.invitation"
        return self.joined(file, by.laptops.invite(file), clock)

    def joined(self, file: Path, code: str, clock: Clock | None = None) -> Machine:
        """A laptop that used an invitation."""
        clock = clock or Clock()
        folder = self._folder / f"laptop-{next(_number)}"
        joining = Joining(folder, clock.now, self._cost)
        slot = joining.open(file, code)[0][0]
        return self._add(joining.join(slot, PASSPHRASE), clock)

    def opened(self, folder: Path, clock: Clock, passphrase: str = PASSPHRASE) -> Machine:
        """A laptop whose folder lies there already."""
        door = Door(folder, clock.now, self._cost)
        door.unlock_any(passphrase)
        return self._add(door, clock)

    def twin(self, of: Machine, folder: Path) -> tuple[Machine, Machine]:
        """A copy of a laptop that takes itself for it, and the laptop; both opened anew."""
        key = of.door._open.data_key
        of.door.lock()
        shutil.copytree(of.door.folder, folder)
        db = connect(folder / FILE, key)
        db.execute("UPDATE secrets SET value = ? WHERE name = 'home'", [home_of(folder / FILE)])
        db.close()
        return self.opened(of.door.folder, of.clock), self.opened(folder, of.clock)

    def pool(self, *machines: Machine) -> None:
        """Everybody hears everybody until nobody has anything new."""
        while sum(self._hear_all(one, machines) for one in machines):
            pass

    def close(self) -> None:
        for one in self.all:
            one.door.lock()

    def _hear_all(self, one: Machine, machines: tuple[Machine, ...]) -> int:
        others = [other.news() for other in machines if other is not one]
        return one.hears(*others).new

    def _add(self, door: Door, clock: Clock) -> Machine:
        self.all.append(Machine(door, clock, self._sticks))
        return self.all[-1]
