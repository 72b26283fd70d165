"""Bundles go to and come from laptops of the room in a thread of their own: some take seconds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from trainer_app.classroom.messages import Message, Told
from trainer_app.classroom.threads import OnBug
from trainer_app.domain.errors import (
    DiskFails,
    DiskFull,
    ForgedEvents,
    NewerBundle,
    NotAllowed,
    OtherCentre,
    ReadOnly,
    StoreDamaged,
    TrainerError,
    UnknownLaptop,
)
from trainer_app.services.exchanging import Exchanging
from trainer_app.services.room.bundles import Merged, Parcel, merge, pack
from trainer_app.services.room.line import Line
from trainer_app.services.room.work import Worker
from trainer_app.store import pooling
from trainer_app.store.store import Store

TRY_AGAIN_SECONDS = 3.0

Given = Callable[[Line], None]
Took = Callable[[Line, Merged | None], None]


class Parcels:
    """Its methods are called in the room's quick thread, and so is whatever they are handed."""

    def __init__(self, store: Store, exchanging: Exchanging, quick: Worker, on_bug: OnBug) -> None:
        self._store, self._exchanging, self._quick = store, exchanging, quick
        self._long = Worker("room-bundles", on_bug)
        self._left: list[Line] = []

    def close(self, lines: Sequence[Line]) -> None:
        """Finish what is at hand, leave the rest, and keep what these lines' laptops hold."""
        self._long.close()
        self._left += lines
        self._keep_what_they_hold()

    def give(self, line: Line, then: Given) -> None:
        """Bring a laptop all that it lacks, once it has said how far it has come; then `then`."""
        if line.giving:
            line.again = True
        elif line.known is not None or line.reset:
            line.giving, line.reset = True, False
            since, heard = None if line.known is None else dict(line.known), line.heard

            def job() -> None:
                try:
                    parcel = pack(self._store, self._exchanging, since, heard)
                except TrainerError:
                    # A trainer has to admit this laptop first, its keys are being renewed, or its
                    # disk is full.
                    self._quick.do(partial(self._not_given, line, since is None, then))
                else:
                    self._quick.do(partial(self._given, line, parcel, then))

            self._long.do(job)

    def merge(self, line: Line, payload: bytes, then: Took, again: Given) -> None:
        """Take in what a laptop brings; then `then`. Where the disk does not take it, `again` in a
        while.
        """
        line.merging += 1

        def job() -> None:
            trouble: TrainerError | None = None
            merged: Merged | None = None
            try:
                merged = merge(self._store, self._exchanging, line.device, payload)
            except TrainerError as error:
                trouble = error
            self._quick.do(partial(self._merged, line, merged, trouble, then, again))

        self._long.do(job)

    def remember(self, line: Line) -> None:
        """Keep what a laptop that left said that it holds."""
        self._left.append(line)
        self._long.do(self._keep_what_they_hold)

    def _keep_what_they_hold(self) -> None:
        while self._left:
            line = self._left.pop()
            held = dict(line.acked)
            # Without it the next bundle on a stick is larger, no more.
            with suppress(TrainerError):
                if held and line.claim is None:
                    pooling.acknowledge(self._store, line.device, held)

    def _not_given(self, line: Line, reset: bool, then: Given) -> None:
        """Nothing goes to it meanwhile: what is written now would not follow what it has."""
        line.reset = line.reset or reset
        self._quick.after(TRY_AGAIN_SECONDS, partial(self._give_again, line, then))

    def _give_again(self, line: Line, then: Given) -> None:
        line.giving = False
        if line.is_open:
            self.give(line, then)

    def _given(self, line: Line, parcel: Parcel, then: Given) -> None:
        if not line.is_open:
            return
        for whole in parcel.bundles:
            line.send(Message(Told.BUNDLE, whole))
        line.giving = False
        if not line.reset:
            line.known = parcel.known
        if line.again:
            line.again = False
            self.give(line, then)
        else:
            then(line)

    def _merged(
        self,
        line: Line,
        merged: Merged | None,
        trouble: TrainerError | None,
        then: Took,
        again: Given,
    ) -> None:
        line.merging -= 1
        match trouble:
            case None | OtherCentre() | NotAllowed():
                pass  # at worst it is closed for keys that a trainer has to bring first
            case DiskFull() | DiskFails() | ReadOnly() | StoreDamaged():
                self._quick.after(TRY_AGAIN_SECONDS, partial(again, line))
            case NewerBundle():
                line.drop("too-new")
            case UnknownLaptop() | ForgedEvents():
                line.drop("forged")
            case _:
                line.drop("malformed")
        then(line, merged)
