"""What the trainer does whose laptop has the room."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from trainer_app.domain.attendance import Status
from trainer_app.domain.rooms import Follow
from trainer_app.services.attending import Attending
from trainer_app.services.door import Door
from trainer_app.services.enrolling import Enrolling
from trainer_app.services.room.hosting import Hosting


class Leading:
    """Her room and her session. Every method is an order by its name."""

    def __init__(self, door: Door, hosting: Hosting) -> None:
        self._door, self._hosting = door, hosting

    def open(self, session: str | None = None) -> dict[str, Any]:
        self._hosting.open(session)
        hosting = self._hosting
        return {"code": hosting.code(), "at": hosting.addresses(), "session": hosting.session}

    def close(self) -> None:
        self._hosting.close()

    def begin(self, session: str) -> None:
        Attending(self._door.ledger).start_now(session)

    def end(self, session: str) -> None:
        """“Ended now”: in the log, and said to all laptops."""
        Attending(self._door.ledger).end_now(session)
        self._hosting.finish()

    def mark(self, session: str, person: str) -> None:
        Attending(self._door.ledger).mark(session, person, Status.PRESENT)

    def add(self, name: str, course: str) -> str:
        return Enrolling(self._door.ledger).add_person(name, course_id=course).id

    def passes(self, stick: str) -> int:
        return self._hosting.doorkeeping.write_to_stick(Path(stick))

    def listen(self, on: bool) -> None:
        self._hosting.listen(on)

    def follow(self, lesson: str = "", step: str = "") -> None:
        self._hosting.follow(Follow(lesson, step, "en") if lesson else None)

    def ask(self, lesson: str, question: str) -> str:
        return self._hosting.ask(lesson, question, "en").id

    def reveal(self) -> None:
        self._hosting.reveal()

    def end_vote(self) -> None:
        self._hosting.end_vote()

    def votes(self) -> tuple[dict[str, int], int]:
        choices, laptops = self._hosting.votes()
        return dict(choices), laptops

    def here(self) -> dict[str, int]:
        """How many laptops of each kind are connected."""
        return Counter(one.kind for one in self._hosting.laptops() if one.here)

    def troubles(self) -> list[tuple[str, str]]:
        """Whom the room names as dropped: letters or a guest's number, and why."""
        laptops = self._hosting.laptops()
        return [
            (one.letters or f"guest {one.guest}", one.trouble) for one in laptops if one.trouble
        ]

    def waiting(self) -> int:
        """Events that laptops in the room have written and the room has not."""
        states = [one.state for one in self._hosting.laptops() if one.here]
        return sum(state.waiting for state in states if state is not None)
