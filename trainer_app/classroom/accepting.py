"""Who knocks: listening on every address, and how many may stand at the door unproven."""

from __future__ import annotations

import asyncio
import socket
import ssl
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from trainer_app.classroom.flow import Bucket
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.link import LOST, Link
from trainer_app.domain.errors import CannotOpenRoom

_WAITING_IN_LINE = 64
_MOST_ADDRESSES = 1_000
_BREATH = 0.5  # seconds to wait when the system gives no more connections


def listening(port: int) -> list[socket.socket]:
    """Sockets on all addresses, IPv4 and IPv6: on `port` if it is free, on any other if not.

    Raises CannotOpenRoom.
    """
    for wanted in dict.fromkeys((port, 0)):
        sockets = _on(wanted)
        if sockets:
            return sockets
    raise CannotOpenRoom(reason="network")


def _on(port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    for family, everywhere in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
        try:
            opened = socket.socket(family, socket.SOCK_STREAM)
        except OSError:
            continue  # a laptop may have one of them only
        try:
            if sys.platform == "win32":
                opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            opened.bind((everywhere, port))
            opened.listen(_WAITING_IN_LINE)
            opened.setblocking(False)
        except OSError:
            opened.close()
            if family == socket.AF_INET and port:
                return []  # taken: one port for both is what people type
            continue
        port = opened.getsockname()[1]
        sockets.append(opened)
    return sockets


class Accepting:
    """Takes connections in; `new_link` makes their ends, `inside` says how many are proven."""

    def __init__(
        self,
        context: ssl.SSLContext,
        limits: Limits,
        new_link: Callable[[str], Link],
        inside: Callable[[], int],
    ) -> None:
        self._context, self._limits = context, limits
        self._new_link, self._inside = new_link, inside
        self._waiting: dict[Link, asyncio.Task[None]] = {}
        self._doors: list[asyncio.Task[None]] = []
        self._sockets: list[socket.socket] = []
        self._over = False
        self._knocks: dict[str, Bucket] = {}

    def open(self, sockets: list[socket.socket]) -> None:
        """Begin to accept, in the running loop."""
        self._sockets = sockets
        self._doors = [asyncio.create_task(self._accept(one)) for one in sockets]

    async def close(self) -> None:
        """Accept nobody any more; who is still at the door goes."""
        self._over = True
        for one in self._sockets:
            with suppress(NotImplementedError):  # loops that ask the system to accept, on Windows
                asyncio.get_running_loop().remove_reader(one)
        # Whoever was accepted in this very moment would be left to nobody by cancelling.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        for door in self._doors:
            door.cancel()
        tasks = [*self._doors, *self._waiting.values()]
        for link in list(self._waiting):
            self._turn_away(link)
        await asyncio.gather(*tasks, return_exceptions=True)

    def passed(self, link: Link) -> None:
        """It is proven, or gone: either way nobody at the door."""
        self._waiting.pop(link, None)

    async def _accept(self, door: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        with door:
            while not self._over:
                try:
                    connection, address = await loop.sock_accept(door)
                except OSError:
                    await asyncio.sleep(_BREATH)
                    continue
                self._greet(connection, address[0])

    def _knocks_too_often(self, address: str) -> bool:
        """TLS costs a thousandth of a second each time, which strangers must not spend for us."""
        now = asyncio.get_running_loop().time()
        bucket = self._knocks.pop(address, None) or Bucket(self._limits.knocks, now)
        self._knocks[address] = bucket  # the newest stand last
        if len(self._knocks) > _MOST_ADDRESSES:
            del self._knocks[next(iter(self._knocks))]
        return not bucket.take(1, now)

    def _greet(self, connection: socket.socket, address: str) -> None:
        at_the_door = Counter(link.address for link in self._waiting)
        everybody = len(self._waiting) + self._inside()
        if (
            self._over
            or self._knocks_too_often(address)
            or at_the_door[address] >= self._limits.unproven_per_address
            or everybody >= self._limits.connections
        ):
            connection.close()
            return
        if len(self._waiting) >= self._limits.unproven:
            # Whoever knocks most makes room, so that a stranger keeps no laptop out.
            most = at_the_door.most_common(1)[0][0]
            self._turn_away(next(link for link in self._waiting if link.address == most))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        link = self._new_link(address)
        task = asyncio.create_task(self._secure(connection, link))
        # Whoever was turned away before the loop came to it has nobody else to close it.
        task.add_done_callback(lambda done: connection.close() if done.cancelled() else None)
        self._waiting[link] = task

    async def _secure(self, connection: socket.socket, link: Link) -> None:
        try:
            await asyncio.get_running_loop().connect_accepted_socket(
                lambda: link,
                connection,
                ssl=self._context,
                ssl_handshake_timeout=self._limits.handshake,
                ssl_shutdown_timeout=self._limits.goodbye,
            )
        except OSError:  # no TLS, too slow, or gone
            connection.close()
            link.end(LOST)

    def _turn_away(self, link: Link) -> None:
        task = self._waiting.pop(link)
        link.end(LOST)
        task.cancel()
