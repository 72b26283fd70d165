"""Where a room is reached: this laptop's addresses, and those that people type."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv6Address,
    IPv6Interface,
    ip_address,
    ip_interface,
)

FIRST_PORT = 47474

Own = IPv4Interface | IPv6Interface
_INSIDE = ("docker", "br-", "veth", "virbr", "vmnet", "vbox", "tun", "tap", "utun", "wg")


def own_interfaces() -> list[Own]:
    """This laptop's addresses that others can reach, the likeliest first; [] without a network.

    IPv4 stands before IPv6, and networks that live inside the laptop last. IPv6 addresses that
    count on one cable only are left out: nobody can type them.
    """
    import ifaddr  # slow to load, and not needed before a network is

    found: list[tuple[bool, bool, Own]] = []
    for adapter in ifaddr.get_adapters():
        inside = adapter.nice_name.lower().startswith(_INSIDE)
        for ip in adapter.ips:
            text = ip.ip if isinstance(ip.ip, str) else ip.ip[0]
            own = ip_interface(f"{text}/{ip.network_prefix}")
            if own.is_loopback or own.is_unspecified or (own.version == 6 and own.is_link_local):
                continue
            found.append((inside, own.version == 6, own))
    return [own for _inside, _six, own in sorted(found, key=lambda one: one[:2])]


def with_port(address: IPv4Address | IPv6Address, port: int) -> str:
    """An address as people type it: `192.168.1.5:47474`, `[fd00::2]:47474`."""
    return f"[{address}]:{port}" if address.version == 6 else f"{address}:{port}"


def typed_address(typed: str) -> tuple[str, int]:
    """Host and port of `host`, `host:port`, `[address]:port`, or a bare IPv6 address.

    Raises ValueError where it cannot be one.
    """
    text = "".join(typed.split())
    host, port = text, FIRST_PORT
    if text.startswith("["):
        host, closed, rest = text[1:].partition("]")
        if not closed or (rest and not rest.startswith(":")):
            raise ValueError("no address")
        port = _port(rest[1:]) if rest else port
    elif text.count(":") == 1:
        host, _colon, number = text.partition(":")
        port = _port(number)
    if not host or len(host) > 253 or any(sign in host for sign in "/\\@[]?#"):
        raise ValueError("no address")
    if ":" in host:
        ip_address(host.partition("%")[0])
    return host, port


def nearest(addresses: Iterable[str], own: Iterable[Own]) -> str:
    """The address that this laptop reaches best: one in a network it is in, IPv4 before IPv6.

    "" where there is none. `addresses` are those that a room announced.
    """
    networks = [interface.network for interface in own]

    def rank(text: str) -> tuple[bool, bool]:
        address = ip_address(text.partition("%")[0])
        return (not any(address in network for network in networks), address.version == 6)

    return min(addresses, key=rank, default="")


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else 0
    if not 0 < port < 65536:
        raise ValueError("no port")
    return port
