"""A message of a laptop to the trainer's and the answer to it, beside a bare echo.

Thirty laptops say something once a second each. Both rooms have the same threads: one for the
host, one for each laptop, and the measuring one; what differs is what a room is more than an echo:
TLS, frames, budgets, and ports. `at_laptop` and `at_host` are what is done before a message
leaves, and before it is answered.
"""

from __future__ import annotations

import asyncio
import os
import random
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median, quantiles
from typing import Protocol

from nacl.signing import SigningKey

from benchmarks.measuring import Figure
from trainer_app.classroom.client import RoomClient
from trainer_app.classroom.host import Peer, RoomHost
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.messages import Message, Told
from trainer_app.classroom.threads import Main, NetworkThread, report
from trainer_app.keys.keypair import signed_by

LAPTOPS = 30
EVENT_BYTES = 700
_PATIENCE = 20.0
_HOME = "127.0.0.1"

Commit = Callable[[], None]


def nothing() -> None:
    """Where only the network is measured."""


class Answers:
    """When each laptop asked, and how long its answers took in seconds."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self._asked = [0.0] * LAPTOPS
        self._came = [threading.Event() for _ in range(LAPTOPS)]

    def asked(self, laptop: int) -> None:
        """The click."""
        self._came[laptop].clear()
        self._asked[laptop] = time.perf_counter()

    def came(self, laptop: int) -> None:
        """The answer is there; called in the laptop's own thread."""
        self.took.append(time.perf_counter() - self._asked[laptop])
        self._came[laptop].set()

    def wait(self) -> None:
        """Until nobody waits for an answer any more."""
        for one in self._came:
            if not one.wait(_PATIENCE):
                raise TimeoutError("an answer never came")


class Room(Protocol):
    """What is measured."""

    answers: Answers

    def click(self, laptop: int) -> None:
        """A learner does something there: `answers.asked`, and then whatever follows."""


class _HostEnd:
    """Acknowledges all that it hears."""

    def __init__(self, known: dict[str, bytes], at_host: Commit) -> None:
        self._key, self._known, self._at_host = SigningKey.generate(), known, at_host
        self.public = bytes(self._key.verify_key)
        self.host: RoomHost | None = None

    def prove(self, statement: bytes) -> tuple[str, bytes]:
        return "host", self._key.sign(statement).signature

    def knows(self, _role: str, device: str, statement: bytes, signature: bytes) -> bool:
        return signed_by(self._known[device], statement, signature)

    def joined(self, peer: Peer) -> None:
        """Nothing to do."""

    def left(self, peer: Peer, reason: str) -> None:
        """Nothing to do."""

    def received(self, peer: Peer, _message: Message) -> None:
        self._at_host()
        assert self.host is not None
        self.host.send(peer.id, Message(Told.ACK, b'{"seq":1}'))


class _LaptopEnd:
    """Says when it is in, and when its answer came."""

    def __init__(self, number: int, key: SigningKey, host: bytes, answers: Answers) -> None:
        self._number, self._key, self._host, self._answers = number, key, host, answers
        self.inside = threading.Event()

    def prove(self, statement: bytes) -> tuple[str, bytes]:
        return str(self._number), self._key.sign(statement).signature

    def knows(self, _device: str, statement: bytes, signature: bytes) -> bool:
        return signed_by(self._host, statement, signature)

    def joined(self) -> None:
        self.inside.set()

    def left(self, reason: str) -> None:
        """The measuring thread notices by itself."""

    def received(self, _message: Message) -> None:
        self._answers.came(self._number)


class OurRoom:
    """`RoomHost` and thirty `RoomClient`s, all of them proven."""

    def __init__(self, at_laptop: Commit, at_host: Commit) -> None:
        self.answers, self._at_laptop = Answers(), at_laptop
        keys = [SigningKey.generate() for _ in range(LAPTOPS)]
        known = {str(number): bytes(key.verify_key) for number, key in enumerate(keys)}
        end = _HostEnd(known, at_host)
        centre, limits = secrets.token_hex(16), Limits(unproven=64, unproven_per_address=64)
        self._host = RoomHost(
            end, centre=centre, code="1" * 20, port=0, limits=limits, announced=False
        )
        end.host = self._host
        self._host.start()
        ends = [
            _LaptopEnd(number, key, end.public, self.answers) for number, key in enumerate(keys)
        ]
        self._laptops = [RoomClient(end, role="ours", centre=centre) for end in ends]
        for laptop, inside in zip(self._laptops, ends, strict=True):
            laptop.connect(_HOME, self._host.port)
            if not inside.inside.wait(_PATIENCE):
                raise TimeoutError("a laptop never came in")

    def click(self, laptop: int) -> None:
        """One event's bytes from there to the host and back."""
        event = os.urandom(EVENT_BYTES)
        self.answers.asked(laptop)
        self._at_laptop()
        self._laptops[laptop].send(Message(Told.NEWS, event))

    def close(self) -> None:
        """Say goodbye."""
        for laptop in self._laptops:
            laptop.close()
        self._host.stop()


class _Echo(asyncio.Protocol):
    """Sends back whatever comes."""

    def __init__(self, at_host: Commit) -> None:
        self._at_host = at_host

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._at_host()
        assert isinstance(self._transport, asyncio.Transport)
        self._transport.write(data)


class _Asking(asyncio.Protocol):
    """Counts the bytes that come back."""

    def __init__(self, came: Callable[[], None]) -> None:
        self._came, self._missing = came, EVENT_BYTES

    def data_received(self, data: bytes) -> None:
        self._missing -= len(data)
        if self._missing == 0:
            self._missing = EVENT_BYTES
            self._came()


class BareRoom:
    """An asyncio echo and thirty connections to it, nothing more."""

    def __init__(self, at_laptop: Commit, at_host: Commit) -> None:
        self.answers, self._at_laptop, self._at_host = Answers(), at_laptop, at_host
        self._port = 0
        self._ready = threading.Semaphore(0)
        self._transports: dict[int, asyncio.Transport] = {}
        self._threads = [NetworkThread("echo", self._serve, report)]
        self._begin(self._threads[0])
        for number in range(LAPTOPS):
            self._threads.append(NetworkThread("bare", self._laptop(number), report))
            self._begin(self._threads[-1])

    def click(self, laptop: int) -> None:
        """As many bytes there and back."""
        event = os.urandom(EVENT_BYTES)
        self.answers.asked(laptop)
        self._at_laptop()
        self._threads[laptop + 1].call(self._transports[laptop].write, event)

    def close(self) -> None:
        """Hang up."""
        for thread in reversed(self._threads):
            thread.stop()

    def _begin(self, thread: NetworkThread) -> None:
        thread.start()
        if not self._ready.acquire(timeout=_PATIENCE):
            raise TimeoutError("the bare room did not open")

    async def _serve(self, ending: asyncio.Event) -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Echo(self._at_host), _HOME, 0)
        self._port = server.sockets[0].getsockname()[1]
        self._ready.release()
        await ending.wait()
        server.close()

    def _laptop(self, number: int) -> Main:
        async def live(ending: asyncio.Event) -> None:
            transport, _asking = await asyncio.get_running_loop().create_connection(
                lambda: _Asking(lambda: self.answers.came(number)), _HOME, self._port
            )
            self._transports[number] = transport
            self._ready.release()
            await ending.wait()
            transport.close()

        return live


@contextmanager
def opened(room: OurRoom | BareRoom) -> Iterator[OurRoom | BareRoom]:
    """Close it afterwards."""
    try:
        yield room
    finally:
        room.close()


def one_second(room: Room, chance: random.Random) -> None:
    """Every laptop clicks once, at any moment of a second."""
    begun = time.perf_counter()
    moments = sorted((chance.random(), laptop) for laptop in range(LAPTOPS))
    for moment, laptop in moments:
        time.sleep(max(0.0, begun + moment - time.perf_counter()))
        room.click(laptop)
    room.answers.wait()


def compared(name: str, ours: Room, bare: Room, seconds: int, beside: str) -> list[Figure]:
    """p50 and p99 of the waits, in seconds; both in turns, so that a busy moment meets both."""
    chance = random.Random(5)
    for room in (ours, bare):
        one_second(room, chance)
        room.answers.took.clear()
    for _ in range(seconds):
        one_second(bare, chance)
        one_second(ours, chance)
    return [
        Figure(f"{name} p50", median(ours.answers.took), median(bare.answers.took), beside),
        Figure(f"{name} p99", _p99(ours.answers.took), _p99(bare.answers.took), beside),
    ]


def _p99(took: list[float]) -> float:
    return quantiles(took, n=100)[98]


def figures(rounds: int) -> list[Figure]:
    """The room's network alone, without a store."""
    with (
        opened(OurRoom(nothing, nothing)) as ours,
        opened(BareRoom(nothing, nothing)) as bare,
    ):
        return compared("room", ours, bare, 2 * rounds, "bare asyncio echo, no TLS, 30 laptops")
