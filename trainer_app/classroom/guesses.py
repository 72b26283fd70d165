"""Wrong room codes are counted by address, so that nobody tries many of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

_MOST_ADDRESSES = 1_000


class Guesses:
    """So many wrong codes from one address within a while, then none is looked at for as long."""

    def __init__(self, most: int, within: float, clock: Callable[[], float]) -> None:
        self._most, self._within, self._clock = most, within, clock
        self._wrong: dict[str, deque[float]] = {}

    def may_try(self, address: str) -> bool:
        """Say whether a code from this address is looked at now."""
        tried = self._wrong.get(_place(address))
        return tried is None or len(tried) < self._most or self._clock() - tried[-1] > self._within

    def wrong(self, address: str) -> None:
        """A wrong code came from there."""
        now, place = self._clock(), _place(address)
        tried = self._wrong.pop(place, deque())
        if tried and now - tried[-1] > self._within:
            tried.clear()
        while tried and now - tried[0] > self._within:
            tried.popleft()
        tried.append(now)
        self._wrong[place] = tried  # the newest stand last
        if len(self._wrong) > _MOST_ADDRESSES:
            del self._wrong[next(iter(self._wrong))]


def _place(address: str) -> str:
    """One laptop may take as many IPv6 addresses of its network as it likes."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(known, IPv6Address):
        return str(ip_network((known, 64), strict=False))
    return address
