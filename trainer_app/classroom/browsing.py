"""Looks for rooms by multicast DNS, and takes nothing that it hears for more than a hint."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress

from zeroconf import Error, ServiceStateChange
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from trainer_app.classroom.addresses import nearest, own_interfaces
from trainer_app.classroom.multicast import SERVICE
from trainer_app.domain.rooms import FoundRoom

_MOST_ROOMS = 32  # of ours, and as many of others: strangers cannot fill our list
_MOST_QUESTIONS = 64
_PATIENCE_MS = 3000


class Browsing:
    """Knows the rooms that are announced now. `is_ours` judges what one says of itself."""

    def __init__(
        self,
        is_ours: Callable[[Mapping[bytes, bytes | None]], bool],
        tell: Callable[[tuple[FoundRoom, ...]], None],
    ) -> None:
        self._is_ours, self._say = is_ours, tell
        self._rooms: dict[str, FoundRoom] = {}
        self._asking: dict[str, asyncio.Task[None]] = {}

    async def look(self, zeroconf: AsyncZeroconf, stop: asyncio.Event) -> None:
        """Look until `stop`; then no room is known any more."""

        def heard(name: str, state_change: ServiceStateChange, **_more: object) -> None:
            self._stop_asking(name)
            if state_change is ServiceStateChange.Removed:
                if self._rooms.pop(name, None) is not None:
                    self._tell()
            elif len(self._asking) < _MOST_QUESTIONS:
                self._asking[name] = asyncio.create_task(self._ask(zeroconf, name))

        browser = AsyncServiceBrowser(zeroconf.zeroconf, SERVICE, handlers=[heard])
        await stop.wait()
        await browser.async_cancel()
        for name in list(self._asking):
            self._stop_asking(name)
        self._rooms.clear()
        self._tell()

    async def _ask(self, zeroconf: AsyncZeroconf, name: str) -> None:
        info = AsyncServiceInfo(SERVICE, name)
        with suppress(OSError, Error):
            if await info.async_request(zeroconf.zeroconf, _PATIENCE_MS):
                self._keep(name, info)
        self._asking.pop(name, None)

    def _keep(self, name: str, info: AsyncServiceInfo) -> None:
        host = nearest(info.parsed_scoped_addresses(), own_interfaces())
        ours = self._is_ours(info.properties)
        known = Counter(room.ours for other, room in self._rooms.items() if other != name)
        if not host or not info.port or known[ours] >= _MOST_ROOMS:
            return
        self._rooms[name] = FoundRoom(host, info.port, ours, name.removesuffix("." + SERVICE))
        self._tell()

    def _stop_asking(self, name: str) -> None:
        if (task := self._asking.pop(name, None)) is not None:
            task.cancel()

    def _tell(self) -> None:
        self._say(tuple(room for _name, room in sorted(self._rooms.items())))
