"""A second laptop of a centre, with a file, a key and a clock of its own."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from centres import Centre, Clock

from trainer_app.services.attending import Attending
from trainer_app.services.courses import Courses
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.ledger import Ledger
from trainer_app.services.settling import Settling
from trainer_app.services.sitting import Seats
from trainer_app.store import pooling
from trainer_app.store.records import read, sealed
from trainer_app.store.store import Store

_SIGNED = {"signer": "recovery", "signature": "00"}
_OMAR = {
    "name": "Omar", "picture": "drum", "box_key": "00", "sign_key": "00", "wrapped": "{}",
    "role": "trainer", "until": None, **_SIGNED,
}  # fmt: skip


class AnotherLaptop:
    """Laptop B, on which Omar is inside; `meet` pools its events with the first laptop's."""

    def __init__(self, centre: Centre, folder: Path, clock: Clock) -> None:
        folder.mkdir()
        self.clock = clock
        self._first = centre.store
        self.store = Store.create(folder, bytes(reversed(range(32))), clock.now)
        self.ledger = Ledger(self.store, clock.now)
        self.ledger.trainer = self.store.new_id()
        admitted = {
            "laptop": self.store.device, "code": "B", "sign_key": "00", "invitation": None,
            **_SIGNED,
        }  # fmt: skip
        centre.ledger.write(
            centre.ledger.note("laptop-admitted", admitted),
            centre.ledger.note("trainer-added", _OMAR, self.ledger.trainer),
        )
        self.meet()

    @cached_property
    def attending(self) -> Attending:
        return Attending(self.ledger)

    @cached_property
    def courses(self) -> Courses:
        return Courses(self.ledger)

    @cached_property
    def enrolling(self) -> Enrolling:
        return Enrolling(self.ledger)

    @cached_property
    def seats(self) -> Seats:
        return Seats(self.ledger)

    @cached_property
    def settling(self) -> Settling:
        return Settling(self.ledger)

    def meet(self) -> None:
        """Both laptops get everything that the other one holds."""
        for source, target in ((self._first, self.store), (self.store, self._first)):
            events = [sealed(event) for event in read(source.reader, "1 ORDER BY seq", [])]
            for start in range(0, len(events), pooling.BATCH):
                pooling.take_in(target, events[start : start + pooling.BATCH])

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()
