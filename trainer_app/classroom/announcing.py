"""Announces one room by multicast DNS, under a name of chance."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from trainer_app.classroom.addresses import own_interfaces
from trainer_app.classroom.multicast import SERVICE

_GOODBYE = 0.14  # seconds: said twice, in case the first is lost
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
    await stop.wait()
    announcing.cancel()
    goodbye = asyncio.ensure_future(await zeroconf.async_unregister_service(info))
    await asyncio.wait((goodbye,), timeout=_GOODBYE)
    goodbye.cancel()
    await asyncio.gather(announcing, goodbye, return_exceptions=True)
