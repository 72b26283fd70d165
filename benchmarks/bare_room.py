"""The least that a room could be: an asyncio echo and thirty connections to it, plain TCP."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from benchmarks.answering import HOME, LAPTOPS, PATIENCE, Answers
from trainer_app.classroom.threads import Main, NetworkThread, report

AtLaptop = Callable[[int], bytes]
"""What a laptop does at a click, by its number; returns what it then sends."""
AtHost = Callable[[bytes], None]
"""What the host does with it before it answers."""
_LENGTH = 4


class BareRoom:
    """Echoes what each laptop says, when `at_host` is done with it; no TLS and no checks."""

    def __init__(self, at_laptop: AtLaptop, at_host: AtHost) -> None:
        self.answers, self._at_laptop, self._at_host = Answers(), at_laptop, at_host
        self._port = 0
        self._transports: dict[int, asyncio.Transport] = {}
        self._threads = [NetworkThread("echo", self._serve, report)]
        self._begin(self._threads[0])
        for number in range(LAPTOPS):
            self._threads.append(NetworkThread("bare", self._laptop(number), report))
            self._begin(self._threads[-1])

    def click(self, laptop: int) -> None:
        """One event there and back."""
        self.answers.asked(laptop)
        event = self._at_laptop(laptop)
        framed = len(event).to_bytes(_LENGTH, "big") + event
        self._threads[laptop + 1].call(self._transports[laptop].write, framed)

    def close(self) -> None:
        """Hang up."""
        for thread in reversed(self._threads):
            thread.stop()

    def _begin(self, thread: NetworkThread) -> None:
        thread.start()
        if not self.answers.ready.acquire(timeout=PATIENCE):
            raise TimeoutError("the bare room did not open")

    async def _serve(self, ending: asyncio.Event) -> None:
        loop = asyncio.get_running_loop()

        def echo() -> _Frames:
            end = _Frames(lambda event: end.say(event, self._at_host))
            return end

        server = await loop.create_server(echo, HOME, 0)
        self._port = server.sockets[0].getsockname()[1]
        self.answers.ready.release()
        await ending.wait()
        server.close()

    def _laptop(self, number: int) -> Main:
        async def live(ending: asyncio.Event) -> None:
            transport, _ = await asyncio.get_running_loop().create_connection(
                lambda: _Frames(lambda _event: self.answers.came(number)), HOME, self._port
            )
            self._transports[number] = transport
            self.answers.ready.release()
            await ending.wait()
            transport.close()

        return live


class _Frames(asyncio.Protocol):
    """Bytes behind their length, each handed on whole."""

    def __init__(self, whole: Callable[[bytes], None]) -> None:
        self._whole, self._data = whole, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._data += data
        while len(self._data) >= _LENGTH:
            end = _LENGTH + int.from_bytes(self._data[:_LENGTH], "big")
            if len(self._data) < end:
                return
            event, self._data = self._data[_LENGTH:end], self._data[end:]
            self._whole(event)

    def say(self, event: bytes, first: AtHost) -> None:
        """Send it back, when something else is done."""
        first(event)
        assert isinstance(self._transport, asyncio.Transport)
        self._transport.write(len(event).to_bytes(_LENGTH, "big") + event)
