"""Which laptops are in a room, or were: by letters or a guest's number, never by a name."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from trainer_app.classroom.host import Peer
from trainer_app.domain.rooms import LaptopState, RoomLaptop


class RoomLaptops:
    """Kept for one opening of a room; may be used from any thread.

    `letters` tells those of a device, `seconds` the time in UTC seconds.
    """

    def __init__(self, letters: Callable[[str], str], seconds: Callable[[], int]) -> None:
        self._letters, self._seconds = letters, seconds
        self._lock = threading.Lock()
        self._known: dict[str, RoomLaptop] = {}
        self._peers: dict[str, str] = {}
        self._guests = 0

    def joined(self, peer: Peer) -> None:
        """A laptop is here, for the first time or again."""
        id = id_of(peer)
        letters = self._letters(peer.device) if peer.device else ""
        with self._lock:
            before = self._known.get(id)
            self._peers[peer.id] = id
            self._known[id] = RoomLaptop(
                id,
                peer.role,
                letters=letters,
                guest=0 if peer.device else self._next_guest(),
                since=self._seconds(),
                clock_off=before.clock_off if before else 0,
                state=before.state if before else None,
            )

    def left(self, peer: Peer, reason: str) -> None:
        """It is gone; `reason` is a name of `Dropped`, or "" for a goodbye."""
        with self._lock:
            id = self._peers.pop(peer.id, None)
            if id is None or id in self._peers.values():
                return  # it was back already
            if not peer.device and not reason:
                del self._known[id]  # a guest who said goodbye does not come back as the same
                return
            self._known[id] = replace(
                self._known[id], here=False, since=self._seconds(), trouble=reason
            )

    def said(self, peer: Peer, state: LaptopState) -> None:
        """What a laptop says of itself."""
        with self._lock:
            if peer.id in self._peers:
                id = self._peers[peer.id]
                off = state.clock - self._seconds()
                self._known[id] = replace(self._known[id], state=state, clock_off=off)

    def all(self) -> list[RoomLaptop]:
        """Those of the centre by letters, then guests by number."""
        with self._lock:
            known = list(self._known.values())
        return sorted(known, key=lambda one: (one.guest, len(one.letters), one.letters, one.id))

    def here(self) -> frozenset[str]:
        """The ids of those that are connected now."""
        with self._lock:
            return frozenset(self._peers.values())

    def peer_of(self, id: str) -> str | None:
        """The connection of a laptop that is here."""
        with self._lock:
            return next((peer for peer, one in self._peers.items() if one == id), None)

    def _next_guest(self) -> int:
        self._guests += 1
        return self._guests


def id_of(peer: Peer) -> str:
    """What names a laptop in the room: its device, or chance for a guest's."""
    return peer.device or peer.id
