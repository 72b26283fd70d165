"""Announces one room by multicast DNS, under a name of chance."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from trainer_app.classroom.addresses import own_interfaces
from trainer_app.classroom.multicast import SERVICE

_GOODBYE = 0.14  # seconds: said twice, in case the first is lost
SAID_AGAIN = 5.0
"""Seconds after which a room is told of again: a laptop may have been out of reach, or the packet
was lost in the air, and a finder that has asked a few times asks no more.
"""
_LASTS = 60  # seconds that an announcement counts: a laptop that went down says no goodbye


async def announce(
    name: str,
    port: int,
    text: Mapping[str, str],
    addresses: Sequence[str] | None,
    zeroconf: AsyncZeroconf,
    stop: asyncio.Event,
) -> None:
    """Announce until `stop`, then take it back. `addresses`: None for all of this laptop."""
    info = AsyncServiceInfo(
        SERVICE,
        f"{name}.{SERVICE}",
        port=port,
        properties=dict(text),
        server=f"{name}.local.",  # not what the laptop is called, which may be a person's name
        parsed_addresses=list(addresses or [str(own.ip) for own in own_interfaces()]),
        host_ttl=_LASTS,
        other_ttl=_LASTS,
    )
    # The name is 64 bits of chance: asking first whether another has it would take a second.
    announcing = asyncio.ensure_future(
        await zeroconf.async_register_service(info, cooperating_responders=True)
    )
    while not stop.is_set():
        try:
            await asyncio.wait_for(stop.wait(), SAID_AGAIN)
        except TimeoutError:
            zeroconf.zeroconf.async_send(zeroconf.zeroconf.generate_service_broadcast(info, None))
    announcing.cancel()
    goodbye = asyncio.ensure_future(await zeroconf.async_unregister_service(info))
    await asyncio.wait((goodbye,), timeout=_GOODBYE)
    goodbye.cancel()
    await asyncio.gather(announcing, goodbye, return_exceptions=True)
