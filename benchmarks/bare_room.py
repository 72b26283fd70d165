"""The least that a room could be: an asyncio echo and connections to it, plain TCP, no checks."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence

from benchmarks.answering import HOME, LAPTOPS, PATIENCE, Answers
from trainer_app.classroom.threads import NetworkThread, report

Heard = Callable[[bytes], None]
_LENGTH = 4


class BareHost:
    """Sends back whatever comes, when `at_host` is done with it."""

    def __init__(self, at_host: Heard) -> None:
        self._at_host, self._ready, self.port = at_host, threading.Event(), 0
        self._thread = NetworkThread("echo", self._serve, report)
        self._thread.start()
        if not self._ready.wait(PATIENCE):
            raise TimeoutError("the bare room did not open")

    def close(self) -> None:
        """Hang up."""
        self._thread.stop()

    async def _serve(self, ending: asyncio.Event) -> None:
        server = await asyncio.get_running_loop().create_server(self._new_end, HOME, 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await ending.wait()
        server.close()

    def _new_end(self) -> _Frames:
        def echo(event: bytes) -> None:
            self._at_host(event)
            end.say(event)

        end = _Frames(echo)
        return end


class BareLaptop:
    """One connection with a thread of its own; `came` is called in it with what comes back."""

    def __init__(self, port: int, came: Heard) -> None:
        self._port, self._end, self._ready = port, _Frames(came), threading.Event()
        self._thread = NetworkThread("bare", self._live, report)
        self._thread.start()
        if not self._ready.wait(PATIENCE):
            raise TimeoutError("a laptop never came into the bare room")

    def say(self, event: bytes) -> None:
        """From any thread."""
        self._thread.call(self._end.say, event)

    def close(self) -> None:
        """Hang up."""
        self._thread.stop()

    async def _live(self, ending: asyncio.Event) -> None:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_connection(lambda: self._end, HOME, self._port)
        self._ready.set()
        await ending.wait()
        transport.close()


class BareRoom:
    """An echo and thirty connections to it, all in this process; `an_event` makes what is said."""

    def __init__(self, an_event: Callable[[], bytes]) -> None:
        self._an_event, self._answers = an_event, Answers()
        self._host = BareHost(lambda _event: None)
        self._laptops = [self._laptop(number) for number in range(LAPTOPS)]

    def one_second(self, moments: Sequence[float]) -> list[float]:
        """See `Room`."""
        return self._answers.one_second(self._click, moments)

    def close(self) -> None:
        """Hang up."""
        for one in (*self._laptops, self._host):
            one.close()

    def _click(self, laptop: int) -> None:
        event = self._an_event()
        self._answers.asked(laptop)
        self._laptops[laptop].say(event)

    def _laptop(self, number: int) -> BareLaptop:
        return BareLaptop(self._host.port, lambda _event: self._answers.came(number))


class _Frames(asyncio.Protocol):
    """Bytes behind their length, each handed on whole."""

    def __init__(self, whole: Heard) -> None:
        self._whole, self._data = whole, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._data += data
        while len(self._data) >= _LENGTH:
            end = _LENGTH + int.from_bytes(self._data[:_LENGTH], "big")
            if len(self._data) < end:
                return
            event, self._data = self._data[_LENGTH:end], self._data[end:]
            self._whole(event)

    def say(self, event: bytes) -> None:
        """Send it to the other end."""
        self._transport.write(len(event).to_bytes(_LENGTH, "big") + event)
