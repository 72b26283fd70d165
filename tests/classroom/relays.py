"""Somebody between a laptop and the room: who listens, cuts the line, or plays the room."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from room_ends import CODE, HOME

from trainer_app.classroom import dialogue
from trainer_app.classroom.certificate import server_context
from trainer_app.classroom.frames import FrameReader, framed
from trainer_app.classroom.handshake import code_secret
from trainer_app.classroom.visiting import client_context


class Relay:
    """Carries one connection on to `port`, and keeps what it hears: both ways, as it can read it.

    With `own_tls` it ends the laptop's TLS with a certificate of its own and speaks TLS itself to
    the room, so that it reads all that is not proven to be for the room alone.
    """

    def __init__(self, port: int, *, own_tls: bool = False) -> None:
        self.heard: list[bytes] = []
        self._to, self._own_tls = port, own_tls
        self._listener = socket.create_server((HOME, 0))
        self.port: int = self._listener.getsockname()[1]
        self._lines: list[socket.socket] = []
        self._held = threading.Event()
        self._threads = [threading.Thread(target=self._carry, daemon=True)]
        self._threads[0].start()

    def cut(self) -> None:
        """Pull the cable."""
        for line in self._lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def hold(self) -> None:
        """Carry nothing more, and hang up on nobody."""
        self._held.set()

    def __enter__(self) -> Relay:
        return self

    def __exit__(self, *_error: object) -> None:
        self._listener.close()
        self.cut()
        for thread in self._threads:
            thread.join(5)
        for line in self._lines:
            line.close()

    def _carry(self) -> None:
        laptop, _address = self._listener.accept()
        room = socket.create_connection((HOME, self._to))
        if self._own_tls:
            laptop = server_context()[0].wrap_socket(laptop, server_side=True)
            room = client_context().wrap_socket(room)
        self._lines += [laptop, room]
        back = threading.Thread(target=self._pour, args=(room, laptop), daemon=True)
        self._threads.append(back)
        back.start()
        self._pour(laptop, room)

    def _pour(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if not self._held.is_set():
                    self.heard.append(data)
                    target.sendall(data)
        self.cut()


@contextmanager
def false_room(kind: int, payload: bytes) -> Iterator[int]:
    """A host that knows the room code, lets one guest in, and says what no room says to guests."""
    context, certificate = server_context()
    listener = socket.create_server((HOME, 0))

    def serve() -> None:
        plain, _address = listener.accept()
        with context.wrap_socket(plain, server_side=True) as line, suppress(OSError):
            known = dialogue.Secrets(
                certificate, None, code_secret(CODE, certificate), lambda: True, lambda: None
            )
            talk = dialogue.host_side(
                lambda step, said: line.sendall(framed(step, said)),
                known,
                lambda _statement: ("", b""),
                lambda *_facts: False,
            )
            next(talk)
            reader = FrameReader(dialogue.largest)
            with suppress(StopIteration):
                while True:
                    reader.feed(line.recv(65536))
                    while (frame := reader.next()) is not None:
                        talk.send(frame)
            line.sendall(framed(kind, payload))
            while line.recv(65536):
                continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        thread.join(5)
        listener.close()
