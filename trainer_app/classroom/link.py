"""One connection, alike at both ends: the dialogue first, then messages, until it is dropped."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Mapping
from typing import Protocol

from trainer_app.classroom import dialogue, frames
from trainer_app.classroom.dialogue import Dialogue, Proven, Refused, Step
from trainer_app.classroom.flow import Budget
from trainer_app.classroom.frames import Frame, FrameReader, Joiner, Malformed
from trainer_app.classroom.limits import Limits, Rate
from trainer_app.classroom.messages import BETWEEN, IN_PIECES, Message, Role, Told
from trainer_app.classroom.sending import Outgoing
from trainer_app.classroom.threads import OnBug

LOST = "silent"


class Owner(Protocol):
    """Whose connection it is."""

    def begin(self, link: Link, certificate: bytes, /) -> Dialogue:
        """The dialogue of this end, when the connection shows this certificate (DER)."""

    def joined(self, link: Link, proven: Proven, /) -> None:
        """The other end is proven."""

    def received(self, link: Link, message: Message, /) -> None:
        """A whole message came."""

    def parted(self, said: str, /) -> str:
        """The reason that a goodbye counts as."""

    def ended(self, link: Link, reason: str) -> None:
        """Said once, whether it had joined (`link.proven`) or not."""


class Link(asyncio.Protocol):
    """Cuts bytes into frames, keeps the other end to its budget, and notices when it is gone."""

    def __init__(
        self,
        owner: Owner,
        limits: Limits,
        rates: tuple[Rate, Rate],
        on_bug: OnBug,
        heard: Mapping[Role, frozenset[Told]] = BETWEEN,
        address: str = "",
    ) -> None:
        self.address, self._may_be_heard = address, heard
        self._owner, self._limits, self._rates, self._on_bug = owner, limits, rates, on_bug
        self._loop = asyncio.get_running_loop()
        self._reader, self._joiner = FrameReader(dialogue.largest), Joiner()
        self._budget: Budget | None = None
        self._dialogue: Dialogue | None = None
        self._transport: asyncio.Transport | None = None
        self._outgoing: Outgoing | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._heard_at = self._loop.time()
        self._ended = False
        self.proven: Proven | None = None
        self.connected = False
        self.gone = asyncio.Event()

    # What the transport says
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport, self.connected = transport, True
        if self._ended:
            transport.abort()
            return
        self._outgoing = Outgoing(transport, self._limits.waiting_bytes, self._loop.time())
        tls: ssl.SSLObject = transport.get_extra_info("ssl_object")
        # Counted from when the other end knocked: TLS has had its part of that time already.
        self._timer = self._loop.call_at(self._heard_at + self._limits.handshake, self.end, LOST)
        self._guarded(self._begin, tls.getpeercert(binary_form=True) or b"")

    def data_received(self, data: bytes) -> None:
        if self._ended:
            return
        self._heard_at = self._loop.time()
        self._reader.feed(data)
        while not self._ended:
            try:
                frame = self._reader.next()
            except Malformed:
                self.end("malformed")
                return
            if frame is None:
                return
            self._guarded(self._take, frame)

    def pause_writing(self) -> None:
        if self._outgoing is not None:
            self._outgoing.pause()

    def resume_writing(self) -> None:
        if self._outgoing is not None and not self._ended:
            self._outgoing.resume()

    def connection_lost(self, _error: Exception | None) -> None:
        self._transport = None
        self.gone.set()
        self.end(LOST)

    # What the owner says
    def send(self, message: Message) -> None:
        """Send it after what was sent before; an end that takes nothing is dropped."""
        if self._ended or self.proven is None or self._outgoing is None:
            return
        if not self._outgoing.add(frames.told(message), len(message.payload)):
            self.end(LOST)

    def end(self, reason: str, *, goodbye: str | None = None) -> None:
        """Drop the other end, saying why; `goodbye` says something else to it."""
        if self._ended:
            return
        self._ended = True
        if self.proven is not None and self._outgoing is not None:
            said = Message(Told.BYE, (reason if goodbye is None else goodbye).encode())
            self._outgoing.add(frames.told(said), len(said.payload))
            self._outgoing.stop()
        if self._timer is not None:
            self._timer.cancel()
        if self._transport is not None:
            self._transport.close()
            # Closing waits for what is still to be sent, and the other end may never take it.
            self._loop.call_later(self._limits.goodbye, self._transport.abort)
        else:
            self.gone.set()
        self._guarded(self._owner.ended, self, reason)

    # What follows from it
    def _begin(self, certificate: bytes) -> None:
        self._dialogue = self._owner.begin(self, certificate)
        self._step(None)

    def _take(self, frame: Frame) -> None:
        if self.proven is None:
            self._step(frame)
            return
        assert self._budget is not None
        piece = frame.kind in IN_PIECES
        if not self._budget.bears(len(frame.payload), self._heard_at, piece=piece):
            self.end("flooding")
            return
        if Told(frame.kind) not in self._may_be_heard[self.proven.role]:
            raise Malformed
        message = self._joiner.take(frame)
        if message is None or message.told is Told.PING:
            return
        if message.told is Told.BYE:
            self.end(self._owner.parted(message.payload.decode("ascii", "replace")), goodbye="")
        else:
            self._owner.received(self, message)

    def say(self, step: Step, payload: bytes) -> None:
        """Send a frame of the dialogue."""
        if self._outgoing is not None:
            self._outgoing.add(iter((frames.framed(step, payload),)), len(payload))

    def _step(self, frame: Frame | None) -> None:
        assert self._dialogue is not None
        try:
            if frame is None:
                next(self._dialogue)
            else:
                self._dialogue.send(frame)
        except Refused as refused:
            if refused.said is not None:
                self.say(Step.REFUSED, refused.said.encode())
            self.end(refused.reason)
        except StopIteration as done:
            self._join(done.value)

    def _join(self, proven: Proven) -> None:
        self.proven = proven
        now = self._loop.time()
        self._budget = Budget(*self._rates, now)
        self._reader.largest = frames.largest
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(self._limits.ping, self._beat)
        self._owner.joined(self, proven)

    def _beat(self) -> None:
        """Every few seconds: say that we are here, and see whether the other end is."""
        now = self._loop.time()
        stuck = self._outgoing.stuck_for(now) if self._outgoing is not None else 0.0
        if max(now - self._heard_at, stuck) >= self._limits.silent:
            self.end(LOST)
            return
        self._timer = self._loop.call_later(self._limits.ping, self._beat)
        self.send(Message(Told.PING, b""))

    def _guarded(self, call: Callable[..., None], *arguments: object) -> None:
        """A bug in what the owner does must neither end the loop nor stay unheard."""
        try:
            call(*arguments)
        except Malformed:
            self.end("malformed")
        except Exception as error:
            self._on_bug(error)
            self.end("malformed")
