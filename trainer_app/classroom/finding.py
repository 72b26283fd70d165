"""Rooms are announced and found by multicast DNS; only laptops of a centre know its own rooms.

An announcement holds a name of chance and a keyed hash of a nonce. A network without multicast,
or none at all, is no error: rooms are then joined by a typed address.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from trainer_app.classroom.handshake import centre_secret
from trainer_app.classroom.threads import NetworkThread, OnBug, report
from trainer_app.domain.rooms import FoundRoom

if TYPE_CHECKING:
    import asyncio

_NONCE_BYTES, _MARK_BYTES = 16, 16


def mark(centre: str, nonce: str) -> str:
    """How a room shows laptops of its centre that it is theirs; 32 hex digits."""
    secret = centre_secret(centre) or secrets.token_bytes(_MARK_BYTES)
    return hmac.digest(secret, b"announced " + nonce.encode(), "sha512")[:_MARK_BYTES].hex()


class Announcer:
    """Tells the network of a room. `interfaces`: addresses of those to use, None for all."""

    def __init__(
        self, name: str, centre: str, port: int, interfaces: Sequence[str] | None = None
    ) -> None:
        nonce = secrets.token_hex(_NONCE_BYTES)
        self._name, self._port, self._interfaces = name, port, interfaces
        self._text = {"n": nonce, "m": mark(centre, nonce)}
        self._thread: NetworkThread | None = None

    def start(self, on_bug: OnBug = report) -> None:
        """Returns at once; where nothing can be announced, nothing is."""
        self._thread = NetworkThread("announcing", self._live, on_bug)
        self._thread.start()

    def stop(self, *, wait: bool = True) -> None:
        """Take the announcement back. With `wait`, return when that is done (2 s at most)."""
        if self._thread is not None:
            self._thread.stop(wait=2.0 if wait else 0.0)

    async def _live(self, ending: asyncio.Event) -> None:
        from trainer_app.classroom.announcing import announce
        from trainer_app.classroom.multicast import on_every_network

        await on_every_network(
            partial(announce, self._name, self._port, self._text, self._interfaces),
            ending,
            self._interfaces,
        )


class Finder:
    """Looks for rooms; `on_found` hears in the finder's thread of all that are there now."""

    def __init__(
        self,
        centre: str,
        on_found: Callable[[tuple[FoundRoom, ...]], None],
        *,
        interfaces: Sequence[str] | None = None,
        on_bug: OnBug = report,
    ) -> None:
        self._centre, self._on_found, self._interfaces = centre, on_found, interfaces
        self._on_bug = on_bug
        self._said: tuple[FoundRoom, ...] = ()
        self._thread: NetworkThread | None = None

    def start(self) -> None:
        """Returns at once; where nothing can be found, nothing is."""
        if self._thread is None:
            self._thread = NetworkThread("finding", self._live, self._on_bug)
            self._thread.start()

    def stop(self) -> None:
        """Look no more; `on_found` is not called after this."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.stop()

    async def _live(self, ending: asyncio.Event) -> None:
        from trainer_app.classroom.browsing import Browsing
        from trainer_app.classroom.multicast import on_every_network

        browsing = Browsing(partial(_is_ours, self._centre), self._tell)
        await on_every_network(browsing.look, ending, self._interfaces)

    def _tell(self, rooms: tuple[FoundRoom, ...]) -> None:
        if rooms != self._said and self._thread is not None:
            self._said = rooms
            self._on_found(rooms)


def _is_ours(centre: str, said: Mapping[bytes, bytes | None]) -> bool:
    nonce, shown = said.get(b"n") or b"", said.get(b"m") or b""
    if not centre or len(nonce) != 2 * _NONCE_BYTES:
        return False
    return hmac.compare_digest(mark(centre, nonce.decode("ascii", "replace")).encode(), shown)
