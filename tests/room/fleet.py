"""The test's end of the laptops' programs: starts them, orders, and ends them."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from namespaces import Networks

PATIENCE = 90.0
"""Seconds after which a laptop that says nothing is taken to hang."""
_SERVER = Path(__file__).with_name("forking.py")
_TESTS = Path(__file__).parents[1]


class Troubled(Exception):
    """The program would tell a person of this; the words are the error's name."""


class Running:
    """One laptop's program, from its start to its end. `wrote`: ids of all events that it said
    are on its disk."""

    def __init__(self, name: str, pipe: socket.socket, pid: int) -> None:
        self.name, self.pid = name, pid
        self.wrote: list[str] = []
        self._pipe, self._rest = pipe, b""

    def order(self, do: str, **more: Any) -> None:
        """Say what to do, without waiting for it."""
        self._pipe.sendall(json.dumps({"do": do, **more}).encode() + b"\n")

    def answer(self, patience: float = PATIENCE) -> Any:
        """What came of the oldest order that was not answered yet. Raises Troubled."""
        until = time.monotonic() + patience
        while b"\n" not in self._rest:
            left = max(0.0, until - time.monotonic())
            assert select.select([self._pipe], [], [], left)[0], f"{self.name} hangs"
            more = self._pipe.recv(65536)
            assert more, f"{self.name} is gone"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        said = json.loads(line)
        assert not said["bugs"], (self.name, said["bugs"])
        assert "bug" not in said, (self.name, said["bug"])
        self.wrote += said["wrote"]
        if "trouble" in said:
            raise Troubled(said["trouble"])
        return said["done"]

    def do(self, do: str, **more: Any) -> Any:
        """Order something and wait for it. Raises Troubled."""
        self.order(do, **more)
        return self.answer()

    def kill(self) -> None:
        """End it as a dead battery would."""
        os.kill(self.pid, signal.SIGKILL)
        with suppress(ConnectionResetError):  # there was an order that it had not read yet
            while select.select([self._pipe], [], [], PATIENCE)[0] and self._pipe.recv(65536):
                pass
        self._pipe.close()

    def end(self) -> None:
        """Have it end by itself, and wait for that."""
        self._pipe.shutdown(socket.SHUT_WR)
        assert select.select([self._pipe], [], [], PATIENCE)[0], f"{self.name} does not end"
        assert self._pipe.recv(1) == b""
        self._pipe.close()


class Fleet:
    """Starts programs of laptops, each in its own network."""

    def __init__(self, networks: Networks) -> None:
        self.networks = networks
        self.born = time.monotonic()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        path = [str(_SERVER.parent), str(_TESTS), *(one for one in sys.path if one)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path)}
        self._server = subprocess.Popen(
            [sys.executable, str(_SERVER)], stdin=theirs, env={**environment, "PYTHONHASHSEED": "1"}
        )
        theirs.close()
        ours.settimeout(PATIENCE)
        self._channel = ours
        self._is_ready = False
        self._pipes: list[socket.socket] = []

    def start(self, program: str, name: str, namespace: str = "", **more: Any) -> Running:
        """Begin a program in the network of that name, or in another namespace."""
        if not self._is_ready:
            assert self._channel.recv(100) == b"ready"
            self._is_ready = True
        ours, theirs = socket.socketpair()
        order = {
            "program": program,
            "namespace": namespace or self.networks.namespace(name),
            "born": self.born,
            **more,
        }
        socket.send_fds(self._channel, [json.dumps(order).encode()], [theirs.fileno()])
        theirs.close()
        self._pipes.append(ours)
        return Running(name, ours, int(self._channel.recv(100)))

    def close(self) -> None:
        """End everything."""
        for one in (*self._pipes, self._channel):
            one.close()
        self._server.kill()
        self._server.wait()


@contextmanager
def fleet(networks: Networks) -> Iterator[Fleet]:
    """Programs that are gone at the end."""
    made = Fleet(networks)
    try:
        yield made
    finally:
        made.close()


def all_do(laptops: Iterable[Running], do: str, **more: Any) -> list[Any]:
    """Order the same of all at once."""
    those = list(laptops)
    for one in those:
        one.order(do, **more)
    return [one.answer() for one in those]


def until(true: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Look again and again; fail with `what` did not come."""
    tick, end = threading.Event(), time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, f"this never came: {what}"
        tick.wait(0.05)
