"""Writes informed edits: each names the values that it replaces, and who made it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from trainer_app.domain.errors import NotAllowed, NotForSubstitutes
from trainer_app.domain.events import Draft, Event
from trainer_app.domain.kinds import KINDS
from trainer_app.domain.tonight import Tonight
from trainer_app.store.store import Store


class Ledger:
    """The store as the services write to it. `trainer` is the id of who has unlocked, or None."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self.store = store
        self.now = now
        self.trainer: str | None = None
        self.substitute = False
        """Whether who is inside may mark and teach only."""
        self.tonight: Tonight | None = None
        """Where an evening pass opened the store: for what, and until when."""

    def require_trainer(self) -> str:
        """The trainer's id, or a substitute's; raises NotAllowed in the learners' state."""
        if self.trainer is None:
            raise NotAllowed()
        return self.trainer

    def require_full_trainer(self) -> str:
        """The trainer's id; raises NotAllowed, and NotForSubstitutes for a substitute."""
        trainer = self.require_trainer()
        if self.substitute:
            raise NotForSubstitutes()
        return trainer

    def edit(self, kind: str, body: Mapping[str, Any], subject: str | None = None) -> Draft:
        """A draft that replaces all that stands about the same thing."""
        thing = KINDS[kind].thing_of(body, subject)
        return Draft(kind, dict(body), subject, self.trainer, self.store.standing_ids(thing))

    def note(self, kind: str, body: Mapping[str, Any], subject: str | None = None) -> Draft:
        """A draft that stands beside what was there, such as one answer after another."""
        return Draft(kind, dict(body), subject, self.trainer)

    def write(self, *drafts: Draft) -> list[Event]:
        """Record drafts, all or none; on the disk when this returns."""
        return self.store.append(*drafts)

    def seconds(self) -> int:
        """The time now, in UTC seconds."""
        return int(self.now().timestamp())
