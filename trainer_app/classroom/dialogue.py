"""Who says what, in which order, until a laptop is in the room; the sockets are somebody else's.

Each side is a generator: it says things through `say` and waits for the other's next frame. It
returns who was proven, and raises Refused or Malformed. The laptop proves first, so that nobody
who merely knocks is shown a proof; devices are named only to who has proven to be of the centre.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from enum import IntEnum
from typing import Literal, NamedTuple

from trainer_app.classroom import handshake
from trainer_app.classroom.frames import Frame, Malformed
from trainer_app.classroom.handshake import VERSION, Hello, Side
from trainer_app.classroom.messages import Role

MOST_BYTES = 512
_MOST_DEVICE, _SIGNATURE = 64, 64

Reason = Literal["wrong-code", "other-centre", "refused", "too-new", "forged"]
_TOLD: tuple[Reason, ...] = ("wrong-code", "other-centre", "refused")


class Step(IntEnum):
    """Kinds of frames before a laptop is in; none of them is taken afterwards."""

    HELLO = 65
    PROOF = 66
    NAME = 67
    WELCOME = 68
    REFUSED = 69


_STEPS = frozenset(Step)


class Proven(NamedTuple):
    """Who is at the other end, as far as its role says: a laptop's device, or "" for a guest."""

    role: Role
    device: str


class Refused(Exception):
    """The two do not come together. `reason` is for this end, `said` for the other one."""

    def __init__(self, reason: Reason, said: Reason | None = None) -> None:
        super().__init__(reason)
        self.reason, self.said = reason, said


Say = Callable[[Step, bytes], None]
Dialogue = Generator[None, Frame, Proven]


Prove = Callable[[bytes], tuple[str, bytes]]
"""This laptop's device id, and its signature of the statement."""


class Secrets(NamedTuple):
    """What a host holds for one connection. `may_try` and `wrong` watch over guessed codes."""

    certificate: bytes
    centre: bytes | None
    code: bytes | None
    may_try: Callable[[], bool]
    wrong: Callable[[], None]


def largest(kind: int) -> int:
    """How large a frame may be before a laptop is in."""
    return MOST_BYTES if kind in _STEPS else -1


def host_side(
    say: Say,
    secrets: Secrets,
    prove: Prove,
    knows: Callable[[str, str, bytes, bytes], bool],
) -> Dialogue:
    """Let a laptop in, or not."""
    asked = _expect(Step.HELLO, (yield))
    theirs = Hello.read(asked)
    answer = Hello.new(theirs.role).as_bytes()
    say(Step.HELLO, answer)
    if theirs.oldest > VERSION:
        raise Refused("too-new")
    role, bound = theirs.role, handshake.transcript(secrets.certificate, asked, answer)
    _check_secret(role, secrets, bound, _expect(Step.PROOF, (yield)), say)
    if role == "guest":
        say(Step.WELCOME, b"")
        return Proven(role, "")
    device, signature = _read_name(_expect(Step.NAME, (yield)))
    if not knows(role, device, handshake.statement("laptop", bound), signature):
        raise Refused("refused", "refused")
    if role == "ours":
        _say_name(say, prove, "host", bound)
    say(Step.WELCOME, b"")
    return Proven(role, device)


def laptop_side(
    say: Say,
    role: Role,
    secret: bytes | None,
    certificate: bytes,
    prove: Prove,
    knows: Callable[[str, bytes, bytes], bool],
) -> Dialogue:
    """Come into a room that shows this certificate."""
    not_the_room: Reason = "wrong-code" if role == "guest" else "other-centre"
    if secret is None:
        raise Refused(not_the_room)
    hello = Hello.new(role).as_bytes()
    say(Step.HELLO, hello)
    answer = _expect(Step.HELLO, (yield))
    theirs = Hello.read(answer)
    if theirs.oldest > VERSION:
        raise Refused("too-new")
    if theirs.role != role or theirs.version < VERSION:
        raise Refused("refused")
    bound = handshake.transcript(certificate, hello, answer)
    say(Step.PROOF, handshake.proof(secret, "laptop", bound))
    if not handshake.proven(secret, "host", bound, _expect(Step.PROOF, (yield))):
        raise Refused(not_the_room)
    if role != "guest":
        _say_name(say, prove, "laptop", bound)
    device = ""
    if role == "ours":
        device, signature = _read_name(_expect(Step.NAME, (yield)))
        if not knows(device, handshake.statement("host", bound), signature):
            raise Refused("forged")
    _expect(Step.WELCOME, (yield))
    return Proven(role, device)


def _check_secret(role: Role, secrets: Secrets, bound: bytes, shown: bytes, say: Say) -> None:
    guest = role == "guest"
    if guest and not secrets.may_try():
        raise Refused("refused", "refused")
    secret = secrets.code if guest else secrets.centre
    if secret is None or not handshake.proven(secret, "laptop", bound, shown):
        if guest:
            secrets.wrong()
            raise Refused("wrong-code", "wrong-code")
        raise Refused("other-centre", "other-centre")
    say(Step.PROOF, handshake.proof(secret, "host", bound))


def _expect(step: Step, frame: Frame) -> bytes:
    if frame.kind == Step.REFUSED:
        said = frame.payload.decode("ascii", "replace")
        raise Refused(next((reason for reason in _TOLD if reason == said), "refused"))
    if frame.kind != step:
        raise Malformed
    return frame.payload


def _say_name(say: Say, prove: Prove, side: Side, bound: bytes) -> None:
    device, signature = prove(handshake.statement(side, bound))
    if len(device.encode()) > _MOST_DEVICE or len(signature) != _SIGNATURE:
        raise ValueError("no device id, or no Ed25519 signature")
    say(Step.NAME, signature + device.encode())


def _read_name(payload: bytes) -> tuple[str, bytes]:
    signature, device = payload[:_SIGNATURE], payload[_SIGNATURE:]
    if len(signature) != _SIGNATURE or not 0 < len(device) <= _MOST_DEVICE:
        raise Malformed
    try:
        return device.decode("ascii"), signature
    except UnicodeDecodeError:
        raise Malformed from None
