"""Somebody in the same network who means no good, and somebody who only listens."""

from __future__ import annotations

import logging
import os
import queue
import socket
import threading
from pathlib import Path
from typing import Any

from orders import Answering, Order, serve

from trainer_app.classroom.client import RoomClient
from trainer_app.classroom.messages import Message, Told
from trainer_app.content.library import LessonLibrary

_EVERYTHING = 0x0003  # ETH_P_ALL (man 7 packet)
_PATIENCE = 20.0


class Ports:
    """A guest that knows the code and nothing else."""

    def __init__(self) -> None:
        self.news: queue.SimpleQueue[str] = queue.SimpleQueue()

    def prove(self, _statement: bytes) -> tuple[str, bytes]:
        raise AssertionError("a guest has no name")

    def knows(self, _device: str, _statement: bytes, _signature: bytes) -> bool:
        raise AssertionError("nor does the room have one for a guest")

    def joined(self) -> None:
        self.news.put("joined")

    def left(self, reason: str) -> None:
        self.news.put(reason or "goodbye")

    def received(self, message: Message) -> None:
        """Nothing of it is of any use here."""


class Hostile(Answering):
    """Every order is a way of annoying a room. Those that return a text say what came back."""

    def __init__(self) -> None:
        super().__init__()
        self.wake: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._held: list[socket.socket] = []
        self._sniffed: list[bytes] = []

    def do_say(self, host: str, port: int, data: str, fresh: int = 0) -> int:
        """Connect, say these bytes (hex) and so many of chance; how many bytes were answered
        before the room hung up."""
        with socket.create_connection((host, port), timeout=_PATIENCE) as line:
            heard = 0
            try:
                line.sendall(bytes.fromhex(data) + os.urandom(fresh))
                while more := line.recv(65536):
                    heard += len(more)
            except ConnectionError:
                pass
            return heard

    def do_hold(self, host: str, port: int, lines: int) -> int:
        """Open many lines and say nothing; how many of them the room hung up at once."""
        for _ in range(lines):
            self._held.append(socket.create_connection((host, port), timeout=_PATIENCE))
        hung_up = 0
        for line in self._held:
            line.settimeout(0.2 if hung_up else 2.0)
            try:
                hung_up += line.recv(1) == b""
            except ConnectionError:
                hung_up += 1
            except TimeoutError:
                continue
        return hung_up

    def do_let_go(self) -> None:
        for line in self._held:
            line.close()
        self._held.clear()

    def do_as_guest(self, host: str, port: int, code: str, told: str, times: int) -> str:
        """Come in with the code and say a kind of nonsense so often; how the visit ended."""
        ports = Ports()
        client = RoomClient(ports, role="guest", code=code)
        client.connect(host, port)
        first = ports.news.get(timeout=_PATIENCE)
        if first != "joined":
            return first
        message = Message(
            Told[told], b'{"vote":"x","choice":"y","people":1}' if times > 1 else b"{"
        )
        for _ in range(times):
            client.send(message)
        reason = ports.news.get(timeout=_PATIENCE)
        client.close()
        return reason

    def do_sniff(self) -> None:
        """From now on keep every frame that passes through the switch."""
        ear = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERYTHING))
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 2**20)
        ear.bind(("br0", 0))

        def keep() -> None:
            while True:
                self._sniffed.append(ear.recv(65536))

        threading.Thread(target=keep, daemon=True).start()

    def do_sniffed(self, file: str) -> int:
        """Write down what was heard so far, each frame behind its length; how many frames."""
        frames = list(self._sniffed)
        whole = b"".join(len(frame).to_bytes(4, "big") + frame for frame in frames)
        Path(file).write_bytes(whole)
        return len(frames)


def run(_order: Order, _library: LessonLibrary) -> None:
    """Do what is ordered, until the test ends."""
    # Who floods a line that was hung up is told so a thousand times.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    hostile = Hostile()
    serve(hostile, lambda: None, hostile.wake)
