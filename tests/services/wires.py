"""Two laptops' lines joined by a wire of this process instead of a network, to cut at will."""

from __future__ import annotations

import threading
from collections.abc import Callable

from centre_on_laptops import Machine

from trainer_app.classroom.messages import Message
from trainer_app.services.room.carrying import Carrying
from trainer_app.services.room.line import Claim, Line

PATIENCE = 20.0


class Carrier:
    """A laptop whose events are carried; `topics` are all that it was told of."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.device = machine.door.ledger.store.device
        self.topics: set[str] = set()
        self.carrying = Carrying(machine.door, self.topics.update, on_bug=self._bug)
        self.bugs: list[BaseException] = []

    def _bug(self, error: BaseException) -> None:
        self.bugs.append(error)


class Wire:
    """Carries messages both ways; `sent` keeps them all, `dropped` the reasons given."""

    def __init__(self, a: Carrier, b: Carrier, claim: Claim | None = None) -> None:
        self.sent: list[tuple[str, Message]] = []
        self.dropped: list[str] = []
        self._whole = True
        self._ends = (a, b)
        self.at_a = Line(b.device, self._way(b, lambda: self.at_b), self._drop, claim)
        self.at_b = Line(a.device, self._way(a, lambda: self.at_a), self._drop)
        a.carrying.join(self.at_a)
        b.carrying.join(self.at_b)

    def cut(self) -> None:
        """Nothing gets through any more, and both ends notice."""
        self._whole = False
        a, b = self._ends
        a.carrying.leave(self.at_a)
        b.carrying.leave(self.at_b)

    def _way(self, to: Carrier, line: Callable[[], Line]) -> Callable[[Message], None]:
        def send(message: Message) -> None:
            if self._whole:
                self.sent.append((to.device, message))
                to.carrying.hear(line(), message)

        return send

    def _drop(self, reason: str) -> None:
        self.dropped.append(reason)
        self.cut()


def agree(*carriers: Carrier) -> bool:
    """Wait until all of them show the same state; whether they came to."""
    return until(lambda: len({one.machine.state for one in carriers}) == 1)


def until(done: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Look again and again, at most so many seconds."""
    tick, waited = threading.Event(), 0.0
    while not done():
        if waited >= patience:
            return False
        tick.wait(0.02)
        waited += 0.02
    return True
