"""What guests do while the centre is locked: kept in memory, so that they can make it theirs.

Nothing of it is written anywhere before somebody claims it; when the program closes it is gone.
Never among it: what was typed, and who it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from trainer_app.domain.events import Draft
from trainer_app.services.ledger import Ledger

_MOST_DEEDS = 2000
"""Of one stretch; somebody who presses on for hours takes no more memory than that."""
_MOST_STRETCHES = 20


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done: a kind of event with its words, and when, in UTC seconds."""

    kind: str
    body: Mapping[str, object]
    at: int


@dataclass(slots=True)
class Stretch:
    """What was done from one sitting down to one standing up, by one guest or a few together."""

    began: int
    deeds: list[Deed] = field(default_factory=list)
    kept_for: list[str] = field(default_factory=list)

    @property
    def ended(self) -> int:
        """When the last of it was done, in UTC seconds."""
        return self.deeds[-1].at if self.deeds else self.began

    @property
    def lessons(self) -> tuple[str, ...]:
        """Ids of the lessons in it, in the order they were opened."""
        return tuple(dict.fromkeys(str(deed.body["lesson"]) for deed in self.deeds))


class GuestWork:
    """The stretches of this laptop's guests since the program was started."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._stretches: list[Stretch] = []

    def begin(self) -> None:
        """Somebody sits down as a guest."""
        self._stretches = [*self.stretches(), Stretch(self._seconds())][-_MOST_STRETCHES:]

    def note(self, kind: str, body: Mapping[str, object]) -> None:
        """Keep one thing that was done, if somebody sits here as a guest."""
        if self._stretches and len(self._stretches[-1].deeds) < _MOST_DEEDS:
            self._stretches[-1].deeds.append(Deed(kind, dict(body), self._seconds()))

    def stretches(self) -> list[Stretch]:
        """All in which something was done, the oldest first."""
        return [one for one in self._stretches if one.deeds]

    def drop(self, stretch: Stretch) -> None:
        """All who did it have it."""
        self._stretches = [one for one in self._stretches if one is not stretch]

    def keep(self, ledger: Ledger, stretch: Stretch, person_id: str, session: str | None) -> None:
        """Write a stretch as a sitting of a person of its own, with its times as they were.

        `session`: the one that it was in, unless the laptop was left on since another day. It can
        be kept for several people who did it together, once for each. A clock that was set
        meanwhile moves none of it beyond now. On the disk when this returns.
        """
        if person_id in stretch.kept_for:
            return
        ledger.write(*_drafts(ledger, stretch, person_id, session))
        stretch.kept_for.append(person_id)

    def _seconds(self) -> int:
        return int(self._now().timestamp())


def _drafts(ledger: Ledger, stretch: Stretch, person_id: str, session: str | None) -> list[Draft]:
    end = min(stretch.ended, ledger.seconds())
    began, sitting = min(stretch.began, end), ledger.store.new_id()
    now = ledger.now()
    today = datetime.fromtimestamp(began, now.tzinfo).date() == now.date()
    opening = {"sitting": sitting, "session": session if today else None, "at": began}
    work = [
        ledger.note(
            deed.kind, {**deed.body, "sitting": sitting, "at": max(began, min(deed.at, end))},
            person_id,
        )
        for deed in stretch.deeds
    ]  # fmt: skip
    closing = {"sitting": sitting, "at": end}
    return [
        ledger.note("sitting-began", opening, person_id),
        *work,
        ledger.note("sitting-ended", closing, person_id),
    ]
