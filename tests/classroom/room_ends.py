"""Both ends of a room for tests: ports that write down what they are told, and a laptop by hand."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from typing import Any

from nacl.signing import SigningKey

from trainer_app.classroom import dialogue
from trainer_app.classroom.client import RoomClient
from trainer_app.classroom.frames import FrameReader, framed
from trainer_app.classroom.handshake import centre_secret, code_secret
from trainer_app.classroom.host import Peer, RoomHost
from trainer_app.classroom.limits import STANDARD, Limits
from trainer_app.classroom.messages import Message, Role
from trainer_app.classroom.visiting import client_context
from trainer_app.keys.keypair import signed_by

CENTRE = "01890af0-7f3c-7a1e-9d52-c0ffee00c0de"
CODE = "31415926535897932384"
HOST, LAPTOP = "01890af0-0000-7000-8000-00000000000a", "01890af0-0000-7000-8000-00000000000b"
HOME = "127.0.0.1"
PATIENCE = 20.0
"""Seconds after which a test gives up waiting; what works takes a few thousandths of one."""


class Heard:
    """What the ports of one end were told, in order."""

    def __init__(self) -> None:
        self._said: Queue[tuple[Any, ...]] = Queue()

    def tell(self, *what: Any) -> None:
        self._said.put(what)

    def next(self) -> tuple[Any, ...]:
        return self._said.get(timeout=PATIENCE)

    def nothing_more(self) -> bool:
        return self._said.empty()


class HostEnd(Heard):
    """Ports of a host that knows some devices' keys."""

    def __init__(self, key: SigningKey, known: dict[str, bytes]) -> None:
        super().__init__()
        self.key, self.known = key, known
        self.bugs: Queue[BaseException] = Queue()
        self.refused: Queue[tuple[str, str]] = Queue()
        self.on_received: Callable[[Message], None] = lambda _message: None

    def prove(self, statement: bytes) -> tuple[str, bytes]:
        return HOST, self.key.sign(statement).signature

    def knows(self, _role: str, device: str, statement: bytes, signature: bytes) -> bool:
        return device in self.known and signed_by(self.known[device], statement, signature)

    def joined(self, peer: Peer) -> None:
        self.tell("joined", peer)

    def left(self, peer: Peer, reason: str) -> None:
        self.tell("left", peer, reason)

    def received(self, peer: Peer, message: Message) -> None:
        self.on_received(message)
        self.tell("received", peer, message)


class LaptopEnd(Heard):
    """Ports of a laptop that knows the host's key."""

    def __init__(self, key: SigningKey, host: bytes, device: str = LAPTOP) -> None:
        super().__init__()
        self.key, self.host, self.device = key, host, device

    def prove(self, statement: bytes) -> tuple[str, bytes]:
        return self.device, self.key.sign(statement).signature

    def knows(self, device: str, statement: bytes, signature: bytes) -> bool:
        return device == HOST and signed_by(self.host, statement, signature)

    def joined(self) -> None:
        self.tell("joined")

    def left(self, reason: str) -> None:
        self.tell("left", reason)

    def received(self, message: Message) -> None:
        self.tell("received", message)


class Room:
    """A host on this machine, and laptops for it."""

    def __init__(self, limits: Limits = STANDARD, centre: str = CENTRE, code: str = CODE) -> None:
        self.host_key, self.laptop_key = SigningKey.generate(), SigningKey.generate()
        self.end = HostEnd(self.host_key, {LAPTOP: bytes(self.laptop_key.verify_key)})
        self.host = RoomHost(
            self.end,
            centre=centre,
            code=code,
            port=0,
            limits=limits,
            on_bug=self.end.bugs.put,
            on_refused=lambda address, reason: self.end.refused.put((address, reason)),
            announced=False,
        )
        self._laptops: list[RoomClient] = []

    def laptop(
        self,
        role: Role = "ours",
        *,
        centre: str = CENTRE,
        code: str = CODE,
        key: SigningKey | None = None,
        device: str = LAPTOP,
        limits: Limits = STANDARD,
    ) -> tuple[RoomClient, LaptopEnd]:
        """A laptop that has not gone anywhere yet."""
        end = LaptopEnd(key or self.laptop_key, bytes(self.host_key.verify_key), device)
        client = RoomClient(
            end, role=role, centre=centre, code=code, limits=limits, on_bug=self.end.bugs.put
        )
        self._laptops.append(client)
        return client, end

    def joined(self, role: Role = "ours", **more: Any) -> tuple[RoomClient, LaptopEnd, Peer]:
        """A laptop that is in the room."""
        client, end = self.laptop(role, **more)
        client.connect(HOME, self.host.port)
        assert end.next() == ("joined",)
        said = self.end.next()
        assert said[0] == "joined"
        return client, end, said[1]

    def close(self) -> None:
        for laptop in self._laptops:
            laptop.close()
        self.host.stop()
        assert self.end.bugs.empty(), self.end.bugs.get()


@contextmanager
def open_room(limits: Limits = STANDARD, **more: Any) -> Iterator[Room]:
    """A room that is open; a bug that nobody looked at fails the test."""
    room = Room(limits, **more)
    room.host.start()
    try:
        yield room
    finally:
        room.close()


def knock(port: int, address: str = "127.0.0.2") -> socket.socket:
    """A stranger's connection, from an address of its own on this machine."""
    return socket.create_connection((HOME, port), PATIENCE, source_address=(address, 0))


def is_closed(connection: socket.socket) -> bool:
    """Wait until the other end hangs up; what it says before is left aside."""
    connection.settimeout(PATIENCE)
    try:
        while connection.recv(65536):
            continue
    except TimeoutError:
        return False
    except (ConnectionError, ssl.SSLError):
        return True
    return True


class ByHand:
    """A laptop that went through the door and then says whatever a test wants."""

    def __init__(self, room: Room, role: Role = "ours", *, knocks_only: bool = False) -> None:
        plain = knock(room.host.port)
        self.line = client_context().wrap_socket(plain)
        self._reader = FrameReader(lambda _kind: 1 << 27)
        if knocks_only:
            return
        shown = self.line.getpeercert(binary_form=True) or b""
        secret = code_secret(CODE, shown) if role == "guest" else centre_secret(CENTRE)
        end = LaptopEnd(room.laptop_key, bytes(room.host_key.verify_key))
        talk = dialogue.laptop_side(
            lambda step, payload: self.line.sendall(framed(step, payload)),
            role,
            secret,
            shown,
            end.prove,
            end.knows,
        )
        next(talk)
        self._through(talk)

    def _through(self, talk: dialogue.Dialogue) -> None:
        while True:
            frame = self._reader.next()
            if frame is None:
                self._reader.feed(self.line.recv(65536))
                continue
            try:
                talk.send(frame)
            except StopIteration:
                return

    def say(self, kind: int, payload: bytes = b"") -> None:
        self.line.sendall(framed(kind, payload))

    def __enter__(self) -> ByHand:
        return self

    def __exit__(self, *_error: object) -> None:
        self.line.close()
