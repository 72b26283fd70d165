"""What a stranger heard in the network, put together again as far as that goes without a key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_ETHERNET, _IPV4, _TCP = 14, 0x0800, 6
_SYN = 0x02


class Way(NamedTuple):
    """One direction of one TCP connection."""

    source: str
    source_port: int
    target: str
    target_port: int


def frames_in(file: Path) -> Iterator[bytes]:
    """The frames of a file that `do_sniffed` wrote."""
    data, at = memoryview(file.read_bytes()), 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield bytes(data[at + 4 : at + 4 + length])
        at += 4 + length


def streams_in(frames: Iterable[bytes]) -> dict[Way, bytes]:
    """What each end of each connection said, in the order in which it was meant."""
    starts: dict[Way, int] = {}
    pieces: dict[Way, dict[int, bytes]] = defaultdict(dict)
    for frame in frames:
        if int.from_bytes(frame[12:14], "big") != _IPV4 or frame[_ETHERNET + 9] != _TCP:
            continue
        ip = frame[_ETHERNET:]
        head = (ip[0] & 15) * 4
        tcp = ip[head : int.from_bytes(ip[2:4], "big")]
        source_port, target_port = (int.from_bytes(tcp[at : at + 2], "big") for at in (0, 2))
        way = Way(_dotted(ip[12:16]), source_port, _dotted(ip[16:20]), target_port)
        seq = int.from_bytes(tcp[4:8], "big")
        if tcp[13] & _SYN:
            starts[way] = seq + 1
        said = tcp[(tcp[12] >> 4) * 4 :]
        if said and way in starts:
            pieces[way].setdefault((seq - starts[way]) % 2**32, said)
    return {way: _joined(some) for way, some in pieces.items()}


def found_in(file: Path, secrets: Iterable[bytes]) -> list[bytes]:
    """Which of these a stranger could read, in a frame or across several."""
    frames = list(frames_in(file))
    everything = [b"\n".join(frames), *streams_in(frames).values()]
    return [one for one in secrets if any(one in part for part in everything)]


def _joined(pieces: dict[int, bytes]) -> bytes:
    """Pieces by where they begin; what was sent again is there once."""
    whole = bytearray()
    for at in sorted(pieces):
        whole += pieces[at][max(0, len(whole) - at) :]
    return bytes(whole)


def _dotted(address: bytes) -> str:
    return ".".join(map(str, address))
