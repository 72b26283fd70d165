"""News as they happen: stretches of laptops' chains, closed for whoever holds the centre's key.

What a stick's bundle says at length is known between laptops of a room, so that a stretch needs no
more than its lines and the end that its laptop signed. It is closed all the same: a laptop that has
not followed a removal yet reads no more over the network than from a stick.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from trainer_app.bundles import limits
from trainer_app.bundles.lines import Carried, checked
from trainer_app.bundles.manifest import Head
from trainer_app.bundles.runs import check_heads
from trainer_app.domain.errors import BundleDamaged, ForgedEvents, MalformedEvent, OtherCentre
from trainer_app.domain.events import canonical
from trainer_app.keys.authority import Trust

STRETCH_BYTES = 512 * 2**10
"""A laptop signs anew at least so often, so that a stretch fits any message."""
NEWS_BYTES = 2 * 2**20 - 64 * 2**10
"""So much fits a message, with what closing adds."""
_MOST_STRETCHES = 4_000
_PURPOSE = b"room news 1"
_MARK_BYTES = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """Events of one laptop that follow each other, as lines, and the last one's place, signed."""

    head: Head
    lines: tuple[bytes, ...] = field(repr=False)

    @property
    def size(self) -> int:
        """Its bytes in a message, and a few more."""
        return sum(len(line) + 1 for line in self.lines) + 400


def closed(stretches: Sequence[Stretch], public: str, seed: bytes) -> bytes:
    """Close stretches under the key pair of this public half (hex) and seed."""
    heads = [
        [one.head.device, one.head.seq, one.head.hash, one.head.signature, len(one.lines)]
        for one in stretches
    ]
    lines = (line + b"\n" for one in stretches for line in one.lines)
    content = canonical(heads) + b"\n" + b"".join(lines)
    mark = _mark(public)
    return mark + bytes(Aead(_key(seed)).encrypt(content, mark))


def opened(payload: bytes, seeds: Mapping[str, bytes]) -> list[Stretch]:
    """Open what `closed` made with the one of these key pairs (public half to seed) that fits.

    Raises OtherCentre where it is none of them, BundleDamaged for anything that `closed` does not
    make. Nothing of it is checked yet.
    """
    mark = payload[:_MARK_BYTES]
    seed = next((seed for public, seed in seeds.items() if _mark(public) == mark), None)
    if seed is None:
        raise OtherCentre(file="")
    try:
        content = bytes(Aead(_key(seed)).decrypt(payload[_MARK_BYTES:], mark))
        first, *lines = content.split(b"\n")
        heads = json.loads(first.decode())
        return list(_stretches(heads, iter(lines[:-1])))
    except (CryptoError, ValueError, TypeError, RecursionError):
        raise BundleDamaged(file="") from None


def checked_stretch(stretch: Stretch, trust: Trust) -> list[Carried]:
    """Check a stretch as a bundle is checked, trusting nothing: each line, each link, the end.

    What its first event follows is for whoever has the log to see. Raises UnknownLaptop,
    ForgedEvents.
    """
    head = stretch.head
    check_heads([head], trust, "")
    found: list[Carried] = []
    for line in stretch.lines:
        try:
            one = checked(line)
        except MalformedEvent as trouble:
            raise ForgedEvents(file="") from trouble
        header = one.event.header
        if header.device != head.device or (found and not _follows(found[-1], one)):
            raise ForgedEvents(file="")
        found.append(one)
    if not found or (found[-1].event.header.seq, found[-1].hash) != (head.seq, head.hash):
        raise ForgedEvents(file="")
    return found


def in_messages(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """The same stretches in their order, in parts that each fit a message."""
    part: list[Stretch] = []
    size = 0
    for one in stretches:
        if part and (size + one.size > NEWS_BYTES or len(part) >= _MOST_STRETCHES):
            yield part
            part, size = [], 0
        part.append(one)
        size += one.size
    if part:
        yield part


def _stretches(heads: object, lines: Iterator[bytes]) -> Iterator[Stretch]:
    if not isinstance(heads, list) or len(heads) > _MOST_STRETCHES:
        raise ValueError("a list of ends is needed")
    for device, seq, hash, signature, count in heads:
        texts = (device, hash, signature)
        if not all(isinstance(one, str) for one in texts) or type(seq) is not int:
            raise ValueError("not the end of a stretch")
        if type(count) is not int or count < 1:
            raise ValueError("a stretch has events")
        some = tuple(islice(lines, count))
        if len(some) != count or any(len(line) > limits.LINE_BYTES for line in some):
            raise ValueError("not as many lines as said")
        yield Stretch(Head(device, seq, hash, signature), some)
    if next(lines, None) is not None:
        raise ValueError("more lines than said")


def _follows(before: Carried, after: Carried) -> bool:
    return (
        after.event.header.seq == before.event.header.seq + 1
        and after.event.header.previous == before.hash
    )


def _key(seed: bytes) -> bytes:
    return hashlib.blake2b(seed, digest_size=Aead.KEY_SIZE, person=_PURPOSE).digest()


def _mark(public: str) -> bytes:
    """Names a key pair without saying whose it is."""
    return hashlib.blake2b(public.encode(), digest_size=_MARK_BYTES, person=_PURPOSE).digest()
