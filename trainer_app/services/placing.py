"""Where to start: kept for those who sit at this laptop; of a guest nothing is."""

from __future__ import annotations

from trainer_app.domain.placement import Placement
from trainer_app.services.ledger import Ledger
from trainer_app.services.playing import seated, write_for_all
from trainer_app.store import learning


class Placing:
    """What the small tasks said. `ledger` is None while the store is locked."""

    def __init__(self, ledger: Ledger | None) -> None:
        self._ledger = ledger

    def start(self) -> str | None:
        """The lesson that all who sit here could start with; None where they differ."""
        if self._ledger is None:
            return None
        people = [person for _, person in seated(self._ledger)]
        rows = learning.placings_of(self._ledger.store, people)
        latest = {row["person"]: row["lesson"] for row in rows}
        starts = {latest.get(person) for person in people}
        return starts.pop() if len(starts) == 1 else None

    def place(self, placement: Placement, lesson: str) -> None:
        """Record which tasks were done how, and the lesson (its id) that they point to."""
        if self._ledger is None:
            return
        body = {
            "alone": list(placement.alone),
            "helped": list(placement.helped),
            "unknown": list(placement.unknown),
            "lesson": lesson,
        }
        write_for_all(self._ledger, "placed", body)
