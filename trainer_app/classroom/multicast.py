"""Multicast DNS on whatever networks the laptop is in now, begun anew when they change."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any

import zeroconf
from zeroconf import InterfaceChoice, IPVersion
from zeroconf.asyncio import AsyncZeroconf

from trainer_app.classroom.addresses import own_interfaces

SERVICE = "_trainer-app._tcp.local."
LOOK_AGAIN = 5.0
"""Seconds between looks at the laptop's own addresses: a network often comes after the program."""

Use = Callable[[AsyncZeroconf, asyncio.Event], Coroutine[Any, Any, None]]

# It would log what strangers in the network say.
logging.getLogger("zeroconf").setLevel(logging.CRITICAL)


async def on_every_network(
    use: Use, ending: asyncio.Event, interfaces: Sequence[str] | None = None
) -> None:
    """Run `use` until `ending`, and again whenever the laptop's networks have changed.

    It is given an event that is set when it has to stop. Without a network nothing happens.
    """
    while not ending.is_set():
        before, stop = own_interfaces(), asyncio.Event()
        using = None
        if before or interfaces:
            using = asyncio.create_task(_using(use, stop, interfaces))
        while own_interfaces() == before and not (using is not None and using.done()):
            with suppress(TimeoutError):
                await asyncio.wait_for(ending.wait(), LOOK_AGAIN)
                break
        stop.set()
        if using is not None:
            await using


async def _using(use: Use, stop: asyncio.Event, interfaces: Sequence[str] | None) -> None:
    # What a network does to us is no bug: the next look tries again.
    with suppress(OSError, zeroconf.Error):
        opened = _opened(interfaces)
        try:
            await use(opened, stop)
        finally:
            await opened.async_close()


def _opened(interfaces: Sequence[str] | None) -> AsyncZeroconf:
    if interfaces is not None:
        return AsyncZeroconf(interfaces=list(interfaces))
    try:
        return AsyncZeroconf(InterfaceChoice.All, ip_version=IPVersion.All)
    except OSError:  # a laptop without IPv6
        return AsyncZeroconf(InterfaceChoice.All, ip_version=IPVersion.V4Only)
