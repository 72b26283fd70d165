"""One passphrase opens the room: passes for an evening, made at the trainer's laptop.

They go to the other laptops through the room's network, or on a stick. Each opens one laptop, in
the learners' state, and nothing else.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from trainer_app.domain.errors import (
    MalformedPass,
    NotAllowed,
    PassForAnother,
    UnknownThing,
    WrongClock,
)
from trainer_app.domain.events import EARLIEST_CLOCK
from trainer_app.domain.tonight import until_of
from trainer_app.keys.keypair import PrivateKeys, PublicKeys, signed_by
from trainer_app.keys.keyring import Keyring
from trainer_app.keys.passes import Pass, lodged_text, mark_of, read_lodged
from trainer_app.keys.room_key import RoomKey
from trainer_app.services.door import Door
from trainer_app.services.merging import Merging
from trainer_app.services.room import pass_sticks
from trainer_app.store import doors, registers
from trainer_app.store.doors import LaptopDoor


@dataclass(frozen=True, slots=True)
class _Made:
    """A pass, and the sealed key that it was made from: with another, it is out of date."""

    one: Pass
    source: bytes = field(repr=False)


class Doorkeeping:
    """Makes and reads passes. Methods may be called from any thread.

    What is made stays sealed in memory, so that it goes on when the trainer hands her laptop to
    learners and nobody's private keys are there any more.
    """

    def __init__(self, door: Door) -> None:
        self._door = door
        self._session: str | None = None
        self._made: dict[str, _Made] = {}

    # The trainer's laptop
    def passes_for(self, session: str | None) -> tuple[Pass, ...]:
        """Make a pass for every other laptop that counts; call it when the room is opened.

        Left out is a laptop that no trainer has opened since the program knows of passes, and one
        that has lodged nothing that the trainer inside can open. Raises NotAllowed.
        """
        keys, made = self._door.keys, {}
        for laptop, stands in doors.others(self._door.ledger.store).items():
            with suppress(MalformedPass):
                found = self._make(keys, session, stands, read_lodged(stands.lodged))
                if found is not None:
                    made[laptop] = found
        self._session, self._made = session, made
        return tuple(one.one for one in made.values())

    def pass_for(self, laptop: str, slots: bytes) -> Pass | None:
        """The pass of a laptop that asks through the network with its `slots_now`.

        They are newer than what it lodged. None: no trainer is inside and none was made that fits,
        or the laptop does not count. Raises MalformedPass for slots that are none.
        """
        sealed = read_lodged(slots)
        stands = doors.others(self._door.ledger.store).get(laptop)
        if stands is None:
            return None
        made = self._made.get(laptop)
        try:
            made = self._make(self._door.keys, self._session, stands, sealed)
        except NotAllowed:
            # The trainer has handed her laptop over: what she made before may still fit.
            if made is not None and sealed.get(made.one.by) != made.source:
                return None
        return None if made is None else made.one

    def knows(self, laptop: str, statement: bytes, signature: bytes) -> bool:
        """Whether the locked laptop of that name said this, and it counts."""
        stands = doors.others(self._door.ledger.store).get(laptop)
        if stands is None:
            return False
        with suppress(ValueError):
            return signed_by(bytes.fromhex(stands.sign_key), statement, signature)
        return False

    def forget(self) -> None:
        """The room is closed, or the centre locked."""
        self._session, self._made = None, {}

    def write_to_stick(self, stick: Path, session: str | None = None) -> int:
        """Put the passes of the other laptops on a stick, and this laptop's news; returns how many.

        `session`: that of the open room, if None. Without a trainer inside, those that were made
        when the room was opened go there. Raises NotAllowed, WrongClock, DiskFull, ReadOnly,
        DiskFails.
        """
        if self._door.now().timestamp() * 1000 < EARLIEST_CLOCK:
            raise WrongClock  # its passes would be over before they are made
        if self._door.trainer_inside:
            passes = self.passes_for(session or self._session)
        elif self._made:
            passes = tuple(made.one for made in self._made.values())
        else:
            raise NotAllowed
        pass_sticks.put_on(stick, passes)
        if self._door.trainer_inside:
            # A laptop without a network hears from the stick who comes tonight.
            Merging(self._door).write_to_stick(stick)
        return len(passes)

    # The locked laptop
    def room_key(self) -> RoomKey | None:
        """With what this laptop says who it is while it is locked."""
        return RoomKey.load(self._door.folder)

    def slots_now(self) -> bytes:
        """What a trainer's laptop makes this one's pass from. Raises KeyringDamaged."""
        return lodged_text(Keyring.load(self._door.folder).trainers).encode()

    def read_from_stick(self, stick: Path) -> Pass | None:
        """This laptop's pass on a stick; None where the stick holds no passes.

        Raises PassForAnother where there are some, but none for this laptop; UnreadableFile,
        MalformedPass, NewerSchema, KeyringDamaged.
        """
        found = pass_sticks.found_on(stick)
        if found is None:
            return None
        room, centre = self.room_key(), mark_of(Keyring.load(self._door.folder).centre)
        mine = [one for one in found if room is not None and one.laptop == room.laptop]
        for one in mine:
            if one.centre == centre:
                return one
        raise PassForAnother

    def open_from_stick(self, stick: Path) -> bool:
        """Open this locked laptop with its pass on a stick, which opens nothing after that.

        Returns whether there was one. Raises what `read_from_stick` and `Door.open_with_pass` do.
        """
        found = self.read_from_stick(stick)
        if found is None:
            return False
        self._door.open_with_pass(found, once=True)
        pass_sticks.take_off(stick, found)
        return True

    def _make(
        self,
        keys: PrivateKeys,
        session: str | None,
        stands: LaptopDoor,
        sealed: dict[str, bytes],
    ) -> _Made | None:
        """None where the trainer inside cannot open what the laptop lodged."""
        ledger, trainer = self._door.ledger, self._door.ledger.require_trainer()
        now = ledger.now()
        try:
            data_key = keys.open(sealed[trainer])
            box = PublicKeys.from_hex(stands.box_key, stands.sign_key)
        except (KeyError, ValueError):
            return None
        one = Pass(
            centre=mark_of(self._door.centre),
            laptop=stands.laptop,
            session=session,
            made=ledger.seconds(),
            until=until_of(now, self._planned_end(session, now)),
            by=trainer,
            sealed=box.seal(data_key),
        )
        return _Made(one.signed(keys), sealed[trainer])

    def _planned_end(self, session: str | None, now: datetime) -> datetime | None:
        if session is None:
            return None
        try:
            found = registers.session(self._door.ledger.store, session)
        except UnknownThing:
            return None
        return datetime.combine(found.date, found.planned_end, now.tzinfo)
