"""The room's network alone: a host and thirty laptops, all proven, with no store behind them."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Sequence

from nacl.signing import SigningKey

from benchmarks.answering import HOME, LAPTOPS, PATIENCE, Answers
from trainer_app.classroom.client import RoomClient
from trainer_app.classroom.host import Peer, RoomHost
from trainer_app.classroom.limits import Limits
from trainer_app.classroom.messages import Message, Told
from trainer_app.keys.keypair import signed_by

EVENT_BYTES = 700


def an_event() -> bytes:
    """As many bytes as an answer of a learner has on its way."""
    return os.urandom(EVENT_BYTES)


class _HostEnd:
    """Acknowledges all that it hears."""

    def __init__(self, known: dict[str, bytes]) -> None:
        self._key, self._known = SigningKey.generate(), known
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


class NetworkRoom:
    """`RoomHost` and thirty `RoomClient`s, all of them proven."""

    def __init__(self) -> None:
        self._answers = Answers()
        keys = [SigningKey.generate() for _ in range(LAPTOPS)]
        known = {str(number): bytes(key.verify_key) for number, key in enumerate(keys)}
        end = _HostEnd(known)
        centre, limits = secrets.token_hex(16), Limits(unproven=64, unproven_per_address=64)
        self._host = RoomHost(
            end, centre=centre, code="1" * 20, port=0, limits=limits, announced=False
        )
        end.host = self._host
        self._host.start()
        ends = [
            _LaptopEnd(number, key, end.public, self._answers) for number, key in enumerate(keys)
        ]
        self._laptops = [RoomClient(end, role="ours", centre=centre) for end in ends]
        for laptop, inside in zip(self._laptops, ends, strict=True):
            laptop.connect(HOME, self._host.port)
            if not inside.inside.wait(PATIENCE):
                raise TimeoutError("a laptop never came in")

    def one_second(self, moments: Sequence[float]) -> list[float]:
        """See `Room`."""
        return self._answers.one_second(self._click, moments)

    def close(self) -> None:
        """Say goodbye."""
        for laptop in self._laptops:
            laptop.close()
        self._host.stop()

    def _click(self, laptop: int) -> None:
        event = an_event()
        self._answers.asked(laptop)
        self._laptops[laptop].send(Message(Told.NEWS, event))
