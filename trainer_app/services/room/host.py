"""One opening of a room: what its laptops say is taken in, and what the trainer says goes out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from trainer_app.classroom.addresses import FIRST_PORT
from trainer_app.classroom.host import Peer, RoomHost
from trainer_app.classroom.limits import STANDARD, Limits
from trainer_app.classroom.messages import Message, Told
from trainer_app.domain.rooms import RoomState, Vote
from trainer_app.domain.votes import Ballot
from trainer_app.services.door import Door
from trainer_app.services.room.carriers import Carriers
from trainer_app.services.room.doorkeeping import Doorkeeping
from trainer_app.services.room.doors import RoomDoors
from trainer_app.services.room.laptops import RoomLaptops, id_of
from trainer_app.services.room.lessons import RoomLessons
from trainer_app.services.room.line import Line
from trainer_app.services.room.notes import (
    MalformedNote,
    read_answer,
    read_self,
    read_texts,
    write_state,
)
from trainer_app.services.room.plaza import HostedPlaza
from trainer_app.services.room.work import Worker
from trainer_app.store import vouching

_EVENTS = frozenset({Told.HOLDS, Told.BUNDLE, Told.NEWS, Told.ACK})
_MOST_WANTED = 300

Topics = Callable[[frozenset[str]], None]


class OpenRoom:
    """From its opening to its end. `tell` hears of topics in a thread of the room.

    `joined`, `left`, `received`, `prove` and `knows` are called in the network's thread.
    """

    def __init__(
        self,
        door: Door,
        *,
        session: str | None,
        code: str,
        ends: int,
        carriers: Carriers,
        doorkeeping: Doorkeeping,
        lessons: RoomLessons,
        tell: Topics,
        port: int = FIRST_PORT,
        announced: bool = True,
        limits: Limits = STANDARD,
    ) -> None:
        ledger = door.ledger
        self.session, self.code = session, code
        self.state = RoomState(number=1, session=session, ends=ends)
        self.doors = RoomDoors(door, doorkeeping)
        self.laptops = RoomLaptops(partial(vouching.letters, ledger.store), ledger.seconds)
        self.ballot = Ballot()
        self.plaza = HostedPlaza(
            self.send_plaza, lambda: self.state.plaza, ledger.seconds, self.laptops.here, tell
        )
        self._store, self._lessons, self._tell = ledger.store, lessons, tell
        self._carriers, self._carrying = carriers, carriers.of(door)
        self._lines: dict[str, Line] = {}
        self._saying = threading.Lock()
        self._worker = Worker("room-work", carriers.on_bug)
        self.host = RoomHost(
            self,
            centre=door.centre,
            code=code,
            port=port,
            limits=limits,
            on_bug=carriers.on_bug,
            announced=announced,
        )

    def start(self) -> None:
        """Let laptops in. Raises CannotOpenRoom."""
        try:
            self.host.start()
        except BaseException:
            self._worker.close()
            raise
        self._carriers.own_rooms.add(self.host.name)
        self._worker.do(self._offer_lessons)

    def stop(self) -> None:
        """Say goodbye to all; nothing is written after this."""
        self._carriers.own_rooms.discard(self.host.name)
        self.host.stop()
        self._worker.close()
        for line in self._lines.values():
            self._carrying.leave(line)

    def say(self, **changes: object) -> None:
        """Tell all laptops of another state. From the window's thread or the room's."""
        with self._saying:
            number = self.state.number + 1
            self.state = replace(self.state, number=number, **changes)  # type: ignore[arg-type]
            message = self._state_note()
        self.host.send_all(message, but=self._strangers())
        self._tell(frozenset({"room"}))

    def begin_vote(self, vote: Vote) -> None:
        """Ask all laptops; no answer to an older question counts any more."""
        self.ballot = Ballot()
        self.say(vote=vote)

    def open_those_who_may(self) -> None:
        """Give passes to those who ask and may be opened, unless the session is over."""
        self._worker.do(self._open_doors)

    def is_idle(self, patience: float) -> bool:
        """Whether all that came up to now was dealt with, after so many seconds at most."""
        return self._worker.done(lambda: None, patience)

    def send_away(self, id: str) -> None:
        """Drop a laptop; one of the centre's does not come back to this room."""
        self.doors.send_away(id)
        peer = self.laptops.peer_of(id)
        if peer is not None:
            self.host.drop(peer, "sent-away")

    def send_plaza(self, payload: bytes, to: str = "") -> None:
        """Say something about the shared Plaza to all laptops, or to one (a RoomLaptop's id)."""
        message = Message(Told.PLAZA, payload)
        if not to:
            self.host.send_all(message, but=self._strangers(), roles=("ours", "guest"))
        elif (peer := self.laptops.peer_of(to)) is not None:
            self.host.send(peer, message)

    def _strangers(self) -> list[str]:
        """Connections of laptops that have not shown yet that they are ours."""
        return [id for id, line in list(self._lines.items()) if line.claim is not None]

    # What the network says
    def prove(self, statement: bytes) -> tuple[str, bytes]:
        """This laptop's device and its signature."""
        return self.doors.prove(statement)

    def knows(self, role: str, device: str, statement: bytes, signature: bytes) -> bool:
        """Whether a laptop may come in."""
        return self.doors.knows(role, device, statement, signature)

    def joined(self, peer: Peer) -> None:
        """A laptop is in the room."""
        if peer.role == "ours":
            self._begin_line(peer)
        line = self._lines.get(peer.id)
        if line is None or line.claim is None:
            self._welcome(peer)

    def left(self, peer: Peer, reason: str) -> None:
        """It is gone."""
        line = self._lines.pop(peer.id, None)
        if line is not None:
            self._carrying.leave(line)
        if peer.role == "closed":
            self.doors.gone(peer.device)
        self._worker.do(partial(self._left, peer, reason))

    def received(self, peer: Peer, message: Message) -> None:
        """It said something."""
        line = self._lines.get(peer.id)
        if message.told in _EVENTS:
            if line is not None:
                self._carrying.hear(line, message)
        elif line is None or line.claim is None:
            self._worker.do(partial(self._hear, peer, message))

    def _begin_line(self, peer: Peer) -> None:
        line = Line(
            peer.device,
            send=partial(self.host.send, peer.id),
            drop=partial(self.host.drop, peer.id),
            claim=self.doors.claim_of(peer.device),
            proven=partial(self._welcome, peer),
        )
        self._lines[peer.id] = line
        self._carrying.join(line)

    def _welcome(self, peer: Peer) -> None:
        self.host.send(peer.id, self._state_note())
        self._worker.do(partial(self._came, peer))

    # In the room's thread
    def _came(self, peer: Peer) -> None:
        self.laptops.joined(peer)
        self._tell(frozenset({"laptops"}))
        if peer.role != "closed":
            self.plaza.came(id_of(peer))

    def _left(self, peer: Peer, reason: str) -> None:
        self.laptops.left(peer, reason)
        self._tell(frozenset({"laptops"}))

    def _hear(self, peer: Peer, message: Message) -> None:
        try:
            match message.told:
                case Told.SELF:
                    self.laptops.said(peer, read_self(message.payload))
                    self._tell(frozenset({"laptops"}))
                case Told.VOTE:
                    self._count(peer, message.payload)
                case Told.WANT:
                    self._give_lessons(peer, read_texts(message.payload))
                case Told.DOOR if peer.role == "closed":
                    self.doors.asks(peer.device, message.payload)
                    self._open_doors()
                case Told.PLAZA if peer.role != "closed":
                    self.plaza.heard(id_of(peer), message.payload)
        except MalformedNote:
            self.host.drop(peer.id, "malformed")

    def _count(self, peer: Peer, payload: bytes) -> None:
        answer, vote = read_answer(payload), self.state.vote
        if vote is not None and answer.vote == vote.id and not vote.revealed:
            self.ballot = self.ballot.with_answer(id_of(peer), answer.choice, answer.people)
            self._tell(frozenset({"votes"}))

    def _open_doors(self) -> None:
        if not self.state.over:
            self.doors.open_those_who_may(self._send_pass, self._drop_malformed)

    def _send_pass(self, device: str, payload: bytes) -> None:
        peer = self.laptops.peer_of(device)
        if peer is not None:
            self.host.send(peer, Message(Told.PASS, payload))

    def _drop_malformed(self, device: str) -> None:
        peer = self.laptops.peer_of(device)
        if peer is not None:
            self.host.drop(peer, "malformed")

    def _offer_lessons(self) -> None:
        lessons = self._lessons.offers()
        if lessons:
            self.say(lessons=lessons)

    def _give_lessons(self, peer: Peer, wanted: tuple[str, ...]) -> None:
        offered = {one.what for one in self.state.lessons}
        for what in wanted[:_MOST_WANTED]:
            pack = self._lessons.pack(what) if what in offered else None
            if pack is not None:
                self.host.send(peer.id, Message(Told.PACK, pack))

    def _state_note(self) -> Message:
        return Message(Told.STATE, write_state(self.state))
