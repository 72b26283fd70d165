"""The trainer's end of the room: lets laptops in, and carries messages to and from all of them."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from typing import TYPE_CHECKING

from trainer_app.classroom import addresses as ways
from trainer_app.classroom.finding import Announcer
from trainer_app.classroom.frames import told
from trainer_app.classroom.limits import STANDARD, Limits
from trainer_app.classroom.messages import BETWEEN, Message
from trainer_app.classroom.peers import HostPorts, OnRefused, Peer
from trainer_app.classroom.threads import NetworkThread, OnBug, report

if TYPE_CHECKING:
    import asyncio
    from socket import socket

    from trainer_app.classroom.gathering import Gathering, Keys

__all__ = ["HostPorts", "Peer", "RoomHost"]


class RoomHost:
    """One opening of a room. `ports` are called in its own thread, never after `stop`.

    `on_bug` hears what a port raised (by default as any thread's error does); `on_refused` hears
    of who was not let in: an address, and why.
    """

    def __init__(
        self,
        ports: HostPorts,
        *,
        centre: str,
        code: str,
        port: int = ways.FIRST_PORT,
        limits: Limits = STANDARD,
        on_bug: OnBug = report,
        on_refused: OnRefused = lambda _address, _reason: None,
        announced: bool = True,
    ) -> None:
        self.port = port
        self.name = secrets.token_hex(8)
        self._ports, self._centre, self._code, self._limits = ports, centre, code, limits
        self._on_bug, self._on_refused, self._announced = on_bug, on_refused, announced
        self._gathering: Gathering | None = None
        self._thread: NetworkThread | None = None
        self._announcer: Announcer | None = None

    def start(self) -> None:
        """Listen on all addresses and announce the room. Raises CannotOpenRoom."""
        if self._thread is not None:
            return
        from trainer_app.classroom.accepting import listening
        from trainer_app.classroom.gathering import new_keys

        keys = new_keys(self._centre, self._code)
        sockets = listening(self.port)
        self.port = sockets[0].getsockname()[1]
        self._thread = NetworkThread(
            "room", lambda ending: self._live(sockets, keys, ending), self._on_bug
        )
        self._thread.start()
        if self._announced:
            self._announcer = Announcer(self.name, self._centre, self.port)
            self._announcer.start()

    def stop(self) -> None:
        """Say goodbye to all and end. A second call does nothing."""
        announcer, thread = self._announcer, self._thread
        self._announcer = self._thread = None
        if announcer is not None:
            announcer.stop(wait=False)
        if thread is not None:
            thread.stop()
        if announcer is not None:
            announcer.stop()

    def addresses(self) -> list[str]:
        """What people may type to reach this room, the likeliest first; [] without a network."""
        return [ways.with_port(own.ip, self.port) for own in ways.own_interfaces()]

    def peers(self) -> list[Peer]:
        """Who is in the room now."""
        return list(self._peers().values())

    def send(self, peer_id: str, message: Message) -> None:
        """Send to one laptop, if it is still there; returns at once, from any thread.

        Raises ValueError for a message that is too large or not for a laptop of its role.
        """
        told(message)
        peer = self._peers().get(peer_id)
        if peer is None:
            return
        if message.told not in BETWEEN[peer.role]:
            raise ValueError(f"{message.told.name} is not for a laptop of role {peer.role}")
        self._send(frozenset((peer_id,)), message)

    def send_all(
        self,
        message: Message,
        *,
        but: Collection[str] = (),
        roles: Collection[str] = ("ours", "closed", "guest"),
    ) -> None:
        """Send to all of these roles that may hear it; `but` are ids of those to leave out.

        Raises ValueError for a message that is too large.
        """
        told(message)
        ids = frozenset(
            peer.id
            for peer in self.peers()
            if peer.role in roles and peer.id not in but and message.told in BETWEEN[peer.role]
        )
        self._send(ids, message)

    def drop(self, peer_id: str, reason: str) -> None:
        """Send a laptop away; it hears the reason, and `left` tells of it."""
        thread, gathering = self._thread, self._gathering
        if thread is not None and gathering is not None:
            thread.call(gathering.drop, peer_id, reason)

    def _peers(self) -> dict[str, Peer]:
        return {} if self._gathering is None else self._gathering.peers

    def _send(self, ids: frozenset[str], message: Message) -> None:
        thread, gathering = self._thread, self._gathering
        if ids and thread is not None and gathering is not None:
            thread.call(gathering.send, ids, message)

    async def _live(self, sockets: list[socket], keys: Keys, ending: asyncio.Event) -> None:
        from trainer_app.classroom.gathering import Gathering

        gathering = Gathering(self._ports, keys, self._limits, self._on_bug, self._on_refused)
        self._gathering = gathering
        gathering.accepting.open(sockets)
        await ending.wait()
        await gathering.disperse()
